"""Microdata, RDFa properties and microformats in the page.

Formats: HTML Standard, 5 Microdata; RDFa Lite 1.1 (``property``); microformats2 h-entry.
Only the properties of an article are read, and only their values: scopes matter here
in so far as a comment or a rated product inside the page is not the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...dates import read_date
from ...dom import Node, find_first
from ...names import read_names
from ...offer import Offer
from ...person import Person
from ...words import squeezed
from .head import language_tag, words_of
from .origins import dated, origin
from .schema_org import truth

_FIELDS: Final = {
    "headline": "title",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "author": "authors",
    "creator": "authors",
    "description": "summary",
    "keywords": "keywords",
    "articlesection": "categories",
    "inlanguage": "language",
    "isaccessibleforfree": "free_access",
}
_OTHER_SCOPES: Final = ("comment", "review", "product", "event", "listitem", "breadcrumb", "offer")


def read_properties(nodes: Iterable[Node], zone: str | None = None) -> Iterator[Offer]:
    """Yield what elements with ``itemprop`` or ``property`` offer.

    Args:
        nodes: the elements, in the order of the page; ``<meta>`` in the head are not among them.
        zone: IANA time zone of dates that give none.
    """
    people: list[Person] = []
    for node in nodes:
        attributes = node.attributes
        names = (attributes.get("itemprop") or attributes.get("property") or "").lower().split()
        for name in names:
            name = name.rsplit(":", 1)[-1].rsplit("/", 1)[-1]
            field = _FIELDS.get(name)
            if field is None or _is_elsewhere(node):
                continue
            raw = attributes.get("content") or attributes.get("datetime")
            if field == "authors":
                people.extend(_people(node, raw))
                continue
            text = squeezed((raw or node.text(separator=" "))[:2000])
            if not text:
                continue
            place = origin("microdata", f"itemprop {name}")
            if field in ("published", "modified"):
                reading = read_date(text, zone=zone)
                if reading is not None:
                    yield dated(field, reading, place)
            elif field in ("keywords", "categories"):
                yield Offer(field, words_of([text]), place)
            elif field == "free_access":
                free = truth(text)
                if free is not None:
                    yield Offer(field, free, place)
            elif field == "language":
                tag = language_tag(text)
                if tag:
                    yield Offer(field, tag, place)
            else:
                yield Offer(field, text, place)
    if people:
        yield Offer("authors", tuple(dict.fromkeys(people)), origin("microdata", "itemprop author"))


def _people(node: Node, raw: str | None) -> tuple[Person, ...]:
    if raw is None:
        name = find_first(node, "[itemprop~=name],[property$=name]")
        if name is not None:
            raw = name.attributes.get("content") or name.text(separator=" ")
        else:
            raw = node.text(separator=" ")
    text = squeezed(raw[:400])
    return read_names(text) if text and len(text) < 160 else ()


def _is_elsewhere(node: Node) -> bool:
    """Whether the nearest item around `node` is a comment, a product or an event."""
    here = node.parent
    for _ in range(40):
        if here is None:
            return False
        attributes = here.attributes
        if "itemscope" in attributes or "typeof" in attributes:
            kind = (attributes.get("itemtype") or attributes.get("typeof") or "").lower()
            return any(other in kind for other in _OTHER_SCOPES)
        here = here.parent
    return False
