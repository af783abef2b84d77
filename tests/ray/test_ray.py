"""On a real local cluster of two nodes, one of which is killed in the middle."""

from __future__ import annotations

import json
import sys
import threading
import time
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ray = pytest.importorskip("ray", reason="needs the extra `ray`; CI has a step with it")

from pyarrow import parquet  # noqa: E402
from ray.cluster_utils import Cluster  # noqa: E402

import newsparse  # noqa: E402
from newsparse.arrow import from_batch, from_row  # noqa: E402
from newsparse.inputs import documents as documents_of  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")

POST = "---\ntitle: The ferry is late {n}\nauthor: The Gazette\n---\n<p>It sails again, {n}.</p>"

PLUGIN = """
from newsparse.hookspecs import hookimpl
from newsparse.source import Source, site


def finish(article, document):
    return article


@hookimpl
def newsparse_sources():
    return [
        Source(
            id="gazette",
            title="The Gazette",
            matches=(site("The Gazette"),),
            language="en",
            finish_with=finish,
        )
    ]
"""

GATE = """
import os, pathlib, time
import ray

parsed = 0


def finish(article, document):
    # Leaves word of each document, and goes no further than HALT before the gate is open.
    global parsed
    folder, node = pathlib.Path(FOLDER), ray.get_runtime_context().get_node_id()
    parsed += 1
    if parsed == HALT:
        (folder / f"waits.{node}").touch()
        end = time.monotonic() + 120
        while not (folder / "open").exists() and time.monotonic() < end:
            time.sleep(0.02)
    (folder / f"{article.title.rpartition(' ')[2]}.{node}").touch()
    return article
"""
"""For the plugin, in place of its ``finish``: the run stands still in the middle, for certain."""

HALT = 60
"""Documents of a worker; it waits in the midst of a batch of 25."""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    ray.init(address=made.address, log_to_driver=False)
    yield made
    ray.shutdown()
    made.shutdown()


def plugin(name: str, code: str) -> types.ModuleType:
    """A plugin that is on the driver only: no file and no installed package."""
    module = types.ModuleType(name)
    exec(compile(code, name, "exec"), vars(module))
    sys.modules[module.__name__] = module
    return module


@pytest.fixture(scope="module")
def gazette() -> types.ModuleType:
    return plugin("gazette_of_the_driver", PLUGIN)


def documents(count: int) -> list[dict[str, Any]]:
    return [
        {"html": "" if n % 50 == 7 else POST.format(n=n), "id": f"{n:05}", "url": None}
        for n in range(count)
    ]


def rows(dataset: Any) -> list[dict[str, Any]]:
    return sorted(dataset.take_all(), key=lambda row: str(row["id"]))


def test_its_public_name_is_listed_and_in_the_reference() -> None:
    from newsparse import ray as on_ray

    docs = Path(__file__).resolve().parents[2] / "docs"
    assert on_ray.__all__ == ["parse"]
    assert "`newsparse.ray`\n: `parse`\n" in (docs / "public_names.txt").read_text("utf-8")
    assert ":: newsparse.ray.parse\n" in (docs / "reference.md").read_text("utf-8")


def test_the_driver_s_plugins_reach_the_workers(cluster: Any, gazette: Any) -> None:
    from newsparse.ray import parse

    parser = newsparse.Parser(plugins=(gazette,))
    found = rows(parse(ray.data.from_items(documents(60)), parser=parser))
    assert len(found) == 60
    assert [row["id"] for row in found if row["error"]] == ["00007", "00057"]
    assert {row["source"] for row in found if not row["error"]} == {"gazette"}
    assert from_row(found[0]) == parser.parse(POST.format(n=0))


