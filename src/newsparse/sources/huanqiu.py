"""环球网: the site of the Global Times."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, site

HUANQIU = Source(
    id="huanqiu",
    title="环球网",
    matches=(
        site("环球网"),
        domain("huanqiu.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.a-con",),
    map=(
        take(
            "published",
            css("div.a-info span.time"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?",
            example='<div class="a-info"><span class="time">2020-06-05 20:35</span></div>',
        ),
        take(
            "authors",
            css("div.a-info span.original span", every=True),
            "the writers' names, pen names mostly",
            to="authors",
            convert="account",
            example='<span class="original"><span>张三</span></span>',
        ),
        take(
            "editor",
            css("div.a-edit"),
            "the editor in charge stands below the story",
            to="editors",
            example='<div class="a-edit"><span>责编：张三</span></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [HUANQIU]
