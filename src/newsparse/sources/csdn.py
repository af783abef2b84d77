"""CSDN: programmers' news and blogs."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, meta, site

CSDN = Source(
    id="csdn",
    title="CSDN",
    matches=(
        site("CSDN"),
        site("CSDN.NET"),
        meta("Copyright", "CSDN.NET"),
        domain("csdn.net"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.news_content",),
    map=(
        take(
            "published",
            css("div.tit_bar"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"发表于\s{0,3}(?P<value>\d{4}-\d\d-\d\d \d\d:\d\d)",
            example='<div class="tit_bar">发表于<span class="ago">2014-08-24 21:30</span>|</div>',
        ),
        take(
            "author",
            css("div.tit_bar"),
            "the author stands at the end of the same line",
            to="authors",
            pattern=r"作者\s{0,3}(?P<value>[^|]{2,40})$",
            example='<div class="tit_bar">发表于…| 作者<span class="ago">张三</span></div>',
        ),
        take(
            "outlet",
            css("div.tit_bar"),
            "the outlet the story was taken from",
            to="agency",
            pattern=r"来源\s{0,3}(?!CSDN)(?P<value>[^|\s]{2,30})\s{0,3}\|",
            example='<div class="tit_bar">发表于…| 来源<span class="ago">某某</span>|</div>',
        ),
        take(
            "summary",
            css("div.detail div.summary"),
            "the abstract stands above the story",
            to="summary",
            pattern=r"摘要[：:]\s{0,3}(?P<value>.+)",
            example='<div class="summary"><strong>摘要：</strong>……</div>',
        ),
        take(
            "tags",
            css("div.detail div.tag a", every=True),
            "the story's topics",
            to="keywords",
            example='<div class="tag"><a>安全</a></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [CSDN]
