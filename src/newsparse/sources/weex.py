"""WEEX: market news of 华尔街见闻; the archive has one sentence of each story."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import key, take
from ..source import Source, domain, site

WEEX = Source(
    id="weex",
    title="WEEX",
    matches=(
        site("WEEX"),
        site("WEEX 华尔街见闻旗下全球投资线上品牌"),
        domain("weexcn.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    map=(
        take(
            "publisher",
            key("author"),
            "the archive adds the site's slogan to its name",
            to="publisher",
            pattern=r"^WEEX\b",
            example="author: WEEX 华尔街见闻旗下全球投资线上品牌 - 资讯",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [WEEX]
