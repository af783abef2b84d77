"""Dates as documents write them."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

import attrs


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


_MONTHS: Final = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_RFC = re.compile(r"(?:[A-Z][a-z]{2},\s*)?(\d{1,2})\s+([A-Z][a-z]{2})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s*(GMT|UTC|UT|Z|[+-]\d{4})?")
_NUMERIC = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[T\s]*(\d{1,2})[:：时](\d{2})(?:[:：](\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?")


def read_date(value: object, *, zone: str | None = None, now: dt.datetime | None = None, month_first: bool = False) -> DateReading | None:
    """Return the date in `value`, None where there is none."""
    if isinstance(value, dt.datetime):
        return _made(value, zone)
    if not isinstance(value, str):
        return None
    text = value.strip()[:200]
    try:
        match = _RFC.match(text)
        if match and match[2].lower() in _MONTHS:
            d, m, y, hh, mm, ss, tz = match.groups()
            return _made(dt.datetime(int(y), _MONTHS[m.lower()], int(d), int(hh), int(mm), int(ss or 0), tzinfo=_offset(tz)), zone)
        match = _NUMERIC.search(text)
        if match:
            y, m, d, hh, mm, ss, tz = match.groups()
            return _made(dt.datetime(int(y), int(m), int(d), int(hh or 0), int(mm or 0), int(ss or 0), tzinfo=_offset(tz)), zone, "second" if ss else "minute" if hh else "day")
    except ValueError:
        return None
    return None


def _offset(text: str | None) -> dt.tzinfo | None:
    if not text:
        return None
    if text[0] not in "+-":
        return dt.UTC
    digits = text[1:].replace(":", "")
    delta = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-delta if text[0] == "-" else delta)


@lru_cache(maxsize=64)
def _zone(name: str | None) -> dt.tzinfo:
    try:
        return ZoneInfo(name) if name else dt.UTC
    except (KeyError, ValueError, OSError):
        return dt.UTC


def _made(moment: dt.datetime, zone: str | None, precision: str = "second") -> DateReading | None:
    if not 1900 <= moment.year <= 2100:
        return None
    if moment.tzinfo is not None:
        return DateReading(value=moment, precision=precision)
    return DateReading(value=moment.replace(tzinfo=_zone(zone)), assumed_zone=zone or "UTC", precision=precision)


_IN_URL = re.compile(r"/(20\d\d|19\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


def date_in_url(url: str) -> dt.date | None:
    """Return the day in the path of `url`."""
    match = _IN_URL.search(url)
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
