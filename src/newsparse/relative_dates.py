"""Dates that are told from the moment of reading: "3 hours ago", 昨天 13:48."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

from .month_names import folded
from .written_dates import hour_of

# Seconds in each unit; months and years are counted as CLDR rounds them.
_UNITS: Final[Mapping[int, str]] = {
    1: "秒 秒钟 秒鐘 s sec secs second seconds sekunde sekunden segundo segundos seconde secondes "
    "secondi seconden saniye секунд секунды секунду 초",
    60: "分 分钟 分鐘 m min mins minute minutes minuten minuto minutos minuti minuut minuter "
    "minutter minut minuty dakika минут минуты минуту хвилин 분 phut menit",
    3600: "小时 小時 时间 時間 个小时 個小時 h hr hrs hour hours std stunde stunden hora horas "
    "heure heures ora ore uur timmar timme timer time godz godziny godzin saat час часа часов "
    "години годин 시간 gio jam tuntia",
    86400: "天 日 d day days tag tagen dia dias jour jours giorno giorni dag dagen dagar dage dni "
    "gun день дня дней дні днів 일 ngay hari",
    604800: "周 週 周前 星期 个星期 個星期 w week weeks woche wochen semana semanas semaine "
    "semaines settimana settimane week weken vecka veckor hafta неделю недели недель 주 tuan "
    "minggu",
    2592000: "个月 個月 月 か月 ヶ月 month months monat monaten mes meses mois mese mesi maand "
    "maanden miesiac ay месяц месяца месяцев 개월 thang bulan",
    31536000: "年 y year years jahr jahren ano anos an ans anno anni jaar ar yil год года лет 년 "
    "nam",
}
_SECONDS: Final = {folded(w): size for size, words in _UNITS.items() for w in words.split()}

_ONE: Final = frozenset("a an one ein eine einem einer un una une um uma en ett een 一 半".split())
_CHINESE: Final = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "兩": 2}

_COUNTED = re.compile(
    r"\s*(?:about\s|vor\s|il y a\s|hace\s|h[áa]\s|ha\s|f[öo]r\s|for\s|"
    r"(?P<updated>[^\d:：]{1,12}[:：]\s?))?"
    r"\s?(?P<count>\d{1,4}|[a-zß]{1,5}(?=\s)|[一二三四五六七八九十两兩半])\s?"
    r"(?P<unit>[^\W\d_]{1,10}?)\.?"
    r"\s?(?P<ago>ago|前|之前|以前|fa|geleden|sedan|siden|temu|[öo]nce|назад|тому|전|trước|"
    r"yang lalu|lalu|atr[áa]s|sitten)?\s*",
    re.IGNORECASE,
)
_DAYS: Final[Mapping[int, str]] = {
    0: "今天 今日 today heute aujourd'hui aujourd’hui hoy hoje oggi vandaag idag i dag bugun dzis "
    "dzisiaj сегодня сьогодні 오늘",
    1: "昨天 昨日 yesterday gestern hier ayer ontem ieri gisteren igar igår i går dun wczoraj "
    "вчера вчора 어제",
    2: "前天 前日 vorgestern avant-hier anteayer anteontem eergisteren позавчера 그저께",
}
_DAY_WORDS: Final = {
    **{folded(w): n for n, words in _DAYS.items() for w in words.split() if len(w) > 1},
    "i dag": 0,
    "i gar": 1,
}
_NOW: Final = frozenset("刚刚 刚才 剛剛 剛才 たった今 방금 now".split()) | {
    "just now",
    "gerade eben",
}
_NAMED = re.compile(
    r"\s*(?:[^\d\s:：]{1,12}[:：]\s?)?(?P<day>(?:i\s)?[^\W\d_][^\W\d_'’-]{0,15})"
    r"(?:[,\s]{0,3}(?:(?:at|um|à|a las|às|alle|om|kl\.?|o|в|о)\s)?"
    r"(?P<mark>上午|下午|晚上|凌晨|中午|早上)?\s?(?P<hour>\d{1,2})[:：.h](?P<minute>\d\d)"
    r"(?:[:：]\d\d)?\s?(?P<half>[ap]\.?m\.?)?(?:\suhr)?)?\s*",
    re.IGNORECASE,
)


def read_relative(
    text: str, now: dt.datetime, zone: dt.tzinfo
) -> tuple[dt.datetime, str, bool] | None:
    """Return moment, precision and whether the zone mattered; None for other text.

    Args:
        text: nothing but the words of a date, at most a label before them.
        now: the moment of reading, aware of its zone.
        zone: where days begin at midnight.
    """
    if len(text) > 60:
        return None
    bare = folded(text).strip(" .")
    if bare in _NOW:
        return now, "minute", False
    found = _COUNTED.fullmatch(text)
    if found is not None:
        return _counted(found, now, zone)
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    back = _DAY_WORDS.get(folded(found["day"]))
    if back is None:
        return None
    day = (now.astimezone(zone) - dt.timedelta(days=back)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    if found["hour"] is None:
        return day, "day", True
    hour = hour_of(int(found["hour"]), found["half"] or found["mark"])
    minute = int(found["minute"])
    if hour > 23 or minute > 59:
        return None
    return day.replace(hour=hour, minute=minute), "minute", True


def _counted(
    found: re.Match[str], now: dt.datetime, zone: dt.tzinfo
) -> tuple[dt.datetime, str, bool] | None:
    size = _SECONDS.get(folded(found["unit"]))
    opened = (
        found.group().lstrip()[:7].lower().startswith(("vor ", "il y a ", "hace ", "há ", "ha "))
    )
    if size is None or not (found["ago"] or opened):
        return None
    word = found["count"].lower()
    if word.isdecimal():
        count = float(word)
    elif word == "半":
        count = 0.5
    elif word in _CHINESE:
        count = _CHINESE[word]
    elif word in _ONE:
        count = 1
    else:
        return None
    seconds = count * size
    if seconds > 200 * 31536000:
        return None
    try:
        moment = now - dt.timedelta(seconds=seconds)
        if size < 86400:
            return moment.replace(microsecond=0), "minute", False
        day = moment.astimezone(zone)
    except OverflowError:
        return None
    return day.replace(hour=0, minute=0, second=0, microsecond=0), "day", True
