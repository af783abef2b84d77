"""联合早报: Singapore's Chinese daily; the archive has the teasers of its paid stories."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip, take, text
from ..source import Source, domain, site

ZAOBAO = Source(
    id="zaobao",
    title="联合早报",
    matches=(
        site("联合早报"),
        domain("zaobao.com"),
        domain("zaobao.com.sg"),
        domain("zaobao.sg"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Singapore",
    strip=(
        strip(
            "subscribe",
            css("div.article-microtransaction"),
            "asks to subscribe: the rest of the story is for subscribers",
            reports="paywalled",
            example='<div class="article-microtransaction">请订阅或登录，以继续阅读全文！</div>',
        ),
        strip(
            "advert",
            css("div.dfp-tag-wrapper"),
            "place of an advert",
            example='<div id="dfp-ad-midarticle" class="dfp-tag-wrapper">…</div>',
        ),
        strip(
            "advert-in-text",
            css("#innity-in-post"),
            "place of an advert",
            example='<div id="innity-in-post"></div>',
        ),
    ),
    map=(
        take(
            "dateline",
            text(
                r"^[（(](?P<place>(?!早报)[\u4e00-\u9fff]{2,5}?)(?:综合)?[讯電电][）)]",
                scope="opening",
            ),
            "the place in brackets at the head of the story",
            example="（北京综合讯）",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [ZAOBAO]
