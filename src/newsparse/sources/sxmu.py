"""山西医科大学: the news of a medical university."""

from __future__ import annotations

from ..document import Document
from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, marker


def names_the_university(document: Document) -> bool:
    """Many universities have pages of the same program."""
    return "sxmu.edu.cn" in document.html


SXMU = Source(
    id="sxmu",
    title="山西医科大学",
    matches=(domain("sxmu.edu.cn"), marker("vsb_content")),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    detect_with=names_the_university,
    story=("#vsb_content",),
    map=(
        take(
            "title",
            css("span.STYLE8"),
            "the headline is no heading; the title of the page has the section behind it",
            to="title",
            example='<span class="STYLE8">某某通知</span>',
        ),
        take(
            "published",
            css('td[bgcolor="#CCCCCC"]'),
            "the day stands in the line below the headline",
            to="published",
            pattern=r"发布时间[：:]\s{0,3}(?P<value>\d{4}-\d\d-\d\d)",
            example='<td bgcolor="#CCCCCC">来源: | 发布时间: 2018-05-17 | 浏览次数: 1</td>',
        ),
        take(
            "outlet",
            css('td[bgcolor="#CCCCCC"]'),
            "where the story was taken from, if anybody filled it in",
            to="agency",
            pattern=r"来源[：:]\s{0,3}(?P<value>[^\s|][^|]{0,40}?)\s{0,3}\|",
            example='<td bgcolor="#CCCCCC">来源: 某某部 | 发布时间: 2018-05-17</td>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [SXMU]
