"""What a caller may hand in - text, bytes, a path, an open file - to a Document."""

from __future__ import annotations

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from typing import IO, Any, Final, TypeAlias

from .decode import clean_text, decode
from .document import Document
from .errors import EmptyInputError, InputError, NewsparseError
from .frozenmap import freeze, frozen_map
from .guard import guard
from .limits import Limits
from .readers import Reader
from .shape import refuse_foreign, saved_from, shape_of
from .split import split

Input: TypeAlias = "str | bytes | bytearray | memoryview | os.PathLike[str] | IO[Any] | Document"

_UTF8_PER_CHARACTER: Final = 4

# Bytes a line, on average: then lines are put together faster than they are replaced.
_LONG_LINE: Final = 256

# UTF-16 without a byte order mark has a NUL among so many bytes.
_HEAD: Final = 4096


def read_document(
    source: Input,
    limits: Limits,
    *,
    url: str | None = None,
    name: str | None = None,
    encoding: str | None = None,
    readers: Mapping[str, Reader] | None = None,
) -> Document:
    """Return what `source` holds, decoded and split.

    Args:
        source: a ``str`` is the document itself, never a path.
        limits: bounds on the input.
        url: where the document was found.
        name: what to call it in messages; a path and most files have one.
        encoding: the charset that is known from elsewhere (an HTTP header).
        readers: readers of file formats by suffix; used for paths.

    Raises:
        InputError: the input is no article at all.
        OSError: a file cannot be read.
    """
    if isinstance(source, Document):
        return source
    if isinstance(source, os.PathLike):
        path = os.fspath(source)
        name = name or path
        source = read_file(path, limits, name)
        reader = (readers or {}).get(os.path.splitext(path)[1].lower())
        if reader is not None:
            source = _read_with(reader, source, name)
    elif hasattr(source, "read"):
        name = name or _name_of(source)
        source = source.read(limits.max_bytes + 1)
    if isinstance(source, str):
        return _from_text(source, limits, url=url, name=name, charset=None, problems=())
    if not isinstance(source, bytes | bytearray | memoryview):
        raise TypeError(
            f"expected text, bytes, a path or an open file, got {type(source).__name__}"
        )
    data = bytes(source)
    limits.check_size(len(data), name=name)
    if b"\r" in data and encoding is None and _has_narrow_letters(data):
        # What split does to text, in a fraction of the time.
        data = _with_line_feeds(data)
    try:
        decoded = decode(data, declared=encoding)
    except InputError as error:
        raise _named(error, name) from None
    return _from_text(
        decoded.text,
        limits,
        url=url,
        name=name,
        charset=decoded.encoding,
        problems=decoded.problems,
        data=data,
    )


def _with_line_feeds(data: bytes) -> bytes:
    r"""Return `data` with ``\n`` for its line ends."""
    lines = data.split(b"\r")
    if len(lines) * _LONG_LINE > len(data):
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    # Most pages have few, in some text of an editor: one letter is found faster than two.
    return b"\n".join([lines[0], *(line.removeprefix(b"\n") for line in lines[1:])])


def _has_narrow_letters(data: bytes) -> bool:
    """Tell whether the bytes 10 and 13 can be nothing but line ends: not so in UTF-16."""
    return b"\x00" not in data[:_HEAD] and not data.startswith((BOM_UTF16_BE, BOM_UTF16_LE))


def _from_text(
    text: str,
    limits: Limits,
    *,
    url: str | None,
    name: str | None,
    charset: str | None,
    problems: tuple[Any, ...],
    data: bytes | None = None,
) -> Document:
    if charset is None:
        if len(text) * _UTF8_PER_CHARACTER > limits.max_bytes:
            limits.check_size(len(text.encode("utf-8", "replace")), name=name)
        try:
            text, problems = clean_text(text)
        except InputError as error:
            raise _named(error, name) from None
    parts = split(text, limits)
    html = parts.html
    if parts.matter.get("newsparse") is not None and parts.matter.get("body_format") == "markdown":
        from .markdown import markdown_to_html

        html = markdown_to_html(html)
    if not parts.matter_format and (not html or html.isspace()):
        raise EmptyInputError("there is nothing in it but white space", name=name)
    has_matter = parts.matter_format is not None
    if not has_matter:
        refuse_foreign(html, name)
    html, found = guard(html, limits)
    # Untouched from the bytes to here: they are what the text would be encoded to again.
    clean = charset == "utf-8" and not problems and html is text
    encoded = (html, data) if clean and data and not data.startswith(BOM_UTF8) else None
    shape = shape_of(html, has_matter)
    return Document(
        html=html,
        matter=frozen_map({key: freeze(value) for key, value in parts.matter.items()}),
        matter_format=parts.matter_format,
        shape=shape,
        url=url or (saved_from(html) if shape == "page" else None),
        name=name,
        encoding=charset,
        problems=(*problems, *parts.problems, *found),
        encoded=encoded,
    )


def read_file(path: str, limits: Limits, name: str) -> bytes:
    """Return the bytes of a file; a file over the limit is not read."""
    with open(path, "rb") as file:
        limits.check_size(os.fstat(file.fileno()).st_size, name=name)
        data = file.read(limits.max_bytes + 1)
    limits.check_size(len(data), name=name)
    return data


def _read_with(reader: Reader, data: bytes, name: str) -> str | bytes:
    try:
        return reader.read(data)
    except NewsparseError:
        raise
    except Exception as error:
        raise InputError(
            f"the reader {reader.id!r} raised {type(error).__name__}: {error}", name=name
        ) from error


def _name_of(file: object) -> str | None:
    name = getattr(file, "name", None)
    return name if isinstance(name, str) else None


def _named(error: InputError, name: str | None) -> InputError:
    return type(error)(error.message, name=name) if name and not error.name else error
