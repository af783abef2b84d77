"""澎湃新闻: bare text, paragraphs kept apart by <br> and empty div.contheight."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take, text
from ..source import Source, domain, site

THEPAPER = Source(
    id="thepaper",
    title="澎湃新闻",
    matches=(
        site("澎湃新闻"),
        site("澎湃新闻-The Paper"),
        domain("thepaper.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.news_txt",),
    strip=(
        strip(
            "scan-code",
            text(r"^扫描下方二维码[^。！？]{0,20}$"),
            "asks to scan a code, above the menu of an account",
            example="扫描下方二维码解锁更多技能",
        ),
        strip(
            "app-advert",
            css("div.hide_word"),
            "advert of the site's app, not shown",
            example='<div class="hide_word">(更多原创资讯请下载某某APP)</div>',
        ),
    ),
    map=(
        take(
            "editor-of-account",
            text(r"^(?P<editors>(?:编辑|责编|校对)[|｜][\u3400-\u9fff]{2,4})$"),
            "accounts name their editors above a menu, far from the end",
            consume=True,
            example="责编|张三三",
        ),
        take(
            "published",
            css("div.news_about p", every=True),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"^\d{4}-\d\d-\d\d \d\d:\d\d",
            example='<div class="news_about"><p>2019-09-24 09:10</p></div>',
        ),
        take(
            "outlet",
            css("div.news_about p", every=True),
            "the outlet stands behind the moment, or alone, or behind the author",
            to="agency",
            pattern=r"来源[：:]\s{0,3}(?!澎湃新闻$)(?P<value>.+)",
            example='<div class="news_about"><p>2019-09-24 09:10 <span>来源：某某</span></p></div>',
        ),
        take(
            "author-and-outlet",
            css("div.news_about p"),
            "author and outlet, a stroke between them",
            pattern=r"^(?P<authors>[^/\d]{2,30})/(?P<agency>[^/]{2,20})$",
            example='<div class="news_about"><p>张三/某某日报</p></div>',
        ),
        take(
            "reporter",
            css("div.news_about p"),
            "the site's own reporters",
            to="authors",
            pattern=r"(?:记者|实习生|特约撰稿|编译)\s{1,3}.+",
            example='<div class="news_about"><p>澎湃新闻记者 张三</p></div>',
        ),
        take(
            "agency-alone",
            css("div.news_about p"),
            "a story taken over as it was",
            to="agency",
            pattern=r"^(?P<value>[\u4e00-\u9fff]{2,8}(?:社|报|网))$",
            example='<div class="news_about"><p>某某社</p></div>',
        ),
        take(
            "editors",
            css("div.news_infor_extra div.infor_item", every=True),
            "editor and proof-reader stand below the story",
            to="editors",
            example='<div class="infor_item">责任编辑：张三</div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [THEPAPER]
