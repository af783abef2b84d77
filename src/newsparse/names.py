"""Names of people as bylines and credits write them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from .han_names import is_chinese, is_han_name, read_credit
from .person import Person

_PREFIX = re.compile(
    r"^\s*(?:by|von|por|par|di|door|av|af|oleh|written by|text)\b[:\s]*", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:[、,，/／;；&|]|\s(?:and|und|et|y|e)\s)\s*")
_NO_PERSON: Final = frozenset(
    "admin staff newsroom reuters afp ap editor editors author unknown".split()
)


def name_key(text: str) -> str:
    """Return the letters and digits of a name, case folded."""
    return "".join(c for c in text.casefold() if c.isalnum())


def is_person_name(text: str, *, not_these: Collection[str] = ()) -> bool:
    """Whether `text` looks like the name of one person."""
    if is_chinese(text):
        return is_han_name(text) and (
            not not_these or name_key(text) not in {name_key(other) for other in not_these}
        )
    if not 2 <= len(text) <= 40 or any(c.isdigit() for c in text) or "http" in text or "@" in text:
        return False
    if len(text.split()) > 6 or text.casefold() in _NO_PERSON:
        return False
    return name_key(text) not in {name_key(other) for other in not_these}


def read_names(text: str, *, language: str | None = None) -> tuple[Person, ...]:
    """Return the people named in a credit or byline, each once, with the role it gives them.

    Args:
        text: a line such as ``记者王丰`` or ``By Jane Doe and Ann Lee``; the first 400 characters
            are read.
        language: BCP 47 tag of the text, if known; tells Japanese names from Chinese.
    """
    text = text[:400].strip()
    people: dict[str, Person] = {}
    if is_chinese(text) and not (language and language.startswith("ja")):
        for name, role in read_credit(text):
            known = people.get(name)
            if known is None or (known.role is None and role):
                people[name] = Person(name=name, role=role)
        if people:
            return tuple(people.values())
    for name in _names(_PREFIX.sub("", text).strip("()[] \t\n")):
        if is_person_name(name):
            people.setdefault(name_key(name), Person(name=name))
    return tuple(people.values())


def _names(text: str) -> list[str]:
    return [piece.strip() for piece in _SPLIT.split(text) if piece.strip()]
