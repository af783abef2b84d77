"""Paths, folders and patterns to jobs: each file by its kind."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from ..batch.job import Job
from ..limits import Limits

Opener: TypeAlias = Callable[[str, Limits], Iterator[Job]]

PLAIN: Final = (".html", ".htm", ".md", ".markdown", ".txt")
"""Files that are one document each."""

_KINDS: Final = (
    ((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), "json_lines"),
    ((".warc", ".warc.gz"), "web_archive"),
    ((".wacz",), "web_archive"),
    ((".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"), "archive"),
    ((".zip",), "archive"),
    ((".xml", ".rss", ".atom"), "feed"),
)


def documents(paths: Iterable[str], limits: Limits | None = None) -> Iterator[Job]:
    """Yield the documents that `paths` stand for, each with a name of its own.

    Args:
        paths: files, folders (walked in the order of names), and patterns such as
            ``posts/*.md``. By their suffix files are documents (:data:`PLAIN`), JSON lines,
            archives (tar, zip), feeds, or web archives (WARC, WACZ); a file of another
            suffix that is named is taken for a document.
        limits: bounds on one document.

    A path that is not there is a job with an error.
    """
    limits = limits or Limits()
    for path in paths:
        if os.path.isdir(path):
            yield from _folder(path, limits)
        elif os.path.lexists(path):
            yield from _file(path, limits, named=True)
        elif any(mark in path for mark in "*?["):
            found = sorted(glob.glob(path, recursive=True))
            if not found:
                yield Job(name=path, error=("FileNotFoundError", "nothing matches this pattern"))
            yield from documents(found, limits)
        else:
            yield Job(name=path, error=("FileNotFoundError", "no such file or directory"))


def _folder(path: str, limits: Limits) -> Iterator[Job]:
    wrong: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=wrong.append):
        folders.sort()
        for name in sorted(names):
            yield from _file(os.path.join(folder, name), limits, named=False)
    for error in wrong:
        yield Job(name=str(error.filename), error=(type(error).__name__, error.strerror or ""))


def _file(path: str, limits: Limits, *, named: bool) -> Iterator[Job]:
    opener = opener_of(path)
    if opener is not None:
        yield from _guarded(opener, path, limits)
    elif named or path.lower().endswith(PLAIN):
        from pathlib import Path

        yield Job(name=path, data=Path(path))


def opener_of(path: str) -> Opener | None:
    """Return what reads a file of many documents, None for a file that is one."""
    name = path.lower()
    for suffixes, kind in _KINDS:
        if name.endswith(suffixes):
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
    return None


def _guarded(opener: Opener, path: str, limits: Limits) -> Iterator[Job]:
    """Yield jobs; where reading breaks off, what is whole has come and the rest is an error."""
    try:
        yield from opener(path, limits)
    except Exception as error:
        yield Job(name=f"{path}!rest", error=(type(error).__name__, f"cannot be read on: {error}"))
