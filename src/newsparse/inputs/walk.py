"""Paths, folders and patterns to jobs: each file by its kind."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, TypeAlias

from ..batch.job import Job, what_is_wrong
from ..limits import Limits
from .reading import Reading
from .suffixes import is_document, kind_of

Opener: TypeAlias = Callable[[IO[bytes], str, Limits], Iterator[Job]]
"""Turns an open file, and what it is called, into jobs."""

_HEAD: Final = 2**16

_EXTRAS: Final = {"fastwarc": "warc", "feedparser": "feeds"}
"""The extras that bring what is imported where it is needed."""


def documents(
    paths: Iterable[str], limits: Limits | None = None, reading: Reading | None = None
) -> Iterator[Job]:
    """Yield the documents that `paths` stand for, each with a name of its own.

    Args:
        paths: files, folders (walked in the order of names), and patterns such as
            ``posts/*.md``. By their suffix (see ``suffixes``) files are documents, JSON lines,
            archives (tar, zip), feeds, or web archives (WARC, WACZ); a file of another
            suffix that is named is taken for a document, ``.json`` for a feed where it is one.
        limits: bounds on one document.
        reading: is told how far it is.

    A path that is not there, a pattern that nothing matches and a folder that holds no
    documents are jobs with an error.
    """
    limits, reading = limits or Limits(), reading or Reading()
    for path in files(paths):
        for job in [path] if isinstance(path, Job) else _file(path, limits, reading):
            reading.jobs += 1
            yield job


def files(paths: Iterable[str]) -> Iterator[str | Job]:
    """Yield the files that `paths` stand for; a job with an error where there is none.

    What is named twice, by itself and by its folder or a pattern, comes once.
    """
    named: set[str] = set()
    for given in paths:
        for path in _matches(given):
            if isinstance(path, Job):
                yield path
                continue
            came = _came(path, named)
            if os.path.isdir(path):
                empty = False if came else (yield from _folder(path, named))
                if empty and path is given:
                    yield Job(name=path, error=("FileNotFoundError", "no documents in this folder"))
            elif not came or not _is_walked(path):
                yield path
            named.add(os.path.abspath(path))


def _matches(path: str) -> Iterable[str | Job]:
    """Return a file or folder, or what matches a pattern, in the order of names."""
    if os.path.lexists(path):
        return [path]
    if not any(mark in path for mark in "*?["):
        return [Job(name=path, error=("FileNotFoundError", "no such file or directory"))]
    found = sorted(glob.glob(path, recursive=True))
    return found or [Job(name=path, error=("FileNotFoundError", "nothing matches this pattern"))]


def _came(path: str, named: set[str]) -> bool:
    """Whether a path was named before, or a folder that it is in."""
    above = os.path.abspath(path)
    while above not in named:
        path, above = above, os.path.dirname(above)
        if path == above:
            return False
    return True


def _folder(path: str, named: set[str]) -> Generator[str | Job, None, bool]:
    """Yield the files in a folder but for those that were named before; return if it has none."""
    wrong: list[OSError] = []
    empty = True
    for folder, folders, names in os.walk(path, onerror=wrong.append):
        if named:
            whole = os.path.abspath(folder)
            folders[:] = [name for name in folders if os.path.join(whole, name) not in named]
        folders.sort()
        for name in sorted(names):
            if _is_walked(name):
                empty = False
                if not named or os.path.join(whole, name) not in named:
                    yield os.path.join(folder, name)
    for error in wrong:
        yield Job(name=str(error.filename), error=(type(error).__name__, error.strerror or ""))
    return empty and not wrong


def _is_walked(name: str) -> bool:
    """Whether a file is taken out of a folder; others must be named."""
    return kind_of(name) is not None or is_document(name)


def _file(path: str, limits: Limits, reading: Reading) -> Iterator[Job]:
    """Yield jobs; where reading breaks off, what is whole has come and the rest is an error."""
    kind = kind_of(path) or ("feed" if _is_json_feed(path) else None)
    if kind is None:
        reading.whole(path)
        yield Job(name=path, data=Path(path))
        return
    count = 0
    try:
        with open(path, "rb") as stream, reading.of(stream, path):
            for count, job in enumerate(_opener(kind)(stream, path, limits), 1):  # noqa: B007
                yield job
    except Exception as error:
        why = what_is_wrong(error)
        if isinstance(error, ModuleNotFoundError) and error.name in _EXTRAS:
            why = f"{error.name} is missing; pip install 'newsparse[{_EXTRAS[error.name]}]'"
        if count:
            path, why = f"{path}!rest", f"cannot be read on: {why}"
        yield Job(name=path, error=(type(error).__name__, why))


def _is_json_feed(path: str) -> bool:
    """Whether a ``.json`` says in its beginning that it is a JSON Feed."""
    if not path.lower().endswith(".json"):
        return False
    with suppress(OSError), open(path, "rb") as file:
        return b"jsonfeed.org/version/" in file.read(_HEAD).replace(b"\\/", b"/")
    return False


def _opener(kind: str) -> Opener:
    if kind == "json_lines":
        from .json_lines import read_json_lines

        return read_json_lines
    if kind == "archive":
        from .archives import read_archive

        return read_archive
    if kind == "feed":
        from .feeds import read_feed

        return read_feed
    from .web_archives import read_web_archive

    return read_web_archive
