"""What can be known about a pattern without running it: read from its parse tree.

The facts let rules be skipped for texts they cannot match. They are read from the
tree that the standard library's ``re`` makes of a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

NO_END = 2**31
"""Longer than any text."""


def anchors(pattern: str) -> tuple[bool, bool, int]:
    """Return whether `pattern` begins with ``^``, ends with ``$``, and its widest match."""
    parsed = re._parser.parse(pattern)  # type: ignore[attr-defined]
    if re.compile(pattern).flags & re.MULTILINE or not len(parsed):
        return False, False, NO_END
    first, last = parsed[0], parsed[-1]
    begins = str(first[0]) == "AT" and str(first[1]) == "AT_BEGINNING"
    ends = str(last[0]) == "AT" and str(last[1]) == "AT_END"
    # `$` also matches before a last line break, which block texts never have.
    return begins, ends, min(int(parsed.getwidth()[1]), NO_END)


def first_characters(pattern: str) -> frozenset[str]:
    """Return the characters a match of `pattern` may begin with; empty for any.

    White space is left out: a block's text begins with none.
    """
    if re.compile(pattern).flags & re.IGNORECASE:
        return frozenset()
    found: set[str] = set()
    parsed = re._parser.parse(pattern)  # type: ignore[attr-defined]
    return frozenset(found) if _firsts(parsed, found) is False else frozenset()


def _firsts(tokens: Any, found: set[str]) -> bool | None:
    """Add the first characters of `tokens`; True if all may be empty, None if any will do."""
    for op, argument in tokens:
        name = str(op).lower()
        empty: bool | None = False
        if name in ("at", "assert", "assert_not"):
            empty = True
        elif name == "literal":
            found.add(chr(argument))
        elif name == "in":
            for kind, item in argument:
                if str(kind) == "LITERAL":
                    found.add(chr(item))
                elif str(item) != "CATEGORY_SPACE":
                    return None
        elif name == "subpattern" and not argument[1] & re.IGNORECASE:
            empty = _firsts(argument[-1], found)
        elif name == "branch":
            ends = [_firsts(branch, found) for branch in argument[1]]
            empty = None if None in ends else any(ends)
        elif name in ("max_repeat", "min_repeat"):
            empty = _firsts(argument[2], found)
            if empty is not None:
                empty = empty or argument[0] == 0
        else:
            return None
        if not empty:
            return empty
    return True


def last_characters(pattern: str) -> str:
    """Return the characters the last but one token of `pattern` stands for, before ``$``."""
    parsed = re._parser.parse(pattern)  # type: ignore[attr-defined]
    if len(parsed) < 2 or re.compile(pattern).flags & re.IGNORECASE:
        return ""
    op, argument = parsed[-2]
    if str(op) == "LITERAL":
        return chr(argument)
    if str(op) == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return "".join(chr(code) for _, code in argument)
    return ""


def needed_literals(pattern: str) -> tuple[str, ...]:
    """Return texts of which every match of `pattern` holds one, or nothing.

    Found in the parsed pattern: the longest run of literal characters outside of
    all alternatives and repetitions, or else the literals of a set of alternatives.
    """
    if re.compile(pattern).flags & re.IGNORECASE:
        return ()
    best, run = "", ""
    choices: list[tuple[str, ...]] = []
    for op, argument in _flat(re._parser.parse(pattern)):  # type: ignore[attr-defined]
        if op == "literal":
            run += chr(argument)
            best = max(best, run, key=len)
            continue
        run = ""
        if op == "choice":
            literals = [_longest(branch) for branch in argument]
            if all(literals):
                choices.append(fewest(literals))
    if len(best) > 1 or not choices:
        return (best,) if best else ()
    return max(choices, key=lambda c: min(map(len, c)))


def fewest(words: list[str]) -> tuple[str, ...]:
    """Return `words` without those that hold another one: they are found with it."""
    return tuple(w for w in dict.fromkeys(words) if not any(o != w and o in w for o in words))


def _longest(tokens: Any) -> str:
    best, run = "", ""
    for op, argument in _flat(tokens):
        run = run + chr(argument) if op == "literal" else ""
        best = max(best, run, key=len)
    return best


_BREAK = ("break", None)


def _flat(tokens: Any) -> Iterable[tuple[str, Any]]:
    """Yield the literals of a parsed pattern that every match has, and breaks between them."""
    for op, argument in tokens:
        name = str(op).lower()
        if name == "literal":
            yield "literal", argument
        elif name == "subpattern" and not argument[1] & re.IGNORECASE:
            yield from _flat(argument[-1])
        elif name == "max_repeat" and argument[0] >= 1 and len(argument[2]) == 1:
            yield _BREAK
            yield from _flat(argument[2])
            yield _BREAK
        elif name == "branch":
            yield "choice", argument[1]
        elif name != "at":
            yield _BREAK
