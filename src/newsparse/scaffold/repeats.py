"""Strip rules for what stands in several stories word for word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from ..dom import Node, visible_text
from ..rules import Css, Strip, css, strip, text
from ..words import squeezed
from .columns import columns, cut, cut_left
from .example import example_html
from .sample import SHORT, Sample
from .selectors import own_selectors

REASON: Final = "the same words in several stories"
PICTURE_REASON: Final = "the same picture in several stories"
WIDEST_PATTERN: Final = 56
"""Columns of a pattern that spells all words; of longer ones it has beginning and end."""

_SPECIAL = re.compile(r"([.^$*+?{}\[\]\\|()])")
_PICTURE_NAME = re.compile(r"/[^/?#]+/[^/?#\s\"'\\]+\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)


def propose_strips(
    samples: Sequence[Sample],
    spare: Iterable[str] = (),
    story: str | None = None,
    taken: Iterable[str] = (),
) -> list[tuple[Strip, int]]:
    """Return strip rules, with the number of samples in which each found something.

    Args:
        samples: the samples; what stands in the stories of two of them is repeated.
        spare: selectors of elements that map rules take, which are left alone.
        story: selector of the element that holds the story of a page.
        taken: ids that other rules have.
    """
    repeated = _repeated(samples, story)
    spared = {
        squeezed(visible_text(node))
        for sample in samples
        for selector in spare
        for node in sample.tree.css(selector)
    }
    names = RuleNames(set(taken))
    proposed: list[tuple[Strip, int]] = []
    seen: set[object] = set()
    done: set[str] = set()
    for words in sorted(repeated, key=len, reverse=True):
        if words in done or words in spared:
            continue
        place, covered = _place(samples, words, repeated)
        done |= covered
        if place is not None and place not in seen:
            seen.add(place)
            example = example_html(place.selector, words)
            rule = strip(names.of(place, words), place, REASON, example=example)
            proposed.append((rule, _hits(samples, place)))
    for kept in sorted(_leftover(samples, done)):
        if kept not in spared:
            rule = strip(names.of(None, kept), text(pattern_of(kept)), REASON, example=kept)
            proposed.append((rule, sum(kept in sample.kept for sample in samples)))
    for name, count in _pictures(samples):
        place = css(f'img[src*="{name}"]')
        example = example_html(place.selector)
        rule = strip(names.of(None, "picture"), place, PICTURE_REASON, example=example)
        proposed.append((rule, count))
    return proposed


def _repeated(samples: Sequence[Sample], story: str | None) -> set[str]:
    """Return the words of elements that several samples have, and the story of one at least."""
    stories: defaultdict[str, set[str]] = defaultdict(set)
    in_story: set[str] = set()
    for sample in samples:
        for element, inside in zip(sample.elements, sample.inside(story), strict=True):
            if 0 < element.size <= SHORT and element.parent >= 0:
                words = squeezed(visible_text(element.node))
                stories[words].add(sample.story)
                kept = element.kept * 2 > element.size and _in_story(words, sample.kept)
                if kept or inside:
                    in_story.add(words)
    return {words for words in in_story if words and len(stories[words]) > 1}


def _in_story(words: str, kept: frozenset[str]) -> bool:
    return words in kept or any(piece in words for piece in kept if piece)


def _place(
    samples: Sequence[Sample], words: str, repeated: set[str]
) -> tuple[Css | None, set[str]]:
    """Return the best selector for repeated words, and all the words that go with it.

    None where no selector finds repeated words alone.
    """
    for sample in samples:
        for node in _elements(sample, words):
            for selector in own_selectors(node):
                found = {
                    squeezed(visible_text(match))
                    for other in samples
                    for match in other.tree.css(selector)
                }
                if found <= repeated:
                    inner = {w for w in repeated if any(w in outer for outer in found)}
                    return css(selector), inner
    return None, set()


def _elements(sample: Sample, words: str) -> Iterator[Node]:
    """Yield the elements whose words are exactly these, the outer before the inner."""
    for element in sample.elements[1:]:
        near = len(words) // 2 <= element.size <= len(words)
        if near and squeezed(visible_text(element.node)) == words:
            yield element.node


def _hits(samples: Sequence[Sample], place: Css) -> int:
    return sum(bool(sample.tree.css(place.selector)) for sample in samples)


def _leftover(samples: Sequence[Sample], done: set[str]) -> list[str]:
    """Return the repeated pieces of stories for which no selector was found."""
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for piece in sample.kept:
            stories[piece].add(sample.story)
    return [
        piece
        for piece, found in stories.items()
        if len(found) > 1 and len(piece) > 3 and not any(piece in words for words in done)
    ]


def pattern_of(words: str) -> str:
    """Return a pattern that matches a block with exactly these words; long ones in part."""
    if columns(words) <= WIDEST_PATTERN:
        return f"^{_escaped(words)}$"
    half = WIDEST_PATTERN // 2
    return f"^{_escaped(cut(words, half))}.*{_escaped(cut_left(words, half))}$"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


def _pictures(samples: Sequence[Sample]) -> list[tuple[str, int]]:
    """Return the ends of the URLs of pictures that several stories show."""
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for image in sample.article.body.images:
            match = _PICTURE_NAME.search(image.url or "")
            if match:
                stories[match[0]].add(sample.story)
    return [(name, len(found)) for name, found in stories.items() if len(found) > 1]


@attrs.define
class RuleNames:
    """Ids for rules, each once."""

    _taken: set[str] = attrs.field(factory=set)

    def of(self, place: Css | None, words: str) -> str:
        """Return an id made of what a place is called, else of the words' first."""
        name = re.sub(r"[^a-z0-9]+", "-", (place.selector if place else words).lower())
        if place is not None:
            name = re.sub(r"[^a-z0-9]+", "-", re.split(r"[.#=]", place.selector)[-1].lower())
        name = "-".join(name.strip("-").split("-")[:3]) or "repeated"
        number, unique = 1, name
        while unique in self._taken:
            number += 1
            unique = f"{name}-{number}"
        self._taken.add(unique)
        return unique
