"""The time zone in which the readers of a language live, where they all live in one."""

from __future__ import annotations

import re
from typing import Final

_ZONES: Final = {
    language: zone
    for zone, languages in {
        "Asia/Shanghai": "zh",
        "Asia/Tokyo": "ja",
        "Asia/Seoul": "ko",
        "Asia/Ho_Chi_Minh": "vi",
        "Asia/Bangkok": "th",
    }.items()
    for language in languages.split()
}
"""Languages of countries that keep one time (IANA tz database); all that write Chinese keep
UTC+8: the mainland, Taiwan, Hong Kong, Macau, Singapore, Malaysia."""

_LETTERS: Final = re.compile(
    "(?P<ja>[\u3040-\u30ff])|(?P<ko>[\uac00-\ud7af])|(?P<th>[\u0e00-\u0e7f])|(?P<zh>[\u3400-\u9fff])"
)
_FEWEST: Final = 4
"""Letters of a script that a title must have to tell the language."""


def home_zone(language: str | None, title: str) -> str | None:
    """Return the IANA zone of dates that give none, None where language and title tell none.

    The letters of the title go before the language the page declares, which often is that of
    its template. Chinese characters alone do not: Japanese and Korean titles have them as well.

    Args:
        language: BCP 47 tag the page declares.
        title: its title.
    """
    declared = _ZONES.get(language.partition("-")[0]) if language else None
    if title.isascii():
        return declared
    counts: dict[str, int] = {}
    for letter in _LETTERS.finditer(title):
        name = letter.lastgroup or ""
        counts[name] = counts.get(name, 0) + 1
    if not counts or sum(counts.values()) < _FEWEST:
        return declared
    han = counts.pop("zh", 0)
    if counts:
        foreign = max(counts, key=counts.__getitem__)
        if counts[foreign] * 4 > han:
            return _ZONES[foreign]
    if declared in (_ZONES["ja"], _ZONES["ko"]):
        return declared
    return _ZONES["zh"] if han >= _FEWEST else declared
