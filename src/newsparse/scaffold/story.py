"""The selector of the element that the story of a whole page stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from ..dom import Node
from .sample import Sample
from .selectors import selectors

COVERS: Final = 0.9
"""How much of the story, as newsparse finds it, must stand in the element."""


def propose_story(samples: Sequence[Sample], spare: Collection[str] = ()) -> tuple[str, int] | None:
    """Return a selector that holds on all pages among `samples`, and how many those are.

    The smallest element is taken that has a name and covers the story of each page; None
    where there is none, or no page.

    Args:
        samples: the samples.
        spare: selectors of what is no story though it may look so: headline, byline, date.
    """
    pages = [_Page(s, spare) for s in samples if s.is_page and s.elements]
    pages = [page for page in pages if page.kept[0] > 0]
    best: tuple[int, int, str] | None = None
    tried: set[str] = set()
    for page in pages:
        for node in page.around_story():
            for rank, selector in enumerate(selectors(node)):
                if selector in tried:
                    continue
                tried.add(selector)
                sizes = [other.size(selector) for other in pages]
                if None in sizes:
                    continue
                size = sum(s for s in sizes if s is not None)
                if best is None or (size, rank) < best[:2]:
                    best = (size, rank, selector)
    return (best[2], len(pages)) if best is not None else None


class _Page:
    """A page, and how much of the story each of its elements holds."""

    def __init__(self, sample: Sample, spare: Collection[str]) -> None:
        self.sample = sample
        elements = sample.elements
        self.kept = [element.kept for element in elements]
        spared = {node.mem_id for selector in spare for node in sample.tree.css(selector)}
        for element in elements:
            if element.node.mem_id in spared:
                above = element.parent
                while above >= 0:
                    self.kept[above] -= element.kept
                    above = elements[above].parent
        self.least = COVERS * self.kept[0]

    def around_story(self) -> Iterator[Node]:
        """Yield the elements that cover the story, without the body."""
        for element, kept in zip(self.sample.elements[1:], self.kept[1:], strict=True):
            if kept >= self.least:
                yield element.node

    def size(self, selector: str) -> int | None:
        """Return the size of the one element that matches, None where it is not the story."""
        found = {node.mem_id for node in self.sample.tree.css(selector)}
        if len(found) != 1:
            return None
        for element, kept in zip(self.sample.elements, self.kept, strict=True):
            if element.node.mem_id in found:
                return element.size if kept >= self.least else None
        return None
