"""Where tags and comments of HTML begin and end (HTML, section 13.2.5, tokenization).

All patterns are possessive: what they have taken they never give back, so
that their time is linear.
"""

from __future__ import annotations

import re
from typing import Final

_ATTRIBUTE = (
    r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?)?+"
)
TOKEN: Final = re.compile(
    r"<(?:(/?)([A-Za-z][^\s/>]*+)((?:[\s/]++|" + _ATTRIBUTE + r")*+)(?:>|\Z)"
    r"|!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))|[!?/][^>]*+(?:>|\Z))"
)
ATTRIBUTES: Final = re.compile(_ATTRIBUTE)
TAG_REST: Final = re.compile(r"(?:[\s/]++|" + _ATTRIBUTE + r")*+")

# What may follow the name in an end tag; the empty string is the end of the text.
ENDS_NAME: Final = frozenset(("", " ", "\t", "\n", "\f", "\r", "/", ">"))


def is_styled(attributes: str) -> bool:
    """Tell whether a ``<font>`` ends SVG or MathML: it does with these attributes."""
    return any(
        found[0].partition("=")[0].strip().lower() in ("color", "face", "size")
        for found in ATTRIBUTES.finditer(attributes)
    )
