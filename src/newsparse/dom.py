"""The HTML tree: the one place that knows selectolax and its traps.

Trees are parsed by Lexbor and never changed: what is taken out of a document
is a mark, an entry ``node.mem_id -> rule id`` in a dictionary, so that a
document can be parsed again and shown with everything that was in it. Node
objects are made anew at each access; ``mem_id`` tells whether two are the same.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborCSSSelector, SelectolaxError
from selectolax.lexbor import LexborHTMLParser as Tree
from selectolax.lexbor import LexborNode as Node

from .errors import RuleError

__all__ = [
    "BLOCK_TAGS",
    "INVISIBLE",
    "Node",
    "Tree",
    "check_selector",
    "comments",
    "containers",
    "describe",
    "find_all",
    "find_first",
    "following",
    "outermost_marked",
    "parse_html",
    "root_of",
    "select",
    "tag_name",
    "tag_names",
    "visible_text",
]

INVISIBLE = frozenset(
    "script style template noscript head title meta link base svg math object applet "
    "audio video canvas map area param source track datalist rp frame frameset noframes "
    "noembed iframe embed -comment -document -doctype !doctype".split()
)
"""Tags whose text a reader does not see (HTML Standard, 15.3.1 Hidden elements), and
those whose text is a fallback for what is shown in their place."""

_UNSEEN = ",".join(sorted(tag for tag in INVISIBLE if tag.isalpha()))

BLOCK_TAGS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl "
    "dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr "
    "legend li listing main menu nav ol optgroup option p plaintext pre search section select "
    "summary table tbody td textarea tfoot th thead tr ul xmp br".split()
)
"""Tags that end a word: what stands before and after them is not one text
(HTML Standard, 15.3 Flow content; ``td``, ``option`` and ``br`` separate as well)."""


def parse_html(html: str | bytes, *, fragment: bool = False) -> Tree:
    """Return the tree of `html`, which must have passed :func:`newsparse.guard.guard`.

    Bytes are UTF-8. A `fragment` is read as what stands in ``<body>``, so that no
    element at its beginning is taken for a part of the head.
    """
    if not fragment:
        return Tree(html)
    return Tree("<body>" + html if isinstance(html, str) else b"<body>" + html)


def root_of(tree: Tree) -> Node | None:
    """Return ``<body>``, or the root of a frameset page, or None for nothing."""
    return tree.body or tree.root


_MOST_TAGS = 4096

tag_names: dict[int, str] = {}
"""What the numbers of tags stand for, as far as :func:`tag_name` was asked.

