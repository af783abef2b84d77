r"""The body of an article: a tuple of typed blocks.

A block is one thing that stands alone on the page: a heading, a paragraph, a
figure, a list, a quote, a table, code, an embed. Inside a block stand inlines:
plain ``str`` for text (``"\n"`` in it is a line break), and :class:`Link`,
:class:`Strong`, :class:`Emphasis` and :class:`CodeSpan` around other inlines.

``Body.text``, ``Body.markdown`` and ``Body.html`` are renderings of the same
blocks; see :mod:`newsparse.render`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from .image import Image

MAX_NESTING = 12
"""How deep blocks and inlines may stand in one another; deeper input is flattened."""


def _inlines(given: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(given)


def _blocks(given: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(given)


def _items(given: Iterable[ListItem]) -> tuple[ListItem, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True)
class Link:
    """A hyperlink: an absolute or document-relative `url` around `content`."""

    url: str
    content: tuple[Inline, ...] = attrs.field(converter=_inlines)


@attrs.frozen(kw_only=True)
class Strong:
    """Strong importance (``<strong>``, ``<b>``)."""

    content: tuple[Inline, ...] = attrs.field(converter=_inlines)


@attrs.frozen(kw_only=True)
class Emphasis:
    """Stress emphasis (``<em>``, ``<i>``)."""

    content: tuple[Inline, ...] = attrs.field(converter=_inlines)


@attrs.frozen(kw_only=True)
class CodeSpan:
    """A run of code inside a sentence."""

    text: str


Inline: TypeAlias = str | Link | Strong | Emphasis | CodeSpan


@attrs.frozen(kw_only=True)
class Heading:
    """A heading inside the story; `level` is 1 to 6."""

    level: int = attrs.field(validator=[attrs.validators.ge(1), attrs.validators.le(6)])
    content: tuple[Inline, ...] = attrs.field(converter=_inlines)


@attrs.frozen(kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    content: tuple[Inline, ...] = attrs.field(converter=_inlines)


@attrs.frozen(kw_only=True)
class Figure:
    """A picture at its place in the story, with its caption and its credit."""

    image: Image
    caption: tuple[Inline, ...] = attrs.field(default=(), converter=_inlines)
    credit: str | None = None


@attrs.frozen(kw_only=True)
class ListItem:
    """One item of a list: most often a single paragraph, sometimes with a list in it."""

    blocks: tuple[Block, ...] = attrs.field(converter=_blocks)


@attrs.frozen(kw_only=True)
class ListBlock:
    """A list; `ordered` says whether the items are numbered, from `start` on."""

    items: tuple[ListItem, ...] = attrs.field(converter=_items)
    ordered: bool = False
    start: int = 1


@attrs.frozen(kw_only=True)
class Quote:
    """A block quotation, with the words that name its author where they are marked."""

    blocks: tuple[Block, ...] = attrs.field(converter=_blocks)
    cite: tuple[Inline, ...] = attrs.field(default=(), converter=_inlines)


@attrs.frozen(kw_only=True)
class Cell:
    """A cell of a table; spans are clamped to 1..1000, HTML's own limit for colspan."""

    content: tuple[Inline, ...] = attrs.field(default=(), converter=_inlines)
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@attrs.frozen(kw_only=True)
class Table:
    """A table of data: rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: tuple[Inline, ...] = attrs.field(default=(), converter=_inlines)


@attrs.frozen(kw_only=True)
class CodeBlock:
    """Preformatted text or program code, white space kept."""

    text: str
    language: str | None = None


@attrs.frozen(kw_only=True)
class Embed:
    """Something of another site shown in the page: a video, a post, a document."""

    url: str
    title: str | None = None


Block: TypeAlias = Heading | Paragraph | Figure | ListBlock | Quote | Table | CodeBlock | Embed


@attrs.frozen(kw_only=True, repr=False)
class Body:
    """The story as a tuple of blocks."""

    blocks: tuple[Block, ...] = attrs.field(default=(), converter=_blocks)

    @property
    def text(self) -> str:
        """The running text: the words of all blocks, separated by an empty line.

        Captions and credits of pictures are no running text; see :attr:`captions`.
        """
        from .render.text import render_text

        return render_text(self.blocks)

    @property
    def markdown(self) -> str:
        """The story as CommonMark with pipe tables."""
        from .render.markdown import render_markdown

        return render_markdown(self.blocks)

    @property
    def html(self) -> str:
        """The story as HTML that is safe to put on a page.

        Only known blocks and checked URLs are written, so no script, event
        handler or ``javascript:`` URL can come out.
        """
        from .render.html import render_html

        return render_html(self.blocks)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text of the top-level paragraphs."""
        return tuple(plain(b.content) for b in self.blocks if type(b) is Paragraph)

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures of all figures, in the order of the story."""
        return tuple(b.image for b in walk(self.blocks) if type(b) is Figure)

    @property
    def captions(self) -> tuple[str, ...]:
        """The captions and credits of all figures that have one, in the order of the story."""
        from .render.text import caption_text

        texts = (caption_text(b) for b in walk(self.blocks) if type(b) is Figure)
        return tuple(text for text in texts if text)

    def __bool__(self) -> bool:
        return bool(self.blocks)

    def __len__(self) -> int:
        return len(self.blocks)

    def __iter__(self) -> Iterator[Block]:
        return iter(self.blocks)

    def __repr__(self) -> str:
        first = next((t for t in self.paragraphs if t), "")
        opening = f", {first[:24]!r}…" if first else ""
        return f"<Body {len(self.blocks)} blocks{opening}>"


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block, those inside lists and quotes too, in reading order."""
    for block in blocks:
        yield block
        if type(block) is ListBlock:
            for item in block.items:
                yield from walk(item.blocks)
        elif type(block) is Quote:
            yield from walk(block.blocks)


def plain(content: Iterable[Inline]) -> str:
    """Return the text of inlines without their marks."""
    if isinstance(content, tuple | list) and len(content) == 1 and type(content[0]) is str:
        return content[0]  # what nearly all are
    parts: list[str] = []
    for inline in content:
        if type(inline) is str:
            parts.append(inline)
        elif type(inline) is CodeSpan:
            parts.append(inline.text)
        else:
            parts.append(plain(inline.content))  # type: ignore[union-attr]
    return "".join(parts)
