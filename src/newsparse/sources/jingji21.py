"""21财经: the site of the 21st Century Business Herald."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, site

JINGJI21 = Source(
    id="jingji21",
    title="21财经",
    matches=(
        site("21 财经"),
        site("21财经"),
        domain("21jingji.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    map=(
        take(
            "summary",
            css("div.description"),
            "the abstract stands in a box above the story",
            to="summary",
            consume=True,
            example='<div class="description"><p>有三家公司……</p></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [JINGJI21]
