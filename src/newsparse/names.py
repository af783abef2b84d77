"""Names of people as bylines and credits write them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from .byline_names import is_desk, is_spaced_name, read_byline
from .han_names import is_chinese, is_han_name, read_credit
from .person import Person

_LATIN: Final = re.compile(r"[A-Za-z]")
_BLANK: Final = re.compile(r"(?<=[\u3400-\u9fff])\s(?=[\u3400-\u9fff])")
_LONGEST: Final = 400
"""Characters of a credit that are read."""


def name_key(text: str) -> str:
    """Return the letters and digits of a name, case folded: equal for two spellings of it."""
    return "".join(filter(str.isalnum, text.casefold()))


def is_person_name(text: str, *, not_these: Collection[str] = ()) -> bool:
    """Whether `text` looks like the name of one person: no house, no desk, no prose.

    Args:
        text: the name alone.
        not_these: names that are known to be others', such as the site's.
    """
    # Japanese names may have a blank between family and first name.
    joined = _BLANK.sub("", text, count=1)
    named = is_han_name(joined) if is_chinese(text) else is_spaced_name(text)
    if not named or not not_these:
        return named
    key = name_key(text)
    return all(name_key(other) != key for other in not_these)


def read_names(text: str, *, language: str | None = None) -> tuple[Person, ...]:
    """Return the people named in a credit or byline, each once, with the role it gives them.

    What a document declares as its author may be a desk ("The Example Team"): such names are
    returned as well; `is_person_name` tells them from people.

    Args:
        text: a line such as ``记者王丰`` or ``By Jane Doe and Ann Lee``; the first 400 characters
            are read.
        language: BCP 47 tag of the text, if known; tells Japanese names from Chinese.
    """
    return _read_names(text[:_LONGEST].strip(), language)


@lru_cache(maxsize=2048)
def _read_names(text: str, language: str | None) -> tuple[Person, ...]:
    """Read names; a newsroom's bylines recur, so that they are remembered."""
    if is_desk(text):
        return (Person(name=text),)
    people: dict[str, Person] = {}
    for person in _named_in(text, language):
        name = person.name
        if name != text:
            # What opens a byline may stand again before a later name: By Ann, by Bob.
            again = _named_in(name, language)
            if len(again) == 1 and again[0].name != name:
                name = again[0].name
                again = _named_in(name, language)
            if len(again) != 1 or again[0].name != name:
                continue
        key = name_key(name)
        known = people.get(key)
        if known is None:
            people[key] = Person(name=name, role=person.role)
        elif known.role is None and person.role:
            people[key] = Person(name=known.name, role=person.role)
    return tuple(people.values())


def _named_in(text: str, language: str | None) -> tuple[Person, ...]:
    """Return the people named in a credit, as its words are divided at first sight."""
    people: dict[str, Person] = {}
    chinese = is_chinese(text) and not (language and language.startswith("ja"))
    if chinese:
        for name, role in read_credit(text):
            known = people.get(name)
            if known is None or (known.role is None and role):
                people[name] = Person(name=name, role=role)
        if people or not _LATIN.search(text):
            return tuple(people.values())
    for name, role in read_byline(text):
        if chinese and is_chinese(name) and not is_han_name(name):
            continue
        key = name_key(name)
        known = people.get(key)
        if known is None:
            people[key] = Person(name=name, role=role)
        elif known.role is None and role:
            people[key] = Person(name=known.name, role=role)
    return tuple(people.values())
