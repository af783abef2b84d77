"""A part of the story on its way to a block: text rules may still cut it."""

from __future__ import annotations

from typing import Final

from ..body import Block, CodeSpan, Emphasis, Heading, Inline, Link, Paragraph, Strong, plain
from ..ledger import Cut

PARAGRAPH: Final = 0
"""The level of a part that is a paragraph; 1 to 6 are headings."""

FINISHED: Final = -1
"""The level of a part that is a finished block: a figure, a list, a table…"""


class Part:
    """A top-level piece of the story.

    Attributes:
        level: :data:`PARAGRAPH`, a heading's level, or :data:`FINISHED`.
        content: the inlines of a paragraph or heading.
        text: their text, as far as it has not been cut.
        block: the finished block.
        number: its place in the story, the key of the ledger.
        cuts: what was cut, in positions of the text as it was built.
    """

    __slots__ = ("block", "content", "cuts", "level", "number", "text")

    def __init__(
        self,
        level: int,
        content: list[Inline],
        number: int,
        block: Block | None = None,
    ) -> None:
        self.level: int = level
        self.content: list[Inline] = content
        self.text: str = plain(content)
        self.number: int = number
        self.block: Block | None = block
        self.cuts: list[Cut] = []

    def cut(self, start: int, end: int, rule: str) -> None:
        """Take out the text from `start` to `end`; its links and marks go with it."""
        first, last = self._built_position(start), self._built_position(end - 1) + 1
        for cut in sorted(self.cuts, key=lambda c: c.start):
            if first < cut.start < last:
                self.cuts.append(Cut(first, cut.start, rule))
                first = cut.end
        if first < last:
            self.cuts.append(Cut(first, last, rule))
        self.content = without(self.content, start, end)
        self.text = self.text[:start] + self.text[end:]
        self.content = trim(self.content)
        lead = len(self.text) - len(self.text.lstrip())
        if lead:
            self.cuts.append(Cut(self._built_position(0), self._built_position(lead - 1) + 1, rule))
        self.text = self.text.strip()

    def _built_position(self, position: int) -> int:
        for cut in sorted(self.cuts, key=lambda c: c.start):
            if cut.start > position:
                break
            position += cut.end - cut.start
        return position

    def finish(self) -> Block:
        """Return the block this part has become."""
        if self.block is not None:
            return self.block
        if self.level == PARAGRAPH:
            return Paragraph(content=self.content)
        return Heading(level=self.level, content=self.content)


def without(content: list[Inline], start: int, end: int) -> list[Inline]:
    """Return `content` without the characters from `start` to `end` of its text."""
    out: list[Inline] = []
    position = 0
    for inline in content:
        length = len(inline) if type(inline) is str else len(plain((inline,)))
        here, after = position, position + length
        position = after
        if after <= start or here >= end:
            out.append(inline)
        elif here >= start and after <= end:
            continue
        elif type(inline) is str:
            out.append(inline[: max(0, start - here)] + inline[end - here :])
        elif type(inline) is CodeSpan:
            out.append(
                CodeSpan(text=inline.text[: max(0, start - here)] + inline.text[end - here :])
            )
        else:
            inner = without(list(inline.content), max(0, start - here), end - here)  # type: ignore[union-attr]
            out.append(rewrap(inline, inner))
    return join(out)


def rewrap(mark: Inline, content: list[Inline]) -> Inline:
    """Return the same kind of mark around other content."""
    if type(mark) is Link:
        return Link(url=mark.url, content=content)
    return Strong(content=content) if type(mark) is Strong else Emphasis(content=content)


def join(content: list[Inline]) -> list[Inline]:
    """Return `content` with neighbouring strings joined and empty ones left out."""
    out: list[Inline] = []
    for inline in content:
        if type(inline) is str:
            if not inline:
                continue
            if out and type(out[-1]) is str:
                out[-1] += inline
                continue
        out.append(inline)
    return out


def trim(content: list[Inline]) -> list[Inline]:
    """Return `content` without white space at either end."""
    content = trim_end(content, first=True)
    return trim_end(content, first=False)


def trim_end(content: list[Inline], *, first: bool) -> list[Inline]:
    """Return `content` without white space at its first or its last end."""
    while content:
        index = 0 if first else -1
        inline = content[index]
        if type(inline) is str:
            text = inline.lstrip() if first else inline.rstrip()
            if text == inline:
                return content
            rest = content[1:] if first else content[:-1]
            if text:
                return [text, *rest] if first else [*rest, text]
            content = rest
            continue
        if type(inline) is CodeSpan:
            return content
        inner = trim_end(list(inline.content), first=first)  # type: ignore[union-attr]
        rest = content[1:] if first else content[:-1]
        if inner:
            if tuple(inner) == inline.content:  # type: ignore[union-attr]
                return content
            new = rewrap(inline, inner)
            return [new, *rest] if first else [*rest, new]
        content = rest
    return content
