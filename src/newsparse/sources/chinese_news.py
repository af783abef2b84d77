"""What Chinese news sites share: credit lines, datelines, notices.

The credit words are those of the trade; the patterns are anchored to whole
blocks or to their ends, so that running text which merely speaks of a 记者 or
a 来源 is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..agencies import DATELINE_PATTERN
from ..converters import Context, Converter, to_text
from ..hookspecs import hookimpl
from ..person import Person
from ..rules import strip, take, text
from ..source import Source

# The words before the names of those who edited, and of those who wrote.
EDITORS = (
    "责任编辑|責任編輯|责编|責編|本文编辑|值班编辑|文字编辑|网络编辑|新媒体编辑|图文编辑|"
    "编辑|編輯|栏目主编|主编|编审|审校|审核|校对|校對|监制|统筹|终审|复审|初审|值班编委"
)
AUTHORS = (
    "作者|执笔|文字记者|摄影记者|本报记者|实习记者|见习记者|特约记者|首席记者|通讯员|记者|記者|"
    "撰文|撰稿|采写|采访|编译|编译自|译者|翻译|文字|文"
)

# Names as they stand in a credit line: no sentence, no colon except before further names.
_NAMES = r"[^。！？；\n]{2,60}?"
# Names that only a blank keeps apart from the word before them: nothing but short Chinese words.
_WORD = r"[\u3400-\u9fff·]{2,5}"
_PEOPLE = rf"{_WORD}(?:[\s、，,/]{{1,2}}{_WORD}){{0,7}}"
_HOUSES = r"[\u3400-\u9fffA-Za-z0-9]{1,8}(?:报|報|社|网|網|台|臺|新闻|财经|周刊|杂志|在线|电视)"
_OPEN, _CLOSE = r"[（(【\[]?\s{0,3}", r"\s{0,3}[）)】\]]?"

# Flash news open with their headline in brackets, before the dateline.
_HEADLINE = r"^(?:【[^【】]{4,120}】\s{0,3})?"

_HOUSE = re.compile(r"(?:报|报社|网|新闻|通讯社|电视台|电台|周刊|杂志|在线|客户端|传媒)$")


def account(value: Any, context: Context) -> tuple[Person, ...] | None:
    """Return who writes under the name of an account; None for that of an outlet."""
    name = to_text(value, context)
    return None if name is None or _HOUSE.search(name) else (Person(name=name),)


def house(value: Any, context: Context) -> str | None:
    """Return the name of an account that is a newspaper's or another outlet's."""
    name = to_text(value, context)
    return name if name is not None and _HOUSE.search(name) else None


@hookimpl
def newsparse_converters() -> Mapping[str, Converter]:
    return {"account": account, "house": house}


CHINESE_NEWS = Source(
    id="chinese-news",
    title="Chinese news sites",
    map=(
        take(
            "dateline",
            text(_HEADLINE + DATELINE_PATTERN.removeprefix("^"), scope="opening"),
            "agency, place and reporters stand at the head of the story",
            example="新华社深圳7月22日电（记者王丰）",
        ),
        take(
            "abstract",
            text(
                r"^[【\[]?(?:摘要|内容摘要|内容提要|核心提示)[】\]]?\s{0,3}[：:]\s{0,3}(?P<summary>.{8,600})$",
                scope="opening",
            ),
            "the abstract stands above the story",
            consume=True,
            example="摘要：记者今天从市政府了解到……",
        ),
        take(
            "original-headline",
            text(
                r"^(?:本文)?原标题\s{0,3}[：:]\s{0,3}(?P<original_title>[^《].{1,200})$",
                scope="opening",
            ),
            "the headline of the outlet the story comes from",
            consume=True,
            example="原标题：深圳出台新规",
        ),
        take(
            "original-headline-in-brackets",
            text(
                r"^(?:[（(]\s{0,3}原标题\s{0,3}[：:]\s{0,3}(?P<original_title>.{2,200})[）)])$",
                scope="opening",
            ),
            "the same in brackets",
            consume=True,
            example="（原标题：深圳出台新规）",
        ),
        take(
            "original-headline-quoted",
            text(
                r"^[（(]?(?:本文)?原标?题(?:为|是)?\s{0,3}[：:]?\s{0,3}[《“](?P<original_title>.{2,200})[》”][）)]?$"
            ),
            "the same as a title is quoted, above or below the story",
            consume=True,
            example="（原题为《深圳出台新规》）",
        ),
        take(
            "editor-credit",
            text(
                rf"^{_OPEN}(?P<editors>(?:{EDITORS})\s{{0,3}}[：:/丨|]\s{{0,3}}{_NAMES}){_CLOSE}$",
                scope="ending",
            ),
            "who edited stands in a line of its own at the end",
            consume=True,
            example="（责任编辑：张三）",
        ),
        take(
            "editor-names",
            text(rf"^{_OPEN}(?P<editors>(?:{EDITORS})\s{{1,3}}{_PEOPLE}){_CLOSE}$", scope="ending"),
            "who edited stands in a line of its own, names behind blanks",
            consume=True,
            example="编辑 李明 校对 王芳",
        ),
        take(
            "editor-credit-at-end",
            text(
                rf"[（(【\[](?P<editors>(?:{EDITORS})\s{{0,3}}[：:]\s{{0,3}}[^（）()【】\[\]。]{{2,40}})[）)】\]]$",
                scope="ending",
            ),
            "who edited stands in brackets behind the last sentence",
            consume=True,
            example="……的难点问题。（责编：李四）",
        ),
        take(
            "author-credit",
            text(
                rf"^{_OPEN}(?P<authors>(?:{AUTHORS})\s{{0,3}}[：:/丨|]\s{{0,3}}{_NAMES}){_CLOSE}$",
            ),
            "who wrote stands in a line of its own",
            consume=True,
            example="记者：王五 赵六",
        ),
        take(
            "author-line",
            text(rf"^(?:《[^《》]{{1,12}}》)?(?P<authors>作者\s{{1,3}}{_NAMES})$", scope="opening"),
            "the author's name behind a blank",
            consume=True,
            example="作者 周小明",
        ),
        take(
            "reporter-line",
            text(
                rf"^{_OPEN}(?P<agency>{_HOUSES})?(?P<authors>(?:本报|本刊|本网|本台|实习|见习|特约|首席)?"
                rf"(?:记者|記者|通讯员|评论员|特派员)\s{{1,3}}{_PEOPLE}){_CLOSE}$"
            ),
            "outlet and reporter stand in a line of their own, names behind a blank",
            consume=True,
            example="某某日报记者 王五",
        ),
        take(
            "source-credit",
            text(
                r"^[（(【\[]?\s{0,3}(?:本文)?(?:来源|來源|稿源|文章来源|消息来源|信息来源)\s{0,3}[：:]\s{0,3}"
                r"(?!网络|互联网|综合|本站)"
                r"(?P<agency>[^。！？；：\n]{2,40}?)\s{0,3}[）)】\]]?$"
            ),
            "the outlet the story was taken from",
            consume=True,
            example="来源：东方财富网",
        ),
        take(
            "compiled-from",
            text(
                r"^[（(]据?(?!本|作者|记者|编辑|小编)(?P<agency>[^（）()。，,；、\s]{2,16}?)综合[^（）()。；]{0,40}[）)]$",
                scope="ending",
            ),
            "the outlet that put the story together from others",
            consume=True,
            example="（某某日报综合公开消息、某某新闻等）",
        ),
    ),
    strip=(
        strip(
            "end-mark",
            text(r"\s{0,4}[（(](?:完|全文完|本文完|END|end)[）)]$", scope="ending"),
            "the agencies' mark that the story ends here",
            example="……的限制措施。（完）",
        ),
        strip(
            "source-unnamed",
            text(
                r"^[（(]?(?:本文)?(?:来源|來源|稿源)[：:]\s{0,3}(?:综合|整理|自|互联|网络|本站){1,3}[）)]?$"
            ),
            "names no outlet",
            example="来源：网络",
        ),
        strip(
            "scan-code",
            text(
                r"^[^。！？]{0,40}(?:扫描|扫码|长按)[^。！？]{0,20}(?:二维码|关注|下载|查看|阅读|识别)[^。]{0,40}[。！]?$",
                scope="ending",
            ),
            "asks to scan a code",
            example="扫码关注我们的公众号",
        ),
        strip(
            "no-reprint",
            text(
                r"^[^。]{0,60}(?:未经[^。]{0,20}(?:授权|许可|允许|书面)[^。]{0,20}(?:不得|禁止|严禁|请勿)|转载请注明)[^。]{0,60}[。！]?$",
                scope="ending",
            ),
            "forbids to reprint",
            example="未经授权，不得转载。",
        ),
        strip(
            "disclaimer",
            text(
                r"^[（(【\[*※]?\s{0,3}(?:免责声明|特别声明|版权声明|郑重声明|声明|风险提示|免責聲明|版權聲明)[】\]）)]?\s{0,3}[：:].{0,600}$",
                scope="ending",
            ),
            "the site's disclaimer, not part of the story",
            example="免责声明：本文仅供参考。",
        ),
        strip(
            "investment-notice",
            text(
                r"^[（(*※]?\s{0,3}(?:注[：:]|本文|文中|以上|上述|仅供|内容仅供|数据仅供|市场有风险|股市有风险)[^。]{0,60}"
                r"(?:不构成[^。]{0,12}(?:建议|依据|意见)|投资需谨慎|入市需谨慎|风险自担|仅供参考)[^。]{0,40}[。！]?[）)]?$",
                scope="ending",
            ),
            "says that the story is no advice to investors",
            example="仅供投资者参考，不构成投资建议",
        ),
        strip(
            "app-advert",
            text(r"^[^。]{0,40}尽在[^。]{0,20}(?:APP|App|app|客户端)[。！]?$", scope="ending"),
            "advert of the site's app",
            example="海量资讯、精准解读，尽在某某APP",
        ),
        strip(
            "click-for-more",
            text(
                r"^[【\[（(>》]{0,4}\s{0,3}点击[^。！？]{0,12}(?:查看|阅读|下载|进入|关注|参与)[^。！？]{0,40}[】\]）)>》]{0,4}$"
            ),
            "a link to something else",
            example="点击查看更多内容>>",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [CHINESE_NEWS]
