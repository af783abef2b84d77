"""EDN电子技术设计: a trade paper for makers of electronics."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import constant, css, take
from ..source import Source, domain, site

EDNCHINA = Source(
    id="ednchina",
    title="EDN电子技术设计",
    matches=(
        site("EDN电子技术设计"),
        site("EDN 电子技术设计"),
        domain("ednchina.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.article_text",),
    map=(
        take(
            "title",
            css("div.cover-text h4"),
            "the headline is a heading of the fourth level",
            to="title",
            example='<div class="cover-text"><h4>……</h4></div>',
        ),
        take(
            "published",
            css("div.cover-text span"),
            "the day of publication stands below the headline",
            to="published",
            pattern=r"时间[：:]\s{0,3}(?P<value>\d{4}-\d\d-\d\d)",
            example='<div class="cover-text"><span>时间：2019-09-25</span></div>',
        ),
        take(
            "language",
            constant("zh-Hans"),
            "the pages say they were English",
            to="language",
            example='<html lang="en">',
        ),
        take(
            "summary",
            css("div.art-lead span.art-lead-text"),
            "the abstract stands above the story",
            to="summary",
            example='<span class="art-lead-text">……</span>',
        ),
        take(
            "tags",
            css("div.art-relative-tags a", every=True),
            "the story's topics",
            to="keywords",
            example='<div class="art-relative-tags"><a>芯片</a></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [EDNCHINA]