def test_a_node_that_is_killed_changes_nothing(cluster: Any, tmp_path: Path) -> None:
    from newsparse.ray import parse

    node = cluster.add_node(num_cpus=1)
    cluster.wait_for_nodes()
    given = documents(1500)
    dataset = ray.data.from_items(given, override_num_blocks=30)
    gate = f"FOLDER, HALT = {str(tmp_path)!r}, {HALT}\n{GATE}"
    begin, finish, rest = PLUGIN.partition("def finish(article, document):\n    return article\n")
    assert finish
    parser = newsparse.Parser(plugins=(plugin("gazette_that_waits", begin + gate + rest),))
    at_the_kill: set[str] = set()

    def kill() -> None:
        end = time.monotonic() + 100
        while not (tmp_path / f"waits.{node.node_id}").exists() and time.monotonic() < end:
            time.sleep(0.02)
        at_the_kill.update(path.name for path in tmp_path.iterdir())
        cluster.remove_node(node, allow_graceful=False)
        (tmp_path / "open").touch()

    killer = threading.Thread(target=kill)
    killer.start()
    found = rows(parse(dataset, parser=parser, batch_size=25))
    killer.join()

    # It was killed in the middle: at a document of its own, with most documents to come.
    assert f"waits.{node.node_id}" in at_the_kill
    done = {name for name in at_the_kill if name[0].isdigit()}
    on_it = {name.partition(".")[0] for name in done if name.endswith(f".{node.node_id}")}
    assert len(on_it) == HALT - 1
    assert len(done) < 2 * HALT
    # Some of what it had was parsed again, by the others.
    by_others = {
        path.name.partition(".")[0]
        for path in tmp_path.iterdir()
        if not path.name.endswith(f".{node.node_id}")
    }
    assert on_it & by_others
    assert [row["id"] for row in found] == [row["id"] for row in given]
    assert sum(row["error"] is not None for row in found) == 30
    assert {row["source"] for row in found if not row["error"]} == {"gazette"}


def test_a_plugin_that_a_worker_has_not(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsparse import plugins
    from newsparse.ray import parse

    installed = [("harbour", lambda: types.ModuleType("harbour"))]
    monkeypatch.setattr(plugins, "installed_plugins", lambda: installed)
    parser = newsparse.Parser()
    with pytest.raises(Exception, match="the driver has the plugins harbour, the worker on"):
        parse(ray.data.from_items(documents(3)), parser=parser).take_all()


def test_a_batch_of_files(cluster: Any, gazette: Any, tmp_path: Path) -> None:
    from newsparse.batch.cluster import run_on_cluster
    from newsparse.batch.run import BatchError

    folder = tmp_path / "posts"
    folder.mkdir()
    for n in range(70):
        (folder / f"{n:02}.md").write_text("" if n == 7 else POST.format(n=n), encoding="utf-8")
    (folder / "notes.bin").write_bytes(b"no document")
    lines = "".join(json.dumps({"html": POST.format(n=n)}) + "\n" for n in range(5))
    (folder / "more.jsonl").write_text(lines, encoding="utf-8")
    out = tmp_path / "out"
    (tmp_path / "empty").mkdir()
    nothing = [str(tmp_path / name) for name in ("gone.md", "*.none", "empty")]
    # What a run that was killed has left is no part of the next one.
    left = tmp_path / ".out.partial"
    left.mkdir()
    (left / "0_000000.parquet").write_bytes(b"PAR1 cut off")
    parser = newsparse.Parser(plugins=(gazette,))
    done = run_on_cluster([str(folder), *nothing], out, parser=parser)
    assert (done.done, done.rejected) == (78, 4)
    table = parquet.read_table(sorted(out.glob("*.parquet")))
    assert sorted(str(a.title) for a in from_batch(table) if a) == sorted(
        f"The ferry is late {n}" for n in [*(n for n in range(70) if n != 7), *range(5)]
    )
    assert set(table.column("source").to_pylist()) == {"gazette", None}
    listed = (out / "rejects.jsonl").read_text(encoding="utf-8").splitlines()
    rejected = {row["name"]: (row["error"], row["message"]) for row in map(json.loads, listed)}
    assert rejected.pop(str(folder / "07.md"))[0] == "EmptyInputError"
    # as without Ray
    assert rejected == {job.name: job.error for job in documents_of(nothing)}
    assert len(rejected) == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty", "out", "posts"]
    with pytest.raises(BatchError, match="not empty"):
        run_on_cluster([str(folder)], out)


def test_two_batches_into_one_folder(cluster: Any, tmp_path: Path) -> None:
    from newsparse.batch.cluster import run_on_cluster
    from newsparse.batch.lock import locked
    from newsparse.batch.run import BatchError

    (tmp_path / "a.md").write_text(POST.format(n=1), encoding="utf-8")
    out, partial = tmp_path / "out", tmp_path / ".out.partial"
    partial.mkdir()
    (partial / "half.parquet").write_bytes(b"PAR1")
    with locked(partial / "lock") as free:
        assert free
        with pytest.raises(BatchError, match="another run is writing"):
            run_on_cluster([str(tmp_path / "a.md")], out)
    assert (partial / "half.parquet").exists()
    assert not out.exists()
    assert run_on_cluster([str(tmp_path / "a.md")], out, workers=1).done == 1
    assert not partial.exists()
