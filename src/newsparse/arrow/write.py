"""From articles to a record batch."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from itertools import repeat
from operator import attrgetter
from typing import Any, Final

import orjson
import pyarrow as pa

from ..article import Article
from ..body import Block, Paragraph
from ..errors import InputError
from ..plain_extra import write_extra
from ..serialise import write_block
from .columns import Flat, Many, Struct
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
_GET_TEXTS: Final = attrgetter(*_TEXTS)
_GET_PERSON: Final = attrgetter("name", "role", "url")
_GET_IMAGE: Final = attrgetter("url", "alt", "width", "height")
_GET_PROBLEM: Final = attrgetter("code", "message", "where")


class Rows:
    """Gathers articles and rejected documents, and gives them as a record batch.

    Articles are taken apart as they come and not kept, so memory holds no more
    than their columns. Not to be shared between threads.

    Attributes:
        characters: how long their texts are, all together.
    """

    def __init__(self) -> None:
        self.characters = 0
        self._texts = Flat(SCHEMA, _TEXTS)
        self._made = Flat(SCHEMA, _MADE)
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
        """
        extra = _json(write_extra(article.extra)) if article.extra else b"{}"
        text, body = article.body.text, _json(_blocks(article.body.blocks))
        self.characters += len(text) + len(body) + len(extra)
        published, published_offset = _moment(article.published)
        modified, modified_offset = _moment(article.modified)
        self._made.add(
            (
                *(id, None, None, article.url, published, published_offset),
                *(modified, modified_offset, text, body, extra),
            )
        )
        self._texts.add(_GET_TEXTS(article))
        self._authors.add(article.authors, map(_GET_PERSON, article.authors))
        self._editors.add(article.editors, map(_GET_PERSON, article.editors))
        self._categories.add(article.categories, article.categories)
        self._keywords.add(article.keywords, article.keywords)
        cover = article.cover
        self._cover.add(None if cover is None else _GET_IMAGE(cover))
        origins = article.origins
        self._origins.add(
            origins,
            [(f, o.kind, o.where, o.rule, o.note, o.confidence) for f, o in origins.items()],
        )
        self._problems.add(article.problems, map(_GET_PROBLEM, article.problems))

    def reject(self, error: Exception, *, id: str | None = None, url: str | None = None) -> None:
        """Add the row of a document that is no article, with the reason."""
        message = error.message if isinstance(error, InputError) else str(error)
        self.characters += len(message)
        self._made.add((id, type(error).__name__, message, url, *[None] * 7))
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
    for article, name in zip(articles, names, strict=strict):
        rows.add(article, id=name)
    return rows.batch()


def _blocks(blocks: Iterable[Block]) -> list[Any]:
    """Return the blocks of a body as plain data, as :meth:`Article.to_dict` has them."""
    return [
        {"type": "paragraph", "content": block.content}
        # nearly all blocks are a paragraph of plain text
        if type(block) is Paragraph and len(block.content) == 1 and type(block.content[0]) is str
        else write_block(block)
        for block in blocks
    ]


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
    passed = moment - EPOCH
    offset = moment.utcoffset() or dt.timedelta()
    return (
        (passed.days * 86_400 + passed.seconds) * 1_000_000 + passed.microseconds,
        offset.days * 86_400 + offset.seconds,
    )
