"""What an unquoted YAML scalar means.

YAML 1.1 turns ``on`` into True, ``010`` into 8, ``1:30`` into 90, ``1_000`` into 1000 and
``2021-07-22`` into a date. A title or a date of an archive is none of these,
so only the core schema of YAML 1.2 (section 10.3.2) is resolved, less octals,
hexadecimals, infinities and NaN, plus ``yes`` and ``no``. Everything else,
dates included, stays the text that was written; and so does everything under
the keys in :data:`TEXTUAL`.
"""

from __future__ import annotations

import math
import re
from typing import Final, TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

_WORDS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "YES"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "NO"), False),
}
# Keys whose values are words whatever they look like: the title of the film 1917, of "No".
TEXTUAL: Final = frozenset({"title", "headline", "author"})

# At most 18 digits: beyond them a number is an id, which a float would spoil.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}(?:[eE][-+]?[0-9]{1,3})?")


def resolve(text: str) -> Scalar:
    """Return the value of an unquoted scalar; most are the text itself.

    Example:
        >>> [resolve(text) for text in ("no", "010", "1:30", "12", "2021-07-22", "")]
        [False, '010', '1:30', 12, '2021-07-22', None]
    """
    if len(text) <= 5 and text in _WORDS:
        return _WORDS[text]
    if text[0] in "-+0123456789":
        if _INTEGER.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text) and math.isfinite(float(text)):
            return float(text)
    return text
