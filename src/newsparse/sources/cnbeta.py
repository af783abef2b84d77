"""cnBeta: the lead is bare text closed by <br>, then come paragraphs."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

CNBETA = Source(
    id="cnbeta",
    title="cnBeta",
    matches=(
        site("cnBeta"),
        domain("cnbeta.com"),
        domain("cnbeta.com.tw"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [CNBETA]
