"""The choice between what a document offers for each field of the article.

How far each place of a page is trusted stands in :mod:`newsparse.confidence`; here are the
judges that look at the values themselves: site names in titles, authors that are no people,
impossible dates, agreement between places.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs

from .authorship import is_author, is_firm, likeness
from .byline_names import is_newsroom
from .confidence import confidence
from .han_names import is_chinese
from .judge_dates import at_home, by_day, plausible, shown_before
from .judge_urls import addresses_of_pages, is_front_page
from .names import name_key
from .offer import Offer
from .origin import Origin
from .site import (
    Site,
    headline_without_site,
    heads_section,
    is_full_name,
    title_without_site,
)
from .words import flat, squeezed


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
    site = Site(
        context.url, [*context.site_names, *(o.value for o in by_field.get("publisher", ()))]
    )
    judge = _Judge(site, context, by_field)
    chosen: dict[str, Offer] = {}
    for field, found in by_field.items():
        best: Offer | None = max(found, key=lambda offer: offer.origin.confidence)
        if best is not None and best.origin.confidence < 1.0:
            best = judge.best(field, found)
        if best is not None:
            chosen[field] = best
    published, modified = chosen.get("published"), chosen.get("modified")
    if (
        published is not None
        and modified is not None
        and modified.value < published.value
        and modified.origin.confidence < 1.0
    ):
        del chosen["modified"]
    return chosen


# An offer as the judges see it: what it weighs, the offer, its value put right.
_Weighed: TypeAlias = tuple[float, Offer, Any]


def _sure(offer: Offer, value: Any, weight: float) -> Offer:
    old = offer.origin
    weight = round(min(weight, 0.99), 3)
    origin = Origin(kind=old.kind, where=old.where, rule=old.rule, note=old.note, confidence=weight)
    return Offer(offer.field, value, origin)


def _likeliest(groups: Iterable[Sequence[_Weighed]]) -> Offer | None:
    """Return the strongest offer of the group whose offers are likeliest together.

    Places that agree are taken for half independent witnesses: each further one
    removes half of what its own confidence would of the remaining doubt.
    """
    best: Sequence[_Weighed] | None = None
    most = -1.0
    for group in groups:
        weights = sorted((entry[0] for entry in group), reverse=True)
        doubt = 1.0 - weights[0]
        for weight in weights[1:]:
            doubt *= 1.0 - weight / 2
        if 1.0 - doubt > most:
            most, best = 1.0 - doubt, group
    if best is None:
        return None
    _, offer, value = max(best, key=lambda entry: entry[0])
    return _sure(offer, value, most)


class _Judge:
    """Picks the best of the offers for one field, by their places and their values."""

    __slots__ = ("inside", "keywords", "latest", "outlets", "site", "titles", "told")

    def __init__(
        self, site: Site, context: ChoiceContext, by_field: Mapping[str, Sequence[Offer]]
    ) -> None:
        self.site = site
        self.outlets = {offer.value for offer in by_field.get("agency", ())}
        self.told = [offer.value for offer in by_field.get("title", ())]
        self.titles = {flat(title) for title in self.told} - {""}
        words = {flat(word) for o in by_field.get("keywords", ()) for word in o.value} - {""}
        # The longest first: of two words, one may hold the other.
        self.keywords = sorted(words, key=len, reverse=True)
        self.latest = context.now + dt.timedelta(days=1) if context.now is not None else None
        self.inside = context.url is not None and not is_front_page(context.url)

    def best(self, field: str, found: Sequence[Offer]) -> Offer | None:
        """Return the best of `found`, which all are for `field`; None if none is good."""
        if field == "title":
            return self.title(found)
        if field in ("authors", "editors"):
            return self.people(found)
        if field in ("published", "modified"):
            return self.date(found)
        if field == "url" and self.inside:
            found = addresses_of_pages(found)
            if not found:
                return None
        if field == "summary":
            found = [offer for offer in found if not self.is_no_summary(offer.value)]
            if not found:
                return None
        if field == "language":  # English is what templates are delivered with
            found = [o for o in found if not o.value.startswith("en")] or found
        first = max(found, key=confidence)
        value = self.without_title(first.value) if field == "summary" else first.value
        return _sure(first, value, confidence(first))

    def without_title(self, text: str) -> str:
        """Return a summary without the headline where that stands before it, a mark between."""
        for title in self.told:
            rest = text.removeprefix(title)
            if len(title) >= _SHORTEST_TITLE and rest != text and (opened := _MARK.match(rest)):
                return rest[opened.end() :]
        return text

    def is_no_summary(self, text: str) -> bool:
        """Whether what a page gives as its summary is only its headline or its keywords again.

        Nor is what begins with the original headline: the story's first words.
        """
        rest = flat(text)
        if rest.startswith(("原标题", "本文原标题")):
            return True
        if any(title.startswith(rest) for title in self.titles):
            return True
        for title in self.titles:
            rest = rest.removeprefix(title)
        for word in self.keywords:
            rest = rest.replace(word, "")
        return not rest

    def title(self, found: Sequence[Offer]) -> Offer | None:
        """Judge titles: without the site's name, and no site's name alone.

        The titles in the head of a page are copies of one another, so that their
        agreement says little: each adds but a fiftieth.
        """
        site = self.site
        plain = [o.value for o in found if o.origin.where not in _WITH_SITE]
        plain = [title for title in plain if not site.is_site(title)]
        groups: dict[str, list[_Weighed]] = {}
        for offer in found:
            value = squeezed(offer.value)
            if offer.origin.where in _WITH_SITE:
                value = title_without_site(value, site, plain)
            else:
                value = headline_without_site(value, site)
            bare = flat(value)
            if bare:
                weight = confidence(offer) * (0.2 if site.is_site(value) else 1.0)
                groups.setdefault(bare, []).append((weight, offer, value))
        best: _Weighed | None = None
        for group in groups.values():
            weight, offer, value = max(group, key=lambda entry: entry[0])
            weight += 0.02 * (len(group) - 1)
            if {offer.origin.kind for _, offer, _ in group} >= _DECLARED_HEADING:
                weight = max(weight, 0.8)
            if best is None or weight > best[0]:
                best = (weight, offer, value)
        return _sure(best[1], best[2], best[0]) if best is not None else None

    def people(self, found: Sequence[Offer]) -> Offer | None:
        """Judge authors and editors: no site, no role, no address."""
        groups: dict[frozenset[str], list[_Weighed]] = {}
        others = {person.name.lower() for offer in found for person in offer.value}
        for offer in found:
            desk = offer.origin.where.endswith("(desk)")
            declared = desk or offer.origin.kind in _DECLARING
            people = tuple(
                person
                for person in offer.value
                if is_author(person.name, self.site, declared=declared)
                or (desk and is_newsroom(person.name))
            )
            if declared:
                people = tuple(p for p in people if not heads_section(p.name, self.told))
            if self.outlets and len(people) == 1 and is_chinese(people[0].name):
                # A Chinese page names the outlet that the story is from beside its author.
                people = tuple(p for p in people if p.name not in self.outlets)
            if len(people) > 1:
                # Beside others the site's own name is that of the house.
                others_than_site = tuple(p for p in people if not self.site.is_branch(p.name))
                people = others_than_site or people
            if (
                offer.origin.kind == "meta"
                and len(people) < len(offer.value)
                and not any(is_full_name(p.name) for p in people)
                and (
                    all(p.name.isascii() for p in people)
                    or any(is_firm(p.name) for p in offer.value)
                )
            ):
                continue  # a house and its address, not a house and its people
            if people:
                keys = frozenset(name_key(person.name) for person in people)
                weight = confidence(offer) * likeness([p.name for p in people], self.site, others)
                groups.setdefault(keys, []).append((weight, offer, people))
        # Many places have room for the first author only: they speak for the whole list.
        backed = []
        for keys, entries in groups.items():
            strongest = max(entries, key=lambda entry: entry[0])
            support = [
                (min(weight, strongest[0]) * 0.9, offer, strongest[2])
                for fewer, others in groups.items()
                if fewer < keys and strongest[1].origin.kind == "json-ld"
                for weight, offer, _ in others
            ]
            backed.append([*entries, *support])
        return _likeliest(backed) or self.house(found)

    def house(self, found: Sequence[Offer]) -> Offer | None:
        """Return the site as the author, where it signs so before its readers.

        A site that is declared alone is but the default of its template; one that is shown where
        authors are, in the page or in previews of it, and where no person is named, is who wrote
        the page.
        """
        declared: dict[str, list[_Weighed]] = {}
        shown: set[str] = set()
        for offer in found:
            for person in offer.value[:1]:
                name = person.name
                if self.site.is_called(name) and is_author(name, _NO_SITE, declared=True):
                    if offer.origin.kind in _DECLARING:
                        entry = (confidence(offer) / 2, offer, offer.value[:1])
                        declared.setdefault(name_key(name), []).append(entry)
                        if offer.origin.where == _SHOWN_IN_PREVIEWS:
                            shown.add(name_key(name))
                    elif offer.origin.kind == "element":
                        shown.add(name_key(name))
                        if offer.origin.where in _SIGNED:
                            entry = (confidence(offer) / 2, offer, offer.value[:1])
                            declared.setdefault(name_key(name), []).append(entry)
        return _likeliest(entries for key, entries in declared.items() if key in shown)

    def date(self, found: Sequence[Offer]) -> Offer | None:
        """Judge dates: none before the web or after now; with the time of day, if told."""
        entries = plausible(
            ((confidence(offer), offer, offer.value) for offer in found), self.latest
        )
        best = _likeliest(by_day(entries))
        if best is not None and best.origin.kind == "element" and _is_midnight(best.value):
            # Readers are shown the day alone, programs are told the moment.
            told = [e for e in entries if e[1].origin.kind in _DECLARING and not _is_midnight(e[2])]
            moments = [e for e in told if e[2].date() == best.value.date()]
            if moments:
                _, offer, moment = max(moments, key=lambda e: e[0])
                return _sure(offer, moment, best.origin.confidence)
        if best is None or best.origin.kind == "element":
            return best
        shown = shown_before(best.value, entries)
        if shown:
            return _likeliest([shown])
        moment = at_home(best.value, entries)
        return Offer(best.field, moment, best.origin)


def _is_midnight(moment: dt.datetime) -> bool:
    return not (moment.hour or moment.minute or moment.second)


_SHORTEST_TITLE: Final = 8
"""Characters: a shorter title may be the first words of any sentence."""
_MARK: Final = re.compile(r"\s{0,3}[-–—|:：_/]{1,4}\s{0,3}(?=\S)")

_DECLARING: Final = frozenset(("json-ld", "meta", "microdata", "state"))
_SIGNED: Final = frozenset(("byline", "author element", "author link"))
"""Places in the page that say that who stands there wrote it."""
_SHOWN_IN_PREVIEWS: Final = "twitter:label written by"
"""Readers see this pair of ``<meta>`` in the preview of a link to the page."""
_NO_SITE: Final = Site(None, ())
_DECLARED_HEADING: Final = frozenset(("element", "microdata"))
"""A heading that its page declares to be the headline."""
_WITH_SITE: Final = frozenset(
    (
        "itemprop headline",
        *"og:title twitter:title title page.name page.headline".split(),
        *"story.name story.headline dc.title".split(),
    )
)
"""Places whose titles often carry the site's name."""
