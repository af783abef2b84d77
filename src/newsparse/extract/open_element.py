"""An element the walk is inside of, and what it has gathered so far."""

from __future__ import annotations

from ..body import Block, Inline, ListBlock, ListItem


class OpenElement:
    """An open element that needs an action when it ends.

    Attributes:
        action: what it is (see block_tags).
        tag: its tag name.
        depth: how many elements were open around it.
        blocks: what it holds, where it is a container of blocks, else None.
        items: the items of a list.
        start: the number of the first item.
        caption: the caption of a figure, or the words in the footer of a quote.
    """

    __slots__ = ("action", "blocks", "caption", "depth", "items", "start", "tag")

    def __init__(self, action: int, tag: str, depth: int) -> None:
        self.action: int = action
        self.tag: str = tag
        self.depth: int = depth
        self.blocks: list[Block] | None = None
        self.items: list[ListItem] = []
        self.start: int = 1
        self.caption: list[Inline] | None = None

    def add_item(self, blocks: list[Block]) -> None:
        """Add an item to the list, behind what stands in it but in no item."""
        self._stray_to_item()
        self.items.append(ListItem(blocks=blocks))

    def as_list(self) -> ListBlock | None:
        """Return the list, or None where it has no items."""
        self._stray_to_item()
        if not self.items:
            return None
        return ListBlock(items=self.items, ordered=self.tag == "ol", start=self.start)

    def _stray_to_item(self) -> None:
        if self.blocks:
            self.items.append(ListItem(blocks=tuple(self.blocks)))
            self.blocks.clear()


def start_of(value: str | None) -> int:
    """Return the number an ordered list starts with; 1 for none and for nonsense."""
    digits = (value or "")[:8]
    try:
        return int(digits)
    except ValueError:
        return 1
