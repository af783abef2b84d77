"""Texts that make a pattern work as hard as it can, and the verdict on its growth."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from .steps import OutOfBudgetError, count_steps, limits, one

SIZES: Final = (24, 48, 96)
"""How often an attack repeats its piece; each is twice the one before."""

_STEEP: Final = 3.0
"""Twice the text may take twice the steps; a quadratic pattern takes four times."""

_PIECES: Final = 24
"""How many pieces are tried at most."""

_BUDGET: Final = 60_000
"""Steps: four times what a quadratic pattern takes for the longest attack."""

_DEPTH: Final = 12_000
"""Frames: the matcher goes some ten deeper for each round of a repeated group."""

_PROBES: Final = "a 1,.:；：。、编…\n<x"


@attrs.frozen(kw_only=True)
class Growth:
    """How fast a pattern's work grows, and on what text.

    Attributes:
        steps: how many items are tried for each size; None: over the budget.
        piece: what the attack repeats.
        text: a short attack to show.
    """

    steps: tuple[int | None, ...]
    piece: str
    text: str


def steep_growth(pattern: str) -> Growth | None:
    """Return the growth of a pattern on a text that makes it more than linear, or None.

    Repetitions of at most 200 times count as constant factors; so a bounded
    pattern is linear, however slow it may be.
    """
    parsed = re._parser.parse(pattern, re.DOTALL)  # type: ignore[attr-defined]
    if not any(_endless(tuple(parsed))):
        return None
    depth = sys.getrecursionlimit()
    sys.setrecursionlimit(max(depth, _DEPTH))
    try:
        for prefix, piece, end in _attacks(tuple(parsed)):
            steps = _steps(pattern, prefix, piece, end)
            if steps[-1] is None or _is_steep(steps):
                return Growth(steps=steps, piece=piece, text=f"{prefix}{piece * 4}{end}")
    finally:
        sys.setrecursionlimit(depth)
    return None


def _steps(pattern: str, prefix: str, piece: str, end: str) -> tuple[int | None, ...]:
    steps: list[int | None] = []
    for size in SIZES:
        try:
            steps.append(count_steps(pattern, f"{prefix}{piece * size}{end}", budget=_BUDGET))
        except OutOfBudgetError:
            steps.append(None)
            break
    return tuple(steps)


def _is_steep(steps: Iterable[int | None]) -> bool:
    first, second, third = (s or 0 for s in steps)
    more, much_more = second - first, third - second
    return more > SIZES[0] and much_more / more > _STEEP


def _attacks(items: tuple[Any, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield what stands before, what is repeated, and what makes the match fail."""
    whole = shortest(items)
    pieces = [shortest(repeated) for repeated in _endless(items)]
    pieces += [shortest(repeated) * 2 for repeated in _endless(items)]
    characters = {c for item in _singles(items) for c in _matching(item)}
    pieces += sorted(characters)
    pieces += [
        "".join(pair) for pair in itertools.islice(itertools.pairwise(sorted(characters)), 6)
    ]
    for piece in list(dict.fromkeys(p for p in pieces if p))[:_PIECES]:
        for prefix in dict.fromkeys(("", _before(items), whole)):
            yield prefix, piece, "\x00"


def shortest(items: Iterable[Any]) -> str:
    """Return a short text that parsed items match, as far as one is easily found."""
    out = []
    for op, argument in items:
        name = str(op)
        if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            out.append(next(iter(_matching((op, argument))), ""))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most = limits(argument)
            out.append(shortest(argument[2]) * max(least, 1 if most is None else least))
        elif name == "SUBPATTERN":
            out.append(shortest(argument[-1]))
        elif name == "ATOMIC_GROUP":
            out.append(shortest(argument))
        elif name == "BRANCH":
            out.append(shortest(argument[1][0]))
    return "".join(out)


def _before(items: tuple[Any, ...]) -> str:
    """Return a text for what stands before the first endless repetition at the top."""
    for index, item in enumerate(items):
        if any(_endless((item,))):
            return shortest(items[:index])
    return ""


def _endless(items: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield what is repeated without an end, the inner after the outer."""
    for op, argument in items:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            inner = tuple(argument[2])
            if limits(argument)[1] is None:
                yield inner
            yield from _endless(inner)
        else:
            yield from itertools.chain.from_iterable(map(_endless, _below(name, argument)))


def _singles(items: Iterable[Any]) -> Iterator[Any]:
    """Yield the items for one character, at any depth."""
    for op, argument in items:
        name = str(op)
        if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            yield op, argument
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield from _singles(argument[2])
        else:
            yield from itertools.chain.from_iterable(map(_singles, _below(name, argument)))


def _below(name: str, argument: Any) -> tuple[Any, ...]:
    if name == "BRANCH":
        return tuple(argument[1])
    if name in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return (argument[-1],)
    return (argument,) if name == "ATOMIC_GROUP" else ()


def _matching(item: Any) -> list[str]:
    """Return a few characters that an item for one character matches."""
    op, argument = item
    name = str(op)
    if name == "LITERAL":
        return [chr(argument)]
    own = []
    if name == "IN":
        for kind, value in argument:
            if str(kind) == "LITERAL":
                own.append(chr(value))
            elif str(kind) == "RANGE":
                own.append(chr(value[0]))
    return [c for c in (*own, *_PROBES) if one(name, argument, c)][:2]
