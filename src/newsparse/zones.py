"""Time zones by IANA name, by offset, and by the short names of bylines."""

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
    "BRT": -180, "ART": -180, "CLT": -240, "COT": -300, "PET": -300,
    "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "WAT": 60, "CEST": 120, "MESZ": 120,
    "EET": 120, "CAT": 120, "SAST": 120, "EEST": 180, "MSK": 180, "TRT": 180, "EAT": 180,
    "GST": 240, "PKT": 300, "IST": 330, "NPT": 345, "WIB": 420, "ICT": 420, "WITA": 480,
    "SGT": 480, "HKT": 480, "PHT": 480, "PHST": 480, "MYT": 480, "AWST": 480, "WIT": 540,
    "JST": 540, "KST": 540, "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660,
    "NZST": 720, "NZDT": 780,
}  # fmt: skip
"""Minutes east of UTC, or the zone itself where the name holds in summer and winter.

The first names are those of RFC 2822, section 4.3; the rest are in use on news sites.
"""

ASIAN_CST: Final = frozenset(
    "Asia/Shanghai Asia/Chongqing Asia/Harbin Asia/Taipei Asia/Macau Asia/Hong_Kong PRC".split()
)
"""Zones in whose documents CST is China's time, and not the American one."""


@lru_cache(maxsize=256)
def zone_of(name: str | None) -> tuple[dt.tzinfo, str]:
    """Return the zone and its name; UTC for none and for an unknown one."""
    if name:
        try:
            return ZoneInfo(name), name
        except (KeyError, ValueError, OSError):
            pass
    return dt.UTC, "UTC"


@lru_cache(maxsize=256)
def fixed(minutes: int) -> dt.tzinfo | None:
    """Return the zone so many minutes east of UTC, None for a day and more."""
    if not minutes:
        return dt.UTC
    return dt.timezone(dt.timedelta(minutes=minutes)) if abs(minutes) < 1440 else None


def shifted(sign: str | None, hours: str | None, minutes: str | None) -> dt.tzinfo | None:
    """Return the zone of an offset such as ``+``, ``08``, ``00``; UTC without a sign."""
    if not sign or not hours:
        return dt.UTC
    return fixed((int(hours) * 60 + int(minutes or 0)) * (1 if sign == "+" else -1))


def zone_named(name: str, zone: str | None) -> dt.tzinfo | None:
    """Return the zone of a short name such as EST; None for a word that is none.

    Args:
        name: in any case.
        zone: the document's zone, which tells one CST from the other.
    """
    name = name.upper()
    if name == "CST" and zone in ASIAN_CST:
        return zone_of(zone)[0]
    known = ZONES.get(name)
    if known is None:
        return None
    return zone_of(known)[0] if isinstance(known, str) else fixed(known)
