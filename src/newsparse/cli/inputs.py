"""Which documents the paths of a command line stand for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

from .. import Parser
from ..article import Article

SUFFIXES = frozenset({".html", ".htm", ".md", ".markdown", ".txt"})
"""What is taken for a document in a directory. A file that is named is always taken."""

DASH = "\0"
"""What ``-`` is while the arguments are read: options begin with one, no path holds this."""


@attrs.frozen(kw_only=True)
class Input:
    """One document to read.

    Attributes:
        name: what to call it in messages: the path as the user would write it.
        path: where it is; None for standard input.
        relative: its path under the deepest folder that holds all arguments.
    """

    name: str
    path: Path | None
    relative: Path

    def parse(self, parser: Parser, *, url: str | None = None) -> Article:
        """Return the article of this document; errors are those of ``Parser.parse``."""
        if self.path is None:
            return parser.parse(sys.stdin.buffer, url=url)
        return parser.parse(self.path, url=url)


def stands_for_many(paths: Sequence[str]) -> bool:
    """Whether `paths` may give more than one document: several of them, or a directory."""
    return len(paths) > 1 or any(p != DASH and os.path.isdir(p) for p in paths)


def gather(paths: Sequence[str], failed: Callable[[str, str], None]) -> list[Input]:
    """Return the documents `paths` stand for, each once, directories walked in order.

    Args:
        paths: files, directories, and ``-`` for standard input.
        failed: called with a name and a message for what cannot be read.
    """
    base = _base(paths)
    seen: set[str] = set()
    inputs: list[Input] = []
    for argument in paths:
        if argument == DASH:
            if DASH not in seen:
                inputs.append(Input(name="<stdin>", path=None, relative=Path("stdin")))
            seen.add(DASH)
            continue
        for name in _files(argument, failed):
            absolute = os.path.abspath(name)
            if absolute not in seen:
                relative = Path(os.path.relpath(absolute, base))
                inputs.append(Input(name=name, path=Path(name), relative=relative))
            seen.add(absolute)
    return inputs


def _files(argument: str, failed: Callable[[str, str], None]) -> Iterator[str]:
    if not os.path.isdir(argument):
        if os.path.lexists(argument):
            yield argument
        else:
            failed(argument, "no such file or directory")
        return
    found = False
    for folder, folders, names in os.walk(argument, onerror=_reported(failed)):
        folders.sort()
        for name in sorted(names):
            if os.path.splitext(name)[1].lower() in SUFFIXES:
                found = True
                yield os.path.join(folder, name)
    if not found:
        failed(argument, f"no documents in it ({', '.join(sorted(SUFFIXES))})")


def _reported(failed: Callable[[str, str], None]) -> Callable[[OSError], None]:
    def report(error: OSError) -> None:
        failed(str(error.filename), error.strerror or str(error))

    return report


def _base(paths: Sequence[str]) -> str:
    folders = [
        os.path.abspath(p) if os.path.isdir(p) else os.path.dirname(os.path.abspath(p))
        for p in paths
        if p != DASH
    ]
    try:
        return os.path.commonpath(folders) if folders else os.curdir
    except ValueError:  # two drives on Windows
        return os.curdir
