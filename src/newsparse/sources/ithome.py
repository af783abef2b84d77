"""IT之家: IT news; captions are centred paragraphs that begin with ▲."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip
from ..source import Source, domain, site

ITHOME = Source(
    id="ithome",
    title="IT之家",
    matches=(
        site("IT 之家"),
        site("IT之家"),
        domain("ithome.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    strip=(
        strip(
            "tip-thanks",
            css("div.tougao-user"),
            "thanks the reader who sent the tip",
            example='<div class="tougao-user">感谢IT之家网友 某某 的线索投递！</div>',
        ),
    ),
    captions=('p:lexbor-contains("▲")',),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [ITHOME]
