"""Strip rules for what newsparse by itself takes out of the element that holds the story.

Where a source says which element that is, nothing in it is judged any more: what does not
belong to the story must be named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from ..dom import visible_text
from ..rules import Strip, css, strip
from ..words import squeezed
from .example import example_html
from .repeats import RuleNames
from .sample import Sample
from .selectors import own_selectors

REASON: Final = "stands in the story's element and is no story"


def propose_unkept(
    samples: Sequence[Sample], story: str, taken: Iterable[str], spare: Iterable[str]
) -> list[tuple[Strip, int]]:
    """Return strip rules for elements without story in the element `story`.

    A selector is taken that finds such an element on two pages, and no story on any.

    Args:
        samples: the samples.
        story: the selector of the element that holds the story.
        taken: ids that other rules have.
        spare: selectors that rules have.
    """
    pages = [sample for sample in samples if sample.is_page]
    found: defaultdict[str, set[str]] = defaultdict(set)
    examples: dict[str, str] = {}
    holds_story: set[str] = set()
    for page in pages:
        covered = {node.mem_id for selector in spare for node in page.tree.css(selector)}
        for element, inside in zip(page.elements, page.inside(story), strict=True):
            if not inside or not element.size or element.node.mem_id in covered:
                continue
            for selector in own_selectors(element.node):
                if element.kept:
                    holds_story.add(selector)
                elif page.elements[element.parent].kept:
                    found[selector].add(page.story)
                    examples.setdefault(selector, squeezed(visible_text(element.node)))
    names = RuleNames(set(taken))
    proposed: list[tuple[Strip, int]] = []
    done: set[frozenset[str]] = set()
    for selector, stories in found.items():
        hits = frozenset(p.name for p in pages if p.tree.css(selector))
        if len(stories) > 1 and selector not in holds_story and hits not in done:
            place = css(selector)
            example = example_html(selector, examples[selector])
            rule = strip(names.of(place, ""), place, REASON, example=example)
            proposed.append((rule, len(hits)))
    return proposed
