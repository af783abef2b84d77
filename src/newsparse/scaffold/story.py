"""The selector of the element that the story of a whole page stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from ..dom import Node
from .sample import Sample
from .selectors import selectors

COVERS: Final = 0.9
"""How much of the story, as newsparse finds it, must stand in the element."""


def propose_story(samples: Sequence[Sample], spare: Collection[str] = ()) -> list[str]:
    """Return selectors of elements that cover the story on all pages, the smallest first.

    Of selectors that find elements of the same size, the best is taken.

    Args:
        samples: the samples; those that are no pages are passed over.
        spare: selectors of what is no story though it may look so: headline, byline, date.
    """
    pages = [_Page(s, spare) for s in samples if s.is_page and s.elements]
    pages = [page for page in pages if page.kept[0] > 0]
    best: dict[int, tuple[int, str]] = {}
    tried: set[str] = set()
    for page in pages:
        for node in page.around_story():
            for rank, selector in enumerate(selectors(node)):
                if selector in tried:
                    continue
                tried.add(selector)
                sizes = [other.size(selector) for other in pages]
                if None not in sizes:
                    size = sum(s for s in sizes if s is not None)
                    best[size] = min(best.get(size, (rank, selector)), (rank, selector))
    return [selector for _, (_, selector) in sorted(best.items())]


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
