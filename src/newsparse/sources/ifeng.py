"""凤凰网: pages whose class names end in letters that change with each release."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, site

IFENG = Source(
    id="ifeng",
    title="凤凰网",
    matches=(
        site("凤凰网"),
        site("凤凰新闻"),
        site("凤凰财经"),
        domain("ifeng.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=('div[class^="main_content-"]', "#main_content"),
    strip=(
        strip(
            "logo",
            css("span.ifengLogo"),
            "the site's logo marks the end of the story",
            example='<span class="ifengLogo"><img></span>',
        ),
        strip(
            "statistics",
            css('iframe[src*="injection.html"]'),
            "counts readers, shows nothing",
            example='<iframe src="https://p1.ifengimg.com/a/injection.html"></iframe>',
        ),
    ),
    map=(
        take(
            "published",
            css('p[class^="time-"]'),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"^\d{4}年\d\d月\d\d日 \d\d:\d\d(?::\d\d)?",
            example='<p class="time-x1"><span>2019年09月07日 08:05:32</span></p>',
        ),
        take(
            "published-before-2018",
            css("#artical_sth span.ss01"),
            "the same in the site's older layout",
            to="published",
            example='<span class="ss01">2020年09月11日 18:05</span>',
        ),
        take(
            "outlet",
            css('span[class^="source-"]'),
            "the outlet the story was taken from",
            to="agency",
            example='<span class="source-x1">某某社</span>',
        ),
        take(
            "outlet-before-2018",
            css("#artical_sth span.ss03"),
            "the same in the site's older layout",
            to="agency",
            example='<span class="ss03">某某社</span>',
        ),
        take(
            "editor-line",
            css('p[class^="author-"]'),
            "the editor in charge stands below the story",
            to="editors",
            pattern=r"(?:责任编辑|责编|编辑)[：:].+",
            consume=True,
            example='<p class="author-x1">[责任编辑：张三 PK155]</p>',
        ),
        take(
            "editor-line-before-2018",
            css("#artical_sth2 p.iphone_none"),
            "the same in the site's older layout",
            to="editors",
            pattern=r"责任编辑[：:].+",
            example='<div id="artical_sth2"><p class="iphone_none">[责任编辑：张三]</p></div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [IFENG]
