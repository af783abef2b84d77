"""The body of an HTTP message as it went over the wire (RFC 9112, 9110), made plain.

Crawlers store it in chunks and packed, as the server sent it, or made plain while the
header still says otherwise (ISO 28500 asks for the former). So what does not look as the
header says is taken as it is.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

_CHUNK: Final = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
"""The size of a chunk, and its extensions."""

_CUT: Final = re.compile(rb"\s*[0-9A-Fa-f]{0,8}[ \t]*(?:;[^\r\n]*)?\r?")

_GZIP: Final = b"\x1f\x8b"
_DEFLATE: Final = 8
"""The lower four bits of the first byte of what zlib packed (RFC 1950)."""


class BodyError(Exception):
    """A body that cannot be made plain; `kind` is the class of the error to report."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


def decoded_body(data: bytes, *, transfer: str, content: str, most: int) -> bytes:
    """Return the body `data` out of its chunks, and unpacked.

    Args:
        data: the body as it is stored.
        transfer: the header ``Transfer-Encoding``.
        content: the header ``Content-Encoding``.
        most: bytes the plain body may have; no more are unpacked.

    Raises:
        BodyError: it is over the limit, breaks off, or is packed in an unknown way.
    """
    if "chunked" in transfer.lower():
        data = _out_of_chunks(data)
    packings = [word.strip().lower() for word in content.split(",")]
    for packing in reversed(packings):
        if packing in ("gzip", "x-gzip", "deflate"):
            data = _unpacked(data, most)
        elif packing not in ("", "identity") and not _looks_plain(data):
            raise BodyError("NotTextError", f"the body is packed with {packing!r}")
    return data


def _out_of_chunks(data: bytes) -> bytes:
    """Return the chunks of a body without their sizes; what has none as it is."""
    parts: list[bytes] = []
    at = 0
    while (size := _CHUNK.match(data, at)) is not None:
        start, length = size.end(), int(size[1], 16)
        if not length:
            return b"".join(parts)
        parts.append(data[start : start + length])
        at = start + length
    if not parts or not _CUT.fullmatch(data, min(at, len(data))):
        return data  # no chunks: made plain already
    raise BodyError("EOFError", "the body breaks off before its last chunk")


def _unpacked(data: bytes, most: int) -> bytes:
    """Return what gzip or zlib packed; what they have not packed as it is."""
    if data.startswith(_GZIP):
        reader = zlib.decompressobj(16 + zlib.MAX_WBITS)
    elif data and data[0] & 15 == _DEFLATE and int.from_bytes(data[:2]) % 31 == 0:
        reader = zlib.decompressobj()
    elif not _looks_plain(data):
        reader = zlib.decompressobj(-zlib.MAX_WBITS)  # deflate without its frame
    else:
        return data
    try:
        plain = reader.decompress(data, most + 1)
    except zlib.error as error:
        raise BodyError("NotTextError", f"the body cannot be unpacked: {error}") from None
    if len(plain) > most:
        raise BodyError("TooLargeError", f"the unpacked body has over {most:,} bytes, the limit")
    if not reader.eof:
        raise BodyError("EOFError", "the packed body breaks off")
    return plain


def _looks_plain(data: bytes) -> bool:
    """Whether a body begins as text does: a tag, a byte order mark, no control characters."""
    head = data[:256]
    return not head.translate(None, _TEXT_BYTES) or head[:2] in (b"\xff\xfe", b"\xfe\xff")


_TEXT_BYTES: Final = bytes(n for n in range(256) if n >= 32 or n in b"\t\n\r\f\x1b")
