"""新华网: the site of the Xinhua agency."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, site

XINHUANET = Source(
    id="xinhuanet",
    title="新华网",
    matches=(
        site("新华网"),
        domain("xinhuanet.com"),
        domain("news.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("#p-detail",),
    strip=(
        strip(
            "share",
            css("#p-detail div.tadd"),
            "buttons to share and to like",
            example='<div class="tadd">+1</div>',
        ),
        strip(
            "gallery-words",
            css("#p-detail div.lb"),
            "the words of an empty gallery",
            example='<div class="lb">图集</div>',
        ),
    ),
    map=(
        take(
            "title",
            css("div.h-news div.h-title"),
            "the headline is no heading",
            to="title",
            example='<div class="h-title">……</div>',
        ),
        take(
            "summary",
            css('meta[name="description"]', attribute="content"),
            "the summary stands behind the headline and a dash",
            to="summary",
            pattern=r"\s---(?P<value>.+)",
            example='<meta name="description" content="…… ---9日，……">',
        ),
        take(
            "published",
            css("div.h-info span.h-time"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?",
            example='<span class="h-time"> 2019-12-10 07:57:40</span>',
        ),
        take(
            "outlet",
            css("div.h-info"),
            "the outlet the story was taken from",
            to="agency",
            pattern=r"来源[：:]\s{0,3}(?!新华网)(?P<value>[^\s]{2,20})",
            example='<div class="h-info"><span>…</span> <span>来源： 某某网</span></div>',
        ),
        take(
            "editor-line",
            css("#p-detail div.p-tags"),
            "the editor in charge stands below the story",
            to="editors",
            pattern=r"(?:责任编辑|责编|编辑)[：:].+",
            consume=True,
            example='<div class="p-tags"><span class="p-jc">【纠错】 责任编辑： 张三</span></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [XINHUANET]
