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
