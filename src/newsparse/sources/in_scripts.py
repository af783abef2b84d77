"""Moments that pages tell in their scripts only."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..dates import read_date
from ..draft import Draft


def published_in(pattern: str, where: str) -> Callable[[Draft], None]:
    """Return a function for ``map_with`` that offers a moment of publication.

    Args:
        pattern: finds the date in the page's source; its group ``value`` is the date.
            Let it begin with letters, so that a long page is searched quickly.
        where: what `explain()` calls the place.
    """
    find = re.compile(pattern).search

    def offer(draft: Draft) -> None:
        if draft.document.shape != "page":
            return
        match = find(draft.document.html)
        reading = read_date(match["value"], zone=draft.compiled.zone) if match else None
        if reading is not None:
            zone = reading.assumed_zone
            note = f"time zone {zone} assumed" if zone else None
            draft.offer("published", reading.value, where=where, kind="state", note=note)

    return offer
