"""An article as plain data and as JSON, and back, with nothing lost.

The format, version 1, is described by :mod:`newsparse.schema` (JSON Schema).
In short: the fields of :class:`~newsparse.article.Article` under their names,
with ``"newsparse": 1`` in front; fields that are not set are null or empty.
Inside values, what has its default is left out. Blocks and marks name their
``type``; plain text is a string::

    {"newsparse": 1, "title": "…", …,
     "body": {"blocks": [{"type": "paragraph",
                          "content": ["one ", {"type": "strong", "content": ["two"]}]}]}}

What ``extra`` may hold beyond that says :mod:`newsparse.plain_extra`.

Reading checks everything and trusts nothing: unknown keys, wrong types and
impossible values are a :class:`~newsparse.errors.FormatError` that names the
place.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any, Final, NoReturn, get_args

from .article import Article
from .body import (
    Block,
    Body,
    Cell,
    CodeBlock,
    CodeSpan,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Table,
)
from .errors import FormatError
from .frozenmap import FrozenMap
from .image import Image
from .origin import Kind, Origin
from .person import Person
from .plain_extra import read_map, write_map
from .problems import Problem
from .record import (
    Record,
    WrongError,
    each,
    expected,
    flag,
    format_error,
    many,
    mapping,
    number,
    optional,
    read_items,
    shown,
    text,
    whole,
)

VERSION: Final = 1
"""The version of the format, under the key ``newsparse``."""


def to_dict(article: Article) -> dict[str, Any]:
    """Return `article` as dictionaries, lists, strings, numbers, booleans and None.

    Raises:
        FormatError: `extra` holds a value of a type that has no form here.
    """
    try:
        return {"newsparse": VERSION, **_ARTICLE.write_all(article)}
    except WrongError as wrong:
        raise format_error(wrong) from None
    except RecursionError:
        raise FormatError("the article is nested too deeply to be written") from None


def from_dict(data: Mapping[str, Any]) -> Article:
    """Return the article that :func:`to_dict` has written.

    Raises:
        FormatError: the data describe no article; the message names the place.
    """
    try:
        article: Article = _ARTICLE.read(_versioned(data), 0)
    except WrongError as wrong:
        raise format_error(wrong) from None
    except RecursionError:
        raise FormatError("the data are nested too deeply for an article") from None
    return article


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Return `article` as JSON text, on one line unless `indent` is given.

    The text can always be encoded in UTF-8.

    Raises:
        FormatError: as :func:`to_dict`.
    """
    data = to_dict(article)
    try:
        written = _dumped(data, indent, ascii_only=False)
        try:
            written.encode()
        except UnicodeEncodeError:  # lone surrogates, which ASCII can name
            written = _dumped(data, indent, ascii_only=True)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"the article cannot be written as JSON: {error}") from None
    return written


def from_json(data: str | bytes) -> Article:
    """Return the article that :func:`to_json` has written; bytes are UTF-8, 16 or 32.

    Raises:
        FormatError: no JSON, or not that of an article.
    """
    try:
        if isinstance(data, bytes):
            data = data.decode(json.detect_encoding(data))
        fields = _DECODER.decode(data)
    except RecursionError:
        raise FormatError("the JSON is nested too deeply for an article") from None
    except ValueError as error:  # JSONDecodeError and UnicodeDecodeError are of this kind
        raise FormatError(f"this is no JSON: {error}") from None
    return from_dict(fields)


def _dumped(data: Any, indent: int | None, *, ascii_only: bool) -> str:
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(
        data, ensure_ascii=ascii_only, allow_nan=False, indent=indent, separators=separators
    )


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


_DECODER: Final = json.JSONDecoder(parse_constant=_no_constant)


def _versioned(data: Any) -> dict[str, Any]:
    """Return the fields without the version, which must be one we can read."""
    fields = dict(mapping(data))
    version = fields.pop("newsparse", None)
    if type(version) is not int or version != VERSION:
        raise WrongError(
            f'"newsparse" must be {VERSION}, the version of the format; found {shown(version)}'
        )
    return fields


def _write_inlines(inlines: Any) -> list[Any]:
    return [i if type(i) is str else _BY_TYPE[type(i)].write(i) for i in inlines]


