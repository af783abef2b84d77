"""Brings a source whose every function raises."""

from __future__ import annotations

from typing import NoReturn

from newsparse.article import Article
from newsparse.document import Document
from newsparse.draft import Draft
from newsparse.hookspecs import hookimpl
from newsparse.source import Source, domain, site


def refuse(_: Document) -> NoReturn:
    raise RuntimeError("no last word today")


def remove(_: Draft) -> NoReturn:
    raise RuntimeError("no boilerplate today")


def offer(_: Draft) -> NoReturn:
    raise RuntimeError("no values today")


def finish(_article: Article, _document: Document) -> NoReturn:
    raise RuntimeError("no finish today")


@hookimpl
def newsparse_sources() -> list[Source]:
    return [
        Source(
            id="raises-functions",
            title="The Stumbling Post",
            matches=(site("The Stumbling Post"), domain("stumbling.example")),
            strip_with=remove,
            map_with=offer,
            finish_with=finish,
        ),
        Source(
            id="raises-detect",
            title="The Doubting Post",
            matches=(domain("doubting.example"),),
            detect_with=refuse,
        ),
    ]
