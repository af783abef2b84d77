"""What only shows in a process of its own: signals, closed pipes, terminals, missing extras."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsparse import __version__
from tests.cli.conftest import write_post

COMMAND = [sys.executable, "-m", "newsparse"]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    for number in range(300):
        write_post(folder / f"{number:03}.md", f"第{number}号")
    return folder


def test_version() -> None:
    done = subprocess.run([*COMMAND, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"newsparse {__version__}\n"


def test_the_script_says_which_extra_is_missing(tmp_path: Path) -> None:
    (tmp_path / "cyclopts.py").write_text(
        "raise ModuleNotFoundError('not there', name='cyclopts')\n"
    )
    done = subprocess.run(
        [*COMMAND, "--version"],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]),
        },
    )
    assert done.returncode == 2
    assert 'pip install "newsparse[cli]"' in done.stderr
    assert "Traceback" not in done.stderr


def test_importing_the_library_leaves_the_command_line_alone() -> None:
    code = "import sys, newsparse; print([m for m in ('cyclopts', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_goes_away(many: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "parse", *[str(many)], "-f", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)  # opening it for reading waits for a writer: time to interrupt
    out = tmp_path / "out.json"
    with subprocess.Popen(
        [*COMMAND, "parse", str(pipe), "-o", str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        writer = os.open(pipe, os.O_WRONLY)  # waits until the command has opened it
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        os.close(writer)
    assert (process.returncode, errors) == (130, b"")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pipe.md"]


def test_no_bar_and_no_colour_in_a_pipe(many: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "parse", str(many), "-o", str(tmp_path / "o.jsonl")],
        capture_output=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == (b"", b"")


def on_terminal(*arguments: str) -> str:
    """Run the command with a terminal of 100 columns and return what it shows there."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": ""},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait() == 0
    return shown.decode()


def test_explain_has_colour_on_a_terminal(seed: Path) -> None:
    assert "\x1b[" in on_terminal("explain", str(seed))


def test_json_is_indented_on_a_terminal(seed: Path) -> None:
    assert '\r\n  "' in on_terminal("parse", str(seed))


def test_batch_tells_the_time_left_on_a_terminal(many: Path, tmp_path: Path) -> None:
    shown = on_terminal("batch", str(many), "-o", str(tmp_path / "out"), "--workers", "1")
    assert "\x1b[" in shown
    line = r"\d+ documents, 0 rejected, \d+ a second, time left \d:\d\d:\d\d"
    assert re.search(line, shown)
    assert re.search(r"300 documents, 0 rejected, \d+ a second\r", shown)
