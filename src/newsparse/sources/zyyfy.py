"""湖南省中医药研究院附属医院: the news of a hospital."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import take, text
from ..source import Source, domain

ZYYFY = Source(
    id="zyyfy",
    title="湖南省中医药研究院附属医院",
    matches=(domain("zyyfy.com"),),
    inherits=("chinese-news",),
    language="zh-Hans",
    zone="Asia/Shanghai",
    story=("#div_article_content",),
    map=(
        take(
            "reporters",
            text(
                r"^本站讯（(?P<authors>(?:职工)?通讯员 [\u3400-\u9fff ]{2,30})）", scope="opening"
            ),
            "the story opens with those who reported it",
            example="本站讯（职工通讯员 张三 李四）",
        ),
        take(
            "editor",
            text(
                r"^[\u3400-\u9fff、]{2,30}供稿\s{1,3}(?:摄影/[\u3400-\u9fff]{2,4}\s{1,3})?"
                r"编辑/(?P<editors>[\u3400-\u9fff]{2,4})$",
                scope="ending",
            ),
            "and ends with the editor, behind the office that sent it",
            consume=True,
            example="某某科供稿 摄影/张三 编辑/李四",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [ZYYFY]
