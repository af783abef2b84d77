"""Strategies for the small print of news: bylines and dates, each with its truth."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal, TypeAlias
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .truth import Labelled, Truth
from .words import Language, names

DateFormat: TypeAlias = Literal["rfc2822", "iso", "iso-local", "local", "chinese"]

DATE_FORMATS: Final[tuple[DateFormat, ...]] = ("rfc2822", "iso", "iso-local", "local", "chinese")
"""The ways :func:`dates` writes a date; the last two say no zone."""

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())

_CHINESE: Final = ("记者 {}", "作者：{}", "（记者{}）", "文/{}", "记者：{}")
_ENGLISH: Final = ("By {}", "By {}", "by {}")
_CHINESE_JOINS: Final = ("、", " ", "，")
_ENGLISH_JOINS: Final = (" and ", ", ", " & ")


@st.composite
def bylines(draw: st.DrawFn, lang: Language = "en", *, most: int = 3) -> Labelled:
    """A byline as text, with the names it holds as its truth."""
    people = draw(st.lists(names(lang), min_size=1, max_size=most, unique=True))
    form = draw(st.sampled_from(_CHINESE if lang == "zh" else _ENGLISH))
    joint = draw(st.sampled_from(_CHINESE_JOINS if lang == "zh" else _ENGLISH_JOINS))
    if lang == "en" and len(people) > 2:
        listed = f"{', '.join(people[:-1])} and {people[-1]}"
    else:
        listed = joint.join(people)
    return Labelled(data=form.format(listed), truth=Truth(byline=people))


@st.composite
def dates(  # noqa: D417 - hypothesis gives `draw`
    draw: st.DrawFn, format: DateFormat | None = None, tz: str = "Asia/Shanghai"
) -> Labelled:
    """A date as text, with the moment it stands for as its truth.

    Args:
        format: how it is written: ``rfc2822`` (in GMT), ``iso`` (in UTC),
            ``iso-local`` (with the offset of `tz`), ``local`` and ``chinese``
            (wall clock of `tz`, no zone written); any, if None.
        tz: an IANA time zone.
    """
    moment = draw(moments())
    forms: tuple[DateFormat, ...] = DATE_FORMATS if format is None else (format,)
    return written(moment, draw(st.sampled_from(forms)), tz)


def moments() -> SearchStrategy[dt.datetime]:
    """A moment of the years 2001 to 2024, in UTC, to the second; the simplest is plain."""
    start = dt.datetime(2021, 7, 22, 13, 48, 41, tzinfo=dt.UTC)
    seconds = st.integers(-20 * 365 * 86400, 3 * 365 * 86400)
    return seconds.map(lambda s: start + dt.timedelta(seconds=s))


def written(moment: dt.datetime, format: DateFormat, tz: str) -> Labelled:
    """Return an aware moment as text, its truth to what the text can say.

    Wall clock times without a zone are ambiguous for an hour in autumn; the
    truth is then the earlier moment (PEP 495, fold 0).
    """
    local = moment.astimezone(ZoneInfo(tz))
    if format == "rfc2822":
        utc = moment.astimezone(dt.UTC)
        day, month = _DAYS[utc.weekday()], _MONTHS[utc.month - 1]
        text = f"{day}, {utc:%d} {month} {utc.year:04} {utc:%H:%M:%S} GMT"
    elif format == "iso":
        text = moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    elif format == "iso-local":
        text = local.isoformat()
    elif format == "local":
        text = local.strftime("%Y-%m-%d %H:%M:%S")
        local = local.replace(fold=0)
    else:
        text = f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"
        local = local.replace(second=0, fold=0)
    return Labelled(data=text, truth=Truth(date=local.astimezone(dt.UTC)))
