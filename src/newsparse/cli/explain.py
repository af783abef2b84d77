"""``newsparse explain``: what became of a document, and why."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from .. import Parser
from ..errors import NewsparseError
from ..explanation import Explanation
from . import FAILED
from .inputs import DASH
from .report import message, one_line


def explain(
    path: Annotated[str, Parameter(name="PATH")],
    /,
    *,
    format: Annotated[Literal["text", "json"], Parameter(name=["--format", "-f"])] = "text",
    html: Path | None = None,
    url: str | None = None,
) -> int:
    """Show what was detected, mapped and stripped in a document, and why.

    Parameters
    ----------
    path
        A file, or - for standard input.
    format
        Text to read, in colour on a terminal, or JSON.
    html
        Write a report to this file instead: one HTML page that shows the document with
        what was kept, removed and mapped, and the article beside it.
    url
        Where the document was found.
    """
    name = "<stdin>" if path == DASH else path
    try:
        explanation = _explain(path, url)
    except (NewsparseError, OSError) as error:
        text = one_line(message(error, path))
        sys.stderr.write(f"newsparse: {one_line(name)}: {text}\n")
        return FAILED
    if html is not None:
        from ..report import render_report

        html.write_text(render_report(explanation), encoding="utf-8")
    elif format == "json":
        from .explanation_data import explanation_data

        data = explanation_data(explanation)
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        from .explanation_text import print_explanation

        print_explanation(explanation)
    return 0


def _explain(path: str, url: str | None) -> Explanation:
    parser = Parser()
    if path == DASH:
        return parser.explain(sys.stdin.buffer, url=url)
    return parser.explain(Path(path), url=url)
