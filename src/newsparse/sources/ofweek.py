"""OFweek 高科技行业门户: trade news, often the press releases of makers."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import after, strip, text
from ..source import Source, domain, site

OFWEEK = Source(
    id="ofweek",
    title="OFweek",
    matches=(
        site("高科技行业门户"),
        site("OFweek"),
        domain("ofweek.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    strip=(
        strip(
            "fine-print",
            after(text(r"^(?:附属细则|注意事项和免责声明)[：:]?$")),
            "footnotes and disclaimers of the maker's lawyers, to the end",
            example="注意事项和免责声明",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [OFWEEK]
