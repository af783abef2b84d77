"""Raises in every hook."""

from __future__ import annotations

from typing import NoReturn

from newsparse.article import Article
from newsparse.document import Document
from newsparse.hookspecs import hookimpl
from newsparse.source import Source


@hookimpl
def newsparse_sources() -> NoReturn:
    raise RuntimeError("no sources today")


@hookimpl
def newsparse_extend(source: Source) -> NoReturn:
    raise RuntimeError(f"no changes to {source.id} today")


@hookimpl
def newsparse_converters() -> NoReturn:
    raise RuntimeError("no converters today")


@hookimpl
def newsparse_readers() -> NoReturn:
    raise RuntimeError("no readers today")


@hookimpl
def newsparse_article(article: Article, document: Document) -> NoReturn:
    raise RuntimeError(f"no articles today, {article!r} of {document!r} neither")
