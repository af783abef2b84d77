"""Dates as documents write them.

The formats of machines are read first, each by one step: ISO 8601, RFC 2822 (section 3.3
and the obsolete zones of 4.3), seconds and milliseconds since 1970, year-month-day.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import attrs

from .relative_dates import read_relative
from .written_dates import read_written
from .zone_names import zone_called, zone_written

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
LONGEST: Final = 200
"""Characters of a text in which a date is looked for."""


@attrs.frozen(kw_only=True)
class DateReading:
    """A date that was read.

    Attributes:
        value: the moment, aware of its zone.
        assumed_zone: the zone that was assumed because the text gave none.
        precision: ``day``, ``minute`` or ``second``.
        relative: whether it was counted from a reference time.
    """

    value: dt.datetime
    assumed_zone: str | None = None
    precision: str = "second"
    relative: bool = False

    @property
    def note(self) -> str | None:
        """What the origin of the date has to say of its zone."""
        return f"time zone {self.assumed_zone} assumed" if self.assumed_zone else None


_RFC_MONTHS: Final = {
    name: number
    for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}
_RFC = re.compile(
    r"(?:[A-Z][a-z]{2,8},?\s+)?(\d{1,2})[\s-]([A-Z][a-z]{2})[\s-](\d{4}|\d\d)\s+"
    r"(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([+-]\d{4}|[A-Z]{1,4}))?(?:\s*\([^()]{0,40}\))?$"
)
_YEAR_FIRST = re.compile(
    r"(\d{4})[-/.年](\d\d?)[-/.月](\d\d?)日?(?:\s?(\d\d?):(\d\d)(?::(\d\d))?)?"
)
_WIDE: Final = re.compile("[\uff01-\uff5e\u200b-\u200f\u202a-\u202e\ufeff]")
_NARROWED: Final = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0xFEFF]),
}
"""Full-width letters and digits as ASCII, marks of direction and of no width as nothing."""

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_ZERO: Final = dt.datetime(1970, 1, 1)
_SINCE_1970: Final = (631_152_000, 4_102_444_800)
"""Seconds at the start of 1990 and of 2100: other numbers are no dates."""


def read_date(
    value: object,
    *,
    zone: str | None = None,
    now: dt.datetime | None = None,
    month_first: bool = False,
) -> DateReading | None:
    """Return the date in `value`, None where there is none. Never raises.

    Args:
        value: text, a number of seconds or milliseconds since 1970, or a date object.
        zone: IANA name of the zone of dates that give none; UTC without it.
        now: the moment relative dates are counted from; without it they are not read.
        month_first: whether 7/8/2021 is the 8th of July.

    Dates outside 1900 to 2100 and the exact zero of 1970 are none.
    """
    try:
        if isinstance(value, str):
            text = value.strip()
            found = _read_text(text, zone, month_first)
            return found if found is not None or now is None else _from_now(text, zone, now)
        if isinstance(value, dt.datetime):
            return made(value, zone)
        if isinstance(value, dt.date):
            return made(dt.datetime(value.year, value.month, value.day), zone, "day")
        if isinstance(value, int | float) and not isinstance(value, bool):
            return _from_number(value, zone)
    except (ValueError, OverflowError):
        pass
    return None


def _read_text(text: str, zone: str | None, month_first: bool) -> DateReading | None:
    if text[4:5] == "-" and text[10:11] in ("T", " ", "", "t"):
        try:
            moment = dt.datetime.fromisoformat(text)
        except ValueError:
            pass
        else:
            if moment.year != 1 and text[7:8] == "-":
                length = len(text)
                precise = length > 16 and text[16] == ":"
                return made(
                    moment, zone, "second" if precise else "minute" if length > 10 else "day"
                )
    if text[8:9] == "T" and text[:8].isdecimal():  # ISO 8601, basic format
        try:
            moment = dt.datetime.fromisoformat(text)
        except ValueError:
            return None
        return made(moment, zone, "second" if text[13:15].isdecimal() else "minute")
    match = _RFC.match(text) if len(text) <= LONGEST else None
    if match:
        found = _from_rfc(match, zone)
        if found is not None:
            return found
    if text.isdecimal():
        return _from_digits(text, zone)
    whole, point, rest = text.partition(".")
    if point and len(whole) > 8 and whole.isdecimal() and rest.isdecimal():
        return _from_number(float(text), zone) if len(text) < 24 else None
    match = _YEAR_FIRST.fullmatch(text)
    if match:
        year, month, day, hour, minute, second = match.groups()
        try:
            moment = moment_of((year, month, day), (hour, minute, second))
        except ValueError:
            return None
        return made(moment, zone, "second" if second else "minute" if hour else "day")
    text = text[:LONGEST]
    if _WIDE.search(text):
        text = text.translate(_NARROWED)
    written = read_written(text, month_first=month_first, years=(FIRST_YEAR, LAST_YEAR))
    if written is None:
        return None
    return made(written.moment, zone, written.precision, written.zone)


def _from_now(text: str, zone: str | None, now: dt.datetime) -> DateReading | None:
    tz = (zone_called(zone) if zone else None) or dt.UTC
    found = read_relative(text, now, tz)
    if found is None:
        return None
    moment, precision, by_zone = found
    assumed = (zone or "UTC") if by_zone else None
    return DateReading(value=moment, assumed_zone=assumed, precision=precision, relative=True)


def _from_rfc(match: re.Match[str], zone: str | None) -> DateReading | None:
    day, name, year, hour, minute, second, given = match.groups()
    month = _RFC_MONTHS.get(name)
    if month is None:
        return None
    number = int(year)
    if len(year) == 2:  # RFC 2822, section 4.3
        number += 2000 if number < 50 else 1900
    moment = dt.datetime(number, month, int(day), int(hour), int(minute), min(int(second or 0), 59))
    return made(moment, zone, "second" if second else "minute", given)


def _from_number(number: float, zone: str | None) -> DateReading | None:
    first, last = _SINCE_1970
    if first <= number < last:
        return made(_EPOCH + dt.timedelta(seconds=number), zone)
    if first <= number / 1000 < last:
        return made(_EPOCH + dt.timedelta(milliseconds=number), zone)
    if isinstance(number, int) and 19_000_101 <= number <= 21_001_231:
        return _from_digits(str(number), zone)
    return None


def _from_digits(text: str, zone: str | None) -> DateReading | None:
    """Read 20210722, 202107221348, 20210722134841 or a count since 1970."""
    if len(text) > 14:
        return None
    found = _from_number(int(text), zone) if len(text) in (9, 10, 12, 13) else None
    if found is not None or len(text) not in (8, 12, 14):
        return found
    moment = moment_of((text[:4], text[4:6], text[6:8]), (text[8:10], text[10:12], text[12:]))
    return made(moment, zone, {8: "day", 12: "minute"}.get(len(text), "second"))


def moment_of(
    day: tuple[str | int, str | int, str | int],
    clock: tuple[str | None, str | None, str | None] = (None, None, None),
    microsecond: str | int = 0,
) -> dt.datetime:
    """Return the moment of year, month, day and hour, minute, second; ValueError if none.

    24:00 is the end of the day, as in ISO 8601; a leap second is the one before.
    """
    hour, minute, second = (int(part or 0) for part in clock)
    late = hour == 24 and minute == second == 0
    year, month, number = (int(part) for part in day)
    moment = dt.datetime(
        year, month, number, 0 if late else hour, minute, min(second, 59), int(microsecond)
    )
    return moment + dt.timedelta(days=1) if late else moment


def made(
    moment: dt.datetime, zone: str | None, precision: str = "second", given: str | None = None
) -> DateReading | None:
    """Return the reading of a moment.

    `given` is the zone as the text has it, `zone` the one to assume where that says nothing.
    """
    if not FIRST_YEAR <= moment.year <= LAST_YEAR or moment == _ZERO:
        return None
    if given:
        tz = zone_written(given, zone)
        if tz is not None:
            moment = moment.replace(tzinfo=tz)
    if moment.tzinfo is not None:
        if moment.year <= 1970 and moment == _EPOCH:
            return None
        return DateReading(value=moment, precision=precision)
    tz = zone_called(zone) if zone else None
    if tz is None:
        zone, tz = "UTC", dt.UTC
    moment = moment.replace(tzinfo=tz)
    if moment.year <= 1970 and moment == _EPOCH:
        return None
    return DateReading(value=moment, assumed_zone=zone, precision=precision)


_IN_URL = re.compile(r"/(20\d\d|19\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_DAY_FIRST_IN_URL = re.compile(r"/([0-2]\d|3[01])[.-](0[1-9]|1[0-2])[.-](20\d\d)(?=[/_.]|$)")


def date_in_url(url: str) -> dt.date | None:
    """Return the day in the path of `url`."""
    match = _IN_URL.search(url)
    try:
        if match:
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        match = _DAY_FIRST_IN_URL.search(url)
        return dt.date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None
