from __future__ import annotations

import fcntl
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

import newsparse
from newsparse.batch import Job
from newsparse.batch.run import BatchError, run_batch
from newsparse.batch.shards import finished, next_number, read_list

POST = "---\ntitle: The ferry is late {n}\n---\n<p>It sails again, {n}.</p>"


def jobs(count: int) -> list[Job]:
    return [
        Job(name=f"doc-{n}", data=POST.format(n=n) if n % 50 != 7 else "") for n in range(count)
    ]


def articles(out: Path) -> list[tuple[str, str]]:
    """Name and title of each article, in the order of names."""
    found = []
    for shard in finished(out):
        for line in shard.read_text("utf-8").splitlines():
            data = json.loads(line)
            found.append((data.pop("id"), newsparse.Article.from_dict(data).title or ""))
    return sorted(found)


def expected(given: Iterable[Job]) -> list[tuple[str, str]]:
    return sorted((j.name, f"The ferry is late {j.name[4:]}") for j in given if j.data)


def test_shards_lists_and_rejects(tmp_path: Path) -> None:
    given = jobs(120)
    told: list[int] = []
    done = run_batch(given, tmp_path, workers=2, shard_size=40, watch=lambda p: told.append(p.done))
    assert (done.done, done.rejected, done.before) == (120, 3, 0)
    assert told[-1] == 120
    assert articles(tmp_path) == expected(given)
    listed = [name for shard in finished(tmp_path) for name, _ in read_list(shard)]
    assert sorted(listed) == sorted(job.name for job in given)
    rejects = [json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text().splitlines()]
    assert sorted(r["name"] for r in rejects) == ["doc-107", "doc-57", "doc-7"]
    assert {r["error"] for r in rejects} == {"EmptyInputError"}
    assert not list(tmp_path.rglob("*.tmp"))


def test_shards_go_by_number_past_the_millionth(tmp_path: Path) -> None:
    for number in (1_000_000, 999_999, 2):
        (tmp_path / f"part-{number:06}.jsonl").touch()
    assert [int(path.stem[5:]) for path in finished(tmp_path)] == [2, 999_999, 1_000_000]
    assert next_number(tmp_path) == 1_000_001


def test_what_is_not_of_the_run_stays(tmp_path: Path) -> None:
    run_batch(jobs(10), tmp_path, workers=1)
    mine = [tmp_path / "notes.tmp", tmp_path / "lists" / "notes"]
    left = [tmp_path / "part-000009.jsonl.tmp", tmp_path / "lists" / "part-000009.jsonl"]
    for path in (*mine, *left):
        path.touch()
    run_batch(jobs(10), tmp_path, workers=1, resume=True)
    assert [path.exists() for path in (*mine, *left)] == [True, True, False, False]


def test_parquet(tmp_path: Path) -> None:
    from pyarrow import parquet

    from newsparse.arrow import from_batch

    given = jobs(60)
    run_batch(given, tmp_path, workers=1, format="parquet", shard_size=25)
    found = []
    for shard in finished(tmp_path):
        table = parquet.read_table(shard)
        found += list(zip(table["id"].to_pylist(), from_batch(table), strict=True))
    assert sorted((name, a.title) for name, a in found if a is not None) == expected(given)


def test_a_second_run_needs_resume_and_the_same_format(tmp_path: Path) -> None:
    run_batch(jobs(10), tmp_path, workers=1)
    with pytest.raises(BatchError, match="holds 1 shards; resume"):
        run_batch(jobs(10), tmp_path, workers=1)
    with pytest.raises(BatchError, match="another format"):
        run_batch(jobs(10), tmp_path, workers=1, resume=True, format="parquet")
    done = run_batch(jobs(15), tmp_path, workers=1, resume=True)
    assert (done.before, done.done) == (10, 5)
    assert articles(tmp_path) == expected(jobs(15))


def test_two_runs_at_once(tmp_path: Path) -> None:
    with open(tmp_path / "lock", "w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(BatchError, match="another run"):
            run_batch(jobs(3), tmp_path, workers=1)


def test_no_room_leaves_nothing_that_looks_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("newsparse.batch.shards.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        run_batch(jobs(10), tmp_path, workers=1)
    assert not finished(tmp_path)
    assert not list(tmp_path.rglob("*.tmp"))


SCRIPT = """
import sys
from pathlib import Path
from tests.batch.test_run import jobs
from newsparse.batch.run import run_batch
run_batch(jobs(400), Path(sys.argv[1]), workers=1, shard_size=30, resume=True)
"""


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_any_moment_and_gone_on_with(tmp_path: Path, seed: int) -> None:
    """Each of 25 runs is killed at a random moment, the last one is let through."""
    luck = random.Random(seed)
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    root = Path(__file__).resolve().parents[2]
    killed = 0
    while killed < 25:
        process = subprocess.Popen(command, cwd=root, start_new_session=True)
        # Beginning takes half a second; most of the kills fall into the work after it.
        time.sleep(luck.uniform(0.3, 1.3))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
        if process.returncode == 0:
            # It came through before it could be killed: begin again from nothing.
            for path in sorted(tmp_path.rglob("*"), reverse=True):
                path.unlink() if path.is_file() else path.rmdir()
    subprocess.run(command, cwd=root, check=True)
    assert articles(tmp_path) == expected(jobs(400))
    listed = [name for shard in finished(tmp_path) for name, _ in read_list(shard)]
    assert sorted(listed) == sorted(job.name for job in jobs(400))
    rejects = (tmp_path / "rejects.jsonl").read_text().splitlines()
    assert len(rejects) == sum(not job.data for job in jobs(400))
