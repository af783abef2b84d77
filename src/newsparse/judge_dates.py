"""The choice between the dates a page offers: which of them is the day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from .extract.metadata.dateline import SHOWN
from .offer import Offer

Dated: TypeAlias = tuple[float, Offer, dt.datetime]
"""How much an offer weighs, the offer, its moment."""

EARLIEST: Final = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
"""No page is older than the web; what says so is a default (1970-01-01, 0001-01-01)."""

_LONGEST_DAY: Final = dt.timedelta(hours=36)
"""After its beginning in UTC a day is over everywhere: the last zone is twelve hours behind."""
_FURTHEST_ZONE: Final = dt.timedelta(hours=14)
_MINUTE: Final = dt.timedelta(minutes=1)
_QUARTER: Final = dt.timedelta(minutes=15)
_MANY_DAYS: Final = 3
_IN_LISTS: Final = frozenset(("itemprop datepublished", "itemprop datecreated"))


def plausible(entries: Iterable[Dated], latest: dt.datetime | None) -> list[Dated]:
    """Return the entries that can be a day of publication, weighed by what they tell.

    One without a time of day weighs a little less. A property that is there with many
    days is that of a list of other stories: it is asked only where nothing else is told.

    Args:
        entries: as they were found.
        latest: the moment after which nothing can have been published, if known.
    """
    days: dict[str, set[dt.date]] = {}
    kept: list[Dated] = []
    for weight, offer, value in entries:
        if value < EARLIEST or (latest is not None and value > latest):
            continue
        if not (value.hour or value.minute or value.second):
            weight -= 0.02
        if offer.origin.where in _IN_LISTS:
            days.setdefault(offer.origin.where, set()).add(value.date())
        kept.append((weight, offer, value))
    lists = {where for where, found in days.items() if len(found) >= _MANY_DAYS}
    own = [entry for entry in kept if entry[1].origin.where not in lists] if lists else kept
    return own or kept


def by_day(entries: Iterable[Dated]) -> list[list[Dated]]:
    """Return the entries in groups of one day."""
    groups: dict[dt.date, list[Dated]] = {}
    for entry in entries:
        groups.setdefault(entry[2].date(), []).append(entry)
    return list(groups.values())


def shown_before(moment: dt.datetime, entries: Iterable[Dated]) -> list[Dated]:
    """Return the days that readers are shown, where they are well before `moment`.

    A story is no younger than the day under its headline: the head of such a page tells
    when the page was made anew. There is room for time zones between the two.
    """
    return [e for e in entries if e[1].origin.where in SHOWN and moment - e[2] > _LONGEST_DAY]


def at_home(moment: dt.datetime, entries: Sequence[Dated]) -> dt.datetime:
    """Return a moment told in UTC with the offset of its site, where another place tells that.

    Either a place gives the same moment with an offset, or the clock that readers are
    shown differs from UTC by what can be an offset.
    """
    if moment.utcoffset():
        return moment
    for _, offer, value in entries:
        if value.utcoffset():
            if abs(value - moment) < _MINUTE:
                return moment.astimezone(value.tzinfo)
        elif offer.origin.kind == "element" and (value.hour or value.minute):
            ahead = value - moment.replace(second=value.second, microsecond=value.microsecond)
            if ahead and abs(ahead) <= _FURTHEST_ZONE and not ahead % _QUARTER:
                return moment.astimezone(dt.timezone(ahead))
    return moment
