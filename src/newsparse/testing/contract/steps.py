r"""Counting the steps of a regular expression: a backtracking matcher that is not timed.

The standard library's engine (``re``) cannot tell how much it backtracks. This
matcher walks the same parsed pattern (``re._parser``) with the same strategy -
alternatives in order, repetitions greedy or lazy, back to the last choice on
failure - and counts each item it tries. It is slow and has none of the engine's
short cuts, so its counts are an upper bound; their *growth* with the length of
the text is what tells a linear pattern from a quadratic one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

Next: TypeAlias = Callable[[int], bool]
Item: TypeAlias = tuple[Any, Any]

ENDLESS: Final = 200
"""Times: a repetition that may go on for longer counts as one without an end."""

_FEW: Final = 2
"""How often a repetition with an end is tried beyond its minimum: it can only add a
constant factor, and that is not what is looked for."""


class OutOfBudgetError(Exception):
    """The pattern needs more steps than were allowed."""


def count_steps(pattern: str, text: str, *, budget: int = 200_000) -> int:
    """Return how many items of `pattern` are tried to search it in `text`.

    Raises:
        OutOfBudgetError: more than `budget`.
    """
    return _search(pattern, text, budget)[1]


def find(pattern: str, text: str, *, budget: int = 200_000) -> bool:
    """Whether `pattern` is found in `text`, as ``re.search`` says it with ``re.DOTALL``.

    Raises:
        OutOfBudgetError: it takes more steps than `budget`.
    """
    return _search(pattern, text, budget)[0]


def _search(pattern: str, text: str, budget: int) -> tuple[bool, int]:
    parsed = re._parser.parse(pattern, re.DOTALL)  # type: ignore[attr-defined]
    # A group that ignores case makes the whole pattern do so: near enough for counting.
    fold = bool(parsed.state.flags & re.IGNORECASE) or "(?i" in pattern
    matcher = _Matcher(text, budget, fold)
    for start in range(len(text) + 1):
        if matcher.sequence(tuple(parsed), 0, start, lambda _: True):
            return True, matcher.steps
    return False, matcher.steps


class _Matcher:
    def __init__(self, text: str, budget: int, fold: bool) -> None:
        self.text = text.casefold() if fold else text
        self.budget = budget
        self.fold = fold
        self.steps = 0
        self.groups: dict[int, str] = {}

    def sequence(self, items: Sequence[Item], index: int, at: int, then: Next) -> bool:
        """Match the items from `index` on at a place, then what comes after them."""
        while index < len(items):
            op, argument = items[index]
            self._step()
            name = str(op)
            if name in _ONE:
                if at >= len(self.text) or not one(name, argument, self.text[at], self.fold):
                    return False
                at, index = at + 1, index + 1
                continue
            rest = index + 1
            return self._other(
                name,
                argument,
                at,
                lambda end, rest=rest: self.sequence(items, rest, end, then),  # type: ignore[misc]
            )
        return then(at)

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.budget:
            raise OutOfBudgetError

    def _other(self, name: str, argument: Any, at: int, then: Next) -> bool:
        if name == "AT":
            return self._anchor(str(argument), at) and then(at)
        if name == "BRANCH":
            return any(self.sequence(tuple(branch), 0, at, then) for branch in argument[1])
        if name == "SUBPATTERN":
            return self._group(argument, at, then)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            return self._repeat(argument, at, then, lazy=name == "MIN_REPEAT")
        if name in ("ATOMIC_GROUP", "POSSESSIVE_REPEAT"):
            return self._atomic(name, argument, at, then)
        if name in ("ASSERT", "ASSERT_NOT"):
            return self._look(argument, at) is (name == "ASSERT") and then(at)
        if name == "GROUPREF":
            known = self.groups.get(argument, "")
            return self.text.startswith(known, at) and then(at + len(known))
        if name == "GROUPREF_EXISTS":
            group, yes, no = argument
            chosen = yes if group in self.groups else no
            return self.sequence(tuple(chosen or ()), 0, at, then)
        raise ValueError(f"an unknown item of a pattern: {name}")

    def _anchor(self, kind: str, at: int) -> bool:
        if kind in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
            return at == 0
        if kind in ("AT_END", "AT_END_STRING"):
            return at == len(self.text)
        before = at > 0 and _word(self.text[at - 1])
        after = at < len(self.text) and _word(self.text[at])
        return (before != after) is (kind == "AT_BOUNDARY")

    def _group(self, argument: Any, at: int, then: Next) -> bool:
        number, items = argument[0], tuple(argument[-1])

        def close(end: int) -> bool:
            if number is None:
                return then(end)
            before = self.groups.get(number)
            self.groups[number] = self.text[at:end]
            if then(end):
                return True
            if before is None:
                del self.groups[number]
            else:
                self.groups[number] = before
            return False

        return self.sequence(items, 0, at, close)

    def _repeat(self, argument: Any, at: int, then: Next, *, lazy: bool) -> bool:
        least, most = limits(argument)
        items = tuple(argument[2])
        if len(items) == 1 and str(items[0][0]) in _ONE:
            return self._run(items[0], least, most, at, then, lazy=lazy)

        def again(count: int, here: int) -> bool:
            def more(end: int) -> bool:
                return (end > here or count < least) and again(count + 1, end)

            self._step()
            if count < least:
                return self.sequence(items, 0, here, more)
            if lazy and then(here):
                return True
            if (most is None or count < most) and self.sequence(items, 0, here, more):
                return True
            return not lazy and then(here)

        return again(0, at)

    def _run(
        self, item: Item, least: int, most: int | None, at: int, then: Next, *, lazy: bool
    ) -> bool:
        """Match a run of single characters without going deeper for each."""
        name, argument = str(item[0]), item[1]
        end = at
        last = len(self.text) if most is None else min(len(self.text), at + most)
        while end < last and one(name, argument, self.text[end], self.fold):
            self._step()
            end += 1
        places = range(at + least, end + 1)
        for place in places if lazy else reversed(places):
            self._step()
            if then(place):
                return True
        return False

    def _atomic(self, name: str, argument: Any, at: int, then: Next) -> bool:
        ends: list[int] = []

        def stop(end: int) -> bool:
            ends.append(end)
            return True

        if name == "ATOMIC_GROUP":
            found = self.sequence(tuple(argument), 0, at, stop)
        else:
            found = self._repeat(argument, at, stop, lazy=False)
        return found and then(ends[-1])

    def _look(self, argument: Any, at: int) -> bool:
        direction, items = argument
        if direction >= 0:
            return self.sequence(tuple(items), 0, at, lambda _: True)
        width = items.getwidth()[0]
        return at >= width and self.sequence(tuple(items), 0, at - width, lambda end: end == at)


_ONE: Final = frozenset(("LITERAL", "NOT_LITERAL", "ANY", "IN", "ANY_ALL"))


def limits(argument: Any) -> tuple[int, int | None]:
    """Return the least and the largest number of a repetition, both cut to a few; None: no end."""
    least, most = int(argument[0]), int(argument[1])
    small = min(least, _FEW)
    return small, None if most > ENDLESS else small + min(most - least, _FEW)


def one(name: str, argument: Any, character: str, fold: bool = False) -> bool:
    """Whether an item for one character matches `character`."""
    if name in ("ANY", "ANY_ALL"):
        return True
    if name == "LITERAL":
        return _is(argument, character, fold)
    if name == "NOT_LITERAL":
        return not _is(argument, character, fold)
    negated = bool(argument) and str(argument[0][0]) == "NEGATE"
    return negated is not any(_in(str(op), value, character, fold) for op, value in argument)


def _is(code: int, character: str, fold: bool) -> bool:
    return chr(code) == character or (fold and chr(code).casefold() == character)


def _in(op: str, value: Any, character: str, fold: bool) -> bool:
    if op == "LITERAL":
        return _is(value, character, fold)
    if op == "RANGE":
        both = (character, character.upper()[:1]) if fold else (character,)
        return any(value[0] <= ord(c) <= value[1] for c in both)
    if op == "CATEGORY":
        kind = str(value).removeprefix("CATEGORY_")
        return _CATEGORIES[kind.removeprefix("NOT_")](character) is not kind.startswith("NOT_")
    return False


def _word(character: str) -> bool:
    return character.isalnum() or character == "_"


_CATEGORIES: Final[dict[str, Callable[[str], bool]]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": _word,
}
