"""香港01: the archive has the first sentences of each story and one picture."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

HK01 = Source(
    id="hk01",
    title="香港01",
    matches=(
        site("香港 01"),
        site("香港01"),
        domain("hk01.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hant",
    zone="Asia/Hong_Kong",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [HK01]
