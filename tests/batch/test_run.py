from __future__ import annotations

import fcntl
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

import pytest

import newsparse
from newsparse.batch import Job
from newsparse.batch.run import BatchError, Format, run_batch
from newsparse.batch.shards import clean, finished, list_of, next_number, read_list

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


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "page.html").touch()
    with pytest.raises(BatchError, match=r"page\.html is no folder"):
        run_batch(jobs(1), tmp_path / "page.html", workers=1)


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


RUNS = """
import os, sys
from pathlib import Path
from tests.batch.test_run import COUNT, jobs
from newsparse.batch.run import run_batch


def tell(*words):
    # One write a line, where print makes several: a run may be killed between two of them.
    os.write(1, (" ".join(map(str, words)) + chr(10)).encode())


# A process for each run, out of one that has imported everything.
for out in sys.stdin:
    pid = os.fork()
    if not pid:
        os.setsid()
        run_batch(
            jobs(COUNT), Path(out.strip()), workers=1, shard_size=60, resume=True,
            watch=lambda progress: tell("done", progress.done),
        )
        os._exit(0)
    tell("pid", pid)
    tell("ended", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""

COUNT = 1500


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_any_moment_and_gone_on_with(tmp_path: Path, seed: int) -> None:
    """Each of 25 runs is killed at a random moment, the last one is let through."""
    luck = random.Random(seed)
    out = tmp_path / "out"
    at_work: list[bool] = []
    with subprocess.Popen(
        [sys.executable, "-c", RUNS],
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as runs:
        assert runs.stdin is not None
        assert runs.stdout is not None

        def begin() -> None:
            assert runs.stdin is not None
            runs.stdin.write(f"{out}\n")
            runs.stdin.flush()

        while len(at_work) < 25:
            begin()
            _, pid = _told(runs.stdout, "pid")
            # Some while they begin, most in the midst of their work: a chunk takes some ten
            # milliseconds, and every second one ends a shard.
            chunks = luck.choice((0, 1, 1, 2, 3))
            said, status = "pid", 0
            for _ in range(chunks):
                said, status = _told(runs.stdout, "done")
                if said == "ended":
                    break
            if said != "ended":
                time.sleep(luck.uniform(0.0, 0.02 if chunks else 0.3))
                with suppress(ProcessLookupError):
                    os.killpg(pid, signal.SIGKILL)
                _, status = _told(runs.stdout, "ended")
            if status == -signal.SIGKILL:
                at_work.append(chunks > 0)
            else:
                # It came through before it could be killed: begin again from nothing.
                everything_is_there(out)
                shutil.rmtree(out)
        begin()
        assert _told(runs.stdout, "ended") == ("ended", 0)
        runs.stdin.close()
    assert sum(at_work) > 10
    everything_is_there(out)


def _told(lines: IO[str], kind: str) -> tuple[str, int]:
    """Return the next line of a kind, or the one that says the run has ended before."""
    for line in lines:
        said, number = line.split()
        if said in (kind, "ended"):
            return said, int(number)
    raise AssertionError("the process with the runs is gone")


def everything_is_there(out: Path) -> None:
    assert articles(out) == expected(jobs(COUNT))
    listed = [name for shard in finished(out) for name, _ in read_list(shard)]
    assert sorted(listed) == sorted(job.name for job in jobs(COUNT))
    rejects = (out / "rejects.jsonl").read_text().splitlines()
    assert len(rejects) == sum(not job.data for job in jobs(COUNT))


STEPS = """
import os, sys
from pathlib import Path
import newsparse
from newsparse.batch.carried import Carried
from newsparse.batch.run import _Write
from newsparse.batch.shards import ShardWriter
from tests.batch.test_run import jobs

format, folder = sys.argv[1], Path(sys.argv[2])
work = _Write(carried=Carried.of(newsparse.Parser()), format=format).prepare()
payload, names, _ = work(jobs(5))


def dies(call):
    def called(*given):
        global left
        if not left:
            os._exit(9)
        left -= 1
        return call(*given)

    return called


for step in range(20):
    left, out = step, folder / f"{step:02}"
    out.mkdir()
    pid = os.fork()
    if not pid:
        for name in ("fsync", "replace", "open"):
            setattr(os, name, dies(getattr(os, name)))
        ShardWriter(out, format, 5).add(payload, names, [])
        os._exit(0)
    if not os.waitpid(pid, 0)[1]:
        break
"""


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_killed_at_every_step_of_writing(tmp_path: Path, format: str) -> None:
    """A shard counts from one step on, whole, and its documents are in it once."""
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", STEPS, format, str(tmp_path)], cwd=root, check=True)
    counted = []
    for out in sorted(tmp_path.iterdir()):
        shards = finished(out)
        for shard in shards:
            assert [name for name, _ in read_list(shard)] == [f"doc-{n}" for n in range(5)]
            assert shard.stat().st_size
        clean(out)
        assert sorted(out.rglob("part-*")) == sorted(
            path for shard in shards for path in (shard, list_of(shard))
        )
        counted.append(len(shards))
    assert 6 < len(counted) < 20
    assert counted[0] == 0
    assert counted == sorted(counted)
    assert counted[-1] == 1


def test_a_shard_that_cannot_be_opened(tmp_path: Path) -> None:
    """Its list could be."""
    (tmp_path / "part-000000.jsonl.tmp").mkdir()
    with pytest.raises(OSError, match=r"part-000000\.jsonl"):
        run_batch(jobs(3), tmp_path, workers=1)


def test_where_rejects_go(tmp_path: Path) -> None:
    out, target = tmp_path / "out", tmp_path / "rejects"
    for wrong in (tmp_path, tmp_path / "none" / "rejects"):
        with pytest.raises(OSError, match=str(wrong)):
            run_batch(jobs(10), out, workers=1, rejects=wrong)
        assert not finished(out)  # told before the work
    run_batch(jobs(10), out, workers=1, rejects=target)
    assert json.loads(target.read_text())["name"] == "doc-7"
    assert not (out / "rejects.jsonl").exists()
    # What is no file is written to, not replaced.
    target.unlink()
    os.mkfifo(target)
    with subprocess.Popen(["cat", str(target)], stdout=subprocess.PIPE, text=True) as reader:
        run_batch(jobs(10), out, workers=1, rejects=target, resume=True)
        assert reader.stdout is not None
        assert json.loads(reader.stdout.read())["name"] == "doc-7"
    assert target.is_fifo()


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_an_article_that_cannot_be_written_is_a_reject(
    tmp_path: Path, format: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gull_of_sets.py").write_text(PLUGIN, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    parser = newsparse.Parser(plugins=("gull_of_sets",), entry_points=False)
    out = tmp_path / "out"
    done = run_batch(jobs(20), out, parser=parser, workers=1, format=format)
    assert (done.done, done.rejected) == (20, 2)
    rejects = [json.loads(line) for line in (out / "rejects.jsonl").read_text().splitlines()]
    assert [(r["name"], r["error"]) for r in rejects] == [
        ("doc-3", "FormatError"),
        ("doc-7", "EmptyInputError"),
    ]
    sys.modules.pop("gull_of_sets", None)


PLUGIN = """
import attrs
from newsparse.hookspecs import hookimpl


@hookimpl
def newsparse_article(article, document):
    if article.title.endswith(" 3"):
        return attrs.evolve(article, extra={"a": {1, 2}})
"""
