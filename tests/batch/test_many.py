from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse.batch import Job, parse_many
from newsparse.batch.many import chunked
from newsparse.batch.pool import WorkerError

POST = "---\ntitle: The ferry is late {n}\nauthor: {site}\n---\n<p>It sails again, {n}.</p>"

# A plugin whose source kills its process, never ends, or is slow, by what the title says.
PLUGIN = """
import os, threading, time
import attrs
from newsparse.hookspecs import hookimpl
from newsparse.source import Source, site


def act(article, document):
    if "kill" in article.title:
        os._exit(9)
    if "once" in article.title:
        mark = os.environ["MARK"]
        if not os.path.exists(mark):
            open(mark, "w").close()
            os._exit(9)
    while "endless" in article.title:
        time.sleep(0.1)
    if "unsendable" in article.title:
        return attrs.evolve(article, extra={"lock": threading.Lock()})
    return article


@hookimpl
def newsparse_sources():
    return [
        Source(id="gull", title="The Gull", matches=(site("The Gull"),), finish_with=act)
    ]
"""


def post(n: object, site: str = "The Gull") -> str:
    return POST.format(n=n, site=site)


@pytest.fixture
def parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[newsparse.Parser]:
    (tmp_path / "gull_of_the_harbour.py").write_text(PLUGIN, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("MARK", str(tmp_path / "mark"))
    yield newsparse.Parser(plugins=("gull_of_the_harbour",), entry_points=False)
    sys.modules.pop("gull_of_the_harbour", None)


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_in_order_and_failures_do_not_stop_the_rest(workers: int) -> None:
    given = [post(n) if n != 5 else "" for n in range(40)]
    found = list(parse_many(given, workers=workers, chunk=3))
    assert [one.name for one in found] == [str(n) for n in range(40)]
    assert [one.name for one in found if one.error] == ["5"]
    assert found[5].error == "EmptyInputError"
    assert found[7].article == newsparse.parse(given[7])


def test_as_completed_gives_the_same_articles() -> None:
    given = [Job(name=f"n{n}", data=post(n).encode(), url="https://a.example/") for n in range(30)]
    found = list(parse_many(given, workers=2, ordered=False, chunk=4))
    assert {one.name for one in found} == {job.name for job in given}
    assert all(one.article is not None and one.article.url for one in found)


def test_paths_are_read_by_the_workers(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(post(1), "utf-8")
    one, missing = parse_many([tmp_path / "a.md", tmp_path / "b.md"], workers=1)
    assert one.article is not None
    assert one.name == str(tmp_path / "a.md")
    assert (missing.error, missing.message) == ("FileNotFoundError", "No such file or directory")


def test_a_document_that_kills_its_worker_is_the_only_one_lost(parser: newsparse.Parser) -> None:
    given = [post("kill" if n in (4, 17) else n) for n in range(30)]
    found = list(parse_many(given, workers=2, parser=parser, chunk=8))
    assert [one.name for one in found] == [str(n) for n in range(30)]
    lost = [one for one in found if one.error]
    assert [(one.name, one.error) for one in lost] == [("4", "WorkerDied"), ("17", "WorkerDied")]
    assert lost[0].message == "the worker ended with status 9"


def test_a_worker_that_dies_by_chance_loses_nothing(parser: newsparse.Parser) -> None:
    given = [post("once" if n == 3 else n) for n in range(10)]
    assert all(one.article for one in parse_many(given, workers=1, parser=parser, chunk=5))


def test_an_endless_document_is_timed_out(parser: newsparse.Parser) -> None:
    given = [post("endless" if n == 2 else n) for n in range(8)]
    found = list(parse_many(given, workers=2, parser=parser, chunk=4, timeout=5))
    assert [(one.name, one.error) for one in found if one.error] == [("2", "Timeout")]
    assert len(found) == 8


@pytest.mark.parametrize("ordered", [True, False])
def test_inputs_are_not_read_far_ahead(ordered: bool) -> None:
    read = 0

    def inputs() -> Iterator[str]:
        nonlocal read
        for n in range(10_000):
            read = n
            yield post(n)

    results = parse_many(inputs(), workers=2, chunk=5, ordered=ordered)
    for _ in range(20):
        next(results)
    assert read < 200
    results.close()  # type: ignore[attr-defined]


def test_no_process_is_left_when_the_caller_goes_away() -> None:
    results = parse_many([post(n) for n in range(500)], workers=2, chunk=5)
    next(results)
    children = _children()
    assert len(children) >= 2
    results.close()  # type: ignore[attr-defined]
    end = time.monotonic() + 20
    while children & _children() and time.monotonic() < end:
        time.sleep(0.05)
    assert not children & _children()


def _children(parent: int | None = None) -> set[int]:
    listed = subprocess.run(
        ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(parent or os.getpid())],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = listed.stdout.splitlines()
    return {int(line.split()[0]) for line in lines if "spawn_main" in line}


def test_a_script_without_a_guard_and_from_standard_input() -> None:
    script = (
        "import newsparse\n"
        "from newsparse.batch import parse_many\n"
        "posts = ['---\\ntitle: T\\n---\\n<p>a b</p>'] * 3\n"
        "print([found.article.title for found in parse_many(posts, workers=2)])\n"
    )
    done = subprocess.run(
        [sys.executable, "-"], input=script, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout == "['T', 'T', 'T']\n", done.stderr


def test_a_killed_worker_from_outside_changes_nothing() -> None:
    results = parse_many([post(n) for n in range(3000)], workers=2, chunk=10)
    found = [next(results) for _ in range(10)]
    for pid in _children():
        os.kill(pid, signal.SIGKILL)
        break
    found += results
    assert [one.name for one in found] == [str(n) for n in range(3000)]
    assert not [one for one in found if one.error]


def test_workers_that_cannot_begin(
    parser: newsparse.Parser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = tmp_path / "gull_of_the_harbour.py"
    plugin.write_text("import os\nos._exit(3)\n", "utf-8")
    with pytest.raises(WorkerError, match="end with status 3 before they can begin"):
        list(parse_many([post(n) for n in range(3000)], workers=2, parser=parser))
    plugin.unlink()
    with pytest.raises(WorkerError, match=r"cannot begin: .*gull_of_the_harbour"):
        list(parse_many([post(n) for n in range(3000)], workers=2, parser=parser))


def test_no_more_processes_than_chunks() -> None:
    before = _children()
    results = parse_many([post(n) for n in range(10)], workers=50, chunk=5)
    next(results)
    assert len(_children() - before) == 2
    assert len(list(results)) == 9


def test_workers_end_when_their_parent_is_killed(parser: newsparse.Parser) -> None:
    """One of them is in a loop without end."""
    script = (
        "import sys, newsparse\n"
        "parser = newsparse.Parser(plugins=('gull_of_the_harbour',), entry_points=False)\n"
        f"posts = [{post(1)!r}] * 20 + [{post('endless')!r}]\n"
        "for found in newsparse.parse_many(posts, workers=2, chunk=10, parser=parser):\n"
        "    print(found.name, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        children = _children(process.pid)
        process.kill()
    assert children
    end = time.monotonic() + 20
    while any(map(_lives, children)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [pid for pid in children if _lives(pid)]


def _lives(pid: int) -> bool:
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return found.stdout.strip()[:1] not in ("", "Z")


def test_an_article_that_cannot_be_sent_is_the_only_one_lost(parser: newsparse.Parser) -> None:
    given = [post("unsendable" if n == 5 else n) for n in range(20)]
    found = list(parse_many(given, workers=1, parser=parser, chunk=16))
    assert [one.name for one in found] == [str(n) for n in range(20)]
    lost = [(one.name, one.error, one.message) for one in found if one.error]
    assert lost == [("5", "TypeError", "cannot pickle '_thread.lock' object")]


@pytest.mark.parametrize("workers", [0, 1])
def test_inputs_that_are_no_documents(workers: int, tmp_path: Path) -> None:
    with open(tmp_path / "a.md", "w+") as file:
        given: list[Any] = [post(1), file, None, memoryview(post(2).encode()), iter(()), b"<p>a b"]
        found = list(parse_many(given, workers=workers))
    assert [one.error for one in found] == [None, "TypeError", "TypeError", None, "TypeError", None]
    assert found[1].message == "expected text, bytes or a path, got TextIOWrapper"


@pytest.mark.parametrize("workers", [0, 2])
def test_what_the_inputs_raise_comes_after_what_came_before(workers: int) -> None:
    def inputs() -> Iterator[str]:
        for n in range(25):
            yield post(n)
        raise ZeroDivisionError

    results = parse_many(inputs(), workers=workers, chunk=10)
    assert [next(results).name for _ in range(25)] == [str(n) for n in range(25)]
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_in_threads_and_nothing_of_the_caller_s_is_changed() -> None:
    main = sys.modules["__main__"]
    before = getattr(main, "__file__", None), main.__spec__
    found: list[int] = []

    def work() -> None:
        found.append(sum(one.article is not None for one in parse_many([post(1)] * 5, workers=2)))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [5] * 4
    assert (getattr(main, "__file__", None), main.__spec__) == before


def test_numbers_that_make_no_sense() -> None:
    with pytest.raises(ValueError, match="positive"):
        parse_many([], chunk=0)
    with pytest.raises(ValueError, match="timeout needs worker"):
        parse_many([], workers=0, timeout=1)


def test_chunks() -> None:
    jobs = [Job(name=str(n)) for n in range(5)]
    assert [len(chunk) for chunk in chunked(jobs, 2)] == [2, 2, 1]
    large = [Job(name=str(n), data=b"x" * 3_000_000) for n in range(5)]
    assert [len(chunk) for chunk in chunked(large, 32)] == [2, 2, 1]
