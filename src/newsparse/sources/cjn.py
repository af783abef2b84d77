"""长江网: the site of the Changjiang Daily, Wuhan."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, site

CJN = Source(
    id="cjn",
    title="长江网",
    matches=(
        site("长江网"),
        site("长江网_cjn.cn"),
        domain("cjn.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.art-main",),
    map=(
        take(
            "published",
            css("div.art-meta span.pub-time"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?",
            example='<span class="pub-time">2020-10-04 20:30</span>',
        ),
        take(
            "outlet",
            css("div.art-meta span.sour"),
            "the outlet the story was taken from",
            to="agency",
            pattern=r"来源[：:]\s{0,3}(?!长江网)(?P<value>.+)",
            example='<span class="sour">来源: 某某网</span>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [CJN]
