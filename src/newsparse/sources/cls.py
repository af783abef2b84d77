"""财联社: flashes that open with 【headline】 and a dateline, bare text."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

CLS = Source(
    id="cls",
    title="财联社",
    matches=(
        site("财联社"),
        domain("cls.cn"),
        domain("cailianpress.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [CLS]
