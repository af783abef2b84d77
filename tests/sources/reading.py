"""The committed documents of the sources, and what an article says of itself in a table."""

from __future__ import annotations

import datetime as dt
import functools
import json
from pathlib import Path
from typing import Any

from newsparse import Article, Parser
from newsparse.body import Embed, Figure
from newsparse.explanation import Explanation
from newsparse.render.text import render_text

DOCUMENTS = Path(__file__).parent / "documents"
NAMES = tuple(sorted(p.name for p in DOCUMENTS.iterdir() if p.suffix in (".md", ".html")))
NOW = dt.datetime(2021, 4, 9, 12, tzinfo=dt.UTC)
"""The day after that on which all the documents are from."""

PLAIN = ("title", "original_title", "publisher", "agency", "place", "summary", "free_access")


@functools.cache
def parser() -> Parser:
    return Parser(entry_points=False, now=NOW)


@functools.cache
def explanation(name: str) -> Explanation:
    return parser().explain(DOCUMENTS / name)


def expected(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(
        (DOCUMENTS / name).with_suffix(".json").read_text(encoding="utf-8")
    )
    return table


def table_of(article: Article) -> dict[str, Any]:
    """Return all that an article says but its origins, in the words of JSON."""
    table: dict[str, Any] = {"source": article.source}
    for field in PLAIN:
        table[field] = getattr(article, field)
    for field in ("authors", "editors"):
        table[field] = [str(person.name) for person in getattr(article, field)]
    for field in ("published", "modified"):
        moment = getattr(article, field)
        table[field] = moment.isoformat() if moment else None
    for field in ("categories", "keywords"):
        table[field] = list(getattr(article, field))
    table["cover"] = article.cover.url if article.cover else None
    table["language"] = article.language
    table["problems"] = [problem.code for problem in article.problems]
    table["body"] = [
        render_text((block,), captions=True)
        for block in article.body.blocks
        if type(block) is not Figure and type(block) is not Embed
    ]
    table["pictures"] = [
        [block.image.url, render_text((block,), captions=True)]
        for block in article.body.blocks
        if type(block) is Figure
    ]
    return {key: value for key, value in table.items() if value not in (None, [])}
