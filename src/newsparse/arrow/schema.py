"""The columns of a batch of articles.

One row is one document: an article, or the reason why it is none. Every column
may be null. All but the first three and the last are fields of
:class:`~newsparse.article.Article`, under their names and in their order, where
a list without items is empty, and null only in the row of a rejected document.
"""

from __future__ import annotations

from typing import Final

import pyarrow as pa

_PEOPLE = pa.list_(pa.struct([("name", pa.string()), ("role", pa.string()), ("url", pa.string())]))
_IMAGE = pa.struct(
    [("url", pa.string()), ("alt", pa.string()), ("width", pa.int64()), ("height", pa.int64())]
)
_MOMENT = pa.timestamp("us", tz="UTC")
_WORDS = pa.list_(pa.string())
_ORIGINS = pa.list_(
    pa.struct(
        [
            ("field", pa.string()),
            ("kind", pa.string()),
            ("where", pa.string()),
            ("rule", pa.string()),
            ("note", pa.string()),
            ("confidence", pa.float64()),
        ]
    )
)
_PROBLEMS = pa.list_(
    pa.struct([("code", pa.string()), ("message", pa.string()), ("where", pa.string())])
)

VERSION: Final = 1
"""The version of the schema, in its metadata under ``newsparse.schema``."""

SCHEMA: Final = pa.schema(
    [
        ("id", pa.string()),  # what the caller calls the document
        ("error", pa.string()),  # the class of the error, null for an article
        ("error_message", pa.string()),
        ("title", pa.string()),
        ("original_title", pa.string()),
        ("url", pa.string()),  # of a rejected document: the URL that was given
        ("source", pa.string()),
        ("publisher", pa.string()),
        ("agency", pa.string()),
        ("place", pa.string()),
        ("authors", _PEOPLE),
        ("editors", _PEOPLE),
        ("published", _MOMENT),
        ("published_offset", pa.int32()),  # seconds east of UTC, as the document has it
        ("modified", _MOMENT),
        ("modified_offset", pa.int32()),
        ("language", pa.string()),
        ("categories", _WORDS),
        ("keywords", _WORDS),
        ("summary", pa.string()),
        ("cover", _IMAGE),
        ("text", pa.string()),  # Body.text
        ("body", pa.string()),  # JSON: the list of blocks, as in Article.to_json
        ("free_access", pa.bool_()),
        ("extra", pa.string()),  # JSON
        ("origins", _ORIGINS),
        ("problems", _PROBLEMS),
        # The whole article as JSON, only where the other columns cannot hold it:
        # lone surrogates (U+FFFD in the columns), numbers over 64 bits (null).
        ("exact", pa.string()),
    ],
    metadata={"newsparse.schema": str(VERSION)},
)
"""The columns of every batch that newsparse makes."""
