"""观察者网: news, and essays of its columnists."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, site

GUANCHA = Source(
    id="guancha",
    title="观察者网",
    matches=(
        site("观察者网"),
        domain("guancha.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.content.all-txt",),
    strip=(
        strip(
            "pages",
            css("div.module-page:has(a.next)"),
            "links to the further pages of the story",
            reports="truncated",
            example='<div class="module-page"><a class="next">下一页</a></div>',
        ),
    ),
    map=(
        take(
            "published",
            css("div.time span"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?",
            example='<div class="time fix"><span>2019-09-07 15:10:53</span></div>',
        ),
        take(
            "modified",
            css("div.time", every=True),
            "the last change stands in a line of its own",
            to="modified",
            pattern=r"最后更新[：:]\s{0,3}(?P<value>[\d\s:-]{10,20})",
            example='<div class="time fix">最后更新: 2019-09-07 15:14:21</div>',
        ),
        take(
            "outlet",
            css("div.time span", every=True),
            "the outlet the story was taken from",
            to="agency",
            pattern=r"来源[：:]\s{0,3}(?!观察者网)(?P<value>.+)",
            example='<div class="time fix"><span>来源：某某社</span></div>',
        ),
        take(
            "columnist",
            css("div.author-intro p a", every=True),
            "the columnist stands below the headline",
            to="authors",
            example='<div class="author-intro"><p><a>张三</a><span>某某大学教授</span></p></div>',
        ),
        take(
            "original-title",
            css("ul.article-other li", every=True),
            "the headline of the outlet the story comes from",
            to="original_title",
            pattern=r"^原标题[：:]\s{0,3}(?P<value>.+)",
            example='<ul class="article-other"><li>原标题：……</li></ul>',
        ),
        take(
            "editor",
            css("ul.article-other li", every=True),
            "the editor in charge stands below the story",
            to="editors",
            pattern=r"^责任编辑[：:].+",
            example='<ul class="article-other"><li>责任编辑：张三</li></ul>',
        ),
        take(
            "tags",
            css("div.key-word a", every=True),
            "the story's topics",
            to="keywords",
            example='<div class="key-word"><a>贸易</a></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [GUANCHA]
