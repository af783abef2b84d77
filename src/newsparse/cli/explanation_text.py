"""An explanation as text for people, in colour on a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sized
from typing import Any, TypeAlias

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..article import FIELDS, Article
from ..explanation import Explanation
from .console import show

EXCERPT = 160
"""Columns of a long text that are shown; a Chinese character takes two."""


Rows: TypeAlias = "Iterable[tuple[str, ...]]"


def print_explanation(explanation: Explanation) -> None:
    """Print `explanation` on standard output."""
    article = explanation.article
    document = explanation.document
    kept = sum(f.fate == "kept" for f in explanation.fragments)
    reasons = {use.rule: use.reason for use in explanation.rules}
    overview = (
        ("shape", document.shape),
        ("charset", document.encoding or "none: text came in"),
        ("source", f"{explanation.source}, from plugin {explanation.plugin}"),
        ("matched by", explanation.matched),
        ("body", f"{_count(article.body, 'block')} from {_count(range(kept), 'piece')} of text"),
    )
    rank = {name: number for number, name in enumerate(FIELDS)}
    also: dict[str, dict[str, None]] = {}
    for c in explanation.agreeing:
        also.setdefault(c.field, {})[f"also said by {c.origin}"] = None
    fields = [
        (name, _value(_field(article, name)), "\n".join((str(origin), *also.get(name, ()))))
        for name, origin in sorted(
            article.origins.items(), key=lambda item: rank.get(item[0], len(rank))
        )
    ]
    stripped = [
        (_fate(f.fate, f.fields), _excerpt(f.text), _because(f.rule, reasons))
        for f in explanation.removed
    ]
    lost = [(c.field, _value(c.value), str(c.origin)) for c in explanation.lost]
    problems = [(p.code, p.message, p.where or "") for p in article.problems]
    show(
        *_section("Document", overview),
        *_section(f"Fields ({len(fields)})", fields),
        *_section(f"Stripped ({len(stripped)})", stripped),
        *_section(f"Candidates that lost ({len(lost)})", lost),
        *_section(f"Problems ({len(problems)})", problems, colour="yellow"),
    )


def _section(title: str, rows: Rows, *, colour: str = "green") -> tuple[RenderableType, ...]:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style=colour, no_wrap=True)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=2, style="dim", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    if not table.row_count:
        return ()
    return Text(title, style="bold"), Padding(table, (0, 0, 1, 2))


def _count(things: Sized, name: str) -> str:
    return f"{len(things)} {name}" + ("" if len(things) == 1 else "s")


def _field(article: Article, name: str) -> Any:
    if name.startswith("extra."):
        return article.extra.get(name.removeprefix("extra."))
    return getattr(article, name, None)


def _fate(fate: str, fields: tuple[str, ...]) -> str:
    return f"to {', '.join(fields)}" if fields else fate


def _because(rule: str | None, reasons: dict[str, str]) -> str:
    if rule is None:
        return ""
    reason = reasons.get(rule)
    return f"{rule}: {reason}" if reason else rule


def _excerpt(text: str) -> str:
    line = Text(" ".join(text.split()))
    line.truncate(EXCERPT, overflow="ellipsis")
    return line.plain


def _value(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(_value(item) for item in value)
    if hasattr(value, "blocks"):
        return _count(value, "block")
    if hasattr(value, "url") and hasattr(value, "alt"):
        return str(value.url)
    return _excerpt(str(value))
