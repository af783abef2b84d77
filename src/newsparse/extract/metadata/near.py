"""The words around the headline: where a page names its author and its day.

From the headline the tree is walked onward and, for a shorter way, backward; the walk
ends where the story's paragraphs begin. So its cost does not grow with the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...dom import INVISIBLE, Node
from ...words import squeezed

ONWARD: Final = 260
"""How many nodes after the headline are looked at."""

BACKWARD: Final = 60
"""How many nodes before it."""

_LONG: Final = 160
"""Characters of a piece of text that must be prose."""

_PROSE: Final = 4
"""After so many pieces of prose the story has begun."""

_SKIPPED: Final = INVISIBLE | frozenset(("nav", "select", "button", "form", "footer", "dialog"))


class Piece:
    """A run of text near the headline, with the names of the elements it stands in.

    Attributes:
        text: the words, white space squeezed.
        names: classes, ids and itemprops of the three nearest elements, lower case.
        href: where it links to, if it is a link's text.
        datetime: the machine-readable date of a ``<time>`` it stands in.
        after: whether it follows the headline.
        block: the memory id of the second nearest element, to tell lines apart.
    """

    __slots__ = ("after", "datetime", "href", "names", "rel", "tag", "text")

    def __init__(
        self, text: str, names: str, tag: str, href: str, rel: str, datetime: str, after: bool
    ) -> None:
        self.text = text
        self.names = names
        self.tag = tag
        self.href = href
        self.rel = rel
        self.datetime = datetime
        self.after = after


def pieces_near(headline: Node) -> list[Piece]:
    """Return the text before and after the headline, each in the order of the page."""
    before = list(_pieces(_backward(headline), after=False))
    before.reverse()
    return before + list(_pieces(_onward(headline), after=True))


def _pieces(nodes: Iterator[Node], *, after: bool) -> Iterator[Piece]:
    prose = 0
    for node in nodes:
        if not node.is_text_node:
            if node.tag == "time":
                stamp = node.attributes.get("datetime")
                if stamp and not node.text(deep=True).strip():
                    yield _piece("", node, after)
            continue
        text = node.text_content or ""
        if not text or text.isspace():
            continue
        parent = node.parent
        if parent is None:
            continue
        if len(text) > _LONG:
            text = squeezed(text)
            if len(text) > _LONG:
                prose += 1
                if prose >= _PROSE:
                    return
        else:
            text = squeezed(text)
        if text:
            yield _piece(text, parent, after)


def _piece(text: str, element: Node, after: bool) -> Piece:
    names = href = rel = stamp = ""
    here: Node | None = element
    for _ in range(3):
        if here is None:
            break
        tag = here.tag
        if tag in ("body", "html", "main", "article"):
            break
        attributes = here.attributes
        if attributes:
            for key in ("class", "id", "itemprop", "data-testid", "data-component"):
                value = attributes.get(key)
                if value:
                    names += " " + value
            if tag == "a" and not href:
                href = attributes.get("href") or ""
                rel = attributes.get("rel") or ""
            elif tag == "time" and not stamp:
                stamp = attributes.get("datetime") or ""
        here = here.parent
    return Piece(text, names.lower(), element.tag or "", href, rel, stamp, after)


def _onward(start: Node) -> Iterator[Node]:
    node: Node | None = start
    down = False
    for _ in range(ONWARD):
        below = node.first_child if down and node is not None else None
        if below is not None:
            node = below
        else:
            while node is not None and node.next is None:
                node = node.parent
            if node is None:
                return
            node = node.next
        if node is None:
            return
        down = not node.is_text_node and node.tag not in _SKIPPED
        if down or node.is_text_node:
            yield node


def _backward(start: Node) -> Iterator[Node]:
    node: Node | None = start
    for _ in range(BACKWARD):
        if node is None:
            return
        earlier = node.prev
        if earlier is None:
            node = node.parent
            if node is None or node.tag in ("body", "html"):
                return
            continue
        node = earlier
        while not node.is_text_node and node.tag not in _SKIPPED:
            below = node.last_child
            if below is None:
                break
            node = below
        if node.is_text_node:
            yield node
