"""News agencies and outlets: their names, and the datelines that open with them."""

from __future__ import annotations

from typing import Final

AGENCIES: Final = tuple(
    "新华社 新华网 新华财经 中新社 中新网 中国新闻网 中新财经 中新经纬 人民日报 人民网 光明日报 "
    "经济日报 科技日报 中国青年报 环球时报 环球网 参考消息 参考消息网 海外网 央视新闻 央视财经 "
    "央视网 总台央视 总台 央广网 中国之声 证券时报 证券时报网 上海证券报 上证报 中国证券报 中证网 "
    "证券日报 中国基金报 券商中国 每日经济新闻 每经 第一财经 21世纪经济报道 经济参考报 经济观察报 "
    "中国经营报 国际金融报 北京商报 北京日报 北京青年报 新京报 南方都市报 华夏时报 澎湃新闻 财联社 "
    "e公司 界面新闻 红星新闻 封面新闻 极目新闻 上游新闻 智通财经 蓝鲸财经 格隆汇 IT之家 36氪 "
    "钛媒体 DoNews TechWeb 法新社 路透社 美联社 彭博社 共同社 塔斯社 韩联社 中央社 德新社".split()
)
"""Outlets whose name alone, in brackets below a story, says where it is from."""

ALIASES: Final = {
    "每经": "每日经济新闻",
    "总台央视": "中央广播电视总台",
    "总台": "中央广播电视总台",
}
"""Outlets that sign with a short name of theirs."""

_ENDS: Final = (
    "报|報|经济报道|社|(?<!官)网|網|新闻|新聞|财经|財經|经纬|在线|周刊|杂志|客户端|电台|广播|卫视|"
    "电视台|e公司"
)
_UNMARKED: Final = sorted(
    (name for name in AGENCIES if not name.endswith(tuple("报社网")) and name[-2:] != "财经"),
    key=len,
    reverse=True,
)

HOUSE: Final = (
    rf"(?:(?!本|我|该|据|各|记者)[\u3400-\u9fffA-Za-z0-9·-]{{1,12}}(?:{_ENDS})"
    rf"|{'|'.join(_UNMARKED)})"
)
"""A pattern for the name of an outlet, by how such names end or because it is known."""

SIGNS: Final = r"(?=[\w·-]{2,18}(?:记者|記者|编辑|編輯))"
"""Looks ahead whether an outlet may sign here; far cheaper than to look for its name."""

_DAY: Final = r"(?:\d{4}年)?\d{1,2}\s?月\s?\d{1,2}\s?日(?:[上下中]午|晚间?)?"
_PLACE: Final = r"(?P<place>[\u4e00-\u9fff]{2,6}?)"
_PEOPLE: Final = (
    r"(?P<authors>[^（）()，。]{0,12}(?:记者|記者|通讯员|通訊員|实习生|编辑|編輯|编译|作者|特派员)"
    r"[^（）()。]{1,60}|[\u3400-\u9fff·]{2,4}(?:[\s、，][\u3400-\u9fff·]{2,4}){0,5})"
)

DATELINE: Final = (
    r"(?=[^，。；、]{2,28}[电電讯訊日息悉])"
    rf"[（(]?(?:据?(?P<agency>{HOUSE})|本[报報刊网台社])"
    rf"(?:{_PLACE}?{_DAY}(?:专|综合|快)?(?:[电電讯訊]|消息|报道|(?=[丨|｜]))"
    r"|快?[讯訊](?=[\s（(，,：:】\d今])|[电電](?=[\s（(，,：:])|消息(?=[\s（(，,：:])"
    r"|(?:APP|App)?获悉(?=[，,：:]))"
    rf"(?:\s{{0,3}}[（(]{_PEOPLE}[）)])?"
)
"""Outlet, place and reporters at the head of a story: 新华社深圳7月22日电（记者王丰）."""

DATELINE_IN_BRACKETS: Final = (
    r"(?P<agency>财联社)[（(](?P<place>[\u4e00-\u9fff]{2,6})[，,]\s{0,3}"
    rf"{_PEOPLE}[）)][讯訊电電]"
)
"""The same in the order of one house: 财联社（上海，记者 王丰）讯."""

DATELINE_OF_REPORTERS: Final = (
    r"(?=[^，。；、]{6,40}报道)"
    rf"(?P<agency>{HOUSE})\s{{0,3}}"
    r"(?P<authors>(?:记者\s{0,3})?[\u3400-\u9fff·]{2,4}(?:[\s、，][\u3400-\u9fff·]{2,4}){0,5})\s{1,3}"
    r"(?P<place>[\u4e00-\u9fff]{2,4})报道(?=[\s：:】]|$)"
)
"""Outlet, reporters and place: 某某报道 王丰 上海报道."""
