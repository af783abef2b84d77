"""What a batch tells of itself while it runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsparse.batch.run import Progress
from newsparse.cli import progress as shown
from newsparse.cli.progress import Display
from tests.cli.conftest import Command, write_post


class Clock:
    """Seconds that pass when they are told to."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(shown, "time", made)
    monkeypatch.setattr(shown, "EVERY", 0.0)
    return made


def counted(display: Display, total: int | None) -> None:
    display.reading.total, display.reading.counted = total, True


def read(display: Display, size: int, jobs: int) -> None:
    display.reading._before, display.reading.jobs = size, jobs


def test_the_time_left(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    display = Display(["posts"])
    clock.now += 5
    display.show(Progress(done=50))
    clock.now += 1
    counted(display, 1000)
    read(display, 100, jobs=100)
    display.show(Progress(done=100))
    # ten seconds for 100 bytes: 80 for the 800 that are left
    clock.now += 10
    read(display, 200, jobs=200)
    display.show(Progress(done=200, rejected=3))
    # half of what was found is not done yet
    clock.now += 10
    read(display, 600, jobs=600)
    display.show(Progress(done=300, rejected=3))
    assert capsys.readouterr().err.splitlines() == [
        "50 documents, 0 rejected, 10 a second, time left: counting",
        "100 documents, 0 rejected, 17 a second, time left: measuring",
        "200 documents, 3 rejected, 12 a second, time left 0:01:20",
        "300 documents, 3 rejected, 12 a second, time left 0:01:10",
    ]


def test_of_a_stream_it_is_unknown(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    display = Display(["posts.jsonl"])
    counted(display, None)
    clock.now += 2
    read(display, 100, jobs=10)
    display.show(Progress(done=10))
    assert capsys.readouterr().err == "10 documents, 0 rejected, 5 a second, time left unknown\n"


def test_what_was_done_before_costs_no_time(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    display = Display(["posts"])
    counted(display, 1000)
    clock.now += 1
    read(display, 500, jobs=50)
    display.show(Progress(done=10, before=40))
    clock.now += 10
    read(display, 600, jobs=60)
    display.show(Progress(done=20, before=40))
    assert capsys.readouterr().err.splitlines()[-1] == (
        "20 documents, 0 rejected, 40 done before, 2 a second, time left 0:00:40"
    )


def test_lines_in_a_pipe_are_plain(
    newsparse: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "EVERY", 0.0)
    posts = tmp_path / "posts"
    posts.mkdir()
    for number in range(200):
        write_post(posts / f"{number:03}.md", f"第{number}号")
    (posts / "empty.md").write_text("")
    result = newsparse("batch", str(posts), "-o", str(tmp_path / "out"), "--workers", "1")
    assert result.status == 1
    lines = result.err.splitlines()
    assert len(lines) >= 5
    pattern = r"[\d,]+ documents, [01] rejected, [\d,]+ a second"
    for line in lines[:-1]:
        assert re.fullmatch(pattern + r", time left(: counting|: measuring| \d:\d\d:\d\d)", line)
    assert re.search(r"time left \d", result.err)
    assert re.fullmatch(pattern, lines[-1])
    assert lines[-1].startswith("201 documents, 1 rejected, ")
