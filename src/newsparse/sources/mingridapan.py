"""明日大盘: news of the stock market, copied from elsewhere."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain

MINGRIDAPAN = Source(
    id="mingridapan",
    title="明日大盘",
    matches=(domain("mingridapan.com"),),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.page_art_content",),
    map=(
        take(
            "title",
            css("div.page_art_title div.title-text"),
            "the headline is no heading",
            to="title",
            example='<div class="page_art_title"><div class="title-text">某某报告</div></div>',
        ),
        take(
            "published",
            css("div.title-meta-time"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?",
            example='<div class="title-meta-time">发布时间： 2019-09-26 10:09:17</div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [MINGRIDAPAN]