To ask a node for ``tag_id`` takes a quarter of the time that ``tag`` does, so that a walk over
many writes ``tag_names.get(node.tag_id) or tag_name(node)``.
"""


def tag_name(node: Node) -> str:
    """Return the name of a node's tag, and remember it where its number lasts.

    Lexbor numbers the tags that it knows from 0 on; the number of another is the address of
    its name in this tree.
    """
    name = node.tag or ""
    if node.tag_id < _MOST_TAGS:
        tag_names[node.tag_id] = name
    return name


def check_selector(selector: str) -> None:
    """Raise :class:`RuleError` where Lexbor cannot read `selector`."""
    try:
        Tree("<p>").css(selector)
    except (SelectolaxError, ValueError) as error:
        raise RuleError(f"{selector!r} is no CSS selector Lexbor can use: {error}") from None


class _Finder(threading.local):
    """What selectors are run with, one for each thread.

    A tree that is asked by selector makes one of its own, which takes 40 KiB and, where the
    heap ends there, a dozen page faults.
    """

    def __init__(self) -> None:
        self.selector = LexborCSSSelector()  # type: ignore[no-untyped-call]


_FINDER = _Finder()


def find_all(under: Node | Tree, selector: str) -> list[Node]:
    """Return `under` and what is in it, as far as it matches, in document order."""
    root = under if isinstance(under, Node) else under.root
    return _FINDER.selector.find(selector, root) if root is not None else []


def find_first(under: Node | Tree, selector: str) -> Node | None:
    """Return the first node that :func:`find_all` would, None where there is none."""
    root = under if isinstance(under, Node) else under.root
    if root is None:
        return None
    # The stubs of selectolax leave the method out.
    found: list[Node] = _FINDER.selector.find_first(selector, root)  # type: ignore[attr-defined]
    return found[0] if found else None


def select(root: Node, selector: str, marks: Mapping[int, str]) -> list[Node]:
    """Return the nodes under `root` that match and are not inside a marked one."""
    found = find_all(root, selector)
    if not marks or not found:
        return found
    return [node for node in found if not is_marked(node, marks)]


def containers(node: Node, most: int) -> Iterator[Node]:
    """Yield the elements around `node`, the nearest first, at most so many."""
    above = node.parent
    while above is not None and most:
        yield above
        above = above.parent
        most -= 1


def is_marked(node: Node | None, marks: Mapping[int, str]) -> bool:
    """Whether `node` or one of its ancestors is marked."""
    while node is not None:
        if node.mem_id in marks:
            return True
        node = node.parent
    return False


def walk(root: Node, marks: Mapping[int, str]) -> Iterator[Node]:
    """Yield the nodes under `root` in document order, without marked subtrees."""
    stop = root.mem_id
    node = root.first_child
    while node is not None:
        if node.mem_id in marks:
            below = None
        else:
            yield node
            below = None if node.is_text_node else node.first_child
        if below is not None:
            node = below
            continue
        while node is not None and node.mem_id != stop and node.next is None:
            node = node.parent
        if node is None or node.mem_id == stop:
            return
        node = node.next


def unseen(root: Node) -> dict[int, str]:
    """Return marks for the elements under `root` whose text a reader does not see."""
    return dict.fromkeys((node.mem_id for node in find_all(root, _UNSEEN)), "unseen")


def outermost_marked(root: Node, marks: Mapping[int, str]) -> Iterator[Node]:
    """Yield the marked nodes under `root` that a reader sees and that are in no other of them."""
    stop = root.mem_id
    node = root.first_child
    while node is not None:
        below = None
        if node.mem_id in marks:
            yield node
        elif not node.is_text_node and node.tag not in INVISIBLE:
            below = node.first_child
        if below is not None:
            node = below
            continue
        while node is not None and node.mem_id != stop and node.next is None:
            node = node.parent
        if node is None or node.mem_id == stop:
            return
        node = node.next


def visible_text(root: Node, marks: Mapping[int, str] | None = None) -> str:
    """Return the text a reader sees under `root`, words of different blocks kept apart.

    Marked subtrees are left out.
    """
    if root.is_text_node:
        return root.text_content or ""
    if root.tag in INVISIBLE:
        return ""
    marks = marks or {}
    parts: list[str] = []
    stop = root.mem_id
    node = root.first_child
    while node is not None:
        below = None
        if node.mem_id in marks:
            pass
        elif node.is_text_node:
            parts.append(node.text_content or "")
        else:
            tag = tag_names.get(node.tag_id) or tag_name(node)
            if tag in BLOCK_TAGS:
                parts.append("\n")
            if tag not in INVISIBLE:
                below = node.first_child
        if below is not None:
            node = below
            continue
        while node is not None and node.next is None:
            node = node.parent
            if node is None or node.mem_id == stop:
                return "".join(parts)
            if (tag_names.get(node.tag_id) or tag_name(node)) in BLOCK_TAGS:
                parts.append("\n")
        if node is not None:
            if (tag_names.get(node.tag_id) or tag_name(node)) in BLOCK_TAGS:
                parts.append("\n")
            node = node.next
    return "".join(parts)


def describe(node: Node) -> str:
    """Return a short name of a node for people: ``div#story.article-text``."""
    if node.is_text_node:
        return "text"
    attributes = node.attributes
    name = node.tag or "?"
    if attributes.get("id"):
        name += f"#{attributes['id']}"
    for token in (attributes.get("class") or "").split()[:2]:
        name += f".{token}"
    return name[:80]


def comments(root: Node) -> Iterator[tuple[Node, str]]:
    """Yield the HTML comments under `root` with their text, outer white space gone."""
    for node in root.traverse(include_text=True):
        if node.is_comment_node:
            yield node, (node.comment_content or "").strip()


def following(node: Node, root: Node) -> Iterator[Node]:
    """Yield the nodes after `node` in the document, whole subtrees at a time."""
    stop = root.mem_id
    here: Node | None = node
    while here is not None and here.mem_id != stop:
        sibling = here.next
        while sibling is not None:
            yield sibling
            sibling = sibling.next
        here = here.parent
