"""Map rules for headline, date and byline: selectors that give on all samples what is right.

What is right says newsparse itself, which reads JSON-LD, ``<meta>`` and the text around the
headline. A selector is proposed only where it gives the same on each sample.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs

from ..authorship import is_author
from ..dates import read_date
from ..dom import Node
from ..extract.metadata.byline import names_after_by
from ..names import name_key, read_names
from ..rules import Map, css, take
from ..site import Site
from ..words import flat, squeezed
from .example import example_html
from .sample import Sample
from .selectors import selectors

LONGEST_TITLE: Final = 400
LONGEST_DATE: Final = 100
LONGEST_BYLINE: Final = 200

_HEADINGS: Final = ("h1", "h2")
_DATE_ATTRIBUTES: Final = ("datetime", "content")
_BYLINE = re.compile(r"byline|author|writer|reporter", re.IGNORECASE)

Right = Callable[[Sample, str], bool]


@attrs.frozen
class Place:
    """Where a value stands: a selector, and the attribute of what it finds."""

    selector: str
    attribute: str | None = None


def propose_values(samples: Sequence[Sample]) -> list[tuple[Map, int]]:
    """Return map rules with the number of samples in which each found the right value."""
    proposed = [
        _rule(samples, "headline", "title", "the headline", _titles, _right_title),
        _rule(samples, "date", "published", "when it was published", _dates, _right_date),
        _rule(samples, "byline", "authors", "who wrote it", _bylines, _right_authors),
    ]
    return [found for found in proposed if found is not None]


def _rule(
    samples: Sequence[Sample],
    id: str,
    field: str,
    reason: str,
    places: Callable[[Sample], Iterator[tuple[Node, str | None]]],
    right: Right,
) -> tuple[Map, int] | None:
    # Front matter says title and date better than any element of the post could.
    wanted = [s for s in samples if s.is_page or field == "authors"]
    found = best_place(wanted, places, right)
    if found is None:
        return None
    place, hits = found
    example = next(v for s in wanted if (v := _first(s, place)))
    rule = take(
        id,
        css(place.selector, attribute=place.attribute),
        reason,
        to=field,
        consume=place.attribute is None and _is_in_story(wanted, place),
        example=example_html(place.selector, example, place.attribute),
    )
    return rule, hits


def best_place(
    samples: Sequence[Sample],
    places: Callable[[Sample], Iterator[tuple[Node, str | None]]],
    right: Right,
) -> tuple[Place, int] | None:
    """Return the place that is right on most samples, the first of several, and on how many.

    A place is refused where it gives something else on any sample, or nothing on a page.
    """
    tried: set[Place] = set()
    best: tuple[Place, int] | None = None
    for sample in samples:
        for node, attribute in places(sample):
            for selector in selectors(node):
                place = Place(selector, attribute)
                if place in tried:
                    continue
                tried.add(place)
                hits = _hits(samples, place, right)
                if hits > (best[1] if best is not None else 0):
                    best = place, hits
                    if hits == len(samples):
                        return best
    return best


def _hits(samples: Sequence[Sample], place: Place, right: Right) -> int:
    hits = 0
    for sample in samples:
        value = _first(sample, place)
        if value is None:
            if sample.is_page:
                return 0
        elif right(sample, value):
            hits += 1
        else:
            return 0
    return hits


def _first(sample: Sample, place: Place) -> str | None:
    values = sample.values(place.selector, place.attribute)
    return values[0] if values else None


def _is_in_story(samples: Sequence[Sample], place: Place) -> bool:
    return any(_first(sample, place) in sample.kept for sample in samples)


def _titles(sample: Sample) -> Iterator[tuple[Node, str | None]]:
    found = [n for n, text in sample.short_pieces(LONGEST_TITLE) if _right_title(sample, text)]
    for node in sorted(found, key=lambda node: node.tag not in _HEADINGS):
        yield node, None


def _right_title(sample: Sample, value: str) -> bool:
    return sample.article.title is not None and flat(value) == flat(sample.article.title)


def _dates(sample: Sample) -> Iterator[tuple[Node, str | None]]:
    for element in sample.elements:
        attributes = element.node.attributes
        for name in _DATE_ATTRIBUTES:
            if _right_date(sample, attributes.get(name) or ""):
                yield element.node, name
    for node, text in sample.short_pieces(LONGEST_DATE):
        if _right_date(sample, text):
            yield node, None


def _right_date(sample: Sample, value: str) -> bool:
    if not any(map(str.isdigit, value[:LONGEST_DATE])):
        return False
    reading, published = read_date(value), sample.article.published
    if reading is None or published is None:
        return False
    # Where one place gives fractions of a second, another may round them.
    return abs((reading.value - published).total_seconds()) < 1


def _bylines(sample: Sample) -> Iterator[tuple[Node, str | None]]:
    for node, text in sample.short_pieces(LONGEST_BYLINE):
        known = sample.article.authors or names_after_by(text) or _names_itself(node)
        if known and _right_authors(sample, text):
            yield node, None


def _names_itself(node: Node) -> bool:
    """Whether an element is called a byline by its class, id or role."""
    attributes = node.attributes
    names = (attributes.get(n) or "" for n in ("class", "id", "rel", "itemprop"))
    return any(map(_BYLINE.search, names))


def _right_authors(sample: Sample, value: str) -> bool:
    """Whether `value` names the article's authors, or only people where none are known."""
    if len(value) > LONGEST_BYLINE:
        return False
    names = {name_key(person.name) for person in read_names(value)}
    known = {name_key(person.name) for person in sample.article.authors}
    if known:
        return names == known
    site = Site(sample.url, [sample.article.publisher or ""])
    people = [person.name for person in read_names(value)]
    rest = len(squeezed(value)) - sum(map(len, people))
    return bool(people) and rest < 40 and all(is_author(n, site, declared=False) for n in people)
