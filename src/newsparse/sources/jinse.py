"""金色财经: flashes that open with 【headline】, which is also where their title comes from."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

JINSE = Source(
    id="jinse",
    title="金色财经",
    matches=(
        site("金色财经"),
        domain("jinse.com"),
        domain("jinse.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [JINSE]
