"""Paths, folders and patterns to jobs: each file by its kind."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Final, TypeAlias

from ..batch.job import Job
from ..limits import Limits
from .reading import Reading

Opener: TypeAlias = Callable[[IO[bytes], str, Limits], Iterator[Job]]
"""Turns an open file, and what it is called, into jobs."""

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


def documents(
    paths: Iterable[str], limits: Limits | None = None, reading: Reading | None = None
) -> Iterator[Job]:
    """Yield the documents that `paths` stand for, each with a name of its own.

    Args:
        paths: files, folders (walked in the order of names), and patterns such as
            ``posts/*.md``. By their suffix files are documents (:data:`PLAIN`), JSON lines,
            archives (tar, zip), feeds, or web archives (WARC, WACZ); a file of another
            suffix that is named is taken for a document.
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
    """Yield the files that `paths` stand for; a job with an error where there is none."""
    for path in paths:
        if os.path.isdir(path):
            empty = True
            for found in _folder(path):
                empty = False
                yield found
            if empty:
                yield Job(name=path, error=("FileNotFoundError", "no documents in this folder"))
        elif os.path.lexists(path):
            yield path
        elif any(mark in path for mark in "*?["):
            matches = sorted(glob.glob(path, recursive=True))
            if not matches:
                yield Job(name=path, error=("FileNotFoundError", "nothing matches this pattern"))
            for match in matches:
                if os.path.isdir(match):
                    yield from _folder(match)
                else:
                    yield match
        else:
            yield Job(name=path, error=("FileNotFoundError", "no such file or directory"))


def _folder(path: str) -> Iterator[str | Job]:
    wrong: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=wrong.append):
        folders.sort()
        for name in sorted(names):
            if _kind(name) is not None or name.lower().endswith(PLAIN):
                yield os.path.join(folder, name)
    for error in wrong:
        yield Job(name=str(error.filename), error=(type(error).__name__, error.strerror or ""))


def _file(path: str, limits: Limits, reading: Reading) -> Iterator[Job]:
    """Yield jobs; where reading breaks off, what is whole has come and the rest is an error."""
    kind = _kind(path)
    if kind is None:
        reading.whole(path)
        yield Job(name=path, data=Path(path))
        return
    try:
        with open(path, "rb") as stream, reading.of(stream, path):
            yield from _opener(kind)(stream, path, limits)
    except Exception as error:
        yield Job(name=f"{path}!rest", error=(type(error).__name__, f"cannot be read on: {error}"))


def _kind(path: str) -> str | None:
    """Return the kind of a file of many documents, None for a file that is one."""
    name = path.lower()
    return next((kind for suffixes, kind in _KINDS if name.endswith(suffixes)), None)


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