def _read_inline(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return value
    return _read_tagged(value, depth, _INLINES, "a text or a mark")


def write_block(block: Block) -> Any:
    """Return a block of a body as plain data."""
    return _BY_TYPE[type(block)].write(block)


def _read_block(value: Any, depth: int) -> Any:
    return _read_tagged(value, depth, _BLOCKS, "a block")


def _read_tagged(value: Any, depth: int, records: dict[str, Record], what: str) -> Any:
    if not isinstance(value, Mapping):
        expected(what, value)
    tag = value.get("type")
    record = records.get(tag) if isinstance(tag, str) else None
    if record is None:
        raise WrongError(f'"type" must be one of {", ".join(records)}; found {shown(tag)}')
    return record.read(value, depth)


def _moment(value: Any, _: int) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(text(value))
    except ValueError:
        expected("a date and time as in ISO 8601", value)
    if moment.tzinfo is None:
        expected("a date and time with its zone", value)
    return moment


def _origin_kind(value: Any, _: int) -> str:
    if value not in get_args(Kind):
        expected(f"one of {', '.join(get_args(Kind))}", value)
    kind: str = value
    return kind


_READ_MANY_INLINES: Final = many(_read_inline)
_CONTENT: Final = (_write_inlines, _READ_MANY_INLINES)
_MANY_BLOCKS: Final = (each(write_block), many(_read_block))
_FLAG: Final = (None, flag)
_SPAN: Final = (None, whole(1, 1000))

_IMAGE: Final = Record(Image, width=(None, optional(whole())), height=(None, optional(whole())))
_ITEM: Final = Record(ListItem, blocks=_MANY_BLOCKS)
_CELL: Final = Record(Cell, content=_CONTENT, header=_FLAG, colspan=_SPAN, rowspan=_SPAN)
_PERSON: Final = Record(Person)
_ORIGIN: Final = Record(Origin, kind=(None, _origin_kind), confidence=(None, number))
_PROBLEM: Final = Record(Problem)
_BODY: Final = Record(Body, blocks=_MANY_BLOCKS)

_INLINES: Final[dict[str, Record]] = {
    record.tag or "": record
    for record in (
        Record(Link, "link", content=_CONTENT),
        Record(Strong, "strong", content=_CONTENT),
        Record(Emphasis, "emphasis", content=_CONTENT),
        Record(CodeSpan, "code"),
    )
}
_BLOCKS: Final[dict[str, Record]] = {
    record.tag or "": record
    for record in (
        Record(Heading, "heading", level=(None, whole(1, 6)), content=_CONTENT),
        Record(Paragraph, "paragraph", content=_CONTENT),
        Record(Figure, "figure", image=(_IMAGE.write, _IMAGE.read), caption=_CONTENT),
        Record(
            ListBlock,
            "list",
            items=(each(_ITEM.write), many(_ITEM.read)),
            ordered=_FLAG,
            start=(None, whole()),
        ),
        Record(Quote, "quote", blocks=_MANY_BLOCKS, cite=_CONTENT),
        Record(
            Table,
            "table",
            rows=(each(each(_CELL.write)), many(many(_CELL.read))),
            caption=_CONTENT,
        ),
        Record(CodeBlock, "code"),
        Record(Embed, "embed"),
    )
}
_BY_TYPE: Final[dict[type, Record]] = {
    record.kind: record for record in (*_INLINES.values(), *_BLOCKS.values())
}


_PEOPLE: Final = (each(_PERSON.write), many(_PERSON.read))
_WORDS: Final = (list, many(text))
_MOMENT: Final = (dt.datetime.isoformat, optional(_moment))

_ARTICLE: Final = Record(
    Article,
    source=(None, text),
    authors=_PEOPLE,
    editors=_PEOPLE,
    published=_MOMENT,
    modified=_MOMENT,
    categories=_WORDS,
    keywords=_WORDS,
    cover=(_IMAGE.write, optional(_IMAGE.read)),
    body=(_BODY.write, _BODY.read),
    free_access=(None, optional(flag)),
    extra=(write_map, read_map),
    origins=(
        lambda origins: {name: _ORIGIN.write(origin) for name, origin in origins.items()},
        lambda value, depth: FrozenMap(read_items(value, _ORIGIN.read, depth)),
    ),
    problems=(each(_PROBLEM.write), many(_PROBLEM.read)),
)
