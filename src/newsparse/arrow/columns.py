"""Columns that grow row by row in Python and become Arrow arrays in one step.

Rows are gathered in plain lists of tuples, which costs a tenth of what building
nested Arrow values from dictionaries costs. What Arrow refuses (a lone
surrogate, a number over 64 bits) is found only when it has refused; the column
is then built again without it, and tells the rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Sized
from itertools import accumulate
from typing import Any, Final

import pyarrow as pa

_REFUSALS: Final = (pa.ArrowException, UnicodeEncodeError, OverflowError)


def build_flat(values: Sequence[Any], kind: pa.DataType, refused: set[int]) -> pa.Array:
    """Return `values` as an array; add the indexes of those that do not fit to `refused`.

    A text that does not fit is written with U+FFFD, anything else as null.
    """
    try:
        return pa.array(values, kind)
    except _REFUSALS:
        pass
    fitting = list(values)
    for index, value in enumerate(values):
        try:
            pa.scalar(value, kind)
        except _REFUSALS:
            refused.add(index)
            fitting[index] = mended(value) if isinstance(value, str) else None
    return pa.array(fitting, kind)


def mended(text: str) -> str:
    """Return `text` with U+FFFD for lone surrogates; a pair of them becomes one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Flat:
    """Several columns of single values, fed with one tuple a row."""

    def __init__(
        self, schema: pa.Schema, names: Sequence[str], *, encoded: Sequence[str] = ()
    ) -> None:
        """Take the `names` of the columns; the texts of those `encoded` come as UTF-8."""
        self.names: tuple[str, ...] = tuple(names)
        self.kinds: list[Any] = [
            pa.binary() if name in encoded else schema.field(name).type for name in names
        ]
        self._encoded = encoded
        self.rows: list[tuple[Any, ...]] = []
        self._nothing = (None,) * len(self.names)

    def add_nothing(self) -> None:
        """Add a row of nulls."""
        self.rows.append(self._nothing)

    def build(self, refused: set[int]) -> dict[str, pa.Array]:
        """Return the arrays by name; see :func:`build_flat`."""
        columns: Iterable[Sequence[Any]] = zip(*self.rows, strict=True)
        if not self.rows:
            columns = ((),) * len(self.names)
        arrays = {
            name: build_flat(values, kind, refused)
            for name, kind, values in zip(self.names, self.kinds, columns, strict=True)
        }
        # Arrow would decode each text to see whether it is UTF-8.
        return arrays | {name: arrays[name].view(pa.string()) for name in self._encoded}

    def row(self, index: int) -> dict[str, Any]:
        """Return a row as it was added."""
        return dict(zip(self.names, self.rows[index], strict=True))


class Struct:
    """A column of structs, or of nothing."""

    def __init__(self, schema: pa.Schema, name: str) -> None:
        self.name = name
        self.kind: Any = schema.field(name).type
        self.rows: list[tuple[Any, ...] | None] = []

    def add_nothing(self) -> None:
        """Add a null."""
        self.rows.append(None)

    def build(self, refused: set[int]) -> dict[str, pa.Array]:
        """Return the array under its name; see :func:`build_flat`."""
        nothing = (None,) * self.kind.num_fields
        rows = [nothing if row is None else row for row in self.rows]
        missing = pa.array([row is None for row in self.rows], pa.bool_())
        return {self.name: _structs(rows, self.kind, refused, missing)}

    def row(self, index: int) -> dict[str, Any]:
        """Return a row as it was added, as a dictionary."""
        return {self.name: _named(self.kind, self.rows[index])}


class Many:
    """A column of lists, of structs or of single values."""

    def __init__(self, schema: pa.Schema, name: str) -> None:
        self.name = name
        self.kind: Any = schema.field(name).type.value_type
        self.counts: list[int | None] = []
        self.items: list[Any] = []

    def extend(self, lists: Sequence[Sized], items: Iterable[Any]) -> None:
        """Add `lists`: their `items` are one after the other, structs as tuples."""
        self.counts += map(len, lists)
        self.items += items

    def add_nothing(self) -> None:
        """Add a null in place of a list."""
        self.counts.append(None)

    def build(self, refused: set[int]) -> dict[str, pa.Array]:
        """Return the array under its name; see :func:`build_flat`."""
        ends = self._ends()
        starts: list[int | None] = [0, *ends]
        for index, count in enumerate(self.counts):
            if count is None:
                starts[index] = None
        wrong: set[int] = set()
        if pa.types.is_struct(self.kind):
            values = _structs(self.items, self.kind, wrong, None)
        else:
            values = build_flat(self.items, self.kind, wrong)
        refused.update(bisect_right(ends, index) for index in wrong)
        return {self.name: pa.ListArray.from_arrays(pa.array(starts, pa.int32()), values)}

    def row(self, index: int) -> dict[str, Any]:
        """Return a row as it was added, structs as dictionaries."""
        count = self.counts[index]
        if count is None:
            return {self.name: None}
        end = self._ends()[index]
        items = self.items[end - count : end]
        if pa.types.is_struct(self.kind):
            items = [_named(self.kind, item) for item in items]
        return {self.name: items}

    def _ends(self) -> list[int]:
        return list(accumulate(count or 0 for count in self.counts))


def _structs(
    rows: Sequence[tuple[Any, ...]], kind: pa.DataType, refused: set[int], missing: pa.Array | None
) -> pa.Array:
    fields = [kind.field(index) for index in range(kind.num_fields)]
    columns: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else ((),) * len(fields)
    arrays = [
        build_flat(values, field.type, refused)
        for field, values in zip(fields, columns, strict=True)
    ]
    return pa.StructArray.from_arrays(arrays, fields=fields, mask=missing)


def _named(kind: pa.DataType, row: tuple[Any, ...] | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {kind.field(index).name: value for index, value in enumerate(row)}
