"""简书: blogs; pictures are wrapped in div.image-package with a div.image-caption."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

JIANSHU = Source(
    id="jianshu",
    title="简书",
    matches=(
        site("简书"),
        domain("jianshu.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    captions=("div.image-caption",),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [JIANSHU]
