"""The words of a body, and nothing else.

Every word stands in the blocks as visible text: no list marks, no alternative
texts, no titles of embeds. That makes the result fit for counting, searching
and scoring words. Captions interrupt running text, so they are left out unless
asked for; they stay at their pictures in every other rendering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from ..body import (
    Block,
    CodeBlock,
    Embed,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    plain,
    walk,
)


def render_text(blocks: Iterable[Block], *, captions: bool = False) -> str:
    """Return the words of `blocks`, blocks separated by an empty line.

    A list gives a line for each item, lists inside it indented by two blanks;
    a table gives a line for each row, cells separated by tabs; code stays as it
    is; an embed gives nothing, and so does a figure, unless `captions` asks for
    its caption and its credit.
    """
    if captions:
        return _with_captions(blocks)
    parts = []
    for block in blocks:
        if type(block) is Paragraph:
            content = block.content
            # one run of text is what nearly all paragraphs are
            text = content[0] if len(content) == 1 else plain(content)
            if type(text) is not str:
                text = plain(content)
        else:
            text = _RENDERERS[type(block)](block)
        if text:
            parts.append(text)
    return "\n\n".join(parts)


def block_text(block: Block) -> str:
    """Return the words of one block, as :func:`render_text` has them."""
    return _RENDERERS[type(block)](block)


def _with_captions(blocks: Iterable[Block]) -> str:
    """Return all words, those of captions after each block that holds the pictures."""
    parts = []
    for block in blocks:
        text = render_text((block,))
        figures = (b for b in walk((block,)) if type(b) is Figure)
        parts += [part for part in (text, *map(caption_text, figures)) if part]
    return "\n\n".join(parts)


def caption_text(figure: Figure) -> str:
    """Return the caption and the credit of a figure, a line each."""
    caption = plain(figure.caption)
    return "\n".join(part for part in (caption, figure.credit) if part)


def _running(block: Heading | Paragraph) -> str:
    return plain(block.content)


def _figure(_: Figure) -> str:
    return ""


def _list(block: ListBlock) -> str:
    lines = []
    for item in block.items:
        for inner in item.blocks:
            text = _RENDERERS[type(inner)](inner)
            if text:
                lines.append(_indented(text) if type(inner) is ListBlock else text)
    return "\n".join(lines)


def _indented(text: str) -> str:
    return "  " + text.replace("\n", "\n  ")


def _quote(block: Quote) -> str:
    words = render_text(block.blocks)
    cite = plain(block.cite)
    return "\n\n".join(part for part in (words, cite) if part)


def _table(block: Table) -> str:
    lines = [plain(block.caption)]
    for row in block.rows:
        cells = [plain(cell.content).replace("\n", " ") for cell in row]
        lines.append("\t".join(cells) if any(cells) else "")
    return "\n".join(line for line in lines if line)


def _code(block: CodeBlock) -> str:
    return block.text


def _embed(_: Embed) -> str:
    return ""


_RENDERERS: Final[dict[type, Callable[[Any], str]]] = {
    Heading: _running,
    Paragraph: _running,
    Figure: _figure,
    ListBlock: _list,
    Quote: _quote,
    Table: _table,
    CodeBlock: _code,
    Embed: _embed,
}
