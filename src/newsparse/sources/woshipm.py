"""人人都是产品经理: product managers' articles, opened by the editors' summary."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take, text
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
        take(
            "author",
            text(
                r"^本文由\s?@?(?P<authors>[^，。]{2,24}?)\s?(?:原创|授权|翻译)?发布于\s?人人都是产品经理.{0,40}$",
                scope="ending",
            ),
            "the author stands below the story",
            consume=True,
            example="本文由 @张三 原创发布于人人都是产品经理。未经许可，禁止转载",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [WOSHIPM]
