"""Text for people: coloured and as wide as the terminal, or plain where there is none."""

from __future__ import annotations

import sys
from io import StringIO

from rich.console import Console, RenderableType

PLAIN_WIDTH = 120
"""Columns where there is no terminal to ask."""


def show(*parts: RenderableType, width: int = PLAIN_WIDTH) -> None:
    """Print `parts` on standard output; in a pipe without colour and padding."""
    console = Console(highlight=False)
    if console.is_terminal:
        console.print(*parts, sep="\n")
        return
    buffer = StringIO()
    Console(file=buffer, width=width, color_system=None, highlight=False).print(*parts, sep="\n")
    sys.stdout.writelines(line.rstrip() + "\n" for line in buffer.getvalue().splitlines())
