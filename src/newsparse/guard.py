"""Makes HTML safe for the parser, in linear time.

Lexbor keeps to the standard's tree construction, some steps of which walk the
stack of open elements, the list of active formatting elements, the options of
a ``<select>`` or the attributes of a tag. Measured with selectolax 1.0.2:
20,000 nested ``<div>`` take 0.7 s (0.04 s for 5,000), as many options 1.3 s, as many
attributes 0.7 s, and 5,000 times ``<p><b id=N>`` takes 14 s and gigabytes, since
each paragraph opens all of them again. Few documents can do such harm:
they are known by counting, and only they are looked at tag by tag
(:mod:`newsparse.nesting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from .limits import Limits
from .nesting import flatten
from .problems import Problem
from .tags import ATTRIBUTES, TAG_REST

__all__ = ["Limits", "guard"]

# So short a text has too few tags to cost more than some milliseconds.
_SMALL: Final = 6000
# Up to here plain nesting costs 0.1 s or 0.2 s at worst; 99 of 100 news pages are below.
_MANY: Final = 8000
# Formatting elements times tags: the nodes that opening them again may make.
_REOPENED: Final = 1_000_000
# A tag of a thousand attributes, 4 ms at worst, is at least this long.
_LONG_TAG: Final = 4000

# Letters in both cases, since a pattern that begins with a literal is found much faster;
# the first letters alone before anything else, since most tags are told by them.
_FORMATTING = re.compile(
    r"<(?=[bceiustfBCEIUSTF])(?:[bisuBISU]|[bB][iI][gG]|[cC][oO][dD][eE]|[eE][mM]"
    r"|[fF][oO][nN][tT]|[sS](?:[mM][aA][lL][lL]|[tT][rR](?:[iI][kK][eE]|[oO][nN][gG]))"
    r"|[tT][tT])[\s/]"
)


def guard(html: str, limits: Limits) -> tuple[str, tuple[Problem, ...]]:
    """Return `html` in a shape that the parser reads in linear time.

    Elements nested over `limits.max_depth` and formatting elements over
    `limits.max_formatting` lose their tags and keep their text; options and
    attributes over their limits are cut. Each gives one problem.

    Raises:
        TooLargeError: more than `limits.max_bytes` characters.
    """
    size = len(html)
    limits.check_size(size)
    if size > _SMALL and _may_nest(html.count("<"), html):
        return flatten(html, limits)
    if size > _LONG_TAG and _may_have_long_tag(html, limits.max_attributes):
        return flatten(html, limits)
    return html, ()


def _may_nest(tags: int, html: str) -> bool:
    if tags > _MANY:
        return True
    # half of the tags at most open formatting, for the other half to reopen
    return tags * tags > 4 * _REOPENED and len(_FORMATTING.findall(html)) * tags > _REOPENED


# As much of a tag, and of what precedes it, is looked at.
_PART: Final = 65_536

# How far back a quote is looked for.
_FAR: Final = 1_000_000


def _may_have_long_tag(html: str, most: int) -> bool:
    """Tell whether a tag may have more than `most` attributes.

    Such a tag is a run of characters without ``<``, which covers one of the
    windows looked at; or it has many ``<`` in it, and counts as many tags. The
    run begins with a tag, or inside a quoted value if the last quote before it
    follows an equals sign; then the attributes go on behind the next quote.
    """
    window = _LONG_TAG // 2
    position = seen = 0
    end = len(html) - window
    budget = 4 * len(html)
    while position <= end:
        if html.find("<", position, position + window) >= 0:
            position += window
            continue
        start = html.rfind("<", seen, position)
        stop = html.find("<", position)
        seen = position = len(html) if stop < 0 else stop
        if start < 0:
            continue
        for at in (start + 1, *_ends_of_values(html, start)):
            tag = TAG_REST.match(html, at)
            if tag is None or tag.end() - at <= most * 2:
                continue
            budget -= tag.end() - at
            if budget < 0:
                return True
            found = sum(1 for _ in islice(ATTRIBUTES.finditer(html, at, tag.end()), most + 1))
            if found > most and not _in_script(html, start):
                return True
    return False


def _ends_of_values(html: str, at: int) -> Iterator[int]:
    """Yield where quoted values end that this place may stand in."""
    low = max(at - _FAR, 0)
    for quote in "\"'":
        last = html.rfind(quote, low, at)
        if last < 0 and not low:
            continue
        # no quote for so long, or only blanks before it: we cannot tell
        if last < 0 or html[max(last - 9, 0) : last].rstrip()[-1:] in ("", "="):
            end = html.find(quote, at, at + _FAR)
            if end >= 0:
                yield end + 1
            elif at + _FAR < len(html):
                yield at


def _in_value(html: str, at: int) -> bool:
    """Tell whether this place may be inside a quoted attribute value."""
    return next(_ends_of_values(html, at), None) is not None


def _in_script(html: str, at: int) -> bool:
    """Tell whether this place is inside of a script or style sheet for sure."""
    low = max(at - _PART, 0)
    for name in ("script", "style"):
        opened = html.rfind(f"<{name}", low, at + 1)
        if opened >= 0 and html.find(f"</{name}", opened, at) < 0:
            return opened < at and not _in_value(html, opened)
    return False
