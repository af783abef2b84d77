"""新浪: finance.sina.com.cn, sports.sina.com.cn and the archive's posts of both."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take
from ..source import Source, domain, site

SINA = Source(
    id="sina",
    title="新浪",
    matches=(
        site("新浪财经"),
        site("新浪体育"),
        site("新浪新闻"),
        site("新浪科技"),
        domain("sina.com.cn"),
        domain("sina.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    strip=(
        strip(
            "qr-box",
            css("div.appendQr_wrap"),
            "QR code and advert of the Sina Finance app",
            example='<div class="appendQr_wrap">…海量资讯、精准解读，尽在新浪财经APP</div>',
        ),
        strip(
            "player",
            css("div.a-p-hd"),
            "the video player's words while it loads",
            example='<div class="a-p-hd">视频加载中，请稍候...</div>',
        ),
        strip(
            "player-play",
            css("i.a-p-s-play"),
            "a button of the video player",
            example='<i class="a-p-s-play">play</i>',
        ),
        strip(
            "player-back",
            css("a.a-p-s-prev"),
            "a button of the video player",
            example='<a class="a-p-s-prev">向前</a>',
        ),
        strip(
            "player-on",
            css("a.a-p-s-next"),
            "a button of the video player",
            example='<a class="a-p-s-next">向后</a>',
        ),
        strip(
            "advert",
            css("#left_hzh_ad"),
            "place of an advert",
            example='<div id="left_hzh_ad">…</div>',
        ),
    ),
    map=(
        take(
            "original-title",
            css("p.ori_titlesource"),
            "the headline of the outlet the story comes from",
            to="original_title",
            pattern=r"原标题[：:]\s{0,3}(?P<value>.+)",
            consume=True,
            example='<p class="ori_titlesource">原标题：…</p>',
        ),
        take(
            "editor-line",
            css("p.article-editor"),
            "the editor in charge, with a code behind the name",
            to="editors",
            pattern=r"责任编辑[：:].+",
            consume=True,
            example='<p class="article-editor">责任编辑：张三 SF014</p>',
        ),
    ),
    captions=("span.img_descr", "span.a-p-s-txt"),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [SINA]
