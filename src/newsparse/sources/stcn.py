"""证券时报网: the site of the Securities Times."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, site

STCN = Source(
    id="stcn",
    title="证券时报网",
    matches=(
        site("证券时报网"),
        domain("stcn.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("#ctrlfscont",),
    strip=(
        strip(
            "notice",
            css("div.txt_zhu"),
            "says that the story is no advice to investors",
            example='<div class="txt_zhu">注：本文系新闻报道，不构成投资建议。</div>',
        ),
    ),
    map=(
        take(
            "published",
            css("div.intal_tit div.info"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"^\d{4}-\d\d-\d\d \d\d:\d\d",
            example='<div class="info">2019-09-26 12:11<span>来源：…</span></div>',
        ),
        take(
            "outlet",
            css("div.intal_tit div.info span", every=True),
            "the outlet the story was taken from",
            to="agency",
            pattern=r"^来源[：:]\s{0,3}(?!证券时报网)(?P<value>.+)",
            example='<div class="info">… <span>来源：某某日报</span></div>',
        ),
        take(
            "author",
            css("div.intal_tit div.info span", every=True),
            "the author stands below the headline",
            to="authors",
            pattern=r"^作者[：:].+",
            example='<div class="info">… <span>作者：张三</span></div>',
        ),
        take(
            "topic",
            css("div.fenlei1"),
            "the site's topic below the story",
            to="keywords",
            consume=True,
            example='<div class="fenlei1">机构调研</div>',
        ),
        take(
            "keywords",
            css("div.fenlei2"),
            "the site's keywords below the story",
            to="keywords",
            consume=True,
            example='<div class="fenlei2">机构、调研、走访</div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [STCN]
