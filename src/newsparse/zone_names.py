"""Time zones as dates name them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

ZONES: Final[Mapping[str, int | str]] = {
    "Z": 0, "GMT": 0, "UTC": 0, "UT": 0, "WET": 0,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "AST": -240,
    "ADT": -180, "NST": -210, "NDT": -150,
    "ET": "America/New_York", "CT": "America/Chicago",
    "MT": "America/Denver", "PT": "America/Los_Angeles",
    "EASTERN": "America/New_York", "CENTRAL": "America/Chicago",
    "MOUNTAIN": "America/Denver", "PACIFIC": "America/Los_Angeles",
    "北京时间": 480, "北京時間": 480,
    "BRT": -180, "ART": -180, "CLT": -240, "COT": -300, "PET": -300,
    "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "WAT": 60, "CEST": 120, "MESZ": 120,
    "EET": 120, "CAT": 120, "SAST": 120, "EEST": 180, "MSK": 180, "TRT": 180, "EAT": 180,
    "GST": 240, "PKT": 300, "IST": 330, "NPT": 345, "WIB": 420, "ICT": 420, "WITA": 480,
    "SGT": 480, "HKT": 480, "PHT": 480, "PHST": 480, "MYT": 480, "AWST": 480, "WIT": 540,
    "JST": 540, "KST": 540, "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660,
    "NZST": 720, "NZDT": 780,
}  # fmt: skip
"""Minutes east of UTC, or the zone itself where the name holds in summer and winter.

The North American names are those of RFC 2822, section 4.3; the rest is what news sites write.
"""

CHINESE: Final = frozenset(
    "Asia/Shanghai Asia/Chongqing Asia/Harbin Asia/Taipei Asia/Macau Asia/Hong_Kong PRC".split()
)
"""Zones in whose documents CST is China's time, and not the American one."""

_CHINA: Final = dt.timezone(dt.timedelta(hours=8))


@lru_cache(maxsize=256)
def zone_called(name: str) -> dt.tzinfo | None:
    """Return the IANA zone of that name, None where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


@lru_cache(maxsize=512)
def zone_written(text: str, home: str | None = None) -> dt.tzinfo | None:
    """Return the zone a date gives as `text`: ``+0800``, ``GMT+8``, ``-05:00``, ``EST``, ``Z``.

    `home` is the zone of the document, for names that mean two zones. Offsets of more
    than 14 hours are none.
    """
    name = text.upper().strip().replace("\u2212", "-")
    if name.startswith(("GMT", "UTC")) and len(name) > 3:
        name = name[3:].strip()
    if name[:1] in ("+", "-"):
        hours, colon, minutes = name[1:].partition(":")
        if not colon and len(hours) > 2:
            hours, minutes = hours[:-2], hours[-2:]
        if not (hours.isdecimal() and (minutes.isdecimal() or not minutes)):
            return None
        east = int(hours) * 60 + int(minutes or 0)
        if east > 14 * 60:
            return None
        return dt.timezone(dt.timedelta(minutes=east if name[0] == "+" else -east))
    if name == "CST" and home in CHINESE:
        return _CHINA
    east_or_zone = ZONES.get(name)
    if isinstance(east_or_zone, str):
        return zone_called(east_or_zone)
    if east_or_zone is None:
        return None
    return dt.timezone(dt.timedelta(minutes=east_or_zone)) if east_or_zone else dt.UTC
