"""The learned judge of text blocks: boosted trees, evaluated in plain Python.

The trees (gradient boosting, Friedman 2001, trained with LightGBM by
``benchmarks/train_story.py``) are shipped as ``block_model.json``. At first use
they are turned into one Python function of nested conditions, which takes a
fifth of the time of walking arrays.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeAlias

from .block_features import HEADING_SHIFT, NUMBERS, TAG_CODES
from .boilerplate_words import FLAG_NAMES
from .page_phrases import PHRASE_NAMES

Judge: TypeAlias = Callable[[list[float], int, int, int, int, int], float]

_MASKS: Final = {"own": FLAG_NAMES, "near": FLAG_NAMES, "rel": FLAG_NAMES, "ph": PHRASE_NAMES}


EXIT_EVERY: Final = 3
"""After so many trees a block that is certain is not looked at further."""

CERTAIN: Final = (1.5, 0.3)
"""Log odds that are certain after the first tree and after the last; in between they fall
evenly, as fewer trees are left that could say otherwise (on unseen sites one block in 1,500
would have been judged otherwise)."""

GROWS: Final = 2.0
"""How much such log odds would have grown with all other trees, as a multiple: less with
the fourth power of the share of trees that are left (measured on unseen sites)."""


@cache
def judge() -> Judge:
    """Return the function that gives a block's score: the log odds of being story."""
    text = files(__package__).joinpath("block_model.json").read_text("utf-8")
    return compile_trees(json.loads(text))


def compile_trees(model: dict[str, Any]) -> Judge:
    """Return the function for a model.

    A model is ``{"start": number, "names": [feature...], "trees": [tree...]}``; a tree is
    a number (a leaf) or ``[feature index, threshold, tree if at most, tree if more]``.
    """
    names: list[str] = model["names"]
    tests = [_test(name) for name in names]
    lines = ["def judge(n, tag, own, near, rel, ph):", f" s = {float(model['start'])!r}"]
    for number, tree in enumerate(model["trees"]):
        if number and number % EXIT_EVERY == 0:
            left = 1 - number / len(model["trees"])
            certain = CERTAIN[1] + (CERTAIN[0] - CERTAIN[1]) * left
            grown = 1 + GROWS * left**4
            lines.append(f" if s > {certain:.3f} or s < -{certain:.3f}: return s * {grown:.3f}")
        stack: list[tuple[Any, int, str]] = [(tree, 1, "")]
        while stack:
            here, depth, before = stack.pop()
            if before:
                lines.append(" " * (depth - 1) + before)
            if isinstance(here, int | float):
                lines.append(f"{' ' * depth}s += {float(here)!r}")
                continue
            feature, threshold, low, high = here
            kind, test = tests[int(feature)]
            if kind == "number":
                condition = f"{test} <= {float(threshold)!r}"
            else:
                condition = f"not {test}"
                if not 0 <= threshold < 1:
                    raise ValueError(f"threshold {threshold} for the flag {names[int(feature)]}")
            stack.append((high, depth + 1, "else:"))
            stack.append((low, depth + 1, f"if {condition}:"))
    lines.append(" return s")
    space: dict[str, Any] = {}
    exec(compile("\n".join(lines), "<block_model>", "exec"), {}, space)
    made: Judge = space["judge"]
    return made


def _test(name: str) -> tuple[str, str]:
    """Return how a feature is read: ``("number", expression)`` or ``("flag", expression)``."""
    if name in NUMBERS:
        return "number", f"n[{NUMBERS.index(name)}]"
    kind, _, rest = name.partition("_")
    if kind == "tag":
        return "flag", f"(tag == {TAG_CODES[rest]})"
    if kind == "hd":
        return "flag", f"ph & {1 << (PHRASE_NAMES.index(rest) + HEADING_SHIFT)}"
    return "flag", f"{kind} & {1 << _MASKS[kind].index(rest)}"


def probability(score: float) -> float:
    """Return the probability for a score (the logistic function)."""
    if score < -30:
        return 0.0
    return 1.0 / (1.0 + math.exp(-min(score, 30.0)))
