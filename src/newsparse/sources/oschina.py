"""开源中国: news of open source software, with code blocks."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

OSCHINA = Source(
    id="oschina",
    title="开源中国",
    matches=(
        site("开源中国"),
        domain("oschina.net"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [OSCHINA]
