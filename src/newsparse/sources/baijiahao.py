"""百家号: stories of the accounts on Baidu's platform."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, site

BAIJIAHAO = Source(
    id="baijiahao",
    title="百家号",
    matches=(
        site("百家号"),
        domain("baijiahao.baidu.com"),
        domain("mbd.baidu.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.article-content",),
    map=(
        take(
            "published",
            css('meta[itemprop="dateUpdate"]', attribute="content"),
            "the page shows month and day only; the head has the year",
            to="published",
            example='<meta itemprop="dateUpdate" content="2019-10-08 12:00:57">',
        ),
        take(
            "account",
            css("p.author-name"),
            "the account that writes on the platform",
            to="authors",
            convert="account",
            example='<p class="author-name">某某</p>',
        ),
        take(
            "account-of-house",
            css("p.author-name"),
            "the account is that of a newspaper or another outlet",
            to="agency",
            convert="house",
            example='<p class="author-name">某某日报</p>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [BAIJIAHAO]
