"""Origins of the generic readers: made once for each place."""

from __future__ import annotations

from functools import lru_cache

from ...dates import DateReading
from ...offer import Offer
from ...origin import Kind, Origin

_RULES = {
    "json-ld": "page:json-ld",
    "meta": "page:head",
    "microdata": "page:microdata",
    "element": "page:dom",
    "state": "page:state",
    "url": "page:url",
    "text": "page:text",
}


@lru_cache(maxsize=2048)
def origin(kind: Kind, where: str, note: str | None = None) -> Origin:
    """Return the origin of a value a generic reader found at `where`.

    The confidence is 0 until :func:`newsparse.choose.choose` has judged it.
    """
    return Origin(kind=kind, where=where, rule=_RULES[kind], note=note, confidence=0.0)


def dated(field: str, reading: DateReading, place: Origin) -> Offer:
    """Return the offer of a date; where its zone was assumed, the origin says so."""
    note = reading.note
    if note is not None:
        place = origin(place.kind, place.where, f"{place.note}; {note}" if place.note else note)
    return Offer(field, reading.value, place)
