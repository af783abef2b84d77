"""What an element that stands beside a picture is to it: its caption, its credit, or neither."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

from ..dom import Node, find_first
from .block_tags import BLOCK, CAPTION, CREDIT, MARK

Beside: TypeAlias = tuple[str, str | None]
"""A selector and the class or id without which it matches nothing, if there is one."""


class PictureRoles:
    """The selectors of captions and credits, each asked only where it can match.

    Args:
        captions: selectors of elements that are the caption of the picture before them.
        credits: selectors of elements that name the maker of a picture.
        found: ``mem_id`` of further elements that are captions.
    """

    __slots__ = ("_by_names", "captions", "credits", "found")

    def __init__(
        self, captions: Sequence[Beside], credits: Sequence[Beside], found: Collection[int]
    ) -> None:
        self.captions: Sequence[Beside] = captions
        self.credits: Sequence[Beside] = credits
        self.found: Collection[int] = found
        # By class and id: the selectors an element of that name may match.
        self._by_names: dict[str, list[tuple[str, int]]] = {}

    def role_of(self, node: Node, action: int | None, *, beside: bool) -> int | None:
        """Return ``CAPTION`` or ``CREDIT`` where `node` is one, else `action`.

        Args:
            node: an element.
            action: what its tag alone says (see block_tags).
            beside: whether a picture stands before or around it.
        """
        if action is not None and action not in (BLOCK, MARK):
            return action
        if self.found and node.mem_id in self.found:
            return CAPTION
        if not beside:
            return action
        attributes = node.attributes
        names = f"{attributes.get('class')} {attributes.get('id')}" if attributes else ""
        asked = self._by_names.get(names)
        if asked is None:
            asked = self._by_names[names] = [
                (selector, role)
                for selectors, role in ((self.captions, CAPTION), (self.credits, CREDIT))
                for selector, needs in selectors
                if needs is None or needs in names
            ]
        for selector, role in asked:
            found = find_first(node, selector)
            if found is not None and found.mem_id == node.mem_id:
                return role
        return action
