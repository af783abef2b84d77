"""当代商报: a business daily of Hunan."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take, text
from ..source import Source, domain

CJDDSB = Source(
    id="cjddsb",
    title="当代商报",
    matches=(domain("cjddsb.com"),),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.single-content",),
    strip=(
        strip(
            "advert",
            css("div.ad-site"),
            "place of an advert",
            example='<div class="ad-pc ad-site"><img src="/ad.jpg"></div>',
        ),
    ),
    map=(
        take(
            "authors",
            text(r"[(（]文/图\s{0,3}(?P<authors>[\u3400-\u9fff ]{2,30})[)）]$", scope="ending"),
            "who wrote and photographed stands in brackets behind the story",
            consume=True,
            example="<p>街道整洁了。(文/图 张三 李四)</p>",
        ),
        take(
            "published",
            css("div.single-cat"),
            "the moment of publication stands below the story",
            to="published",
            pattern=r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?",
            example='<div class="single-cat">发布日期：2019-09-23 14:34:05 所属分类：头条</div>',
        ),
        take(
            "section",
            css("div.single-cat a"),
            "and so does the section",
            to="categories",
            example='<div class="single-cat">所属分类：<a>头条</a></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [CJDDSB]
