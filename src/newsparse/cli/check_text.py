"""What ``newsparse check`` prints: a line a property and a sample, and what a fault needs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.text import Text

from .console import show
from .report import one_line

if TYPE_CHECKING:
    from ..testing.contract import Result, Subject
    from ..testing.snapshots import Comparison
    from ..testing.truth import Labelled

MOST_LINES: Final = 30
"""Lines of a failing document that are shown; ``--save-failures`` writes all of it."""

WIDE: Final = 2000
"""Columns of a line that should not be folded."""


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: ``1 sample``, ``2 samples``."""
    return f"{number} {one if number == 1 else many}"


def is_file(document: Labelled) -> bool:
    """Whether a document is what stands in the file it is named after: a sample as it is."""
    path = Path(document.name) if document.name else None
    return path is not None and path.is_file() and path.read_bytes() == document.data


def show_head(subject: Subject) -> None:
    """Print what is checked."""
    sources = ", ".join(subject.sources)
    samples = counted(len(subject.samples), "sample", "samples")
    show(Text.assemble("plugin ", (subject.plugin, "bold"), f": {sources}; {samples}"), width=WIDE)
    sys.stdout.flush()


def show_comparison(comparison: Comparison) -> None:
    """Print how a sample compares with what is expected of it."""
    if comparison.missing:
        _line("?", "yellow", f"{comparison.sample}: no article is expected yet (--update)")
    elif comparison.same:
        _line("ok", "green", f"{comparison.sample}: the expected article")
    else:
        _line("FAILED", "red", f"{comparison.sample}: not the expected article")
        for difference in comparison.differences:
            _block(difference.text)


def show_result(result: Result, saved: Path | None) -> None:
    """Print how a property fared; `saved` is the file its failing document was written to."""
    failure = result.failure
    title = f"{result.property.title} ({result.property.id})"
    if failure is None:
        documents = f", {result.documents} documents" if result.documents > 1 else ""
        _line("ok", "green", title + documents)
        return
    _line("FAILED", "red", title)
    _block(failure.message)
    if failure.rule:
        _block(f"rule to blame: {failure.rule}")
    if failure.detail:
        _block(_shortened(failure.detail))
    document = failure.document
    if document is None:
        return
    name = saved or document.name or "the smallest document found"
    _block(f"in {name}" + (f", from {document.url}" if document.url else "") + ":")
    _block(_shortened(document.text), indent=10)
    where = saved or (document.name if is_file(document) else None)
    if where is None:
        _block("to get the whole document as a file: --save-failures DIR")
    else:
        url = f" --url {document.url}" if document.url else ""
        _block(f"to see what became of it: newsparse explain {where}{url}")


def show_end(failures: int, compared: Sequence[Comparison], name: str) -> None:
    """Print the outcome."""
    differ = sum(not comparison.same for comparison in compared)
    if differ:
        _block(f"where the new articles are right: newsparse check {name} --update", indent=0)
    if failures or differ:
        parts = [counted(failures, "property does", "properties do") + " not hold"]
        parts += [counted(differ, "sample gives", "samples give") + " another article"]
        _block("; ".join(parts[not failures : 1 + bool(differ)]), indent=0)
    else:
        _block("the contract holds", indent=0)


def _shortened(text: str) -> str:
    lines = text.splitlines()
    if len(lines) <= MOST_LINES:
        return text
    return "\n".join([*lines[:MOST_LINES], f"… {len(lines) - MOST_LINES} lines more"])


def _line(word: str, style: str, text: str) -> None:
    show(Text.assemble((f"{word:>6}", style), f"  {one_line(text)}"), width=WIDE)
    sys.stdout.flush()


def _block(text: str, indent: int = 8) -> None:
    # Not through rich: documents are shown as they are, neither folded nor styled.
    for line in text.splitlines():
        sys.stdout.write(" " * indent + _escaped(line) + "\n")
    sys.stdout.flush()


def _escaped(line: str) -> str:
    """Return a line with its blanks, control characters written as escapes."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in line
    )
