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
    DATELINE,
    DATELINE_IN_BRACKETS,
    DATELINE_OF_REPORTERS,
    HOUSE,
    SIGNS,
)
from ..converters import Context, Converter, to_text
from ..hookspecs import hookimpl
from ..person import Person
from ..rules import take, text
from ..source import Source
from .chinese_notices import NOTICES
from .credit_words import (
    AUTHORS,
    CLOSE,
    COLON,
    CREDITED,
    EDITORS,
    FEW,
    GLUED,
    KNOWN,
    LISTED,
    NAMES,
    OPEN,
    PEOPLE,
    REPORT,
    REPORTERS,
    SIGNED,
    WRITERS,
)

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
                rf"(?P<authors>{REPORTERS}\s{{0,3}}{PEOPLE})?】",
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
            "dateline-with-stroke",
            text(
                r"^[〔（(【\[]?(?:(?P<agency>[\u3400-\u9fff]{1,8}[報报社網网])\s?[/／]?\s?)?"
                r"(?P<authors>(?:特派|本報|實習)?(?:記者|记者)\s?[\u3400-\u9fff]{2,4}"
                r"(?:、[\u3400-\u9fff]{2,4}){0,4})\s?[/／]\s?(?P<place>[\u3400-\u9fff]{2,6}?)"
                r"(?:即時|綜合|專題|综合)?[報报][導道导]",
                scope="opening",
            ),
            "reporters and place at the head of the story, a stroke between them, as in Taiwan",
            example="〔記者王小明／海灣報導〕漁市下月……",
        ),
        take(
            "dateline-of-cna",
            text(
                rf"^[（(](?P<agency>中央社)(?P<authors>(?:特派員|記者)[{LISTED}][\u3400-\u9fff]{{1,2}})"
                r"(?P<place>[\u3400-\u9fff]{2,4})\d{1,2}日(?:綜合|專|外)?電[）)]",
                scope="opening",
            ),
            "agency, reporter, place and day in one bracket at the head of the story",
            example="（中央社記者王小明海灣8日電）漁市下月……",
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
                rf"^{OPEN}(?P<authors>(?:{AUTHORS})"
                rf"(?:{COLON}[^。！？；：:|｜丨\n]{{2,30}}?|\s{{1,3}}{WRITERS}))[\s；;]{{1,4}}"
                rf"(?P<editors>(?:{EDITORS})(?:{COLON}|\s{{1,3}}){FEW}){CLOSE}$"
            ),
            "who wrote and who edited stand in one line",
            consume=True,
            example="文/王五 编辑/李明",
        ),
        take(
            "credits-of-house",
            text(
                rf"^{OPEN}{SIGNS}(?P<agency>{HOUSE})(?P<authors>(?:记者|記者)"
                rf"(?:{COLON}{WRITERS}|\s{{1,3}}{WRITERS}))"
                rf"[\s；;]{{1,4}}(?:{HOUSE})?"
                rf"(?P<editors>(?:{EDITORS})(?:{COLON}|\s{{1,3}}){FEW}){CLOSE}$"
            ),
            "the same, the outlet's name before each",
            consume=True,
            example="每经记者 王五 每经编辑 李明",
        ),
        take(
            "editor-credit",
            text(
                rf"^{OPEN}(?P<editors>(?:{EDITORS}){COLON}{NAMES}){CLOSE}$",
                scope="ending",
            ),
            "who edited stands in a line of its own at the end",
            consume=True,
            example="（责任编辑：张三）",
        ),
        take(
            "editor-names",
            text(rf"^{OPEN}(?P<editors>(?:{EDITORS})\s{{1,3}}{PEOPLE}){CLOSE}$", scope="ending"),
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
                rf"^{OPEN}(?P<authors>(?:{AUTHORS})(?:(?<![记記]者){COLON}{NAMES}|{COLON}{CREDITED}))"
                rf"{CLOSE}$",
            ),
            "who wrote stands in a line of its own",
            consume=True,
            example="记者：王五 赵六",
        ),
        take(
            "author-of-house",
            text(
                rf"^{OPEN}(?:文|作者){COLON}(?:{HOUSE})?"
                rf"(?P<authors>(?:专栏|专题|特约|签约|驻站)(?:作者|作家|撰稿人|评论员)\s{{1,3}}{WRITERS}){CLOSE}(?:$|\n)",
                scope="opening",
            ),
            "who wrote stands in a line of its own, behind the outlet and the role",
            consume=True,
            example="【文/某某网专栏作者 王五】",
        ),
        take(
            "author-and-outlet",
            text(
                rf"^(?P<authors>[{LISTED}][\u3400-\u9fff]{{1,2}})\s?[/／]\s?(?P<agency>{KNOWN})$",
                scope="opening",
            ),
            "author and outlet stand in one line, a stroke between them",
            consume=True,
            example="王小五/中国青年报",
        ),
        take(
            "author-line",
            text(rf"^(?:《[^《》]{{1,12}}》)?(?P<authors>作者\s{{1,3}}{NAMES})$", scope="opening"),
            "the author's name behind a blank",
            consume=True,
            example="作者 周小明",
        ),
        take(
            "reporter-line",
            text(
                rf"^{OPEN}(?:{SIGNS}(?P<agency>{HOUSE}))?(?P<authors>{REPORTERS}"
                rf"(?:(?:\s{{1,3}}|{COLON}){WRITERS}|\s{{0,3}}{GLUED})){REPORT}{CLOSE}$"
            ),
            "outlet and reporter stand in a line of their own",
            consume=True,
            example="某某日报记者 王五",
        ),
        take(
            "reporter-at-end",
            text(
                rf"[（(](?P<agency>{HOUSE})?(?P<authors>{REPORTERS}\s{{0,3}}{WRITERS})[）)]$",
                scope="ending",
            ),
            "outlet and reporter stand in brackets behind the last sentence",
            consume=True,
            example="……的难点问题。（某某日报记者 王五）",
        ),
        take(
            "credit-at-end",
            text(
                r"[（(【\[](?P<authors>(?:图?文|文[/／、]?图|图[/／、]文|作者|采写|撰文|撰稿|执笔)"
                rf"(?:\s{{1,3}}|{COLON}){WRITERS})[）)】\]]$",
                scope="ending",
            ),
            "who wrote stands in brackets behind the last sentence",
            consume=True,
            example="……的难点问题。(文/图 王五 李明)",
        ),
        take(
            "name-at-end",
            text(
                rf"(?<=[。！？”])\s?[（(](?P<authors>{SIGNED}(?:[\s、，]{{1,2}}{SIGNED}){{0,3}})[）)]$",
                scope="ending",
            ),
            "who wrote signs in brackets behind the last sentence, as papers have it",
            consume=True,
            example="……的难点问题。（王小五）",
        ),
        take(
            "outlet-at-end",
            text(rf"[（(](?P<agency>{KNOWN})(?:客户端)?[）)]$", scope="ending"),
            "the outlet's name stands in brackets behind the last sentence",
            consume=True,
            example="……的难点问题。（新华社）",
        ),
        take(
            "outlet-line",
            text(rf"^(?P<agency>{KNOWN})(?:客户端)?$", scope="ending"),
            "the outlet's name stands alone below the story",
            consume=True,
            example="每日经济新闻",
        ),
        take(
            "source-and-credit",
            text(
                rf"^{OPEN}(?:本文)?(?:来源|來源|稿源){COLON}(?P<agency>[^。！？；：\s]{{2,20}})[\s；;]{{1,4}}"
                rf"(?:(?P<authors>(?:{AUTHORS}){COLON}{FEW})|(?P<editors>(?:{EDITORS}){COLON}{FEW})){CLOSE}$"
            ),
            "outlet, and author or editor, stand in one line",
            consume=True,
            example="来源：第一财经 作者：王五",
        ),
        take(
            "source-credit",
            text(
                rf"^{OPEN}(?:本文|文章|消息|信息)?(?:来源|來源|稿源){COLON}"
                r"(?!\s?(?:网络|互联网|综合|本站))"
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
            text(rf"^(?P<agency>{KNOWN})综合[^。！？]{{2,40}}$", scope="ending"),
            "the same without brackets",
            consume=True,
            example="每日经济新闻综合央视新闻、公开资料",
        ),
    ),
    strip=NOTICES,
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [CHINESE_NEWS]
