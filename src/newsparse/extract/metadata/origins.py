"""Origins of the generic readers: made once for each place."""

from __future__ import annotations

from functools import lru_cache

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
