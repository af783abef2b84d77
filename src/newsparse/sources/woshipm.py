"""人人都是产品经理: product managers' articles, opened by the editors' summary."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, site

WOSHIPM = Source(
    id="woshipm",
    title="人人都是产品经理",
    matches=(
        site("人人都是产品经理"),
        domain("woshipm.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    map=(
        take(
            "introduction",
            css("blockquote"),
            "the editors' summary opens the story as a quotation",
            to="summary",
            pattern=r"^编辑(?:导语|导读)\s{0,3}[：:]\s{0,3}(?P<value>.+)",
            consume=True,
            example="<blockquote><p>编辑导语：……</p></blockquote>",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [WOSHIPM]
