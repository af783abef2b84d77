"""Posts that newsparse wrote itself: every field under a key of its own name.

What :mod:`newsparse.render.post` writes is read back word for word: no other
source's rules touch it, and nothing is checked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from ..article import FIELDS
from ..converters import Context, Converter
from ..errors import FormatError
from ..hookspecs import hookimpl
from ..image import Image
from ..note_keys import NOTE_KEYS
from ..person import Person
from ..plain_extra import read_extra
from ..rules import key, take
from ..source import Source, matter


def _text(value: Any, _: Context) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: Any, _: Context) -> tuple[str, ...] | None:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else None


def _moment(value: Any, context: Context) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(str(value))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        context.report("bad-date", f"{str(value)[:80]!r} is no ISO 8601 date with an offset")
        return None
    return moment


def _record(kind: type[Any], main: str) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        given = {main: value} if isinstance(value, str) else value
        try:
            return kind(**given)
        except TypeError:
            return None

    return read


_person = _record(Person, "name")
_image = _record(Image, "url")


def _people(value: Any, _: Context) -> tuple[Person, ...] | None:
    if not isinstance(value, tuple):
        return None
    return tuple(person for person in map(_person, value) if person is not None)


def _cover(value: Any, _: Context) -> Image | None:
    image: Image | None = _image(value)
    return image


def _truth(value: Any, _: Context) -> bool | None:
    return value if isinstance(value, bool) else None


_READERS: Mapping[str, Converter] = {
    "authors": _people,
    "editors": _people,
    "published": _moment,
    "modified": _moment,
    "categories": _texts,
    "keywords": _texts,
    "cover": _cover,
    "free_access": _truth,
}


@hookimpl
def newsparse_converters() -> Mapping[str, Converter]:
    return {f"own-{field}": _READERS.get(field, _text) for field in FIELDS}


def _extra(draft: Any) -> None:
    """Offer what stands under ``extra:``."""
    given = draft.document.matter.get("extra")
    if not isinstance(given, Mapping):
        return
    try:
        extra = read_extra(given)
    except FormatError as error:
        draft.report("matter-unreadable", str(error), "extra")
        return
    for name, value in extra.items():
        draft.offer(f"extra.{name}", value, kind="matter", where="extra")


OWN = Source(
    id="newsparse",
    title="Posts written by newsparse",
    matches=(matter("newsparse", "1"),),
    verbatim=True,
    map=tuple(
        take(
            field,
            key(*dict.fromkeys((field, NOTE_KEYS.get(field, field)))),
            "the field of that name",
            to=field,
            convert=f"own-{field}",
            example=f"{field}: …",
        )
        for field in FIELDS
    ),
    map_with=_extra,
    credits=("figcaption .credit",),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [OWN]
