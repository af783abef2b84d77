"""``newsparse sources``: which sources there are, and the plugin each comes from."""

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
) -> int:
    """List the sources and the plugin each comes from.

    Parameters
    ----------
    format
        A table to read, or JSON.
    """
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
