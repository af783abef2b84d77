"""``newsparse sources --coverage``: what sources and rules did over a folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .. import Parser
from ..coverage import ASKED, Coverage, ordered
from . import FAILED
from .inputs import gather
from .report import Report, message

if TYPE_CHECKING:
    from rich.console import RenderableType

SHOWN = 20
"""Names of documents that are listed."""


def cover(paths: Sequence[str], *, as_json: bool) -> int:
    """Explain all documents under `paths` and print what was counted."""
    parser = Parser()
    coverage = Coverage()
    with Report(bar=True) as report:
        inputs = gather(paths, report.failed)
        report.total = len(inputs)
        for source in inputs:
            try:
                given = sys.stdin.buffer if source.path is None else source.path
                coverage.add(source.name, parser.explain(given))
            except Exception as error:
                # Whatever is wrong with one document, the others are counted.
                text = message(error, source.name)
                coverage.failed[source.name] = text
                report.failed(source.name, text)
            report.advance()
        failures = report.failures
    if as_json:
        sys.stdout.write(json.dumps(coverage.to_dict(), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(coverage)
    return FAILED if failures else 0


def _print(coverage: Coverage) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from .console import show

    sources = Table("source", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    sources.add_column("documents", justify="right")
    sources.add_column("empty fields (documents)", overflow="fold")
    sources.add_column("problems (documents)", overflow="fold")
    by_size = sorted(coverage.sources.items(), key=lambda item: (-item[1].documents, item[0]))
    for name, found in by_size:
        empty = {field: found.empty[field] for field in ASKED if found.empty[field]}
        cells = (name, str(found.documents), _counts(empty), _counts(ordered(found.problems)))
        sources.add_row(*map(Text, cells))

    rules = Table("rule", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    rules.add_column("found", justify="right")
    rules.add_column("for documents of", overflow="fold")
    fired: dict[str, dict[str, int]] = {}
    for name, found in by_size:
        for rule, count in found.rules.items():
            if count:
                fired.setdefault(rule, {})[name] = count
    for rule, counts in sorted(fired.items(), key=lambda item: (-sum(item[1].values()), item[0])):
        rules.add_row(*map(Text, (rule, str(sum(counts.values())), ", ".join(counts))))

    parts: list[RenderableType] = [Text("Sources", style="bold"), Padding(sources, (0, 0, 1, 2))]
    parts += [Text("Rules", style="bold"), Padding(rules, (0, 0, 1, 2))]
    for title, names in (
        ("Rules that never found anything", coverage.never()),
        ("Documents no source claims", coverage.generic),
        ("Failed", [f"{name}: {why}" for name, why in coverage.failed.items()]),
    ):
        if names:
            parts += [Text(f"{title} ({len(names)})", style="bold"), _list(names)]
    show(*parts)


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _list(names: Iterable[str]) -> RenderableType:
    from rich.padding import Padding
    from rich.text import Text

    names = list(names)
    more = [f"and {len(names) - SHOWN} more (-f json has all)"] if len(names) > SHOWN else []
    return Padding(Text("\n".join([*names[:SHOWN], *more])), (0, 0, 1, 2))
