"""Readhub: one abstract for the reports of many sites; class names end in changing letters."""

from __future__ import annotations

import attrs

from ..article import Article
from ..document import Document
from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, site


def without_logo(article: Article, _: Document) -> Article:
    """The picture that every page names is the site's own."""
    if article.cover is not None and "/static/assets/" in article.cover.url:
        return attrs.evolve(article, cover=None)
    return article


READHUB = Source(
    id="readhub",
    title="Readhub",
    matches=(
        site("Readhub"),
        domain("readhub.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=('div[class^="summary_"]',),
    map=(
        take(
            "published",
            css('header span[class^="timeLabel_"]'),
            "how long ago it was, seen from the day the page was saved",
            to="published",
            example='<span class="timeLabel___x1">昨天</span>',
        ),
    ),
    finish_with=without_logo,
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [READHUB]
