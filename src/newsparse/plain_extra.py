"""What stands in ``extra`` as plain data: anything a front matter can hold.

What JSON has no words for is a mapping with one key: ``{"$float": "inf"}``,
``{"$datetime": "…"}``, ``{"$date": "…"}``, ``{"$time": "…"}``. A mapping that
looks like one of them is wrapped in ``{"$map": {…}}``.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from typing import Any, Final

from .frozenmap import FrozenMap
from .record import MAX_DEPTH, WrongError, expected, format_error, many, read_items, shown, text


def write_extra(extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return the value of ``extra`` as plain data (see the top of this module).

    Raises:
        FormatError: a value of a type that has no form here.
    """
    try:
        return write_map(extra)
    except WrongError as wrong:
        wrong.path.append("extra")
        raise format_error(wrong) from None


def read_extra(data: Mapping[str, Any]) -> FrozenMap[Any]:
    """Return the value of ``extra`` from what :func:`write_extra` has written.

    Raises:
        FormatError: the data are no such value.
    """
    try:
        return read_map(data, 0)
    except WrongError as wrong:
        wrong.path.append("extra")
        raise format_error(wrong) from None


# What stands in `extra`: any data of a front matter.

_ONE_KEY: Final[dict[str, Callable[[str], Any]]] = {
    "$float": float,
    "$datetime": dt.datetime.fromisoformat,
    "$date": dt.date.fromisoformat,
    "$time": dt.time.fromisoformat,
}


def _write_any(value: Any, depth: int = 0) -> Any:
    kind = type(value)
    if value is None or kind is str or kind is bool or kind is int:
        return value
    if kind is float:
        return value if math.isfinite(value) else {"$float": str(value)}
    if isinstance(value, Mapping):
        return write_map(value, depth)
    if kind is list or kind is tuple:
        if depth > MAX_DEPTH:
            raise WrongError(f"nested more than {MAX_DEPTH} levels deep")
        return [_write_any(item, depth + 1) for item in value]
    for known in (dt.datetime, dt.date, dt.time):
        if kind is known:
            return {f"${known.__name__}": value.isoformat()}
    raise WrongError(f"a {kind.__name__} has no form in JSON; give a text, number, list or mapping")


def write_map(value: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """Write a mapping of any data."""
    if depth > MAX_DEPTH:
        raise WrongError(f"nested more than {MAX_DEPTH} levels deep")
    out = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise WrongError(f"a key must be a text, found {shown(key)}")
        try:
            out[key] = _write_any(item, depth + 1)
        except WrongError as wrong:
            wrong.path.append(key)
            raise
    return {"$map": out} if depth and _is_marked(out) else out


def _is_marked(value: Mapping[str, Any]) -> bool:
    """Whether a mapping would be read as something else than a mapping."""
    return len(value) == 1 and next(iter(value)).startswith("$")


def _read_any(value: Any, depth: int) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple):
        return _READ_MANY_ANY(value, depth)
    if not isinstance(value, Mapping):
        expected("a text, number, list or mapping", value)
    if not _is_marked(value):
        return read_map(value, depth)
    ((mark, item),) = value.items()
    if mark == "$map":
        return read_map(item, depth)
    if mark not in _ONE_KEY:
        raise WrongError(f"unknown mark {shown(mark)}; known are $map, {', '.join(_ONE_KEY)}")
    try:
        return _ONE_KEY[mark](text(item))
    except ValueError:
        raise WrongError(f"{shown(item)} is no {mark[1:]}") from None


_READ_MANY_ANY: Final = many(_read_any)


def read_map(value: Any, depth: int) -> FrozenMap[Any]:
    """Read a mapping of any data."""
    if depth > MAX_DEPTH:
        raise WrongError(f"nested more than {MAX_DEPTH} levels deep")
    return FrozenMap(read_items(value, _read_any, depth))
