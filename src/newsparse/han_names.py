"""Names in Chinese credits: ``记者王丰``, ``编辑 韩双明 校对 赵琳``, ``文/王丰 图/李明``.

The words of the trade are facts gathered from credit lines of Chinese news sites, in
simplified and traditional characters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from .byline_names import read_byline

_TRADES: Final = (
    "记者 記者 编辑 編輯 主编 主編 责编 責編 美编 美編 编审 編審 编译 編譯 编导 作者 撰文 撰稿 "
    "执笔 采写 采訪 采访 採訪 採寫 整理 译者 譯者 翻译 翻譯 通讯员 通訊員 实习生 實習生 校对 校對 "
    "检校 审校 审核 審核 审读 终审 复审 初审 一审 二审 三审 签发 监制 監製 总监制 统筹 統籌 策划 "
    "策劃 总策划 出品 出品人 制片 制片人 制作 製作 摄影 攝影 摄像 攝像 摄制 剪辑 剪輯 配音 设计 "
    "設計 制图 製圖 绘图 漫画 版面 排版 主任 值班主任 值班编委 评论员 評論員 特派员 特派員 文图 "
    "图文 文字 視覺 视觉 视频"
).split()
_KINDS: Final = (
    "责任 責任 文字 图文 圖文 图片 圖片 网络 網絡 网页 本文 值班 栏目 欄目 新媒体 新媒體 执行 "
    "執行 实习 實習 见习 見習 特约 特約 首席 本报 本報 本刊 本网 本社 本台 驻外 特派 高级 資深 "
    "资深 助理 摄影 攝影 视频 美术 视觉 版面 当班 主任 编译 全媒体 全媒體 融媒体 体育 财经 社会"
).split()


def _by_first_letter(words: Collection[str], more: Mapping[str, str]) -> str:
    """Return an alternation whose branches differ in their first letter: one look decides."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(word[1:])
    for letter, rest in more.items():
        rests.setdefault(letter, []).append(rest)
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items())


_WORDS: Final = {
    *_TRADES,
    *(kind + trade for kind in _KINDS for trade in ("编辑", "編輯", "记者", "記者", "主编")),
}
_MARKED: Final = r"[/／][图圖文]|(?=\s?[：:/／|｜丨])"
_BEHIND: Final = r"(?=[\s）)、]|$)"
_AFTER_FIRST: Final = dict.fromkeys("文图圖", _MARKED) | dict.fromkeys("摄攝", _BEHIND)
_AFTER_FIRST.update({"来": "源", "來": "源", "稿": "源"})
_ROLE: Final = re.compile(
    rf"((?:{_by_first_letter(_WORDS, _AFTER_FIRST)})(?!部)"
    rf"(?:[兼、/](?:{_by_first_letter(_WORDS, {})}))?)\s*[：:/／|｜丨]?\s*"
)
"""What a person did; of ``本报记者`` and its like the whole word."""

_OTHERS: Final = frozenset(("来源", "來源", "稿源"))
"""What follows these made the story, but is no person."""

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_LATIN: Final = re.compile(r"[A-Za-z]{2}")
_NOT_CHINESE: Final = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
_DIGITS: Final = frozenset("0123456789")
_CODE: Final = re.compile(r"[A-Z]{1,4}\d{2,6}")
_BRACKET: Final = re.compile(r"[（(【\[][^（）()【】\[\]]{0,40}[）)】\]]")
_BETWEEN: Final = re.compile(r"[\s、,，/／;；&|｜丨：:。_（）()【】\[\]<>《》]+")
_NAME: Final = re.compile(
    r"[\u3400-\u9fff]{2,8}|[\u3400-\u9fff]{1,8}(?:[·•・‧][\u3400-\u9fff]{1,8}){1,3}"
)
_AND: Final = frozenset("和与與及")
_TWO: Final = re.compile(r"([\u3400-\u9fff]{2,4})[和与與及]([\u3400-\u9fff]{2,4})")
_PLACES: Final = (
    "北京|上海|广州|深圳|天津|重庆|成都|武汉|南京|杭州|西安|香港|台北|澳门|长沙|济南|郑州|沈阳|"
    "合肥|福州|昆明|海口|南昌|太原|纽约|东京|伦敦|巴黎|柏林|莫斯科|华盛顿|首尔|臺北|紐約|廣州"
)
_REPORTS: Final = re.compile(
    rf"(?:[在从自]?(?:{_PLACES}))?(?:综合|綜合|摄影|现场)?(?:报道|报导|報道|報導)$"
)

