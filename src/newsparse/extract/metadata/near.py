"""The words around the headline: where a page names its author and its day.

From the headline the tree is walked onward and, for a shorter way, backward; the walk
ends where the story's paragraphs begin. So its cost does not grow with the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...dom import INVISIBLE, Node
from ...words import squeezed

ONWARD: Final = 120
"""How many nodes after the headline are looked at."""

BACKWARD: Final = 50
"""How many nodes before it."""

LONG: Final = 160
"""Characters of a piece of text that must be prose."""

_SENTENCE: Final = 40
_COMMAS: Final = ("，", "、", "。")

_PROSE: Final = 3
"""After so many pieces of prose the story has begun."""

_INLINE: Final = frozenset(("span", "b", "strong", "em", "i", "font", "a"))
_WRAPPED: Final = frozenset(("span", "b", "strong", "em", "i", "font", "div", "p", "cite"))
"""Elements that may stand between a link or a time and its text."""

_HALLS: Final = frozenset(("body", "html", "main", "article"))
_POST: Final = "hentry"
"""Class of the whole post in WordPress, beside its categories and tags."""

_NAMING: Final = ("class", "id", "itemprop", "data-testid")

_SKIPPED: Final = INVISIBLE | frozenset(("nav", "select", "button", "form", "footer", "dialog"))


def is_sentence(text: str) -> bool:
    """Whether a line is prose in Chinese or Japanese, which says more with fewer characters."""
    return len(text) > _SENTENCE and not text.isascii() and any(c in text for c in _COMMAS)


class Piece:
    """A run of text near the headline.

    Attributes:
        text: the words, white space squeezed.
        after: whether it follows the headline.
        in_time: whether it stands in a ``<time>``.
        in_link: whether it is a link's text.
        alt: what a picture shows; a picture has no text.
    """

    __slots__ = ("_block", "_element", "_names", "after", "alt", "in_link", "in_time", "text")

    def __init__(self, text: str, element: Node, after: bool, alt: str = "") -> None:
        tag = element.tag
        self.text: str = text
        self.after: bool = after
        self.alt: str = alt
        self.in_time: bool = tag == "time"
        self.in_link: bool = tag == "a"
        self._element = self._block = element
        self._names: str | None = None
        if not self.in_link and not self.in_time and tag in _WRAPPED:
            here: Node | None = element
            for _ in range(3):
                here = here.parent if here is not None else None
                if here is None or self.in_link or self.in_time:
                    break
                above = here.tag
                self.in_link = above == "a"
                self.in_time = above == "time"
                if self.in_link or self.in_time:
                    self._element = here
                elif above not in _WRAPPED:
                    break

    @property
    def names(self) -> str:
        """Classes, ids and the like of the three nearest elements, lower case."""
        if self._names is None:
            names = ""
            here: Node | None = self._element
            for _ in range(3):
                if here is None or here.tag in _HALLS:
                    break
                attributes = here.attributes
                if _POST in (attributes.get("class") or ""):
                    break
                for key in _NAMING:
                    value = attributes.get(key)
                    if value:
                        names += " " + value
                here = here.parent
            self._names = names.lower()
        return self._names

    @property
    def is_block(self) -> bool:
        """Whether it is all the text of its block, and that is of no figure."""
        here: Node | None = self._block
        while here is not None and here.tag in _INLINE:
            here = here.parent
        if here is None or squeezed(here.text()[:LONG]) != self.text:
            return False
        return not self._in_figure(here)

    @staticmethod
    def _in_figure(here: Node | None) -> bool:
        for _ in range(4):
            if here is None:
                break
            if here.tag in ("figure", "figcaption"):
                return True
            here = here.parent
        return False

    @property
    def stamp(self) -> str:
        """The machine-readable date of the ``<time>`` it stands in."""
        return (self._element.attributes.get("datetime") or "") if self.in_time else ""

    @property
    def href(self) -> str:
        """Where its link leads."""
        return (self._element.attributes.get("href") or "") if self.in_link else ""

    @property
    def rel(self) -> str:
        """The ``rel`` of its link."""
        return (self._element.attributes.get("rel") or "") if self.in_link else ""


def pieces_near(headline: Node) -> list[Piece]:
    """Return the text before and after the headline, each in the order of the page."""
    before = list(_pieces(_backward(headline), after=False))
    before.reverse()
    return before + list(_pieces(_onward(headline), after=True))


def pieces_in(element: Node, most: int = 12) -> list[Piece]:
    """Return the first pieces of text in an element."""
    pieces: list[Piece] = []
    waiting = [element]
    while waiting and len(pieces) < most:
        node = waiting.pop()
        if node.next is not None and node.mem_id != element.mem_id:
            waiting.append(node.next)
        if node.is_text_node:
            text = squeezed((node.text_content or "")[:4000])
            if text:
                pieces.append(Piece(text, node.parent or element, True))
        elif node.tag not in _SKIPPED and node.first_child is not None:
            waiting.append(node.first_child)
    return pieces


def _pieces(nodes: Iterator[Node], *, after: bool) -> Iterator[Piece]:
    prose = 0
    for node in nodes:
        if not node.is_text_node:
            tag = node.tag
            if tag == "time" and node.first_child is None:
                yield Piece("", node, after)
            elif tag == "img":
                attributes = node.attributes
                alt = attributes.get("alt") or ""
                if alt or "avatar" in (attributes.get("class") or ""):
                    yield Piece("", node, after, alt[:LONG] or "avatar")
            continue
        text = (node.text_content or "")[:4000]
        if not text or text.isspace():
            continue
        parent = node.parent
        if parent is None:
            continue
        if len(text) > LONG:
            text = squeezed(text)
            if len(text) > LONG:
                prose += 1
                if prose >= _PROSE:
                    return
        else:
            text = squeezed(text)
            if is_sentence(text):
                prose += 1
                if prose >= _PROSE:
                    return
        if text:
            yield Piece(text, parent, after)


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
