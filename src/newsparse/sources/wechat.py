"""微信公众号: stories of WeChat's public accounts."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source, domain, meta, site
from .in_scripts import published_in

WECHAT = Source(
    id="wechat",
    title="微信公众号",
    matches=(
        site("微信公众号"),
        site("微信公众平台"),
        meta("og:site_name", "微信公众平台"),
        domain("mp.weixin.qq.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("#js_content",),
    map=(
        take(
            "account",
            css("#js_name"),
            "the account is the publisher",
            to="publisher",
            example='<a id="js_name">某某</a>',
        ),
        take(
            "author",
            css("#js_author_name"),
            "the account names an author",
            to="authors",
            convert="account",
            example='<span id="js_author_name">张三</span>',
        ),
    ),
    map_with=published_in(r'var ct\s{0,3}=\s{0,3}"(?P<value>\d{10})"', "script ct"),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [WECHAT]
