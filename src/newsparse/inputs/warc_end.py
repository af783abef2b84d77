"""Whether a WARC file ends where a record ends."""

from __future__ import annotations

import gzip
import re
import zlib
from contextlib import nullcontext
from typing import IO, Any, Final

_LENGTH: Final = re.compile(rb"^content-length:\s*(\d+)\s*$", re.IGNORECASE | re.MULTILINE)

_HEADER: Final = 2**20
"""Bytes that a header may have."""

_PIECE: Final = 2**20


def what_breaks_off(stream: IO[bytes], start: int) -> str | None:
    """Return what is wrong from the record at `start` to the end of a WARC, None if nothing is.

    Args:
        stream: the file, plain or a gzip member for each record (ISO 28500, annex D). Of a
            stream that cannot go back nothing is said.
        start: where a record begins.
    """
    if not stream.seekable():
        return None
    stream.seek(start)
    packed = stream.read(2) == b"\x1f\x8b"
    stream.seek(start)
    try:
        with gzip.open(stream) if packed else nullcontext(stream) as file:
            return _walk(file, whole_file=not start)
    except (EOFError, OSError, zlib.error) as error:
        return str(error)


def _walk(file: Any, *, whole_file: bool) -> str | None:
    """Go from record to record."""
    empty = whole_file
    while header := _header(file):
        if not header.startswith(b"WARC/"):
            return "what follows is no WARC record"
        length = _LENGTH.search(header)
        if length is None or not header.endswith(b"\n\n"):
            return "the header of a record breaks off"
        left = int(length[1])
        while left and (piece := file.read(min(left, _PIECE))):
            left -= len(piece)
        if left:
            return "a record breaks off"
        empty = False
    return "there is no WARC record in it" if empty else None


def _header(file: Any) -> bytes:
    """Return the next header with the empty line at its end; nothing at the end of the file."""
    lines: list[bytes] = []
    size = 0
    while size < _HEADER and (line := file.readline(_HEADER)):
        if line.strip():
            lines.append(line)
            size += len(line)
        elif lines:
            return b"".join(lines) + b"\n"
    return b"".join(lines)
