"""Runs the code blocks of a Markdown page, as a reader would who follows it from the top.

Fences and what happens to them:

- ``python`` whose first line is ``# name.py``: written to a file of that name;
- other ``python``: executed; all of a page share their names;
- ``pycon``: a doctest with those names;
- ``console``: each ``$ command`` is run by a shell, must succeed, and what it prints is compared;
- any other: left alone.

In expected output ``...`` stands for anything.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).resolve().parent.parent

RUNS = ("python", "pycon", "console")
"""The languages of blocks that are run."""

_FENCE = re.compile(
    r"^(?P<ticks>```+)(?P<language>[\w-]*)[^\n]*\n(?P<code>.*?)^(?P=ticks)\s*$",
    re.DOTALL | re.MULTILINE,
)
_FILE = re.compile(r"# ([\w./-]+\.\w+)\n")
_DOCTEST = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@attrs.frozen
class CodeBlock:
    """A fenced block of a page."""

    page: Path
    line: int
    language: str
    code: str


def code_blocks(page: Path) -> list[CodeBlock]:
    """Return the fenced blocks of a Markdown page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        CodeBlock(page, text.count("\n", 0, m.start("code")) + 1, m["language"], m["code"])
        for m in _FENCE.finditer(text)
    ]


def run_blocks(page: Path, folder: Path) -> int:
    """Run the blocks of `page` with `folder` as a place for its files; return how many ran.

    The current directory must be the project's, as the pages say.

    Raises:
        AssertionError: something printed other than what the page says.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    count = 0
    for block in code_blocks(page):
        if block.language == "python":
            _python(block, names, folder)
        elif block.language == "pycon":
            _doctest(block, names)
        elif block.language == "console":
            _console(block, folder)
        else:
            continue
        count += 1
    return count


def _python(block: CodeBlock, names: dict[str, Any], folder: Path) -> None:
    named = _FILE.match(block.code)
    if named:
        path = folder / named[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.code, encoding="utf-8")
        return
    code = compile("\n" * (block.line - 1) + block.code, str(block.page), "exec")
    exec(code, names)


def _doctest(block: CodeBlock, names: dict[str, Any]) -> None:
    test = doctest.DocTestParser().get_doctest(
        block.code, names, block.page.name, str(block.page), block.line - 1
    )
    test.globs = names
    report: list[str] = []
    doctest.DocTestRunner(optionflags=_DOCTEST).run(test, out=report.append, clear_globs=False)
    assert not report, "".join(report)


def _console(block: CodeBlock, folder: Path) -> None:
    for command, expected in _commands(block.code):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=ROOT,
            env=os.environ
            | {
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")]),
                "PYTHONIOENCODING": "utf-8",
                "OUT": str(folder),
                "PYTEST_ADDOPTS": "",  # what the tests are run with is not the reader's
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        same = doctest.OutputChecker().check_output(expected, done.stdout, _DOCTEST)
        if done.returncode or not same:
            raise AssertionError(
                f"{block.page.name}:{block.line}: $ {command} (status {done.returncode})\n"
                f"printed\n{done.stdout}\nthe page says\n{expected}"
            )


def _commands(code: str) -> Iterator[tuple[str, str]]:
    command, output = "", ""
    for line in code.splitlines(keepends=True):
        if line.startswith("$ "):
            if command:
                yield command, output
            command, output = line[2:].rstrip("\n"), ""
        else:
            output += line
    if command:
        yield command, output
