"""What Chinese news sites share: credit lines, datelines, notices.

The credit words are those of the trade; the patterns are anchored to whole
blocks or to their ends, so that running text which merely speaks of a 记者 or
a 来源 is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..agencies import (
    AGENCIES,
    DATELINE,
    DATELINE_IN_BRACKETS,
    DATELINE_OF_REPORTERS,
    HOUSE,
    SIGNS,
)
from ..converters import Context, Converter, to_text
from ..han_names import SURNAMES
from ..hookspecs import hookimpl
from ..person import Person
from ..rules import after, strip, take, text
from ..source import Source

# The words before the names of those who edited, and of those who wrote.
EDITORS = (
    "责任编辑|責任編輯|责编|責編|本文编辑|值班编辑|文字编辑|网络编辑|新媒体编辑|图文编辑|"
    "编辑|編輯|栏目主编|主编|编审|审校|审核|校对|校對|监制|统筹|终审|复审|初审|值班编委"
)
AUTHORS = (
    "作者|执笔|文字记者|摄影记者|本报记者|实习记者|见习记者|特约记者|首席记者|通讯员|记者|記者|"
    "撰文|撰稿|采写|采访|编译|编译自|译者|翻译|原创|文字|文"
)

_REPORTERS = (
    r"(?:本报|本刊|本网|本台|本社|全媒体|驻[\u4e00-\u9fff]{2,5}|实习|见习|特约|首席|资深|高级|特派|"
    r"视频|摄影|文字){0,3}(?:记者|記者|通讯员|评论员|特派员|实习生)"
)

# Names as they stand in a credit line: no sentence, no colon except before further names.
_NAMES = r"[^。！？；\n]{2,60}?"
_FEW = r"[^。！？；\n]{2,30}?"
# Names that only a blank keeps apart from the word before them: nothing but short Chinese words.
_WORD = (
    r"(?:(?:(?![的了是在这们您你我他她吗么怎谁])[\u3400-\u9fff·]){2,5}"
    r"|[\u3400-\u9fff]\s[\u3400-\u9fff])"
)
_PEOPLE = rf"{_WORD}(?:[\s、，,/●|｜&]{{1,3}}{_WORD}){{0,7}}"
# The same where place or editors may follow.
_WRITER = rf"(?![\u4e00-\u9fff]{{0,4}}(?:报[道导]|编辑|編輯|责编|校对)){_WORD}"
_WRITERS = rf"{_WRITER}(?:[\s、，,/●|｜&]{{1,3}}{_WRITER}){{0,4}}"
# Names that nothing keeps apart: the first begins with a surname.
_GLUED = rf"[{''.join(sorted(SURNAMES))}][\u3400-\u9fff]{{1,2}}(?:、[\u3400-\u9fff·]{{2,5}}){{0,7}}"
_COLON = r"\s{0,3}[：:/／丨|｜]\s{0,3}"
# In an interview, 记者： opens what the reporter asks: there, nothing but names will do.
_CREDITED = rf"(?:{_PEOPLE}|[A-Za-z.\s·-]{{2,40}})"
_OPEN, _CLOSE = r"[（(【\[]?\s{0,3}", r"\s{0,3}[）)】\]]?"
_REPORT = r"(?:\s{0,3}(?P<place>[\u4e00-\u9fff]{2,4}?)?(?:综合|摄影)?报[道导])?"
_KNOWN = "|".join(sorted(AGENCIES, key=len, reverse=True))

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
            text(_HEADLINE + DATELINE, scope="opening"),
            "agency, place and reporters stand at the head of the story",
            example="新华社深圳7月22日电（记者王丰）",
        ),
        take(
            "dateline-in-brackets",
            text(_HEADLINE + DATELINE_IN_BRACKETS, scope="opening"),
            "the same, place and reporters in one bracket",
            example="财联社（上海，记者 王丰）讯",
        ),
        take(
            "dateline-with-headline-signs",
            text(
                rf"^【(?P<agency>{HOUSE})(?=(?:综合)?报[道导]|[^】]{{0,12}}记者)(?:综合)?(?:报[道导])?\s{{0,3}}"
                rf"(?P<authors>{_REPORTERS}\s{{0,3}}{_PEOPLE})?】",
                scope="opening",
            ),
            "outlet and reporters in brackets at the head of the story",
            example="【环球网报道 记者 王五】",
        ),
        take(
            "report-line",
            text(f"^{DATELINE_OF_REPORTERS}$", scope="opening"),
            "outlet, reporters and place in a line of their own",
            consume=True,
            example="21世纪经济报道记者王丰 北京报道",
        ),
        take(
            "dateline-of-reporters",
            text("^" + DATELINE_OF_REPORTERS, scope="opening"),
            "outlet, reporters and place at the head of the story",
            example="21世纪经济报道 王丰 北京报道 渔市下月……",
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
                r"^(?:本文)?原标?题\s{0,3}[：:]\s{0,3}(?P<original_title>[^《].{1,200})$",
                scope="opening",
            ),
            "the headline of the outlet the story comes from",
            consume=True,
            example="原标题：深圳出台新规",
        ),
        take(
            "original-headline-in-brackets",
            text(
                r"^(?:[（(]\s{0,3}原标?题\s{0,3}[：:]\s{0,3}(?P<original_title>.{2,200})[）)])$",
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
            "credits",
            text(
                rf"^{_OPEN}(?P<authors>(?:{AUTHORS})"
                rf"(?:{_COLON}[^。！？；：:|｜丨\n]{{2,30}}?|\s{{1,3}}{_WRITERS}))[\s；;]{{1,4}}"
                rf"(?P<editors>(?:{EDITORS})(?:{_COLON}|\s{{1,3}}){_FEW}){_CLOSE}$"
            ),
            "who wrote and who edited stand in one line",
            consume=True,
            example="文/王五 编辑/李明",
        ),
        take(
            "credits-of-house",
            text(
                rf"^{_OPEN}{SIGNS}(?P<agency>{HOUSE})(?P<authors>(?:记者|記者)"
                rf"(?:{_COLON}{_WRITERS}|\s{{1,3}}{_WRITERS}))"
                rf"[\s；;]{{1,4}}(?:{HOUSE})?"
                rf"(?P<editors>(?:{EDITORS})(?:{_COLON}|\s{{1,3}}){_FEW}){_CLOSE}$"
            ),
            "the same, the outlet's name before each",
            consume=True,
            example="每经记者 王五 每经编辑 李明",
        ),
        take(
            "editor-credit",
            text(
                rf"^{_OPEN}(?P<editors>(?:{EDITORS}){_COLON}{_NAMES}){_CLOSE}$",
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
                rf"^{_OPEN}(?P<authors>(?:{AUTHORS})(?:(?<![记記]者){_COLON}{_NAMES}|{_COLON}{_CREDITED}))"
                rf"{_CLOSE}$",
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
                rf"^{_OPEN}(?:{SIGNS}(?P<agency>{HOUSE}))?(?P<authors>{_REPORTERS}"
                rf"(?:(?:\s{{1,3}}|{_COLON}){_WRITERS}|\s{{0,3}}{_GLUED})){_REPORT}{_CLOSE}$"
            ),
            "outlet and reporter stand in a line of their own",
            consume=True,
            example="某某日报记者 王五",
        ),
        take(
            "reporter-at-end",
            text(
                rf"[（(](?P<agency>{HOUSE})?(?P<authors>{_REPORTERS}\s{{0,3}}{_WRITERS})[）)]$",
                scope="ending",
            ),
            "outlet and reporter stand in brackets behind the last sentence",
            consume=True,
            example="……的难点问题。（某某日报记者 王五）",
        ),
        take(
            "outlet-at-end",
            text(rf"[（(](?P<agency>{_KNOWN})(?:客户端)?[）)]$", scope="ending"),
            "the outlet's name stands in brackets behind the last sentence",
            consume=True,
            example="……的难点问题。（新华社）",
        ),
        take(
            "outlet-line",
            text(rf"^(?P<agency>{_KNOWN})(?:客户端)?$", scope="ending"),
            "the outlet's name stands alone below the story",
            consume=True,
            example="每日经济新闻",
        ),
        take(
            "source-and-author",
            text(
                rf"^{_OPEN}(?:本文)?(?:来源|來源|稿源){_COLON}(?P<agency>[^。！？；：\s]{{2,20}})"
                rf"[\s；;]{{1,4}}(?P<authors>(?:{AUTHORS}){_COLON}{_NAMES}){_CLOSE}$"
            ),
            "outlet and author stand in one line",
            consume=True,
            example="来源：第一财经 作者：王五",
        ),
        take(
            "source-credit",
            text(
                rf"^{_OPEN}(?:本文|文章|消息|信息)?(?:来源|來源|稿源){_COLON}"
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
        take(
            "compiled-line",
            text(rf"^(?P<agency>{_KNOWN})综合[^。！？]{{2,40}}$", scope="ending"),
            "the same without brackets",
            consume=True,
            example="每日经济新闻综合央视新闻、公开资料",
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
                r"^[（(【\[*※]?\s{0,3}(?:(?:免责|特别|版权|郑重|重要|[\u4e00-\u9fff]{2,4}(?:网|财经|新闻)?)?"
                r"声明|风险提示|免責聲明|版權聲明)[】\]）)]?\s{0,3}[：:].{0,600}$",
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
            "further-reading",
            after(
                text(
                    r"^[【\[▶☞]?\s{0,3}(?:延伸阅读|相关阅读|相关新闻|相关报道|推荐阅读|更多阅读|"
                    r"猜你喜欢|往期回顾|往期推荐)[】\]]?\s{0,3}[：:]?$",
                    scope="ending",
                )
            ),
            "other stories stand below this one",
            example="延伸阅读",
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
