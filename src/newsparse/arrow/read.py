"""From rows back to articles."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyarrow as pa

from ..article import Article
from ..errors import FormatError
from ..serialise import VERSION, from_dict, from_json

EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

_PLAIN: Final = (
    *("title", "original_title", "url", "source", "publisher", "agency", "place"),
    *("authors", "editors", "language", "categories", "keywords", "summary", "cover"),
    *("free_access", "problems"),
)


def from_batch(batch: pa.RecordBatch | pa.Table) -> Iterator[Article | None]:
    """Yield the article of each row, None for a rejected document.

    Args:
        batch: rows of :data:`~newsparse.arrow.SCHEMA`; columns that are missing
            leave their fields unset.

    Raises:
        FormatError: a row does not describe an article; the message names it.
    """
    columns = [
        # As numbers, because a moment near the years 1 and 9999 may have no name in UTC.
        column.cast(pa.timestamp("us", tz="UTC")).cast(pa.int64())
        if pa.types.is_timestamp(column.type)
        else column
        for column in batch.columns
    ]
    plain = pa.table(columns, names=batch.schema.names)
    number = 0
    for part in plain.to_batches(max_chunksize=256):
        for row in part.to_pylist():
            try:
                yield None if row.get("error") is not None else from_row(row)
            except FormatError as error:
                raise FormatError(f"row {number}: {error}") from None
            number += 1


def from_row(row: Mapping[str, Any]) -> Article:
    """Return the article of one row, equal to the one that was written.

    Args:
        row: column to value, as ``RecordBatch.to_pylist()`` and the rows of most
            engines have it; columns of others' are ignored. Moments are
            datetimes that know their zone, or microseconds since 1970.

    Raises:
        FormatError: the row is that of a rejected document, or describes no article.
    """
    if row.get("error") is not None:
        raise FormatError(f"the document was rejected: {row['error']}: {row.get('error_message')}")
    if row.get("exact") is not None:
        return from_json(row["exact"])
    data: dict[str, Any] = {"newsparse": VERSION}
    for name in _PLAIN:
        value = row.get(name)
        if value is not None:
            data[name] = value
    for name in ("published", "modified"):
        moment = row.get(name)
        if moment is not None:
            data[name] = _moment(moment, row.get(f"{name}_offset") or 0)
    if row.get("body") is not None:
        data["body"] = {"blocks": _json(row, "body")}
    if row.get("extra") is not None:
        data["extra"] = _json(row, "extra")
    if row.get("origins") is not None:
        data["origins"] = {
            origin["field"]: {key: value for key, value in origin.items() if key != "field"}
            for origin in row["origins"]
        }
    return from_dict(data)


def _json(row: Mapping[str, Any], name: str) -> Any:
    try:
        return json.loads(row[name])
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{name}: this is no JSON: {error}") from None


def _moment(moment: dt.datetime | int, offset: int) -> str:
    """Return a moment as ISO 8601 in the zone it was written in."""
    passed = dt.timedelta(microseconds=moment) if isinstance(moment, int) else moment - EPOCH
    east = dt.timedelta(seconds=offset)
    local = (EPOCH.replace(tzinfo=None) + east) + passed
    return local.replace(tzinfo=dt.timezone(east)).isoformat()
