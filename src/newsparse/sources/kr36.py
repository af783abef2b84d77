"""36氪: company names in running text are links to their profiles."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take, text
from ..source import Source, domain, site

KR36 = Source(
    id="kr36",
    title="36氪",
    matches=(
        site("36氪"),
        site("36 氪"),
        site("36kr"),
        domain("36kr.com"),
    ),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    map=(
        take(
            "account",
            text(
                r"^本文来自微信公众号[：:]?\s?[“\"「](?P<agency>[^”\"」]{2,24})[”\"」][^，。]{0,40}"
                r"(?:，作者[：:]\s?(?P<authors>[^，。]{2,40}))?(?:，[^。]{0,40})?。?$"
            ),
            "the WeChat account a story was taken from, and who wrote it",
            consume=True,
            example="本文来自微信公众号“某某”（ID：abc），作者：张三，36氪经授权发布。",
        ),
        take(
            "companies",
            css("a.project-link", attribute="data-name", every=True),
            "the companies the story names, as the site tagged them",
            to="keywords",
            example='<a class="project-link" data-name="某某科技">某某</a>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [KR36]
