"""HTML as it is written: tags, comments and text in turn, for changes that keep its meaning."""

from __future__ import annotations

import re
from typing import Final

# A tag as the HTML standard reads it (13.2.5, tokenization): a quote that opens no value is a
# part of a name, and a slash in a bare value is a part of the value. Nothing is tried twice.
_VALUE: Final = r"""(?>"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)"""
_ATTRIBUTES: Final = rf"(?>[\s/]+|=?[^\s/>=]++(?>\s*=\s*{_VALUE})?|=)*+"

TAG: Final = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*)({_ATTRIBUTES})>")

ATTRIBUTE: Final = re.compile(rf"(=?[^\s/>=]++|=)(\s*=\s*{_VALUE})?")
"""The name of an attribute, and its value with the sign before it."""

_OPENING: Final = re.compile(r"<(?=[a-zA-Z/!])")
_BOGUS: Final = re.compile(r"<[^>]*>")
_CLOSING: Final = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in "script style textarea title pre svg math noscript iframe select".split()
}
"""Elements whose content is left as it is, and where they end."""


def tokens(html: str) -> list[tuple[str, bool]]:
    """Return tags, comments and texts in turn, each with whether it stands in raw text.

    What is not closed is one token to the end of the document.
    """
    out: list[tuple[str, bool]] = []
    at = 0
    while at < len(html):
        opening = _OPENING.search(html, at)
        start = opening.start() if opening else len(html)
        if start > at:
            out.append((html[at:start], False))
        if opening is None:
            break
        tag = TAG.match(html, start)
        if html.startswith("<!--", start):
            end = html.find("-->", start + 4)
            at = end + 3 if end >= 0 else len(html)
        elif tag is not None:
            at = tag.end()
        else:
            bogus = None if html[start + 1].isalpha() else _BOGUS.match(html, start)
            at = bogus.end() if bogus else len(html)
        out.append((html[start:at], False))
        closing = _CLOSING.get(tag[2].lower()) if tag is not None and not tag[1] else None
        if closing is not None:
            found = closing.search(html, at)
            end = found.start() if found else len(html)
            if end > at:
                out.append((html[at:end], True))
            at = end
    return out


def without_raw(html: str) -> str:
    """Return the HTML with blanks for comments and for what stands in scripts and the like."""
    return "".join(
        " " * len(token) if raw or token.startswith("<!--") else token
        for token, raw in tokens(html)
    )
