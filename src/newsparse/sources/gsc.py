"""中国地理学会: the Geographical Society of China."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, site

GSC = Source(
    id="gsc",
    title="中国地理学会",
    matches=(domain("gsc.org.cn"), site("中国地理学会官网")),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.detailCon",),
    map=(
        take(
            "title",
            css("div.xq_fonts > h5"),
            "the headline; the title of every page is that of the site",
            to="title",
            example='<div class="xq_fonts"><h5>某某年会</h5></div>',
        ),
        take(
            "published",
            css("div.ly b"),
            "the day stands below the headline",
            to="published",
            example='<div class="ly"><b title="发布时间">发布时间：2019-05-18</b></div>',
        ),
        take(
            "outlet",
            css("div.ly i"),
            "where the story was taken from",
            to="agency",
            pattern=r"来源[：:]\s{0,3}(?!中国地理学会)(?P<value>.+)",
            example='<div class="ly"><i>来源：某某学院</i></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [GSC]
