"""The story of a page whose source says which elements hold it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..dom import Node, find_first, select, visible_text

OUTSIDE = "page:outside"
"""The rule everything else of the page is marked with."""


def find_containers(
    root: Node, selectors: Sequence[tuple[str, str | None]], html: str, marks: Mapping[int, str]
) -> list[Node]:
    """Return the elements that hold the story, in document order; none where none is there.

    Args:
        root: the page's body.
        selectors: asked in order, each with a word the page must hold for it to match;
            all elements of the first that finds words or a picture are taken.
        html: the page's text.
        marks: what has been taken out.
    """
    for selector, needs in selectors:
        if needs is None or needs in html:
            found = select(root, selector, marks)
            if any(visible_text(n, marks).strip() or find_first(n, "img") for n in found):
                return found
    return []


def mark_outside(root: Node, containers: Sequence[Node], marks: dict[int, str]) -> set[int]:
    """Mark the largest subtrees of `root` that neither are nor hold a container.

    Returns ``mem_id`` of the elements around the containers, `root` included: a list or a
    table that lays out the page is none of the story.
    """
    kept = {node.mem_id for node in containers}
    around = {root.mem_id}
    for node in containers:
        above = node.parent
        while above is not None and above.mem_id not in around:
            around.add(above.mem_id)
            above = above.parent
    if root.mem_id in kept:
        return around
    open_nodes = [root]
    while open_nodes:
        child = open_nodes.pop().first_child
        while child is not None:
            if child.mem_id in kept:
                pass
            elif child.mem_id in around:
                open_nodes.append(child)
            elif not child.is_comment_node:
                marks.setdefault(child.mem_id, OUTSIDE)
            child = child.next
    return around
