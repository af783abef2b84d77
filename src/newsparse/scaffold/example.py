"""Examples of what a rule is for: the HTML its selector finds."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from .columns import columns, cut

WIDEST: Final = 70
"""Columns of an example, so that it fits into a line of code."""

_STEP = re.compile(r'([\w-]+|\*)?(?:#([\w-]+)|\.([\w-]+)|\[([\w-]+)\*?="([^"]*)"\])?')


def example_html(selector: str, words: str = "", attribute: str | None = None) -> str:
    """Return HTML that `selector` finds, with the beginning of what it is to find.

    Args:
        selector: one that :mod:`newsparse.scaffold.selectors` makes.
        words: the text of the element, or the value of its attribute.
        attribute: the attribute that holds the value.
    """
    opening, closing = "", ""
    *_, last = steps = selector.split(" ")
    for step in steps:
        match = _STEP.fullmatch(step)
        if match is None:
            raise ValueError(f"no example is made for {selector!r}")
        tag, id_, class_, name, value = match.groups()
        tag = "div" if tag in (None, "*") else tag
        named = {"id": id_, "class": class_, name: value}
        if attribute is not None and step is last:
            named[attribute] = words
        marks = "".join(f' {key}="{escape(given)}"' for key, given in named.items() if given)
        opening += f"<{tag}{marks}>"
        closing = ("" if tag == "img" else f"</{tag}>") + closing
    if attribute is None:
        room = max(WIDEST - columns(opening + closing), 10)
        shown = cut(words, room)
        if shown != words and " " in shown:
            shown = shown.rpartition(" ")[0]
        opening += escape(shown, quote=False)
    return opening + closing
