"""基金决策宝: the news of a seller of funds."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, meta
from .site_words import without_words_of_site

XDS = Source(
    id="xds",
    title="基金决策宝",
    matches=(
        domain("xds.com.cn"),
        meta("name", "基金决策宝"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.statuses-text",),
    map=(
        take(
            "published",
            css("div.panel-heading div.text-muted span"),
            "the moment of publication stands below the headline",
            to="published",
            example='<div class="text-muted"><span>2019年9月26日 15:10</span></div>',
        ),
        take(
            "outlet",
            css("div.panel-heading div.text-muted span + span"),
            "where the story was taken from",
            to="agency",
            pattern=r"来源[：:]\s{0,3}(?P<value>.+)",
            example='<div class="text-muted"><span>…</span><span>来源：某某网</span></div>',
        ),
    ),
    finish_with=without_words_of_site(opening="基金决策宝", keyword="基金决策宝"),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [XDS]
