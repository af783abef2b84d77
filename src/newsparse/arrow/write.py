"""From articles to a record batch."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from itertools import chain, islice, repeat
from operator import attrgetter
from typing import Any, Final

import orjson
import pyarrow as pa

from ..article import Article
from ..body import Block, Paragraph
from ..errors import InputError
from ..plain_extra import write_extra
from ..render.text import block_text
from ..serialise import write_block
from .columns import Flat, Many, Struct, mended
from .read import EPOCH, from_row
from .schema import SCHEMA

_TEXTS: Final = (
    *("title", "original_title", "source", "publisher", "agency", "place"),
    *("language", "summary", "free_access"),
)
_MADE: Final = (
    *("id", "error", "error_message", "url", "published", "published_offset"),
    *("modified", "modified_offset", "text", "body", "extra"),
)
_MICROSECOND: Final = dt.timedelta(microseconds=1)
_NO_TIME: Final = dt.timedelta()
_GET_TEXTS: Final = attrgetter(*_TEXTS)
_GET_CATEGORIES: Final = attrgetter("categories")
_GET_KEYWORDS: Final = attrgetter("keywords")
_GET_PERSON: Final = attrgetter("name", "role", "url")
_GET_IMAGE: Final = attrgetter("url", "alt", "width", "height")
_GET_PROBLEM: Final = attrgetter("code", "message", "where")

GROUP: Final = 128
"""So many articles are taken apart at once, column by column. The fewer they are, the more
often parser and writer drive each other out of the processor's caches; more gain nothing."""


class Rows:
    """Gathers articles and rejected documents, and gives them as a record batch.

    Articles are taken apart as they come and not kept, so memory holds no more
    than their columns. Not to be shared between threads.

    Attributes:
        characters: how long their texts are, all together, as a measure of memory.
    """

    def __init__(self) -> None:
        self.characters: int = 0
        self._texts = Flat(SCHEMA, _TEXTS)
        self._made = Flat(SCHEMA, _MADE, encoded=("text", "body", "extra"))
        self._authors = Many(SCHEMA, "authors")
        self._editors = Many(SCHEMA, "editors")
        self._categories = Many(SCHEMA, "categories")
        self._keywords = Many(SCHEMA, "keywords")
        self._cover = Struct(SCHEMA, "cover")
        self._origins = Many(SCHEMA, "origins")
        self._problems = Many(SCHEMA, "problems")
        self._of_articles = (
            *(self._texts, self._authors, self._editors, self._categories, self._keywords),
            *(self._cover, self._origins, self._problems),
        )

    def __len__(self) -> int:
        return len(self._made.rows)

    def add(self, article: Article, *, id: str | None = None) -> None:
        """Add an article; `id` is what the caller calls its document.

        Raises:
            FormatError: `extra` holds a value of a type that has no form in JSON.
            Exception: a plugin has put into the article what does not belong there. Nothing
                is added then, as before.
        """
        self.extend((article,), (id,))

    def extend(self, articles: Sequence[Article], ids: Sequence[str | None]) -> None:
        """Add `articles` with as many `ids`; a third cheaper than one by one.

        Raises:
            Exception: as :meth:`add`; none of the articles is added then.
        """
        bodies, texts = zip(*[_body(a.body.blocks) for a in articles], strict=True)
        extras = [_json(write_extra(a.extra)) if a.extra else b"{}" for a in articles]
        made = [
            (name, None, None, a.url, *_moment(a.published), *_moment(a.modified), *parts)
            for name, a, *parts in zip(ids, articles, texts, bodies, extras, strict=True)
        ]
        covers = [None if a.cover is None else _GET_IMAGE(a.cover) for a in articles]
        authors = [a.authors for a in articles]
        editors = [a.editors for a in articles]
        origins = [a.origins for a in articles]
        problems = [a.problems for a in articles]
        writers = [_GET_PERSON(person) for people in authors for person in people]
        correctors = [_GET_PERSON(person) for people in editors for person in people]
        places = [
            (field, o.kind, o.where, o.rule, o.note, o.confidence)
            for those in origins
            for field, o in those.items()
        ]
        faults = [_GET_PROBLEM(problem) for found in problems for problem in found]
        # From here on nothing can go wrong, so that no column gets more rows than another.
        self.characters += sum(map(len, texts)) + sum(map(len, bodies)) + sum(map(len, extras))
        self._made.rows += made
        self._texts.rows += map(_GET_TEXTS, articles)
        self._cover.rows += covers
        self._authors.extend(authors, writers)
        self._editors.extend(editors, correctors)
        for words, column in ((_GET_CATEGORIES, self._categories), (_GET_KEYWORDS, self._keywords)):
            lists = list(map(words, articles))
            column.extend(lists, chain.from_iterable(lists))
        self._origins.extend(origins, places)
        self._problems.extend(problems, faults)

    def reject(
        self,
        error: Exception | tuple[str, str],
        *,
        id: str | None = None,
        url: str | None = None,
    ) -> None:
        """Add the row of a document that is no article: an error, or its class and message."""
        if isinstance(error, tuple):
            kind, message = error
        else:
            kind = type(error).__name__
            message = error.message if isinstance(error, InputError) else str(error)
        self.characters += len(message)
        self._made.rows.append((id, kind, message, url, *[None] * 7))
        for column in self._of_articles:
            column.add_nothing()

    def batch(self) -> pa.RecordBatch:
        """Return the rows gathered so far as a record batch of :data:`SCHEMA`."""
        refused: set[int] = set()
        arrays: dict[str, pa.Array] = {}
        columns = (self._made, *self._of_articles)
        for column in columns:
            arrays |= column.build(refused)
        exact: list[str | None] = [None] * len(self)
        for index in refused:
            row: dict[str, Any] = {}
            for column in columns:
                row |= column.row(index)
            exact[index] = None if row["error"] else from_row(row).to_json()
        arrays["exact"] = pa.array(exact, pa.string())
        return pa.RecordBatch.from_arrays([arrays[name] for name in SCHEMA.names], schema=SCHEMA)


