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