SURNAMES: Final = frozenset(
    "王李张劉刘陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹"
    "袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鐘汪田任姜范方石姚谭譚廖邹"
    "鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐"
    "樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊沿梅莫庄"
    "莊辛管祝左涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃"
    "霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵解强柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋苑邬臧畅"
    "宫來来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都"
    "巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
"""The first characters of most Chinese names (the list of the 400 most common surnames)."""
_DOUBLE: Final = frozenset(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 东郭 尉迟 慕容 皇甫 令狐 公孙 夏侯 司徒".split()
)

_OURS: Final = ("本报", "本報", "本刊", "本网", "综合")
_HOUSE_ENDS: Final = "报報社网網台臺刊部室局院厅委署"
_NO_PERSON: Final = frozenset(
    "综合 整合 本报 本報 本刊 本网 本社 本台 佚名 匿名 未知 网络 網絡 转载 原创 小编 小編 编者 "
    "教授 博士 先生 女士 院士 老师 主任 研究员 研究員 分析师 实习 實習 视觉中国 人民视觉 资料图 "
    "资料图片 图虫创意 受访者供图 央视新闻 新浪财经 第一财经 澎湃新闻 界面新闻 财联社 管理员 "
    "系统管理员 网站管理员 "
    "本文 文章 受访者 摄 攝 文 图".split()
)
_NO_NAME: Final = _NO_PERSON | _WORDS
_SMALL_WORDS: Final = frozenset("的了是在这们您你我他她它吗呢吧么怎谁啊")
_HOUSE: Final = re.compile(
    "新闻|新聞|财经|財經|日报|晚报|公司|客户端|频道|公众号|工作室|中心|集团|供图|提供|授权|编辑|"
    "大学|学院|研究|教授|委员会|协会|"
    "記者|记者"
)


def is_chinese(text: str) -> bool:
    """Whether `text` has Chinese characters and no Japanese or Korean letters."""
    return _HAN.search(text) is not None and _NOT_CHINESE.search(text) is None


def is_han_name(word: str) -> bool:
    """Whether a word of Chinese characters looks like a name: no house, no sentence."""
    return (
        _NAME.fullmatch(word) is not None
        and word not in _NO_NAME
        and (_SMALL_WORDS.isdisjoint(word) or _is_spelled_so(word))
        and not word.startswith(_OURS)
        and (len(word) < 3 or (word[-1] not in _HOUSE_ENDS and _HOUSE.search(word) is None))
    )


def _is_spelled_so(word: str) -> bool:
    """Whether a word with 在 in it is a name all the same: 李在山."""
    return len(word) == 3 and word[1] == "在" and word[0] in SURNAMES


def read_credit(text: str) -> list[tuple[str, str | None]]:
    """Return each name in a Chinese credit with the role the credit gives it.

    Args:
        text: one line, 400 characters at most.
    """
    if "(" in text or "（" in text or "[" in text or "【" in text:
        text = _BRACKET.sub(_unwrapped, text)
    if not _DIGITS.isdisjoint(text):
        text = _CODE.sub(" ", text)
    pieces = _ROLE.split(text)
    people: list[tuple[str, str | None]] = [(name, None) for name in _names(pieces[0])]
    for at in range(1, len(pieces), 2):
        role, names = pieces[at], pieces[at + 1]
        if names:
            if people and _is_kind(pieces[at - 1], people[-1][0]):
                role = people.pop()[0] + role
            if role not in _OTHERS:
                people += [(name, role) for name in _names(names) or _latin_names(names)]
        elif at == len(pieces) - 2:
            # The role stands behind the name: 王丰摄.
            people = [(name, known or role) for name, known in people]
    return people


def _is_kind(before: str, last: str) -> bool:
    """Whether the word glued to a role is part of it: 微信编辑, but 王丰校对."""
    return before.endswith(last) and last[0] not in SURNAMES and last[:2] not in _DOUBLE


def _unwrapped(match: re.Match[str]) -> str:
    inner = match[0][1:-1]
    return f" {inner} " if _ROLE.search(inner) else " "


def _latin_names(text: str) -> list[str]:
    """Return the names behind a role where none is Chinese: 责编：Demi Xia."""
    if _HAN.search(text) or not _LATIN.search(text):
        return []
    return [name for name, _ in read_byline(text)]


def _names(text: str) -> list[str]:
    """Return the names between two roles; a name of two characters may be spaced out."""
    text = text.strip()
    if len(text) < 4 and is_han_name(text):
        return [text]
    names: list[str] = []
    open_name = False
    for word in _BETWEEN.split(text):
        if not word or word in _AND:
            continue
        if open_name and len(word) == 1:
            names[-1] += word
            open_name = False
            continue
        if word.endswith(("道", "导", "導")):
            word = _REPORTS.sub("", word)
        if (
            len(word) > 4
            and (two := _TWO.fullmatch(word))
            and SURNAMES.issuperset((two[1][0], two[2][0]))
        ):
            names += two.groups()
            continue
        names.append(word)
        open_name = len(word) == 1 or word in _DOUBLE
    return [name for name in names if is_han_name(name)]
