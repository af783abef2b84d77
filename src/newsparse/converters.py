"""Converters turn what a rule found into the value of a field.

A converter takes the raw value and a :class:`Context` and gives the value, or
None where there is none in it. Rules name converters by :data:`CONVERTERS`'
keys or by those plugins bring; without a name the field's own is used.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

import attrs

from .agencies import ALIASES
from .dates import read_date
from .document import Document
from .image import Image
from .language import normalise_tag
from .names import read_names
from .person import Person
from .problems import Problem, problem
from .urls import clean_url, is_placeholder_image, unproxy_image

__all__ = [
    "Context",
    "Converter",
    "as_it_is",
    "to_boolean",
    "to_date",
    "to_image",
    "to_language",
    "to_list",
    "to_names",
    "to_outlet",
    "to_text",
    "to_url",
]


@attrs.define
class Context:
    """What a converter may know about the document.

    Attributes:
        document: the document.
        base: the URL relative links are resolved against.
        zone: IANA time zone of dates that give none.
        now: the moment relative dates are counted from.
        sites: the names by which archives call the site of the document's source.
        problems: what converters find wrong goes here.
        note: an assumption that was made; it becomes part of the origin.
    """

    document: Document
    base: str | None = None
    zone: str | None = None
    now: dt.datetime | None = None
    sites: frozenset[str] = frozenset()
    problems: list[Problem] = attrs.field(factory=list)
    note: str | None = None

    def report(self, code: str, message: str, where: str | None = None) -> None:
        """Add a problem to the article, once."""
        found = problem(code, message, where)
        if found not in self.problems:
            self.problems.append(found)


Converter: TypeAlias = Callable[[Any, Context], Any]
"""From the raw value to the value of a field, None if it holds none."""


def to_text(value: Any, _: Context) -> str | None:
    """Return the text of a value, white space collapsed."""
    if type(value) is str:
        text = value
    elif value is None or isinstance(value, bool | list | tuple | Mapping):
        return None
    else:
        text = str(value)
    if "\n" in text or "\t" in text or "  " in text or "\xa0" in text:
        text = " ".join(text.split())
    return text.strip() or None


def to_outlet(value: Any, context: Context) -> str | None:
    """Return the name of an outlet; in full where it signs with a short name."""
    name = to_text(value, context)
    return None if name is None else ALIASES.get(name, name)


def to_date(value: Any, context: Context) -> dt.datetime | None:
    """Return a moment that knows its zone; unreadable dates are a problem."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    reading = read_date(value, zone=context.zone, now=context.now)
    if reading is None:
        relative = context.now is None and read_date(value, now=_SOME_DAY) is not None
        if relative:
            context.report("relative-date", f"{str(value)[:80]!r} needs a reference time")
        else:
            context.report("bad-date", f"{str(value)[:80]!r} is no date")
        return None
    context.note = reading.note
    return reading.value


_SOME_DAY: Final = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def to_names(value: Any, _: Context) -> tuple[Person, ...] | None:
    """Return the people named in a text or a list of texts."""
    if type(value) is str:
        return read_names(value) or None
    if isinstance(value, list | tuple):
        people: dict[str, Person] = {}
        for item in value:
            for person in to_names(item, _) or ():
                people.setdefault(person.name, person)
        return tuple(people.values()) or None
    if isinstance(value, Mapping):
        name = value.get("name")
        if not isinstance(name, str) or not name.strip():
            return None
        role, url = value.get("role"), value.get("url")
        return (
            Person(
                name=name.strip(),
                role=role if isinstance(role, str) else None,
                url=url if isinstance(url, str) else None,
            ),
        )
    return None


def to_url(value: Any, context: Context) -> str | None:
    """Return an absolute or relative http(s) URL."""
    return clean_url(value, context.base) if isinstance(value, str) else None


def to_image(value: Any, context: Context) -> Image | None:
    """Return a picture by its URL; placeholders are a problem."""
    if type(value) is not str:
        if isinstance(value, list | tuple):
            value = value[0] if value else None
        if isinstance(value, Mapping):
            value = value.get("url")
    url = to_url(value, context)
    if url is None:
        return None
    if is_placeholder_image(url):
        context.report("placeholder-image", f"{url} is a placeholder")
        return None
    return Image(url=unproxy_image(url))


def to_list(value: Any, context: Context) -> tuple[str, ...] | None:
    """Return the texts of a list, or of a text split at commas and semicolons."""
    if isinstance(value, str):
        for mark in "，、;；":
            value = value.replace(mark, ",")
        value = value.split(",")
    if not isinstance(value, list | tuple):
        return None
    texts = (to_text(item, context) for item in value)
    return tuple(dict.fromkeys(text for text in texts if text)) or None


def to_language(value: Any, _: Context) -> str | None:
    """Return a BCP 47 tag."""
    return normalise_tag(value) if isinstance(value, str) else None


def to_boolean(value: Any, _: Context) -> bool | None:
    """Return a truth value for true/false, yes/no, 1/0."""
    if isinstance(value, bool):
        return value
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(
        str(value).strip().lower()
    )


def as_it_is(value: Any, _: Context) -> Any:
    """Return the value itself, None for blank text."""
    return None if value is None or (isinstance(value, str) and not value.strip()) else value


CONVERTERS: Final[Mapping[str, Converter]] = {
    "text": to_text,
    "outlet": to_outlet,
    "date": to_date,
    "names": to_names,
    "url": to_url,
    "image": to_image,
    "list": to_list,
    "language": to_language,
    "boolean": to_boolean,
    "raw": as_it_is,
}

FIELD_CONVERTERS: Final[Mapping[str, str]] = {
    "title": "text",
    "original_title": "text",
    "url": "url",
    "source": "text",
    "publisher": "text",
    "agency": "outlet",
    "place": "text",
    "authors": "names",
    "editors": "names",
    "published": "date",
    "modified": "date",
    "language": "language",
    "categories": "list",
    "keywords": "list",
    "summary": "text",
    "cover": "image",
    "free_access": "boolean",
}
"""The converter of each field; ``extra.NAME`` takes "raw"."""
