"""The parts of a story as they come: where each paragraph, heading and block goes."""

from __future__ import annotations

from collections.abc import Mapping

from ..body import Block, Figure, Heading, Inline, Paragraph, plain
from ..dom import Node, describe, find_all, outermost_marked, visible_text
from ..ledger import Ledger
from .block_tags import CONTROL_RULE, CONTROLS_IN_CODE
from .inlines import InlineBuffer
from .part import FINISHED, PARAGRAPH, Part


class StoryParts:
    """The parts so far, the containers that are open, and the words of the open paragraph.

    Attributes:
        marks: nodes that are left out, by ``mem_id``, with the rule that took them.
        parts: the finished parts, in reading order.
        sinks: the blocks of each open list, item and quote, the innermost last.
        words: the inlines of the open paragraph.
        level: that of the open heading, or ``PARAGRAPH``.
        after_figure: whether the last block is a figure.
        ledger: where to write what was seen, or None.
    """

    def __init__(self, marks: Mapping[int, str], base: str | None, ledger: Ledger | None) -> None:
        self.marks: Mapping[int, str] = marks
        self.parts: list[Part] = []
        self.sinks: list[list[Block]] = []
        self.words: InlineBuffer = InlineBuffer(base)
        self.level: int = PARAGRAPH
        self.after_figure: bool = False
        self.ledger: Ledger | None = ledger

    def flush(self) -> None:
        """End the open paragraph or heading."""
        words = self.words
        if words.inlines or words.marks:
            content = words.take()
            if content:
                self.add_text(content)
        else:
            words.space = True

    def add_text(self, content: list[Inline]) -> None:
        """Add a paragraph, or the heading that is open."""
        self.after_figure = False
        if self.sinks:
            if self.ledger is not None:
                self.write_down(plain(content), f"h{self.level}" if self.level else "p")
            self.sinks[-1].append(self.text_block(content))
            return
        part = Part(self.level, content, len(self.parts))
        if self.ledger is not None:
            self.write_down(part.text, f"h{self.level}" if self.level else "p")
        self.parts.append(part)

    def text_block(self, content: list[Inline]) -> Block:
        """Return a paragraph, or the heading that is open."""
        if self.level:
            return Heading(level=self.level, content=content)
        return Paragraph(content=content)

    def add(self, block: Block) -> None:
        """Add a finished block."""
        self.after_figure = type(block) is Figure
        if self.sinks:
            self.sinks[-1].append(block)
        else:
            self.parts.append(Part(FINISHED, [], len(self.parts), block))

    def write_down(self, text: str, tag: str, *, last: bool = False) -> None:
        """Write text into the ledger: of the block to come, or of the `last` one."""
        if self.ledger is not None:
            self.ledger.kept(text, tag, len(self.parts) - last)

    def add_paragraph(self, content: list[Inline]) -> None:
        """Add a paragraph that is written down already."""
        if self.sinks:
            self.sinks[-1].append(Paragraph(content=content))
        else:
            self.parts.append(Part(PARAGRAPH, content, len(self.parts)))

    def last_figure(self) -> Figure | None:
        """Return the last block where it is a figure."""
        last: object = None
        if self.sinks:
            last = self.sinks[-1][-1] if self.sinks[-1] else None
        elif self.parts:
            last = self.parts[-1].block
        return last if type(last) is Figure else None

    def replace_last(self, figure: Figure) -> None:
        """Put `figure` in the place of the last block, a figure as well."""
        if self.sinks:
            self.sinks[-1][-1] = figure
        else:
            self.parts[-1].block = figure

    def leave_out(self, node: Node, rule: str) -> None:
        """Write down that `rule` took the text of an element."""
        if self.ledger is not None:
            self.ledger.gone(visible_text(node), describe(node), rule)

    def leave_out_marked(self, node: Node, controls: str = "") -> None:
        """Write down what is marked inside an element that is read as a whole.

        Elements that the selector `controls` finds are left out there as well.
        """
        if self.ledger is None:
            return
        marks = self.marks
        if controls and (found := find_all(node, controls)):
            # Code is read as a whole, whatever stands in it.
            left = {c.mem_id for c in found} - {c.mem_id for c in find_all(node, CONTROLS_IN_CODE)}
            marks = {**dict.fromkeys(left, CONTROL_RULE), **marks}
        if marks:
            for inner in outermost_marked(node, marks):
                self.leave_out(inner, marks[inner.mem_id])