def to_batch(
    articles: Iterable[Article], *, ids: Iterable[str | None] | None = None
) -> pa.RecordBatch:
    """Return `articles` as one record batch of :data:`SCHEMA`, a row each.

    Args:
        articles: as many as fit into memory.
        ids: what the caller calls their documents, as many as there are articles.

    Raises:
        FormatError: `extra` holds a value of a type that has no form in JSON.
        ValueError: there are more or fewer ids than articles.
    """
    rows = Rows()
    names, strict = (repeat(None), False) if ids is None else (ids, True)
    pairs = zip(articles, names, strict=strict)
    while group := list(islice(pairs, GROUP)):
        rows.extend(*zip(*group, strict=True))
    return rows.batch()


def _body(blocks: Iterable[Block]) -> tuple[bytes, bytes]:
    """Return a body as JSON, as :meth:`Article.to_dict` has it, and its text, in UTF-8."""
    data: list[Any] = []
    texts: list[str] = []
    for block in blocks:
        # nearly all blocks are a paragraph of plain text
        if (
            type(block) is Paragraph
            and len(content := block.content) == 1
            and type(text := content[0]) is str
        ):
            data.append({"type": "paragraph", "content": content})
        else:
            data.append(write_block(block))
            text = block_text(block)
        if text:
            texts.append(text)
    body = _json(data)
    # Strings keep the UTF-8 that was made of them for the JSON, so they are
    # encoded one by one and not as a whole, which would be work done twice.
    try:
        return body, b"\n\n".join([text.encode() for text in texts])
    except UnicodeEncodeError:
        return body, mended("\n\n".join(texts)).encode()


def _json(data: Any) -> bytes:
    """Return plain data as JSON in UTF-8, ASCII where there are lone surrogates in it."""
    try:
        return orjson.dumps(data)
    except orjson.JSONEncodeError:  # also numbers over 64 bits
        return json.dumps(data, allow_nan=False, separators=(",", ":")).encode()


def _moment(moment: dt.datetime | None) -> tuple[int | None, int | None]:
    """Return the microseconds since 1970 and the seconds east of UTC."""
    if moment is None:
        return None, None
    offset = moment.utcoffset() or _NO_TIME
    return (moment - EPOCH) // _MICROSECOND, offset.days * 86_400 + offset.seconds
