"""How the text of a page is spread over its elements, and which of them is the main one."""

from __future__ import annotations

from typing import Final

from .boilerplate_words import (
    COMMENTS,
    COOKIES,
    FOOTER,
    HIDDEN,
    IN_ASIDE,
    IN_FOOTER,
    IN_NAV,
    NAVIGATION,
    NOT_SHOWN,
    PAYWALL,
    RELATED,
)
from .page_walk import PageWalk

LONG: Final = 10
"""A block of this many words may be running text."""

_BAD: Final = (
    COMMENTS
    | COOKIES
    | FOOTER
    | HIDDEN
    | IN_ASIDE
    | IN_FOOTER
    | IN_NAV
    | NAVIGATION
    | NOT_SHOWN
    | RELATED
)
LEAVES: Final = frozenset("p h1 h2 h3 h4 h5 h6 li td th dd dt figcaption blockquote pre".split())
_TEXT_LEAVES: Final = frozenset("p h1 h2 h3 h4 h5 h6 pre".split())


class Layout:
    """How the text of a page is spread over its elements.

    Attributes:
        main: index of the lowest element that holds most of the running text.
        inside: for each element whether it stands in `main`.
        chain: for each element whether `main` stands in it.
        mass: words of running text in each element.
        total: words of running text on the page.
    """

    __slots__ = ("chain", "count", "inside", "link", "longest", "main", "mass", "total", "words")

    def __init__(self, page: PageWalk) -> None:
        parents = page.parents
        size = len(parents)
        raw = [0] * size
        words = [0.0] * size
        link = [0.0] * size
        count = [0] * size
        longest = [0] * size
        for block in page.blocks:
            element = block.element
            length = block.words
            words[element] += length
            link[element] += length * block.link
            count[element] += 1
            if length >= LONG and block.link < 0.4:
                raw[element] += length
            if length > longest[element]:
                longest[element] = length
        own = raw[:]
        for index in range(size - 1, 0, -1):
            if count[index]:
                parent = parents[index]
                words[parent] += words[index]
                link[parent] += link[index]
                count[parent] += count[index]
                raw[parent] += raw[index]
                if longest[index] > longest[parent]:
                    longest[parent] = longest[index]
        half = raw[0] * 0.5
        bad = [False] * size
        mass = [0.0] * size
        running = [index for index in range(1, size) if raw[index]]
        for index in running:
            bad[index] = bad[parents[index]] or (
                raw[index] < half and page.flags(index) & _BAD != 0
            )
            if own[index]:
                mass[index] = own[index] * (0.2 if bad[index] else 1.0)
        mass[0] = float(own[0])
        for index in reversed(running):
            mass[parents[index]] += mass[index]
        self.total: float = mass[0]
        self.mass: list[float] = mass
        self.words: list[float] = words
        self.link: list[float] = link
        self.count: list[int] = count
        self.longest: list[int] = longest
        self.main: int = self._descend(page, running)
        chain = [False] * size
        index = self.main
        while index >= 0:
            chain[index] = True
            index = parents[index]
        # What stands in an element follows it, up to the first whose parent is before it.
        main = self.main
        end = main + 1
        while end < size and parents[end] >= main:
            end += 1
        inside = [main <= index < end for index in range(size)]
        self.chain: list[bool] = chain
        self.inside: list[bool] = inside

    def is_leaf(self, tag: str, element: int) -> bool:
        """Whether an element is one paragraph, heading, item or cell, and no container.

        A cell of a layout table, or an item with several paragraphs, is a container.
        """
        return element > 0 and tag in LEAVES and (self.count[element] < 3 or tag in _TEXT_LEAVES)

    def _descend(self, page: PageWalk, running: list[int]) -> int:
        """Return the lowest element with at least three quarters of the running text."""
        least = self.total * 0.75
        main = 0
        mass, parents, tags = self.mass, page.parents, page.tags
        for index in running:
            if mass[index] >= least and parents[index] == main and mass[index] > 0:
                if self.is_leaf(tags[index], index):
                    break
                main = index
        # What has to be paid for is the rest of a story that began before it.
        while main and page.flags(main) & PAYWALL:
            main = parents[main]
        return main
