"""e公司: one-line flashes on listed companies, bare text."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

EGS = Source(
    id="egs",
    title="e公司",
    matches=(
        site("e 公司"),
        site("e公司"),
        domain("egsea.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [EGS]
