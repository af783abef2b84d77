"""The tree to blocks: one walk over what is left of the story.

Block elements end a paragraph, inline elements become marks, white space
collapses as CSS has it (CSS Text 3, 4.1.1), and bare text between block
elements is a paragraph of its own, broken at each ``<br>``. The walk has no
recursion; blocks and marks nested deeper than ``MAX_NESTING`` are flattened.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..body import MAX_NESTING, Block, Inline, ListBlock, ListItem, Quote, plain
from ..dom import BLOCK_TAGS, Node, tag_name, tag_names
from ..ledger import Ledger
from .block_tags import (
    ACTIONS,
    BLOCK,
    BREAK,
    BREAK_IS_LINE,
    CAPTION,
    CITE,
    CODE,
    CONTROL,
    CONTROL_RULE,
    CONTROLS,
    CREDIT,
    EMBED,
    EMBED_RULE,
    FIGURE,
    GONE,
    HEADING,
    IMAGE,
    ITEM,
    LIST,
    MARK,
    PLAIN,
    PRE,
    QUOTE,
    TABLE,
)
from .code import read_code, read_code_span
from .figures import read_embed, read_own_embed
from .inlines import collapse
from .open_element import OpenElement, start_of
from .part import PARAGRAPH, Part, join
from .picture_roles import Beside, PictureRoles
from .story_pictures import StoryPictures
from .tables import is_data_table, read_table, table_text


class BlockBuilder(StoryPictures):
    """Builds the parts of one story; used once.

    Args:
        marks: nodes to leave out, by ``mem_id``, with the rule that took them.
        base: the URL that relative links are resolved against.
        captions: selectors of elements that are the caption of the picture before
            them, each with the class or id it needs; ``figcaption`` needs no entry.
        credits: the same for elements that name the maker of a picture.
        found_captions: ``mem_id`` of further elements that are captions.
        around: ``mem_id`` of elements that only hold the story: a list there is none.
        ledger: where to write what was seen, or None.
        verbatim: take pictures as they are, decoration too.
        one_line: take everything as the inlines of one caption or table cell.
    """

    level: int
    after_figure: bool
    one_line: int
    credit: str | None

    def __init__(
        self,
        marks: Mapping[int, str],
        *,
        base: str | None = None,
        captions: Sequence[Beside] = (),
        credits: Sequence[Beside] = (),
        found_captions: Collection[int] = (),
        around: Collection[int] = (),
        ledger: Ledger | None = None,
        verbatim: bool = False,
        one_line: bool = False,
    ) -> None:
        super().__init__(marks, base, ledger, verbatim=verbatim, one_line=one_line)
        self.found_captions = found_captions
        self.roles: PictureRoles = PictureRoles(captions, credits, found_captions)
        self.around = around
        # An item without its list is written with one, and a list's bare text as an item.
        self.deepest = MAX_NESTING * 2 if verbatim else MAX_NESTING
        self.line_breaks: int = int(one_line)
        self.frames: list[OpenElement] = []
        self.lists: list[OpenElement] = []

    def build(self, root: Node) -> list[Part]:
        """Walk what is inside `root` and return the parts of the story in reading order."""
        marks, frames, words = self.marks, self.frames, self.words
        path: list[Node] = []
        node: Node | None = root.first_child
        while node is not None:
            below: Node | None = None
            tag = tag_names.get(node.tag_id) or tag_name(node)
            if tag == "-text" and words.space and node.is_empty_text_node:
                pass  # whoever marked it
            elif marks and node.mem_id in marks:
                if not self.one_line and tag in BLOCK_TAGS:
                    self.flush()
                self.leave_out(node, marks[node.mem_id])
            elif tag == "-text":
                words.text(node.text_content or "")
            else:
                action = ACTIONS.get(tag)
                if self.after_figure or self.figures or self.one_line:
                    action = self.roles.role_of(node, action, beside=True)
                elif self.found_captions:
                    action = self.roles.role_of(node, action, beside=False)
                if self.around and node.mem_id in self.around:
                    self.flush()
                    action = None
                if action is None:
                    below = node.first_child
                elif action != GONE and not (
                    action in PLAIN and self._plain_text(node, tag, action)
                ):
                    below = self._enter(node, tag, action, len(path))
            if below is not None:
                path.append(node)
                node = below
                continue
            following = node.next
            while following is None:
                if not path:
                    self.flush()
                    return self.parts
                # Only elements that are walked into have a frame.
                node = path.pop()
                if frames and frames[-1].depth == len(path):
                    self._leave(frames.pop())
                following = node.next
            node = following
        self.flush()
        return self.parts

    def _plain_text(self, node: Node, tag: str, action: int) -> bool:
        """Read a paragraph, heading or item that holds text and nothing else: most of them do."""
        if action == BLOCK and tag != "p":
            return False
        child = node.first_child
        if child is None or not child.is_text_node or child.next is not None or self.one_line:
            return False
        words = self.words
        if words.marks or (self.marks and child.mem_id in self.marks):
            return False
        if action == ITEM and (not self.lists or len(self.sinks) >= self.deepest):
            return False
        if words.inlines:
            self.flush()
        words.space = True
        text = collapse(child.text_content or "").strip()
        if not text:
            return True
        if action == ITEM:
            self.write_down(text, f"h{self.level}" if self.level else "p")
            self.after_figure = False
            self._close_item([self.text_block([text])])
            return True
        outer = self.level
        if action == HEADING:
            self.level = int(tag[1])
        self.add_text([text])
        self.level = PARAGRAPH if action == HEADING else outer
        return True

    # -------------------------------------------------------------- elements

    def _enter(self, node: Node, tag: str, action: int, depth: int) -> Node | None:
        """Begin an element; return its first child where the walk goes on there."""
        if action == BREAK:
            if not self.line_breaks or (not self.words.line_break() and not self.one_line):
                self.flush()
            return None
        if action == MARK:
            below = node.first_child
            if below is not None and self.words.open_mark(tag, node):
                self.frames.append(OpenElement(MARK, tag, depth))
            return below
        if action == CODE:
            self.leave_out_marked(node)
            self.words.code(read_code_span(node, self.marks))
            return None
        if action == CONTROL:
            self.leave_out(node, CONTROL_RULE)
            return None
        if action == CREDIT and (self.one_line or self.last_figure() is not None):
            self.add_credit(node)
            return None
        if self.one_line:
            if action in (IMAGE, EMBED):
                return node.first_child if tag == "amp-img" else None
            self.words.line_break()
            return node.first_child
        if action == IMAGE:
            self.add_image(node)
            # written as <amp-img/> it holds, to HTML, what follows it
            return node.first_child if tag == "amp-img" else None
        self.flush()
        if action == BLOCK:
            below = node.first_child
            if below is None:
                return None
            if tag == "footer" and self.frames and self.frames[-1].action == QUOTE:
                self.frames.append(OpenElement(CITE, tag, depth))
                self.one_line += 1
            else:
                self.frames.append(OpenElement(BLOCK, tag, depth))
                self.line_breaks += tag in BREAK_IS_LINE
            return below
        return self._enter_structure(node, tag, action, depth)

    def _enter_structure(self, node: Node, tag: str, action: int, depth: int) -> Node | None:
        if action == PRE:
            self.leave_out_marked(node)
            code = read_code(node, self.marks)
            if code is not None:
                self.write_down(code.text, "pre")
                self.add(code)
            return None
        if action == EMBED:
            embed = read_embed(node, self.base)
            if embed is not None:
                self.add(embed)
            return None
        if action == TABLE and (self.verbatim or is_data_table(node)):
            self._table(node)
            return None
        if action == FIGURE and self._own_embed(node):
            return None
        below = node.first_child
        if below is None:
            return None
        frame = OpenElement(action, tag, depth)
        self.line_breaks += tag in BREAK_IS_LINE
        if action == HEADING:
            self.level = int(tag[1])
        elif action == FIGURE:
            self.figures.append(frame)
        elif action == CAPTION:
            self.one_line += 1
            self.line_breaks += tag not in BREAK_IS_LINE
            self.credit = None
        elif action in (LIST, ITEM, QUOTE) and len(self.sinks) < self.deepest:
            frame.blocks = []
            self.sinks.append(frame.blocks)
            if action == LIST:
                self.lists.append(frame)
                # An attribute of <ol> alone (HTML Standard, 4.4.5).
                frame.start = start_of(node.attributes.get("start")) if tag == "ol" else 1
        self.frames.append(frame)
        return below

    def _leave(self, frame: OpenElement) -> None:
        """End an element that was begun with a frame."""
        action = frame.action
        if action == BLOCK:
            self.flush()
            self.line_breaks -= frame.tag in BREAK_IS_LINE
            return
        if action == MARK:
            self.words.close_mark()
            return
        if action == CAPTION:
            self.one_line -= 1
            self.line_breaks -= 1
            self.end_caption()
            return
        if action == CITE:
            self._leave_cite()
            return
        self.flush()
        self.line_breaks -= frame.tag in BREAK_IS_LINE
        if action == HEADING:
            self.level = PARAGRAPH
        elif action == FIGURE:
            self.figures.pop()
            if frame.caption:
                self.add_paragraph(frame.caption)
        elif frame.blocks is not None:
            self.sinks.pop()
            if action == ITEM:
                self._close_item(frame.blocks)
            elif action == LIST:
                self._close_list(frame)
            elif frame.blocks or frame.caption:
                self.add(Quote(blocks=frame.blocks, cite=frame.caption or ()))

    def _close_item(self, blocks: list[Block]) -> None:
        if not blocks:
            return
        if self.lists and self.sinks and self.lists[-1].blocks is self.sinks[-1]:
            self.lists[-1].add_item(blocks)
        else:
            self.add(ListBlock(items=(ListItem(blocks=blocks),)))

    def _close_list(self, frame: OpenElement) -> None:
        self.lists.pop()
        whole = frame.as_list()
        if whole is not None:
            self.add(whole)

    def _leave_cite(self) -> None:
        """Give the words in the footer of a quote to the quote."""
        self.one_line -= 1
        content = self.words.take()
        if content:
            self.write_down(plain(content), "cite")
            known = self.frames[-1].caption
            self.frames[-1].caption = join([*known, " ", *content]) if known else content

    def _table(self, node: Node) -> None:
        # A cell is read by a builder of its own, which writes nothing down.
        self.leave_out_marked(node, CONTROLS)
        table = read_table(node, self.marks, self._one_line)
        if table.rows:
            self.write_down(table_text(table), "table")
            self.add(table)

    def _one_line(self, node: Node) -> list[Inline]:
        child = node.first_child
        if child is None:
            return []
        if child.is_text_node and child.next is None and child.mem_id not in self.marks:
            text = collapse(child.text_content or "").strip()
            return [text] if text else []
        parts = BlockBuilder(self.marks, base=self.base, one_line=True).build(node)
        return parts[0].content if parts else []

    def _own_embed(self, node: Node) -> bool:
        embed = read_own_embed(node)
        if embed is None:
            return False
        if embed.title:
            self.write_down(embed.title, "figure")
        else:
            self.leave_out(node, EMBED_RULE)
        self.add(embed)
        return True
