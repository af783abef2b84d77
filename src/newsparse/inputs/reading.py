"""How far inputs are read, in bytes: what a time left can be told by."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO

from ..batch.job import Job


class Reading:
    """How much there is to read, and how much of it was read.

    The unit is bytes as they lie on disk, because they can be had for all kinds of inputs
    without reading any.

    Attributes:
        total: bytes of all inputs; None where that is not known (yet).
        counted: whether the inputs were looked through, so that a missing total is for good:
            one of them is a stream.
        jobs: documents that were found so far.
    """

    def __init__(self) -> None:
        self.total: int | None = None
        self.counted: bool = False
        self.jobs: int = 0
        self._before = 0
        self._stream: IO[bytes] | None = None

    def count(self, paths: Iterable[str]) -> None:
        """Add up the sizes of the files that `paths` stand for."""
        from .walk import files

        total = 0
        for path in files(paths):
            size = 0 if isinstance(path, Job) else size_of(path)
            if size is None:
                break
            total += size
        else:
            self.total = total
        self.counted = True

    @property
    def read(self) -> int:
        """Bytes that were read."""
        if self._stream is not None:
            with suppress(OSError, ValueError):  # a stream that has no place, or is closed
                return self._before + self._stream.tell()
        return self._before

    @contextmanager
    def of(self, stream: IO[bytes], path: str) -> Iterator[None]:
        """Count a file of many documents while it is read from `stream`."""
        self._stream = stream
        try:
            yield
        finally:
            self._stream = None
            self.whole(path)

    def whole(self, path: str) -> None:
        """Count a file as read."""
        self._before += size_of(path) or 0


def size_of(path: str) -> int | None:
    """Return the bytes of a file, None for a stream, 0 for what cannot be looked at."""
    try:
        found = os.stat(path)
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else None
