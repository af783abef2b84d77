"""How a value with named fields becomes plain data and is read back, checked.

A :class:`Record` knows the fields of one attrs class. Reading knows where it
is only when something is wrong: :class:`WrongError` gathers the place on its
way out, so what is right costs nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NoReturn, TypeAlias

import attrs

from .errors import FormatError

MAX_DEPTH: Final = 128
"""How deep values may stand in one another, well over what the parser makes."""

Write: TypeAlias = Callable[[Any], Any]
Read: TypeAlias = Callable[[Any, int], Any]


class WrongError(Exception):
    """Something is wrong at a place; the place is gathered on the way out."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.path: list[str | int] = []


def format_error(wrong: WrongError) -> FormatError:
    """Return the error for the caller, with the place in front: ``body.blocks[3]: …``."""
    path = ""
    for part in reversed(wrong.path):
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return FormatError(f"{path or 'article'}: {wrong.message}")


def shown(value: Any) -> str:
    """Return `value` as it may stand in a message, short."""
    if value is None:
        return "nothing"
    text = repr(value) if isinstance(value, str | int | float) else type(value).__name__
    return text if len(text) <= 40 else text[:39] + "…"


def expected(what: str, value: Any) -> NoReturn:
    """Say that `what` should stand where `value` stands."""
    raise WrongError(f"{what} is expected, found {shown(value)}")


# Readers of simple values. The depth is for values that hold others.


def text(value: Any, _: int = 0) -> str:
    """Read a text."""
    if not isinstance(value, str):
        expected("a text", value)
    return value


def optional(read: Read) -> Read:
    """Return a reader that takes None as well as what `read` takes."""
    return lambda value, depth: None if value is None else read(value, depth)


def flag(value: Any, _: int) -> bool:
    """Read a truth value."""
    if not isinstance(value, bool):
        expected("true or false", value)
    return value


def whole(least: int | None = None, most: int | None = None) -> Read:
    """Return a reader of whole numbers from `least` to `most`."""

    def read(value: Any, _: int) -> int:
        if type(value) is not int:
            expected("a whole number", value)
        if (least is not None and value < least) or (most is not None and value > most):
            expected(f"a number from {least} to {most}", value)
        return value

    return read


def number(value: Any, _: int) -> float:
    """Read a number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        expected("a number", value)
    return float(value)


def mapping(value: Any) -> Mapping[str, Any]:
    """Read a mapping, whatever is in it."""
    if not isinstance(value, Mapping):
        expected("a mapping", value)
    return value


def many(read: Read) -> Read:
    """Return a reader of lists whose items `read` reads."""

    def read_all(value: Any, depth: int) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            expected("a list", value)
        if depth > MAX_DEPTH:
            raise WrongError(f"nested more than {MAX_DEPTH} levels deep")
        out = []
        try:
            for item in value:
                out.append(read(item, depth + 1))  # noqa: PERF401 - the length tells the place
        except WrongError as wrong:
            wrong.path.append(len(out))
            raise
        return tuple(out)

    return read_all


def each(write: Write) -> Write:
    """Return a writer of lists whose items `write` writes."""
    return lambda values: [write(value) for value in values]


class Record:
    """How a value with named fields is written and read.

    Fields that are given no writer and reader are texts, optional where the
    class has a default for them.
    """

    def __init__(
        self, kind: type[Any], tag: str | None = None, /, **forms: tuple[Write | None, Read]
    ) -> None:
        self.kind = kind
        self.tag = tag
        self.fields: list[tuple[str, Any, Write | None]] = []
        self.readers: dict[str, Read] = {}
        self.required: list[str] = []
        for field in attrs.fields(kind):
            required = field.default is attrs.NOTHING
            plain: Read = text if required else optional(text)
            write, read = forms.pop(field.name, (None, plain))
            self.fields.append((field.name, field.default, write))
            self.readers[field.name] = read
            if required:
                self.required.append(field.name)
        assert not forms, f"{kind.__name__} has no such fields: {', '.join(forms)}"
        self.write: Callable[[Any], dict[str, Any]] = _writer(tag, self.fields)

    def write_all(self, value: Any) -> dict[str, Any]:
        """Return all fields."""
        out = {}
        for name, _, write in self.fields:
            item = getattr(value, name)
            try:
                out[name] = write(item) if write and item is not None else item
            except WrongError as wrong:
                wrong.path.append(name)
                raise
        return out

    def read(self, value: Any, depth: int) -> Any:
        """Return the value that `value` describes."""
        given: dict[str, Any] = {}
        for name, item in mapping(value).items():
            read = self.readers.get(name)
            if read is None:
                if name == "type" and self.tag:
                    continue
                raise WrongError(f"unknown key {shown(name)}; known are {', '.join(self.readers)}")
            try:
                given[name] = read(item, depth + 1)
            except WrongError as wrong:
                wrong.path.append(name)
                raise
        for name in self.required:
            if name not in given:
                raise WrongError(f"the key {name!r} is missing")
        return self.kind(**given)


def _writer(tag: str | None, fields: Sequence[tuple[str, Any, Write | None]]) -> Write:
    """Return a function that gives the fields that differ from their default, after the type.

    Its code is made for the fields, as attrs makes its methods: half the time of a loop.
    """
    names: dict[str, Any] = {}
    lines = ["def write(value):", f"    out = {{'type': {tag!r}}}" if tag else "    out = {}"]
    for name, default, write in fields:
        names[f"default_{name}"], names[f"write_{name}"] = default, write
        put = f"out[{name!r}] = write_{name}(item)" if write else f"out[{name!r}] = item"
        if default is not attrs.NOTHING:
            # what is set seldom is mostly the default itself, and quicker to see
            put = f"if item is not default_{name} and item != default_{name}: {put}"
        lines += [f"    item = value.{name}", f"    {put}"]
    exec("\n".join([*lines, "    return out"]), names)
    made: Write = names["write"]
    return made


def read_items(value: Any, read: Read, depth: int) -> dict[str, Any]:
    """Read a mapping from texts to what `read` reads."""
    out = {}
    for key, item in mapping(value).items():
        if not isinstance(key, str):
            raise WrongError(f"a key must be a text, found {shown(key)}")
        try:
            out[key] = read(item, depth + 1)
        except WrongError as wrong:
            wrong.path.append(key)
            raise
    return out
