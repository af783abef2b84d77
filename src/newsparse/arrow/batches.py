"""From batches of documents to batches of articles, for any engine that speaks Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyarrow as pa

from ..article import Article
from ..parser import Parser, default_parser
from .write import GROUP, Rows

DOCUMENTS_AT_ONCE: Final = 64
"""So many documents of a batch are Python objects at a time."""

MOST_ROWS: Final = 256
"""A batch of articles is closed with so many rows, while their columns fit into a cache."""

MOST_CHARACTERS: Final = 64 * 2**20
"""A batch of articles is also closed when its texts are longer; Arrow's own bound is 2 GiB."""

_OPTIONAL: Final = ("url", "id")


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    parser: Parser | None = None,
    html: str = "html",
    url: str | None = "url",
    id: str | None = "id",
    encoding: str | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield articles of :data:`~newsparse.arrow.SCHEMA`, a row for each document, in order.

    A batch gives batches of about 256 rows, fewer if they are very long. A document
    that is no article, and one whose parsing raises anything at all, is a row
    with ``error`` and ``error_message``.

    Args:
        batches: batches with a column of documents.
        parser: the parser to use, the default one if not given.
        html: the column of documents, text or bytes.
        url: the column of the URLs they were found at. ``"url"`` may be absent.
        id: the column of what they are called, of any type that can be written
            as text. ``"id"`` may be absent.
        encoding: the column of their charsets, where those are known from elsewhere.

    Raises:
        ValueError: a column is missing, or is of a type that cannot be read.
    """
    parser = parser or default_parser()
    for batch in batches:
        gathered = Gathered()
        documents = _documents(batch, html)
        names = _texts(batch, id, "id")
        urls = _texts(batch, url, "url")
        charsets = _texts(batch, encoding, "encoding")
        for start in range(0, len(batch), DOCUMENTS_AT_ONCE):
            pieces = (
                _piece(column, start, len(batch)) for column in (documents, names, urls, charsets)
            )
            for document, name, found_at, charset in zip(*pieces, strict=True):
                try:
                    if document is None:
                        raise ValueError("there is no document in the row")
                    article = parser.parse(document, url=found_at, name=name, encoding=charset)
                except Exception as error:  # whatever it is, it must not cost the other rows
                    gathered.reject(error, name, found_at)
                else:
                    gathered.add(article, name, found_at, len(document))
                if gathered.full:
                    yield gathered.batch()
                    gathered = Gathered()
        if len(gathered) or not len(batch):
            yield gathered.batch()


class Gathered:
    """Rows, and the articles that wait to be taken apart together, in order."""

    def __init__(self) -> None:
        self.rows: Rows = Rows()
        self._waiting: list[tuple[Article, str | None, str | None]] = []
        self._size = 0

    def __len__(self) -> int:
        return len(self.rows) + len(self._waiting)

    @property
    def full(self) -> bool:
        """Whether it is time for a new batch."""
        return len(self.rows) >= MOST_ROWS or self.rows.characters > MOST_CHARACTERS

    def add(self, article: Article, name: str | None, url: str | None, size: int) -> None:
        """Add an article; `size` is how long its document was."""
        self._waiting.append((article, name, url))
        self._size += size
        # Long articles do not wait: together they could be more than a batch may hold.
        if len(self._waiting) >= GROUP or self._size > MOST_CHARACTERS // GROUP:
            self._settle()

    def reject(self, error: Exception | tuple[str, str], name: str | None, url: str | None) -> None:
        """Add the row of a document that is no article."""
        self._settle()
        self.rows.reject(error, id=name, url=url)

    def batch(self) -> pa.RecordBatch:
        """Return all rows."""
        self._settle()
        return self.rows.batch()

    def _settle(self) -> None:
        waiting, self._waiting, self._size = self._waiting, [], 0
        if not waiting:
            return
        articles, names, _ = zip(*waiting, strict=True)
        try:
            self.rows.extend(articles, names)
        except Exception:  # one cannot be written: find it, keep the others
            for article, name, url in waiting:
                try:
                    self.rows.add(article, id=name)
                except Exception as error:
                    self.rows.reject(error, id=name, url=url)


def _documents(batch: pa.RecordBatch, name: str) -> pa.Array:
    column = _column(batch, name)
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if pa.types.is_null(kind) or any(is_kind(kind) for is_kind in _READABLE):
        return column
    raise ValueError(f"the column {name!r} must hold texts or bytes, it holds {column.type}")


_READABLE: Final = (
    *(pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view),
    *(pa.types.is_binary, pa.types.is_large_binary, pa.types.is_binary_view),
    pa.types.is_fixed_size_binary,
)


def _texts(batch: pa.RecordBatch, name: str | None, default: str) -> pa.Array | None:
    if name is None or (name == default in _OPTIONAL and name not in batch.schema.names):
        return None
    try:
        return _column(batch, name).cast(pa.string())
    except pa.ArrowException as error:
        raise ValueError(f"the column {name!r} cannot be read as text: {error}") from None


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    index = batch.schema.get_field_index(name)
    if index < 0:
        there = ", ".join(map(repr, batch.schema.names)) or "none"
        raise ValueError(f"there is no one column {name!r}; the columns are {there}")
    return batch.column(index)


def _piece(column: pa.Array | None, start: int, end: int) -> list[Any]:
    count = min(DOCUMENTS_AT_ONCE, end - start)
    if column is None:
        return [None] * count
    values: list[Any] = column.slice(start, count).to_pylist()
    return values
