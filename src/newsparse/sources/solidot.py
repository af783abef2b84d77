"""Solidot: bare text with links, a picture behind line breaks."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

SOLIDOT = Source(
    id="solidot",
    title="Solidot",
    matches=(
        site("Solidot"),
        domain("solidot.org"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [SOLIDOT]
