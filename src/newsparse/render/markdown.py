"""A body as Markdown: CommonMark 0.31.2 with the pipe tables of GFM.

What Markdown has no words for stands as HTML on one line, so that nothing is
lost: figures with a caption, a credit or a size; tables with a caption, spans
or headers elsewhere than in the first row; embeds; the author of a quote;
lists whose items do not begin with a paragraph. An HTML block ends at an
empty line (section 4.6), hence the one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from ..body import (
    Block,
    Cell,
    CodeBlock,
    Embed,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    plain,
)
from .html import render_block, render_cite
from .markdown_inlines import destination, escaped, paragraph, single_line
from .urls import IMAGE_SCHEMES, safe_url

_LANGUAGE: Final = re.compile(r"[\w+#.-]+")
_FENCES: Final = re.compile(r"`{3,}")
_LARGEST_NUMBER: Final = 999_999_999  # section 5.2: at most nine digits


def render_markdown(blocks: Iterable[Block]) -> str:
    """Return `blocks` as Markdown, separated by empty lines, without a last newline."""
    out: list[str] = []
    before: Block | None = None
    other = False
    for block in blocks:
        if type(block) is ListBlock:
            # Two lists with the same bullets would be read as one.
            neighbour = type(before) is ListBlock and before.ordered == block.ordered
            other = neighbour and not other
            text = _list(block, other=other)
        else:
            text = _RENDERERS[type(block)](block)
        if text:
            out.append(text)
            before = block
    return "\n\n".join(out)


def _html(block: Block) -> str:
    """Return `block` as one line of HTML."""
    return render_block(block).replace("\r", "&#13;").replace("\n", "&#10;")


def _heading(block: Heading) -> str:
    text = single_line(block.content)
    return f"{'#' * block.level} {text}" if text else ""


def _paragraph(block: Paragraph) -> str:
    return paragraph(block.content)


def _figure(block: Figure) -> str:
    image = block.image
    url = safe_url(image.url, IMAGE_SCHEMES)
    if not url or block.caption or block.credit or image.width or image.height:
        return _html(block)
    return f"![{escaped(image.alt or '')}]({destination(url)})"


def _list(block: ListBlock, *, other: bool) -> str:
    if not _can_be_marked(block):
        return _html(block)
    between = "\n" if _is_tight(block) else "\n\n"
    lines = []
    for number, item in enumerate(block.items, block.start):
        bullet = "*" if other else "-"
        marker = f"{number}{')' if other else '.'} " if block.ordered else f"{bullet} "
        inner = between.join(part for part in _pieces(item.blocks) if part)
        lines.append(marker + _indented(inner, " " * len(marker)))
    return between.join(lines)


def _pieces(blocks: tuple[Block, ...]) -> list[str]:
    if len(blocks) == 2 and type(blocks[0]) is Paragraph:
        return [render_markdown(blocks[:1]), render_markdown(blocks[1:])]
    return [render_markdown(blocks)]


def _indented(text: str, indent: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(indent + line if line else "" for line in rest)])


def _can_be_marked(block: ListBlock) -> bool:
    """Whether the list is one of the kind that markers and indents can say."""
    if block.ordered and not 0 <= block.start <= _LARGEST_NUMBER - len(block.items):
        return False
    return all(
        item.blocks and type(item.blocks[0]) is Paragraph and plain(item.blocks[0].content).strip()
        for item in block.items
    )


def _is_tight(block: ListBlock) -> bool:
    """Whether no empty lines are needed between or inside the items (section 5.3)."""
    for item in block.items:
        rest = item.blocks[1:]
        if not rest:
            continue
        inner = rest[0]
        if len(rest) > 1 or type(inner) is not ListBlock or not inner.items:
            return False
        # only a list that begins with 1 may interrupt a paragraph
        if inner.ordered and inner.start != 1:
            return False
        if not (_can_be_marked(inner) and _is_tight(inner)):
            return False
    return True


def _quote(block: Quote) -> str:
    cite = render_cite(block).replace("\r", "&#13;").replace("\n", "&#10;")
    text = "\n\n".join(part for part in (render_markdown(block.blocks), cite) if part)
    if not text:
        return ""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _table(block: Table) -> str:
    if not _fits_pipes(block):
        return _html(block)
    head, *rest = ["| " + " | ".join(map(_cell, row)) + " |" for row in block.rows]
    rule = "|" + " --- |" * len(block.rows[0])
    return "\n".join([head, rule, *rest])


def _fits_pipes(block: Table) -> bool:
    """Whether pipes can say the table (GFM 0.29, section 4.10)."""
    if block.caption or not block.rows or not block.rows[0]:
        return False
    columns = len(block.rows[0])
    return all(
        len(row) == columns
        and all(
            cell.header == (index == 0) and cell.colspan == 1 and cell.rowspan == 1 for cell in row
        )
        for index, row in enumerate(block.rows)
    )


def _cell(cell: Cell) -> str:
    # GFM takes the backslash away before anything else is read, in code as well
    return single_line(cell.content).replace("|", "\\|")


def _code(block: CodeBlock) -> str:
    language = block.language or ""
    if (language and not _LANGUAGE.fullmatch(language)) or "\r" in block.text:
        return _html(block)
    fence = "`" * max([3, *(len(run) + 1 for run in _FENCES.findall(block.text))])
    return f"{fence}{language}\n{block.text}\n{fence}"


_RENDERERS: Final[dict[type, Callable[[Any], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Figure: _figure,
    Quote: _quote,
    Table: _table,
    CodeBlock: _code,
    Embed: _html,
}
