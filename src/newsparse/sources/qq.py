"""腾讯网: news.qq.com, new.qq.com and their sisters."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, meta, site
from .in_scripts import published_in

QQ = Source(
    id="qq",
    title="腾讯网",
    matches=(
        site("腾讯网"),
        site("腾讯新闻"),
        meta("sogou_site_verification", "SYWy6ahy7s"),
        domain("qq.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("#Cnt-Main-Article-QQ", "div.content-article"),
    strip=(
        strip(
            "browser-tips",
            css('iframe[src*="chrometips"]'),
            "a guide for visitors, not part of the story",
            example='<iframe src="http://www.qq.com/chrometips/guide.htm"></iframe>',
        ),
        strip(
            "back",
            css("#backqqcom"),
            "a link to the front page closes the story",
            example='<a id="backqqcom">返回腾讯网首页>></a>',
        ),
        strip(
            "status",
            css("#Status"),
            "says that the story is an account's, not the site's",
            example='<div id="Status">免责声明：……</div>',
        ),
    ),
    map=(
        take(
            "lead",
            css("div.introduction"),
            "the abstract stands above the story",
            to="summary",
            consume=True,
            example='<div class="introduction">……</div>',
        ),
        take(
            "published",
            css("span.a_time"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?",
            example='<span class="a_time">2019-09-23 07:48</span>',
        ),
        take(
            "outlet",
            css("span.a_source"),
            "the outlet the story was taken from",
            to="agency",
            example='<span class="a_source">某某日报</span>',
        ),
        take(
            "account",
            css("#LeftTool a.author div"),
            "the account that writes on the platform",
            to="authors",
            convert="account",
            example='<a class="author"><div>某某</div><span class="qiehao">企鹅号</span></a>',
        ),
    ),
    map_with=published_in(r'"pubtime":\s{0,3}"(?P<value>[^"]{8,30})"', "script pubtime"),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [QQ]
