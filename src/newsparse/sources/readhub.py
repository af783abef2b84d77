"""Readhub: one abstract for the reports of many sites; class names end in changing letters."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, site

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
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [READHUB]
