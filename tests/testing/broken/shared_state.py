"""Drops paragraphs it has seen before, in whatever document."""

from __future__ import annotations

import attrs

from newsparse import Article, Body
from newsparse.document import Document

from ..herald import HERALD

_SEEN: set[object] = set()


def only_new(article: Article, _: Document) -> Article:
    blocks = [block for block in article.body if block not in _SEEN]
    _SEEN.update(article.body)
    return attrs.evolve(article, body=Body(blocks=blocks))


SOURCE = attrs.evolve(HERALD, finish_with=only_new)
