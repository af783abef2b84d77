"""中国载人航天: the office of the crewed space programme."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain

CMSE = Source(
    id="cmse",
    title="中国载人航天官方网站",
    matches=(domain("cmse.gov.cn"),),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=(
        "#dochtmlcon",
        "div.TRS_Editor",
    ),
    map=(
        take(
            "published",
            css("div.info div.pubDate span"),
            "the day stands below the headline",
            to="published",
            example='<div class="info"><div class="pubDate"><span>2012-06-24</span></div></div>',
        ),
        take(
            "title",
            css("div.wzxq > div.title"),
            "the headline is no heading",
            to="title",
            example='<div class="mainCon wzxq"><div class="title">某某发布会</div></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [CMSE]
