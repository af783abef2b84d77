"""Adds a sentence of its own to every story."""

from __future__ import annotations

import attrs

from newsparse import Article, Body
from newsparse.body import Paragraph
from newsparse.document import Document

from ..herald import HERALD


def with_notice(article: Article, _: Document) -> Article:
    notice = Paragraph(content=("Courtesy of our syndication partners.",))
    return attrs.evolve(article, body=Body(blocks=(*article.body.blocks, notice)))


SOURCE = attrs.evolve(HERALD, finish_with=with_notice)
