"""网易 (163.com): pages of its news sites, and of the accounts of 网易号."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, meta, site

NETEASE = Source(
    id="netease",
    title="网易",
    matches=(
        site("网易"),
        site("网易新闻"),
        site("网易号"),
        meta("author", "网易"),
        meta("Copyright", "网易版权所有"),
        domain("163.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("#endText", ".article_wrap #content"),
    strip=(
        strip(
            "advert",
            css("div.gg200x300"),
            "place of an advert inside the story",
            example='<div class="gg200x300"><a class="ad_hover_href"></a></div>',
        ),
        strip(
            "related",
            css("div.special_tag_wrap"),
            "links to other stories, and a teaser of them",
            example='<div class="special_tag_wrap">延伸 · 推荐</div>',
        ),
        strip(
            "hidden-teaser",
            css('pre[style*="none"]'),
            "the teaser of another story, not shown",
            example='<pre style="display: none">……</pre>',
        ),
        strip(
            "player",
            css("div.video-wrapper"),
            "the video player, its words and the video's title",
            example='<div class="video-wrapper">您的浏览器暂时无法播放此视频.</div>',
        ),
    ),
    map=(
        take(
            "original-title",
            css("p.otitle"),
            "the headline of the outlet the story comes from",
            to="original_title",
            pattern=r"原标题[：:]\s{0,3}(?P<value>.+?)\s{0,3}）?$",
            consume=True,
            example='<p class="otitle">（原标题：……）</p>',
        ),
        take(
            "published",
            css("div.post_time_source"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?",
            example='<div class="post_time_source">2020-02-29 18:34:31　来源: …</div>',
        ),
        take(
            "day",
            css("div.share_box p.time"),
            "an account's story tells its day only",
            to="published",
            pattern=r"^\d{4}-\d\d-\d\d",
            example='<p class="time">2019-05-17 · 某某号</p>',
        ),
        take(
            "account",
            css("div.share_box p.time"),
            "the account that writes on the platform",
            to="authors",
            pattern=r"·\s{0,3}(?P<value>.+)$",
            convert="account",
            example='<p class="time">2019-05-17 · 某某号</p>',
        ),
        take(
            "outlet",
            css("#ne_article_source"),
            "the outlet the story was taken from",
            to="agency",
            example='<a id="ne_article_source">某某日报</a>',
        ),
        take(
            "editor-line",
            css("span.ep-editor"),
            "the editor in charge stands below the story",
            to="editors",
            pattern=r"责任编辑[：:][^_]+",
            consume=True,
            example='<span class="ep-editor">责任编辑：张三_NF4425</span>',
        ),
        take(
            "outlet-below",
            css("div.ep-source span.left"),
            "the outlet stands once more below the story",
            to="agency",
            pattern=r"来源[：:]\s{0,3}(?P<value>.+)",
            consume=True,
            example='<span class="left">本文来源：某某日报</span>',
        ),
    ),
    captions=("p.f_center > span",),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [NETEASE]
