"""Names of people as bylines and credits write them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from .person import Person

_ROLES: Final = "责任编辑|文字编辑|图文编辑|网络编辑|本文编辑|值班编辑|栏目主编|责编|编辑|主编|校对|审校|审核|监制|编审|文字记者|摄影记者|本报记者|新华社记者|实习记者|见习记者|特约记者|首席记者|记者|記者|通讯员|实习生|撰文|撰稿|采写|编译|译者|翻译|作者|摄影|文字|文|图"
_ROLE = re.compile(rf"\s*({_ROLES})\s*[：:/丨|\s]*")
_PREFIX = re.compile(r"^\s*(?:by|von|por|par|di|door|av|af|oleh|written by|text)\b[:\s]*", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:[、,，/／;；&|]|\s(?:and|und|et|y|e)\s)\s*")
_CODE = re.compile(r"[（(]?\b[A-Z]{1,3}\d{2,4}\b[）)]?")
_HAN = re.compile(r"[\u3400-\u9fff·]{2,15}")
_NO_PERSON: Final = frozenset("admin staff newsroom reuters afp ap editor editors author unknown".split())


def name_key(text: str) -> str:
    """Return the letters and digits of a name, case folded."""
    return "".join(c for c in text.casefold() if c.isalnum())


def is_person_name(text: str, *, not_these: Collection[str] = ()) -> bool:
    """Whether `text` looks like the name of one person."""
    if not 2 <= len(text) <= 40 or any(c.isdigit() for c in text) or "http" in text or "@" in text:
        return False
    if len(text.split()) > 6 or text.casefold() in _NO_PERSON:
        return False
    return name_key(text) not in {name_key(other) for other in not_these}


def read_names(text: str, *, language: str | None = None) -> tuple[Person, ...]:
    """Return the people named in a credit."""
    text = _CODE.sub("", _PREFIX.sub("", text[:400])).strip("（()）[]【】 \t\n\u3000")
    people: dict[str, Person] = {}
    pieces = _ROLE.split(text)
    role = None
    for index, piece in enumerate(pieces):
        if index % 2:
            role = piece
            continue
        for name in _names(piece):
            if is_person_name(name):
                people.setdefault(name_key(name), Person(name=name, role=role))
    return tuple(people.values())


def _names(text: str) -> list[str]:
    names = []
    for piece in _SPLIT.split(text):
        words = piece.split()
        if words and all(_HAN.fullmatch(word) for word in words):
            names += words
        elif piece.strip():
            names.append(piece.strip())
    return names
