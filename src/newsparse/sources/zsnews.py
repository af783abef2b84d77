"""中山网: the daily of Zhongshan, Guangdong."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, site

ZSNEWS = Source(
    id="zsnews",
    title="中山网",
    matches=(
        site("中山网"),
        domain("zsnews.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=('td[style*="line-height:166%"]',),
    strip=(
        strip(
            "advert",
            css("div.ad-213"),
            "place of an advert",
            example='<div class="ad-213 mT-30 clearfix"></div>',
        ),
    ),
    map=(
        take(
            "title",
            css("span.Title > b"),
            "the headline of pages is no heading",
            to="title",
            example='<span class="Title"><b>……</b></span>',
        ),
        take(
            "published",
            css('td > font[color="#666666"]'),
            "pages of the site's older layout tell the day below the story",
            to="published",
            pattern=r"发布日期[：:]\s{0,3}(?P<value>\d{4}-\d\d-\d\d)",
            example='<font color="#666666">发布日期：2019-03-06 责任编辑：张三</font>',
        ),
        take(
            "editor",
            css('td > font[color="#666666"]'),
            "and the editor in the same line",
            to="editors",
            pattern=r"责任编辑[：:].+",
            example='<font color="#666666">发布日期：2019-03-06 责任编辑：张三</font>',
        ),
        take(
            "outlet",
            css('font[color="#C30000"]'),
            "the office the story was taken from stands below the headline",
            to="agency",
            pattern=r"来源于[：:]\s{0,3}(?P<value>.+)",
            example='<font color="#C30000">来源于：某某办事处</font>',
        ),
        take(
            "editor-line",
            css("div.article-author"),
            "the editor in charge stands in a box below the story",
            to="editors",
            pattern=r"责任编辑[：:].+",
            consume=True,
            example='<div class="article-author"><span class="pL10">责任编辑：张三</span></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [ZSNEWS]
