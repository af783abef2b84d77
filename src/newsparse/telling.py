"""The elements that tell of a page itself, found in one walk for all who ask.

A selector is looked for in the whole tree, which costs a sixth of parsing it however few
elements it finds: the source is told by some of them, the metadata by all.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from .dom import Node, Tree, find_all

SELECTOR: Final = (
    "meta,link[rel~=canonical i],title,html,base,h1,[itemprop],[property],"
    'script[type="application/ld+json"]'
)

Attributes: TypeAlias = dict[str, str | None]
Telling: TypeAlias = list[tuple[Node, str, Attributes]]
"""Elements with their tags and attributes, in the order of the page."""


def telling_elements(tree: Tree) -> Telling:
    """Return the elements of a page that :data:`SELECTOR` finds."""
    return [(node, node.tag or "", node.attributes) for node in find_all(tree, SELECTOR)]
