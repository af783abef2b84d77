"""Dates as people write them: "July 22, 2021 1:48 PM ET", 17. Mai 2024, 2021年7月22日 下午1:48."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from .month_names import month_called

_WORD = r"[^\W\d_][^\s\d_.,;:/()|'’–—-]{2,14}"
_YEAR = r"\d{4}(?!\d)"
_SHORT = r"(?<=[-'’])\d\d(?![\d:])"
_OF = r"(?:(?:de|del|of|ta['’])\s|d['’]\s?|d[ei]\s)?"
_NTH = r"(?:st|nd|rd|th|er|re|\.º|[ºª°.])?"
_DAY: Final = re.compile(
    rf"(?<!\d)(?<!\d[./-])(?P<y1>\d{{4}})\s?[-/.|年년]\s?(?P<m1>\d\d?)\s?[-/.|月월]\s?(?P<d1>\d\d?)(?!\d)"
    r"\s?[日号號일.]?"
    rf"|(?<!\d)(?<!\d[./|-])(?P<a>\d\d?)\s?(?P<mark>[./|-])\s?(?P<b>\d\d?)\s?(?P=mark)\s?"
    rf"(?P<y2>{_YEAR}|\d\d(?![\d:./|-]))"
    rf"|(?<!\d)(?P<d3>\d\d?)\s?th[aá]ng\s?(?P<m3>\d\d?)[\s,]{{1,3}}(?:năm\s)?(?P<y3>{_YEAR})"
    rf"|(?<!\d)(?P<d4>\d\d?){_NTH}[\s,./-]{{0,3}}{_OF}(?P<m4>{_WORD})[\s,./-]{{0,3}}{_OF}['’]?"
    rf"(?P<y4>{_YEAR}|{_SHORT})"
    rf"|(?<!\d)(?P<y5>\d{{4}})(?:\s?[mг]\.)?[\s,./-]{{1,3}}(?P<m5>{_WORD})[\s./-]{{1,3}}"
    rf"(?P<d5>\d\d?)(?!\d)(?:\sd\.|\.)?"
    rf"|(?<![^\W\d_])(?P<m6>{_WORD})[\s.-]{{1,3}}(?P<d6>\d\d?)(?:st|nd|rd|th|[º°])?"
    r"(?:[\s,.-]{1,3}(?P<clock>\d\d?:\d\d(?::\d\d)?)(?:\s(?P<zone>[A-Z]{1,5}|[+-]\d{4}))?)?"
    rf"(?:[\s,.-]{{1,3}}{_OF}['’]?)(?P<y6>{_YEAR}|{_SHORT})",
    re.IGNORECASE,
)
"""A day: year first, in figures, Vietnamese, day-month-year, year-month-day, month-day-year."""

_HALF = r"上午|下午|晚上|凌晨|清晨|中午|早上|傍晚|午前|午後|오전|오후"
_CLOCK = (
    rf"(?:(?P<mark>{_HALF})\s?)?"
    r"(?<![\d.])(?P<hour>\d\d?)(?:\s?(?:[:时時点點시]|h(?=\d))\s?|\.(?=\d\d(?:\s?(?:uhr|[ap]\.?\s?m)|$))"
    r"|(?=\s?(?:[ap]\.?\s?m\b|uhr\b)))"
    r"(?P<minute>\d\d)?(?!\d)\s?[分분]?(?::?\s?(?P<second>\d\d)(?!\d)[秒초]?(?:[.,](?P<part>\d{1,9}))?)?"
    r"(?:\s?(?P<half>[ap]\.?\s?m\b\.?|[πμ]\.?μ\b\.?)|\s?uhr\b)?"
    r"(?:\s?\(?(?P<zone>(?-i:(?:GMT|UTC)\s?[+−-]\d\d?(?::?\d\d)?|[+−-]\d\d:?\d\d|(?<=\d)[+-]\d\d|[A-Z]{1,5}"
    r"|(?:Eastern|Central|Mountain|Pacific)(?=\s)|北京时间|北京時間))(?![^\W_]))?"
)
_BETWEEN = r"[\s,;|·•–—@/()\[\]-]"
_AFTER: Final = re.compile(
    rf"(?:t(?=\d)|[.]?{_BETWEEN}{{0,5}}(?:(?!{_HALF})[^\W\d_]{{1,11}}[.]?{_BETWEEN}{{1,3}}){{0,2}})"
    rf"{_CLOCK}",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"{_CLOCK}{_BETWEEN}{{1,4}}(?:[^\W\d_]{{1,11}}[.]?{_BETWEEN}{{1,3}}){{0,3}}$", re.IGNORECASE
)
_DIGIT: Final = re.compile(r"\d")


class Written(NamedTuple):
    """A moment without a zone, its precision, and the zone as the text has it."""

    moment: dt.datetime
    precision: str
    zone: str | None


def read_written(text: str, *, month_first: bool, years: tuple[int, int]) -> Written | None:
    """Return the first date of `text` within `years`, None where there is none.

    `text` should be short (a line): time grows with the square of the number of figures
    that look like dates and are none.
    """
    for match in _days(text):
        for year, month, day in _readings(match, month_first):
            try:
                moment = dt.datetime(year, month, day)
            except ValueError:
                continue
            if years[0] <= year <= years[1]:
                return _with_clock(moment, match, text)
    return None


def _days(text: str) -> Iterator[re.Match[str]]:
    start = _DIGIT.search(text)
    match = _DAY.search(text) if start else None
    while match is not None:
        yield match
        match = _DAY.search(text, match.start() + 1)


def _readings(match: re.Match[str], month_first: bool) -> Iterator[tuple[int, int, int]]:
    """Yield year, month, day in the order in which they are likely."""
    found = match.group
    if found("y1"):
        yield int(found("y1")), int(found("m1")), int(found("d1"))
    elif found("y2"):
        first, second, year = int(found("a")), int(found("b")), _full(found("y2"))
        if month_first and found("mark") != ".":
            yield year, first, second
        yield year, second, first
        yield year, first, second
    elif found("y3"):
        yield int(found("y3")), int(found("m3")), int(found("d3"))
    else:
        which = "4" if found("y4") else "5" if found("y5") else "6"
        month = month_called(found(f"m{which}"))
        if month is not None:
            yield _full(found(f"y{which}")), month, int(found(f"d{which}"))


def _full(year: str) -> int:
    """Return a year in four figures; two stand for 1970 to 2069, as in POSIX strptime."""
    number = int(year)
    return number if len(year) == 4 else number + (1900 if number >= 70 else 2000)


def _with_clock(moment: dt.datetime, match: re.Match[str], text: str) -> Written:
    if match["clock"]:
        hour, minute, *rest = (int(part) for part in match["clock"].split(":"))
        second = rest[0] if rest else 0
        precision = "second" if rest else "minute"
        if hour < 24 and minute < 60:
            moment = moment.replace(hour=hour, minute=minute, second=min(second, 59))
            return Written(moment, precision, match["zone"])
        return Written(moment, "day", None)
    clock = _AFTER.match(text, match.end())
    if clock is None:
        clock = _BEFORE.search(text[max(0, match.start() - 48) : match.start()])
    if clock is None:
        return Written(moment, "day", None)
    hour = hour_of(int(clock["hour"]), clock["half"] or clock["mark"])
    minute, second = int(clock["minute"] or 0), int(clock["second"] or 0)
    if hour == 24 and minute == second == 0:
        return Written(moment + dt.timedelta(days=1), "minute", clock["zone"])
    if hour > 23 or minute > 59:
        return Written(moment, "day", None)
    part = int((clock["part"] or "0")[:6].ljust(6, "0"))
    moment = moment.replace(hour=hour, minute=minute, second=min(second, 59), microsecond=part)
    return Written(moment, "second" if clock["second"] else "minute", clock["zone"])


_MORNING: Final = frozenset("上午 早上 凌晨 清晨 午前 오전".split())


def hour_of(hour: int, half: str | None) -> int:
    """Return the hour of 24 for one of 12, by a.m., p.m. or their Greek or Asian words."""
    if not half or hour > 12:
        return hour
    if half[0] in "aAπΠ" or half in _MORNING:
        return hour % 12
    if half == "中午":
        return hour + 12 if hour < 3 else hour
    if half == "晚上" and hour == 12:
        return 24
    return hour % 12 + 12
