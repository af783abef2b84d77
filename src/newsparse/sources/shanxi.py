"""山西省人民政府: the government of Shanxi."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import take, text
from ..source import Source, domain, meta
from .site_words import without_words_of_site

SHANXI = Source(
    id="shanxi",
    title="山西省人民政府网站",
    matches=(
        domain("shanxi.gov.cn"),
        meta("SiteDomain", "www.shanxi.gov.cn"),
    ),
    inherits=("chinese-offices",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("div.article-body",),
    map=(
        take(
            "author",
            text(r"(?<=[。！？”])（(?P<authors>[\u3400-\u9fff、]{2,15})）$", scope="ending"),
            "the reporter stands in brackets behind the story",
            consume=True,
            example="<p>南美站活动将先后在三国举行。（张三）</p>",
        ),
    ),
    finish_with=without_words_of_site(opening="山西省人民政府网", keyword="山西省办公厅"),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [SHANXI]
