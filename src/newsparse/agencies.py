"""News agencies and outlets that open datelines."""

from __future__ import annotations

from typing import Final

AGENCIES: Final = tuple(
    "新华社 新华网 中新社 中新网 中国新闻网 人民日报 人民网 央视新闻 证券时报网 证券时报 "
    "上海证券报 中国证券报 证券日报 每日经济新闻 第一财经 21世纪经济报道 经济参考报 新京报 "
    "澎湃新闻 财联社 e公司 界面新闻 环球时报 法新社 路透社 美联社 彭博社 共同社 "
    "塔斯社 韩联社 中央社 德新社".split()
)

DATELINE_PATTERN: Final = (
    r"^[（(]?(?P<agency>" + "|".join(sorted(AGENCIES, key=len, reverse=True)) + r")"
    r"(?:(?P<place>[\u4e00-\u9fff]{2,6}?)?(?:\d{1,2}月\d{1,2}日)(?:电|讯|電|訊)|(?:快?讯|电|訊))"
    r"(?:\s{0,3}[（(](?P<authors>[^（）()]{2,40})[）)])?"
)
