"""``newsparse sources``: which sources there are, where they come from, what they do."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Literal

from cyclopts import Parameter

from .. import Parser
from ..source import Source

WIDE = 240
"""Columns in a pipe, where no line should be folded."""


def sources(
    *,
    format: Annotated[Literal["table", "json"], Parameter(name=["--format", "-f"])] = "table",
    coverage: Annotated[list[str] | None, Parameter(name="--coverage")] = None,
) -> int:
    """List the sources and the plugin each comes from; or what they did over documents.

    Parameters
    ----------
    format
        A table to read, or JSON.
    coverage
        A folder or a file, may be given again: count how many documents each source took,
        how often each rule found something, which documents fell to generic, which fields
        stayed empty.
    """
    if coverage:
        from .coverage import cover

        return cover(coverage, as_json=format == "json")
    listed = Parser().sources
    if format == "json":
        rows = [
            {
                "id": info.source.id,
                "title": info.source.title,
                "plugin": info.plugin,
                "inherits": list(info.source.inherits),
                "rules": _rules(info.source),
            }
            for info in listed
        ]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return 0

    from rich.table import Table
    from rich.text import Text

    from .console import show

    table = Table(
        "source", "title", "plugin", "inherits", box=None, pad_edge=False, padding=(0, 2, 0, 0)
    )
    table.add_column("rules", justify="right")
    for info in listed:
        source = info.source
        inherits = ", ".join(source.inherits)
        cells = (source.id, source.title, info.plugin, inherits, str(_rules(source)))
        table.add_row(*map(Text, cells))
    show(table, width=WIDE)
    return 0


def _rules(source: Source) -> int:
    return len(source.strip) + len(source.map)
