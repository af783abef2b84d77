"""What a newsroom changed: two versions of one article, field by field, paragraph by paragraph.

    python examples/newsroom_diff.py BEFORE AFTER

Boilerplate and markup are gone before the versions are compared, so that a new advert or a
new template is no change. Ends with status 1 if something changed.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import newsparse
from newsparse.article import FIELDS


def changed_fields(before: newsparse.Article, after: newsparse.Article) -> Iterator[str]:
    """Yield a line for each field whose value differs."""
    for field in FIELDS:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield f"{field}: {_shown(old)} -> {_shown(new)}"


def changed_paragraphs(before: newsparse.Article, after: newsparse.Article) -> Iterator[str]:
    """Yield the paragraphs that went (``-``) and came (``+``)."""
    old, new = before.body.paragraphs, after.body.paragraphs
    for line in difflib.unified_diff(old, new, lineterm="", n=0):
        if line.startswith(("-", "+")) and not line.startswith(("---", "+++")):
            yield f"{line[0]} {line[1:]}"


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "nothing"
    return "nothing" if value is None else str(value)


def main(arguments: Sequence[str] | None = None) -> int:
    paths = sys.argv[1:] if arguments is None else arguments
    before, after = (newsparse.parse_file(Path(path)) for path in paths)
    lines = [*changed_fields(before, after), *changed_paragraphs(before, after)]
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
