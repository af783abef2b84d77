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


def closes_itself(attributes: str) -> bool:
    """Tell whether a tag ends in a slash that is no part of an unquoted value."""
    if not attributes.endswith("/"):
        return False
    end = 0
    for found in ATTRIBUTES.finditer(attributes):
        end = found.end()
    return end < len(attributes)


def end_of_raw(html: str, name: str, position: int) -> int:
    """Return where the text of ``<script>`` and its like ends that begins at `position`."""
    if name == "plaintext":
        return len(html)
    if name == "script":
        return _end_of_script(html, position)
    length = len(name)
    while (position := html.find("</", position)) >= 0:
        end = position + 2 + length
        if html[position + 2 : end].lower() == name and html[end : end + 1] in ENDS_NAME:
            return position
        position += 2
    return len(html)


_IN_SCRIPT = re.compile(r"<!(?=--)|-->|<(/?)script(?=[\s/>]|\Z)", re.IGNORECASE)


def _end_of_script(html: str, position: int) -> int:
    """Follow the states of script data (13.2.5.4 and 13.2.5.15 to 31).

    Inside of ``<!--`` a ``<script>`` and its end tag are text.
    """
    escaped = doubly = False
    for found in _IN_SCRIPT.finditer(html, position):
        if found[1] is None:
            escaped = found[0] == "<!"
            doubly = doubly and escaped
        elif not found[1]:
            doubly = escaped
        elif not doubly:
            return found.start()
        else:
            doubly = False
    return len(html)
