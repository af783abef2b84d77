"""The pictures of a story, with their captions and the names of those who made them."""

from __future__ import annotations

from collections.abc import Mapping

from ..body import Figure, Inline, plain
from ..dom import Node, visible_text
from ..image import Image
from ..ledger import Ledger
from .figures import is_decoration, read_image, read_own_image
from .open_element import OpenElement
from .part import join
from .story_parts import StoryParts


class StoryPictures(StoryParts):
    """The parts of a story, to which pictures are added.

    Attributes:
        base: the URL that relative links are resolved against.
        verbatim: whether pictures are taken as they are, decoration too.
        one_line: how many captions, cells and other lines of text are open.
        figures: the open ``<figure>`` elements, the innermost last.
        credit: the maker's name in the open caption.
    """

    def __init__(
        self,
        marks: Mapping[int, str],
        base: str | None,
        ledger: Ledger | None,
        *,
        verbatim: bool,
        one_line: bool,
    ) -> None:
        super().__init__(marks, base, ledger)
        self.base: str | None = base
        self.verbatim: bool = verbatim
        self.one_line: int = int(one_line)
        self.figures: list[OpenElement] = []
        self.credit: str | None = None

    def add_image(self, node: Node) -> None:
        """Add the picture of an ``<img>``, with the caption that stood before it."""
        if self.verbatim:
            image = read_own_image(node)
        else:
            image = read_image(node, self.base)
            if image is not None and is_decoration(node, image):
                return
        if image is None or self._is_copy(node, image):
            return
        self.flush()
        caption: list[Inline] = []
        if self.figures and self.figures[-1].caption:
            caption, self.figures[-1].caption = self.figures[-1].caption, None
        self.add(Figure(image=image, caption=caption))

    def _is_copy(self, node: Node, image: Image) -> bool:
        """Whether a server drew a picture inside the ``<amp-img>`` that names it."""
        above = node.parent
        if above is None or above.tag != "amp-img":
            return False
        last = self.last_figure()
        return last is not None and last.image.url == image.url

    def add_credit(self, node: Node) -> None:
        """Give the maker's name to the open caption, or else to the last picture."""
        credit = " ".join(visible_text(node, self.marks).split())
        self.leave_out_marked(node)
        if not credit:
            return
        self.write_down(credit, "credit", last=not self.sinks and not self.one_line)
        if self.one_line:
            self.credit = f"{self.credit} {credit}" if self.credit else credit
            return
        figure = self.last_figure()
        if figure is not None:
            whole = f"{figure.credit} {credit}" if figure.credit else credit
            self.replace_last(Figure(image=figure.image, caption=figure.caption, credit=whole))

    def end_caption(self) -> None:
        """Give the words of a caption to the last picture, or else to the one to come."""
        content = self.words.take()
        credit, self.credit = self.credit, None
        if not content and credit is None:
            return
        figure = self.last_figure()
        if figure is not None and not figure.caption:
            self.write_down(plain(content), "figcaption", last=not self.sinks)
            new = Figure(image=figure.image, caption=content, credit=credit or figure.credit)
            self.replace_last(new)
            return
        if content:
            self.write_down(plain(content), "figcaption")
        if credit is not None:  # it is written down already
            content = join([*content, f" {credit}" if content else credit])
        if self.figures and self.figures[-1].caption is None:
            self.figures[-1].caption = content
        else:
            self.add_paragraph(content)
