"""东方网: Shanghai news; an abstract above and credits below the story."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, site

EASTDAY = Source(
    id="eastday",
    title="东方网",
    matches=(
        site("东方网"),
        domain("eastday.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    map=(
        take(
            "photo-credit",
            css("#newscontents ~ div pre"),
            "who gave the pictures, set as preformatted text",
            to="extra.photo_credit",
            pattern=r"^.{2,40}(?:供图|摄|提供)$",
            consume=True,
            example="<pre>某某镇供图</pre>",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [EASTDAY]
