"""The choice between what a document offers for each field of the article.

This is the one place that says how much each place of a page is trusted
(:data:`CONFIDENCE`), and the judges that look at the values themselves: site names in
titles, authors that are no people, impossible dates, agreement between places.

The figures were set by how often each place, taken alone, gave the reference's value on
labelled pages of one half of the sites, then checked on the other half.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from .names import is_person_name, name_key
from .offer import Offer
from .origin import Origin
from .person import Person
from .site import Site, is_full_name, title_without_site
from .words import flat, squeezed

CONFIDENCE: Final[Mapping[str, Mapping[str, float]]] = {
    "title": {
        "headline": 0.97,
        "heading like title": 0.93,
        "heading beside title": 0.4,
        "heading": 0.5,
        "itemprop headline": 0.5,
        "story.headline": 0.75,
        "story.name": 0.5,
        "og:title": 0.6,
        "twitter:title": 0.5,
        "title": 0.5,
        "page.headline": 0.6,
        "page.name": 0.4,
        "parsely-title": 0.75,
        "cxenseparse:title": 0.7,
        "sailthru.title": 0.6,
        "citation_title": 0.7,
        "dcterms.title": 0.6,
        "dc.title": 0.5,
        "video.name": 0.3,
    },
    "authors": {
        "itemprop author": 0.5,
        "story.author": 0.8,
        "story.creator": 0.7,
        "story.author (organisation)": 0.4,
        "author": 0.75,
        "byline": 0.7,
        "byline (before)": 0.5,
        "author link": 0.65,
        "author element": 0.55,
        "second author element": 0.45,
        "author element anywhere": 0.4,
        "twitter:label written by": 0.7,
        "parsely-author": 0.8,
        "sailthru.author": 0.85,
        "cxenseparse:author": 0.85,
        "citation_author": 0.8,
        "article:author": 0.6,
        "dc.creator": 0.6,
        "dcterms.creator": 0.6,
        "og:author": 0.6,
        "page.author": 0.5,
        "video.author": 0.2,
    },
    "published": {
        "itemprop datepublished": 0.75,
        "itemprop datecreated": 0.5,
        "story.datePublished": 0.9,
        "story.dateCreated": 0.6,
        "page.datePublished": 0.85,
        "article:published_time": 0.9,
        "og:article:published_time": 0.85,
        "parsely-pub-date": 0.85,
        "sailthru.date": 0.85,
        "cxenseparse:recs:publishtime": 0.85,
        "cxenseparse:publishtime": 0.85,
        "datepublished": 0.8,
        "date": 0.6,
        "citation_publication_date": 0.8,
        "citation_online_date": 0.8,
        "citation_date": 0.7,
        "time near headline": 0.8,
        "date near headline": 0.75,
        "time near headline (before)": 0.6,
        "date near headline (before)": 0.55,
        "date in text": 0.2,
        "further time near headline": 0.5,
        "further date near headline": 0.4,
        "further date in text": 0.15,
        "dated element": 0.4,
        "updated dated element": 0.3,
        "labelled day": 0.35,
        "updated labelled day": 0.3,
        "day on a line of its own": 0.25,
        "updated time near headline": 0.35,
        "updated date near headline": 0.35,
        "day in path": 0.6,
        "video.uploadDate": 0.3,
        "time": 0.3,
    },
    "modified": {
        "itemprop datemodified": 0.7,
        "story.dateModified": 0.9,
        "page.dateModified": 0.8,
        "article:modified_time": 0.85,
        "og:updated_time": 0.7,
        "time near headline": 0.8,
        "date near headline": 0.7,
    },
    "url": {
        "link canonical": 0.95,
        "og:url": 0.8,
        "story.mainEntityOfPage": 0.7,
        "story.url": 0.75,
        "story.@id": 0.5,
        "document": 0.6,
    },
    "publisher": {
        "story.publisher": 0.9,
        "og:site_name": 0.85,
        "page.publisher": 0.7,
        "application-name": 0.6,
        "publisher": 0.6,
        "dc.publisher": 0.6,
    },
    "language": {"html lang": 0.8, "story.inLanguage": 0.75, "content-language": 0.6},
    "keywords": {"story.keywords": 0.8, "news_keywords": 0.8, "article:tag": 0.75, "keywords": 0.7},
    "categories": {"story.articleSection": 0.85, "article:section": 0.8},
    "summary": {
        "og:description": 0.8,
        "story.description": 0.75,
        "description": 0.7,
        "twitter:description": 0.65,
    },
    "cover": {"og:image": 0.85, "story.image": 0.8, "twitter:image": 0.7},
    "free_access": {"story.isAccessibleForFree": 0.9, "article:content_tier": 0.7},
}
"""How far each place is trusted, by field; a place not named here gets :data:`OTHERWISE`."""

OTHERWISE: Final = 0.45

EARLIEST: Final = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
"""No page is older than the web; what says so is a default (1970-01-01, 0001-01-01)."""


@attrs.frozen(kw_only=True)
class ChoiceContext:
    """What the choice must know of the document.

    Attributes:
        url: where it was found.
        now: the moment after which no article can have been published; None leaves
            dates in the future unjudged.
        site_names: what the site calls itself, as far as the caller knows.
    """

    url: str | None = None
    now: dt.datetime | None = None
    site_names: tuple[str, ...] = ()


def choose(offers: Iterable[Offer], context: ChoiceContext) -> dict[str, Offer]:
    """Return the best offer for each field, its confidence filled in.

    What a rule of the source says (confidence 1) beats whatever was found without
    one. Every other offer is weighed by its place, judged by its value, and gains by
    others that say the same.
    """
    by_field: dict[str, list[Offer]] = {}
    for offer in offers:
        by_field.setdefault(offer.field, []).append(offer)
    chosen: dict[str, Offer] = {}
    site = Site(
        context.url, [*context.site_names, *(o.value for o in by_field.get("publisher", ()))]
    )
    for field, found in by_field.items():
        best: Offer | None = max(found, key=lambda offer: offer.origin.confidence)
        if best is not None and best.origin.confidence < 1.0:
            best = _JUDGES.get(field, _first_best)(found, site, context)
        if best is not None:
            chosen[field] = best
    published, modified = chosen.get("published"), chosen.get("modified")
    if published and modified and modified.value < published.value:
        if modified.origin.confidence < 1.0:
            del chosen["modified"]
    return chosen


def confidence(offer: Offer) -> float:
    """Return how far an offer is trusted by its place alone, 0 to 1."""
    if offer.origin.confidence:
        return offer.origin.confidence
    return CONFIDENCE.get(offer.field, {}).get(offer.origin.where, OTHERWISE)


def _sure(offer: Offer, value: Any, weight: float) -> Offer:
    old = offer.origin
    weight = round(min(weight, 0.99), 3)
    origin = Origin(
        kind=old.kind, where=old.where, rule=old.rule, note=old.note, confidence=weight
    )
    return Offer(offer.field, value, origin)


def _first_best(found: Sequence[Offer], site: Site, context: ChoiceContext) -> Offer | None:
    best = max(found, key=confidence)
    return _sure(best, best.value, confidence(best))


# ---------------------------------------------------------------- titles

_HEADS = frozenset(
    (
        "og:title",
        "twitter:title",
        "title",
        "page.name",
        "story.name",
        "dc.title",
        "page.headline",
        "story.headline",
    )
)


def _title(found: Sequence[Offer], site: Site, context: ChoiceContext) -> Offer | None:
    plain = [o.value for o in found if o.origin.where not in _HEADS and not site.is_site(o.value)]
    groups: dict[str, list[tuple[float, Offer, str]]] = {}
    for offer in found:
        value = squeezed(offer.value)
        weight = confidence(offer)
        if offer.origin.where in _HEADS:
            value = title_without_site(value, site, plain)
        bare = flat(value)
        if not bare:
            continue
        if site.is_site(value):
            weight *= 0.2
        groups.setdefault(bare, []).append((weight, offer, value))
    best = max(
        groups.values(),
        key=lambda group: max(entry[0] for entry in group) + 0.02 * len(group),
        default=None,
    )
    if best is None:
        return None
    weight, offer, value = max(best, key=lambda entry: entry[0])
    return _sure(offer, value, weight + 0.02 * (len(best) - 1))


def _best_group(groups: Iterable[Sequence[tuple[float, Offer, Any]]]) -> Offer | None:
    """Return the strongest offer of the group whose offers are likeliest together.

    Places that agree are taken for half independent witnesses: each further one
    removes half of what its own confidence would of the remaining doubt.
    """
    best: Offer | None = None
    most = -1.0
    for group in groups:
        strongest = max(group, key=lambda entry: entry[0])
        doubt = 1.0 - strongest[0]
        for entry in group:
            if entry is not strongest:
                doubt *= 1.0 - entry[0] / 2
        if 1.0 - doubt > most:
            most = 1.0 - doubt
            best = _sure(strongest[1], strongest[2], most)
    return best


# ---------------------------------------------------------------- people


def _authors(found: Sequence[Offer], site: Site, context: ChoiceContext) -> Offer | None:
    groups: dict[frozenset[str], list[tuple[float, Offer, Any]]] = {}
    for offer in found:
        people = tuple(person for person in offer.value if _is_author(person, site))
        if not people:
            continue
        weight = confidence(offer)
        keys = frozenset(name_key(person.name) for person in people)
        groups.setdefault(keys, []).append((weight, offer, people))
    return _best_group(groups.values())


def _is_author(person: Person, site: Site) -> bool:
    name = person.name
    return is_person_name(name) and (not site.is_site(name) or is_full_name(name))


# ---------------------------------------------------------------- dates


def _date(found: Sequence[Offer], site: Site, context: ChoiceContext) -> Offer | None:
    groups: dict[dt.date, list[tuple[float, Offer, Any]]] = {}
    for offer in found:
        value: dt.datetime = offer.value
        if value < EARLIEST or (
            context.now is not None and value > context.now + dt.timedelta(days=1)
        ):
            continue
        weight = confidence(offer)
        if value.hour == value.minute == value.second == 0:
            weight -= 0.02
        groups.setdefault(value.date(), []).append((weight, offer, value))
    return _best_group(groups.values())


_JUDGES: Final[Mapping[str, Callable[[Sequence[Offer], Site, ChoiceContext], Offer | None]]] = {
    "title": _title,
    "authors": _authors,
    "editors": _authors,
    "published": _date,
    "modified": _date,
}
