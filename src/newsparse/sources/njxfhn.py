"""富达传媒: a blog of copied news."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take, text
from ..source import Source, domain

NJXFHN = Source(
    id="njxfhn",
    title="富达传媒",
    matches=(domain("njxfhn.com"),),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.post-body",),
    strip=(
        strip(
            "link-home",
            css('a[href*="strategyid="]'),
            "the link home was copied along with the story",
            example='<a href="/?strategyid=00001">返回某某，查看更多</a>',
        ),
        strip(
            "other-story",
            css("div.post-body > blockquote"),
            "the beginning of another story",
            example='<div class="post-body"><blockquote>……</blockquote></div>',
        ),
        strip(
            "no-editor",
            text(r"^责任编辑[：:]$"),
            "the line of the editor is empty",
            example="责任编辑：",
        ),
    ),
    map=(
        take(
            "title",
            css("h2.post-title"),
            "the headline, without the advertisement in brackets before it",
            to="title",
            pattern=r"^(?:\[[^\[\]]{1,20}\])?(?P<value>.+)",
            example='<h2 class="post-title">[某某化妆品]某地阿婆受骗</h2>',
        ),
        take(
            "published",
            css("h6.post-footer a.post-date"),
            "the day stands below the headline",
            to="published",
            example='<h6 class="post-footer"><a class="post-date">2019年09月11日</a></h6>',
        ),
        take(
            "outlet",
            text(r"^,\s{0,2}(?P<agency>[\u3400-\u9fff]{2,10})$", scope="ending"),
            "where the story was copied from stands behind a comma below it",
            consume=True,
            example=",某某都市报",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [NJXFHN]
