"""澎湃新闻: bare text, paragraphs kept apart by <br> and empty div.contheight."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

THEPAPER = Source(
    id="thepaper",
    title="澎湃新闻",
    matches=(
        site("澎湃新闻"),
        domain("thepaper.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [THEPAPER]
