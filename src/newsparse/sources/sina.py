"""新浪: finance.sina.com.cn, sports.sina.com.cn and the archive's posts of both."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take, text
from ..source import Source, domain, site

SINA = Source(
    id="sina",
    title="新浪",
    matches=(
        site("新浪财经"),
        site("新浪体育"),
        site("新浪新闻"),
        site("新浪科技"),
        site("新浪网"),
        domain("sina.com.cn"),
        domain("sina.cn"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("#artibody", "#article"),
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
            "player-title",
            css("div.video-2017"),
            "the player of pages, with the video's title",
            example='<div class="video-2017"><div class="video-info">视频-……</div></div>',
        ),
        strip(
            "quotes",
            css('span[id^="quote_"]'),
            "the share's price of the day the page is looked at, behind a company's name",
            example='<span id="quote_XYZ">(<font>1.0</font>)</span>',
        ),
        strip(
            "advert-of-analysts",
            text(r"^炒股就看.{4,80}$", scope="opening"),
            "advert of a service of the site, above the story",
            example="炒股就看金麒麟分析师研报，权威，专业，及时，全面，助您挖掘潜力主题机会！",
        ),
        strip(
            "advert-of-app",
            text(r"^安装新浪财经客户端.{0,60}$"),
            "advert of the site's app, above or below the story",
            example="安装新浪财经客户端第一时间接收最全面的市场资讯→【下载地址】",
        ),
        strip(
            "call-for-tips",
            text(r"^【线索征集令】.{0,300}$"),
            "asks readers for tips",
            example="【线索征集令】你吐槽，我倾听；您爆料，我报道！……",
        ),
        strip(
            "special",
            text(r"^[>》]{0,2}\s?专题[：:].{2,60}$"),
            "a link to the special the story belongs to",
            example="专题：2021年中报",
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
        take(
            "editor-line-of-news",
            css("p.show_author"),
            "the same on the pages of the news site",
            to="editors",
            pattern=r"责任编辑[：:].+",
            consume=True,
            example='<p class="show_author">责任编辑：张三</p>',
        ),
        take(
            "published",
            css("div.date-source span.date"),
            "the moment of publication stands below the headline",
            to="published",
            example='<span class="date">2019年11月25日 18:57</span>',
        ),
        take(
            "outlet",
            css("div.date-source .source"),
            "the outlet the story was taken from",
            to="agency",
            example='<a class="source">某某日报</a>',
        ),
    ),
    captions=("span.img_descr", "span.a-p-s-txt"),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [SINA]
