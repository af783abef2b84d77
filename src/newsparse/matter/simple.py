"""The front matter of nearly every post, read without a YAML parser.

Keys in the first column, one value a line or a list of one-line items. What
is not plainly that is left to the YAML reader, so that both always agree; a
property test holds them to it. It is about four times as fast.
"""

from __future__ import annotations

from typing import Any, Final

from .scalars import TEXTUAL, resolve

# Marks that a value begins with a YAML indicator (YAML 1.1, section 5.3) or blank.
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=<~ ")
_REFUSED: Final = object()
_MAX: Final = 20_000  # characters: simple front matter is short


def read_simple(text: str) -> dict[str, Any] | None:
    """Return keys and values, or None where a YAML parser has to look at it."""
    if len(text) > _MAX or not text.replace("\n", "").isprintable():
        return None
    matter: dict[str, Any] = {}
    items: list[Any] | None = None  # of the key that was last seen without a value
    key = prefix = ""
    for line in text.split("\n"):
        first = line[:1]
        if first == " " or first == "-":
            if items is None:
                if line.isspace():
                    continue
                return None
            if not line.startswith(prefix) or not prefix:
                if line.isspace():
                    continue
                if items:
                    return None
                prefix = line[: line.find("-") + 2]
                if prefix.strip(" ") != "-" or prefix[-1] != " ":
                    return None
            if not items:
                matter[key] = items
            value = _scalar(line[len(prefix) :].strip(" "), textual=False)
            if value is _REFUSED or value is None:
                return None
            items.append(value)
        elif first:
            key, colon, rest = line.partition(": ")
            if not colon:
                if line[-1] != ":":
                    return None
                key = line[:-1]
            if key in matter or len(key) > 100:
                return None
            if not key.isidentifier() and not key.replace("-", "_").isidentifier():
                return None
            rest = rest.strip(" ")
            if not rest:
                items, prefix = [], ""
                matter[key] = None
                continue
            items = None
            value = _scalar(rest, textual=key in TEXTUAL)
            if value is _REFUSED:
                return None
            matter[key] = value
    return matter


def _scalar(text: str, textual: bool) -> Any:
    if not text:
        return None
    first = text[0]
    if first == "'" or first == '"':
        if text.find(first, 1) != len(text) - 1:
            return _REFUSED
        if first == '"' and "\\" in text:
            return _REFUSED
        return text[1:-1]
    if first in _INDICATORS or text[-1] == ":" or ": " in text or " #" in text:
        return _REFUSED
    return text if textual else resolve(text)
