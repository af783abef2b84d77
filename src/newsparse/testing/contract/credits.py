"""Names and dates: one person a value, and every date the moment it stands for."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...explanation import Explanation
from ...person import Person
from ..truth import Labelled
from .disguise import own_documents, with_examples
from .model import Property, Subject
from .reading import as_text, explain, fail, functions, is_own, show

_GLUE: Final = re.compile(r"[、，,;；/|&＆\n]|\s(?:and|und|et|y|with)\s", re.IGNORECASE)
_SUFFIX: Final = re.compile(r",\s?(?:Jr|Sr|MD|PhD|II|III)\.?$")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")

_QUARTER: Final = dt.timedelta(minutes=15)
_FURTHEST: Final = dt.timedelta(hours=14)
"""Offsets from UTC are quarters of an hour, up to 14 hours (IANA time zone database)."""


def check_names(subject: Subject, document: Labelled) -> None:
    """Demand that each author and editor is one person.

    Besides looking for words that join names, a second name is put beside each
    that a rule of the plugin found; both must then be found, apart.

    Raises:
        ContractError: two names are one value, or the byline of the truth is not found.
    """
    found = explain(subject, document)
    if found is None or found.source not in subject.sources:
        return
    article = found.article
    for field, people in (("authors", article.authors), ("editors", article.editors)):
        for person in people:
            if _GLUE.search(_SUFFIX.sub("", person.name)):
                _glued(found, field, person.name, document)
    for field, people in (("authors", article.authors), ("editors", article.editors)):
        origin = article.origins.get(field)
        if (
            origin is not None
            and is_own(subject, origin.rule)
            and _reads_names(subject, origin.rule)
        ):
            for person in people:
                _with_a_second(subject, document, field, person, origin.rule)
    names = tuple(person.name for person in article.authors)
    for name in document.truth.byline:
        if name not in names:
            origin = article.origins.get("authors")
            fail(
                NAMES.id,
                f"the author {name!r} is not found; the article has {show(names)}",
                document,
                rule=origin.rule if origin else None,
            )


def _reads_names(subject: Subject, rule: str | None) -> bool:
    """Whether a rule reads names by the field's own converter; another one knows what it does."""
    converts = {f"{s.id}:{m.id}": m.convert for s in subject.tested for m in s.map}
    return rule is not None and converts.get(rule) is None


def _glued(found: Explanation, field: str, name: str, document: Labelled) -> None:
    origin = found.article.origins.get(field)
    fail(
        NAMES.id,
        f"{field} are glued together: {name!r} is more than one person; let the rule convert "
        "to names, or give a value for each",
        document,
        rule=origin.rule if origin else None,
    )


def _with_a_second(
    subject: Subject, document: Labelled, field: str, person: Person, rule: str
) -> None:
    """Put a second name beside a person's and look whether both are found."""
    document = as_text(subject, document)
    name, text = person.name, document.text
    chinese = bool(_HAN.search(name))
    second, joint = ("赵小川", "、") if chinese else ("Eva Stone", " and ")
    if text.count(name) != 1 or second in text:
        return
    changed = attrs.evolve(document, data=text.replace(name, f"{name}{joint}{second}"))
    found = explain(subject, changed)
    if found is None:
        return
    names = [p.name for p in getattr(found.article, field)]
    for wanted in (name, second):
        if wanted not in names:
            glued = next((n for n in names if name in n and second in n), None)
            if glued is not None:
                _glued(found, field, glued, changed)
            fail(
                NAMES.id,
                f"with {second!r} beside {name!r}, {field} are {show(names)}: {wanted!r} is lost",
                changed,
                rule=rule,
            )


def check_dates(subject: Subject, document: Labelled) -> None:
    """Demand that the date is the moment the document means.

    Made-up documents tell it in GMT, with an offset, or as the wall clock of
    the source's zone. Of a document that tells it in several places, all must
    agree, or differ by something that is no mistaken zone.

    Raises:
        ContractError: the article's date is another moment.
    """
    found = explain(subject, document)
    if found is None or found.source not in subject.sources:
        return
    published, wanted = found.article.published, document.truth.date
    origin = found.article.origins.get("published")
    rule = origin.rule if origin else None
    if wanted is not None and published != wanted:
        if published is None:
            fail(DATES.id, f"the date {wanted.isoformat()} is not found", document, rule=rule)
        off = published - wanted
        zone = f", {_hours(off)}: the wrong time zone" if _zonal(off) else ""
        fail(
            DATES.id,
            f"published is {published.isoformat()}, but the document means "
            f"{wanted.isoformat()}{zone}",
            document,
            rule=rule or functions(subject),
        )
    values = [c for c in found.candidates if c.field == "published"]
    for candidate in values:
        off = candidate.value - published if published is not None else dt.timedelta()
        if _zonal(off) and (is_own(subject, rule) or is_own(subject, candidate.origin.rule)):
            fail(
                DATES.id,
                f"{rule} says {published}, {candidate.origin} says {candidate.value}: the same "
                f"clock {_hours(off)}, so one of them is read in the wrong time zone",
                document,
                rule=rule if is_own(subject, rule) else candidate.origin.rule,
            )


def _zonal(off: dt.timedelta) -> bool:
    """Whether two dates differ as two readings of one clock in different zones do."""
    return bool(off) and abs(off) <= _FURTHEST and not off % _QUARTER


def _hours(off: dt.timedelta) -> str:
    hours = abs(off) / dt.timedelta(hours=1)
    return f"{hours:g} hours too {'late' if off > dt.timedelta() else 'early'}"


def _documents(subject: Subject) -> SearchStrategy[Labelled]:
    return st.one_of(with_examples(subject), own_documents(subject))


NAMES = Property(
    id="names",
    title="each author and editor is one person",
    demands="No name holds two people, and a second name beside one that a rule found is "
    "found as a second person.",
    documents=_documents,
    check=check_names,
    needs_truth=True,
)
DATES = Property(
    id="dates",
    title="dates are the moments they stand for",
    demands="The article's date is the moment the document means, in the right time zone; "
    "places that tell it do not differ by a zone.",
    documents=own_documents,
    check=check_dates,
    needs_truth=True,
)
