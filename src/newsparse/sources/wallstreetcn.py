"""华尔街见闻: flashes without a headline; their title is the text cut off."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

WALLSTREETCN = Source(
    id="wallstreetcn",
    title="华尔街见闻",
    matches=(
        site("华尔街见闻"),
        domain("wallstreetcn.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [WALLSTREETCN]
