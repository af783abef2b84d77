"""The hooks a plugin may implement; all but the last are asked once, when a Parser is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from .article import Article
    from .converters import Converter
    from .document import Document
    from .readers import Reader
    from .source import Source

__all__ = [
    "hookimpl",
    "newsparse_article",
    "newsparse_converters",
    "newsparse_extend",
    "newsparse_readers",
    "newsparse_sources",
]

hookspec: pluggy.HookspecMarker = pluggy.HookspecMarker("newsparse")
hookimpl: pluggy.HookimplMarker = pluggy.HookimplMarker("newsparse")
"""Marks a function of a plugin as the implementation of the hook it is named by."""


@hookspec
def newsparse_sources() -> Iterable[Source]:  # type: ignore[empty-body]
    """Return the sources this plugin brings."""


@hookspec
def newsparse_extend(source: Source) -> Source | None:
    """Return a changed copy of another plugin's source, or None to leave it."""


@hookspec
def newsparse_converters() -> Mapping[str, Converter]:  # type: ignore[empty-body]
    """Return converters by the name under which rules refer to them."""


@hookspec
def newsparse_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Return readers of further file formats."""


@hookspec
def newsparse_article(article: Article, document: Document) -> Article | None:
    """Return a changed copy of an article, or None; called for every document."""
