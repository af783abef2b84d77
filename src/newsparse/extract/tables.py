"""Tables of data; tables that only lay out a page are no tables of the story."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..body import Cell, Inline, Table, plain
from ..dom import Node, find_all, find_first, unseen, walk

MAX_SPAN = 1000
"""HTML's own limit for ``colspan`` (HTML Standard, 4.9.11); used for rows as well."""

MAX_CELL = 1500
"""Characters; a cell with more holds a page, not a datum."""

_NO_DATA = "img,h1,h2,h3,h4,h5,h6,ul,ol,pre,blockquote,iframe,figure,video,form,article,section"


def small_number(value: str | None, default: int, limit: int = MAX_SPAN) -> int:
    """Return a numeric attribute clamped to 1..`limit`; `default` for anything else."""
    if not value or len(value) > 20:
        return limit if value and value.isdecimal() else default
    try:
        return min(max(int(value), 1), limit)
    except ValueError:
        return default


def is_data_table(node: Node) -> bool:
    """Whether a ``<table>`` holds data: rows and columns of short cells without pictures."""
    if len(find_all(node, "table")) > 1 or find_first(node, _NO_DATA) is not None:
        return False
    rows = find_all(node, "tr")
    if not rows or not any(len(find_all(row, "td,th")) > 1 for row in rows[:20]):
        return False
    if len(rows) == 1 and find_first(node, "th") is None:
        return False
    return all(len(cell.text()) <= MAX_CELL for cell in find_all(node, "td"))


def read_table(
    node: Node, marks: Mapping[int, str], read_inlines: Callable[[Node], list[Inline]]
) -> Table:
    """Return the rows of a table of data; rows without any text are left out.

    `read_inlines` gives the inlines of a cell or a caption.
    """
    caption: list[Inline] = []
    rows: list[list[Cell]] = []
    for inner in walk(node, {**marks, **unseen(node)}):
        tag = inner.tag
        if tag == "tr":
            rows.append([])
        elif tag in ("td", "th"):
            if not rows:
                rows.append([])
            attributes = inner.attributes
            rows[-1].append(
                Cell(
                    content=read_inlines(inner),
                    header=tag == "th",
                    colspan=small_number(attributes.get("colspan"), 1),
                    rowspan=small_number(attributes.get("rowspan"), 1),
                )
            )
        elif tag == "caption":
            caption = read_inlines(inner)
    kept = tuple(tuple(row) for row in rows if any(cell.content for cell in row))
    return Table(rows=kept, caption=caption)


def table_text(table: Table) -> str:
    """Return all words of a table, a line a row."""
    lines = [plain(table.caption)] if table.caption else []
    lines += ["\t".join(plain(cell.content) for cell in row) for row in table.rows]
    return "\n".join(lines)
