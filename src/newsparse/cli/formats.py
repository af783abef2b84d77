"""The formats an article can be written in, and how several follow one another."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Literal, TypeAlias

import attrs

from ..article import Article

Format: TypeAlias = Literal["json", "jsonl", "markdown", "text", "schema-org", "post"]

Render: TypeAlias = "Callable[[Article, int | None], str]"


@attrs.frozen(kw_only=True)
class Style:
    """How one format looks in a file or stream.

    Attributes:
        suffix: of a file that holds one article.
        render: gives the article as text, with no line break at its end; the
            second argument is the indent, None for the shortest form.
        opening, separator, ending: around and between several articles.
    """

    suffix: str
    render: Render
    opening: str = ""
    separator: str = "\n"
    ending: str = "\n"


def _json(article: Article, indent: int | None) -> str:
    return article.to_json(indent=indent)


def _line(article: Article, _: int | None) -> str:
    return article.to_json()


def _markdown(article: Article, _: int | None) -> str:
    return article.to_markdown().rstrip("\n")


def _post(article: Article, _: int | None) -> str:
    return article.to_post().rstrip("\n")


def _text(article: Article, _: int | None) -> str:
    return "\n\n".join(part for part in (article.title, article.body.text) if part)


def _schema_org(article: Article, indent: int | None) -> str:
    return json.dumps(article.to_schema_org(), ensure_ascii=False, indent=indent)


_ARRAY = {"opening": "[\n", "separator": ",\n", "ending": "\n]\n"}
_PAGES = {"separator": "\n\f\n"}  # form feed: the next page, as in text files of old

STYLES: dict[Format, Style] = {
    "json": Style(suffix=".json", render=_json, **_ARRAY),
    "jsonl": Style(suffix=".jsonl", render=_line),
    "markdown": Style(suffix=".md", render=_markdown, **_PAGES),
    "text": Style(suffix=".txt", render=_text, **_PAGES),
    "schema-org": Style(suffix=".jsonld", render=_schema_org, **_ARRAY),
    "post": Style(suffix=".post.md", render=_post, **_PAGES),
}
"""Each format by its name on the command line."""
