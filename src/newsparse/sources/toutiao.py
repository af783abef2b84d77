"""今日头条: stories and picture stories of the platform's accounts."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, meta, site
from .site_words import without_words_of_site

TOUTIAO = Source(
    id="toutiao",
    title="今日头条",
    matches=(
        site("今日头条"),
        domain("toutiao.com"),
        meta("360-site-verification", "b96e1758dfc9156a410a4fb9520c5956"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.article-content", "div.gallery li.image-item img, div.gallery div.abstract"),
    strip=(
        strip(
            "picture-number",
            css("span.abstract-index"),
            "the number of the picture that is shown",
            example='<span class="abstract-index"><em>1</em>/10</span>',
        ),
    ),
    map=(
        take(
            "published",
            css("div.article-sub span", every=True),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?",
            example='<div class="article-sub"><span>某某</span><span>2019-09-09 16:01</span></div>',
        ),
        take(
            "published-gallery",
            css("div.snsBox span.time"),
            "the moment of publication stands below the pictures",
            to="published",
            example='<span class="time">2019-09-08 11:42:03</span>',
        ),
        take(
            "account",
            css("div.article-sub span:not(.original)"),
            "the account that writes on the platform",
            to="authors",
            pattern=r"^(?!\d{4}-).+",
            convert="account",
            example='<div class="article-sub"><span>某某</span><span>2019-09-09 16:01</span></div>',
        ),
        take(
            "account-of-house",
            css("div.article-sub span:not(.original)"),
            "the account is that of a newspaper or another outlet",
            to="agency",
            convert="house",
            example='<div class="article-sub"><span>某某日报</span></div>',
        ),
        take(
            "account-gallery",
            css("a.media-user span"),
            "the account that writes on the platform",
            to="authors",
            convert="account",
            example='<a class="media-user"><span>某某</span></a>',
        ),
        take(
            "tags",
            css("ul.tag-list a.label-link", every=True),
            "the story's topics",
            to="keywords",
            example='<ul class="tag-list"><li><a class="label-link">天气</a></li></ul>',
        ),
    ),
    captions=("p.pgc-img-caption",),
    finish_with=without_words_of_site(opening="《今日头条》", keyword="今日头条官网"),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [TOUTIAO]
