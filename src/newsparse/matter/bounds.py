"""Keeps values from TOML and JSON plain, shallow and few."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any

from ..limits import Limits
from ..problems import Problem, problem

_BRACKETS = re.compile(r"[\[\]{}]")


def too_deep(text: str, depth: int) -> bool:
    """Tell whether brackets may be nested deeper than `depth`, in linear time.

    Brackets inside of texts count as well: a text with a hundred open brackets
    is refused rather than looked at.
    """
    if text.count("[") + text.count("{") <= depth:
        return False
    level = 0
    for bracket in _BRACKETS.findall(text):
        if bracket in "[{":
            level += 1
            if level > depth:
                return True
        elif level:
            level -= 1
    return False


class Bounds:
    """Copies a value as plain data; counts what it copies."""

    def __init__(self, limits: Limits) -> None:
        self._left = limits.max_matter_nodes
        self._depth = limits.max_matter_depth
        self._cut = False

    def plain_map(self, items: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
        """Return a plain copy of `items` and a problem where it was cut."""
        matter = self._plain(items, 0)
        if not self._cut:
            return matter, []
        return matter, [problem("matter-unsafe", "the front matter has too many or deep values")]

    def _plain(self, value: Any, depth: int) -> Any:
        self._left -= 1
        if isinstance(value, dict | list) and (depth >= self._depth or self._left < 0):
            self._cut = True
            return None
        if isinstance(value, dict):
            return {str(key): self._plain(item, depth + 1) for key, item in self._some(value)}
        if isinstance(value, list):
            return [self._plain(item, depth + 1) for _, item in self._some(value)]
        if isinstance(value, dt.datetime | dt.date | dt.time):
            return value.isoformat()
        if isinstance(value, float) and not math.isfinite(value):
            return str(value)
        if isinstance(value, int) and abs(value) >= 2**63:
            return format(value, "x") if value.bit_length() > 4000 else str(value)
        return value

    def _some(self, value: Any) -> list[tuple[Any, Any]]:
        pairs = list(value.items()) if isinstance(value, dict) else [("", item) for item in value]
        if len(pairs) > self._left:
            self._cut = True
            return pairs[: self._left]
        return pairs
