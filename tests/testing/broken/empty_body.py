"""Takes it for granted that a story has a first block."""

from __future__ import annotations

import attrs

from newsparse import Article
from newsparse.body import Paragraph
from newsparse.document import Document

from ..herald import HERALD


def first_as_summary(article: Article, _: Document) -> Article:
    first = article.body.blocks[0]
    if isinstance(first, Paragraph) and len(article.body.paragraphs[0]) > 400:
        return attrs.evolve(article, summary=article.body.paragraphs[0])
    return article


SOURCE = attrs.evolve(HERALD, finish_with=first_as_summary)
