"""人民网: the site of the People's Daily."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, meta, site

PEOPLE = Source(
    id="people",
    title="人民网",
    matches=(
        site("人民网"),
        meta("copyright", "人民网版权所有"),
        domain("people.com.cn"),
        domain("people.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("#rwb_zw",),
    strip=(
        strip(
            "next-page",
            css('img[src*="next_page"]'),
            "a button to the next page",
            example='<center><img src="/img/next_page.jpg"></center>',
        ),
        strip(
            "page-numbers",
            css("div.zdfy:has(a)"),
            "links to the further pages of the story",
            reports="truncated",
            example='<div class="zdfy"><a>【1】</a><a>【2】</a></div>',
        ),
    ),
    map=(
        take(
            "published",
            css("div.text_title div.box01"),
            "the moment of publication stands below the headline",
            to="published",
            pattern=r"\d{4}年\d\d月\d\d日\s?\d\d:\d\d",
            example='<div class="box01"><div class="fl">2019年06月15日08:18　来源：…</div></div>',
        ),
        take(
            "outlet",
            css("div.text_title div.box01 a"),
            "the outlet the story was taken from",
            to="agency",
            pattern=r"^(?!人民网).{2,30}$",
            example='<div class="box01"><div class="fl">…来源：<a>某某日报</a></div></div>',
        ),
        take(
            "editor-line",
            css("#rwb_zw div.edit"),
            "the editor in charge stands below the story",
            to="editors",
            pattern=r"(?:责任编辑|责编|编辑)[：:].+",
            consume=True,
            example='<div class="edit clearfix">(责编：张三、李四)</div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [PEOPLE]
