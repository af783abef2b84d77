"""Rebuilds paragraphs from their plain texts, and loses what stands in marks."""

from __future__ import annotations

import attrs

from newsparse import Article, Body
from newsparse.body import Paragraph
from newsparse.document import Document

from ..herald import HERALD


def plain_only(article: Article, _: Document) -> Article:
    blocks = [
        Paragraph(content=[piece for piece in block.content if isinstance(piece, str)])
        if isinstance(block, Paragraph)
        else block
        for block in article.body
    ]
    return attrs.evolve(article, body=Body(blocks=blocks))


SOURCE = attrs.evolve(HERALD, finish_with=plain_only)
