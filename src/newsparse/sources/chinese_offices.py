"""What sites of Chinese offices share: the ``<meta>`` that the state prescribes for them.

The names are those of 政府网站发展指引 (国办发〔2017〕47号), appendix 2.
"""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, take
from ..source import Source

CHINESE_OFFICES = Source(
    id="chinese-offices",
    title="Chinese offices",
    inherits=("chinese-news",),
    map=(
        take(
            "title",
            css('meta[name="ArticleTitle"]', attribute="content"),
            "the headline alone",
            to="title",
            example='<meta name="ArticleTitle" content="某某启动">',
        ),
        take(
            "published",
            css('meta[name="PubDate"]', attribute="content"),
            "the moment of publication, in the time of China",
            to="published",
            example='<meta name="PubDate" content="2019-09-18 06:23">',
        ),
        take(
            "outlet",
            css('meta[name="ContentSource"],meta[name="contentSource"]', attribute="content"),
            "the paper or office that the story was taken from",
            to="agency",
            example='<meta name="ContentSource" content="某某日报">',
        ),
        take(
            "column",
            css('meta[name="ColumnName"]', attribute="content"),
            "the section of the site",
            to="categories",
            example='<meta name="ColumnName" content="要闻">',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [CHINESE_OFFICES]
