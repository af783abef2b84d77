"""A document as it came in: decoded, split, and nothing decided yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from .frozenmap import EMPTY, FrozenMap, frozen_map
from .problems import Problem

Shape: TypeAlias = Literal["post", "fragment", "page"]


def _matter(given: Mapping[str, Any]) -> FrozenMap[Any]:
    return frozen_map(given)


def _problems(given: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True, repr=False)
class Document:
    """One input, decoded and split.

    Attributes:
        html: the HTML part as text, guarded (see :mod:`newsparse.guard`).
        matter: the front matter, dates as the text they were written in.
        matter_format: ``yaml``, ``toml``, ``json``, or None without front matter.
        shape: ``post`` with front matter, ``page`` for a whole page, else ``fragment``.
        url: where the document was found, if the caller or the document says.
        name: what to call it in messages: a path, ``<stdin>``.
        encoding: the charset the bytes were read in; None for text.
        problems: what reading it has shown.
    """

    html: str
    matter: FrozenMap[Any] = attrs.field(default=EMPTY, converter=_matter)
    matter_format: str | None = None
    shape: Shape = "fragment"
    url: str | None = None
    name: str | None = None
    encoding: str | None = None
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_problems)
    # The text with the UTF-8 it was read from, where nothing had to be mended.
    _encoded: tuple[str, bytes] | None = attrs.field(default=None, eq=False)

    def markup(self) -> str | bytes:
        """Return the HTML as the parser reads it fastest: as UTF-8 where it came so."""
        if self._encoded is not None and self._encoded[0] is self.html:
            return self._encoded[1]
        return self.html

    def __repr__(self) -> str:
        name = f" {self.name}" if self.name else ""
        return (
            f"<Document{name} {self.shape}, {len(self.matter)} keys, {len(self.html)} characters>"
        )
