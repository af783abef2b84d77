"""One walk over a page: its blocks of text, and the elements they stand in.

A block is a run of text that no block-level element and no ``<br>`` interrupts.
Nothing is judged here.
"""

from __future__ import annotations

import re
from typing import Final

from ..dom import Node
from .boilerplate_words import ARIA_HIDDEN, NOT_SHOWN, ROLE_FLAGS, TAG_FLAGS, name_flags

_INLINE, _TEXT, _BLOCK, _LINK, _BREAK, _SKIP, _IMAGE, _SPAN, _BOLD = range(9)

_KINDS: Final = {
    **dict.fromkeys(
        "address article aside blockquote body caption center dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup legend li "
        "listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th "
        "thead tr ul xmp".split(),
        _BLOCK,
    ),
    **dict.fromkeys(
        "script style template noscript head title meta link base svg math object applet audio "
        "video canvas map area param source track datalist rp frame noframes noembed iframe embed "
        "-comment -document -doctype !doctype input wbr button select textarea option "
        "optgroup".split(),
        _SKIP,
    ),
    "-text": _TEXT,
    "a": _LINK,
    "br": _BREAK,
    "hr": _BREAK,
    "img": _IMAGE,
    "span": _SPAN,
    "b": _BOLD,
    "strong": _BOLD,
}

_PASSED: Final = {"nav": "page:navigation", "footer": "page:footer"}

# Scripts that are written without blanks: a character is about half a word.
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_NOT_SHOWN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")

LONGEST_TEXT: Final = 20_000
"""Of a longer block only this many characters are looked at."""


class TextBlock:
    """A run of text.

    Attributes:
        text: the words, white space collapsed.
        element: index of the block-level element it stands in.
        nodes: the ``mem_id`` of its text nodes.
        words: how many words (half the characters in scripts without blanks).
        link: share of its characters inside links, 0 to 1.
        bold: whether all of it is bold.
        flags: what the class of a ``<span>`` around it says.
        images: how many images came before.
    """

    __slots__ = ("bold", "element", "flags", "images", "link", "nodes", "text", "words")

    def __init__(self, text: str, element: int, nodes: list[int], link: float) -> None:
        self.text = text
        self.element = element
        self.nodes = nodes
        self.link = link
        words = text.count(" ") + 1
        if not text.isascii():
            words += len(_UNSPACED.findall(text[:LONGEST_TEXT])) // 2
        self.words = words


class PageWalk:
    """What one walk over a page found; elements are parallel lists in document order.

    Attributes:
        blocks: the blocks of text in reading order.
        parents: for each block-level element the index of the one around it, less than its own.
        tags: their tag names.
        flags: what tag, class, id and role say (see boilerplate_words).
        nodes: their ``mem_id``.
        names: class and id as written, for people.
        images: index of the element around each image.
        passed: subtrees that were not entered, ``mem_id`` to rule id.
        scripts: how many ``<script>`` there are.
    """

    __slots__ = (
        "blocks",
        "flags",
        "images",
        "names",
        "nodes",
        "parents",
        "passed",
        "scripts",
        "tags",
    )

    def __init__(self, body: Node) -> None:
        self.blocks: list[TextBlock] = []
        self.parents: list[int] = [-1]
        self.tags: list[str] = [body.tag or ""]
        self.flags: list[int] = [0]
        self.nodes: list[int] = [body.mem_id]
        self.names: list[str] = [""]
        self.images: list[int] = []
        self.passed: dict[int, str] = {}
        self.scripts = 0


def walk_page(body: Node, marks: dict[int, str], *, everything: bool = False) -> PageWalk:
    """Walk `body` once and return its blocks and elements; marked subtrees are passed over.

    Unless `everything` is asked for, ``<nav>`` and ``<footer>`` are not entered: of the
    words they hold, less than one in a thousand is of a story (measured on WCXB).
    """
    page = PageWalk(body)
    blocks, parents, tags, flags = page.blocks, page.parents, page.tags, page.flags
    elements, names, images = page.nodes, page.names, page.images
    kind_of = _KINDS.get
    path: list[tuple[Node, int, int]] = []
    element = 0
    texts: list[str] = []
    nodes: list[int] = []
    total = linked = links = bold = bolds = span = 0

    def close() -> None:
        nonlocal texts, nodes, total, linked, bold, span
        text = " ".join("".join(texts).split())
        block = TextBlock(text, element, nodes, linked / total if linked else 0.0)
        block.bold = bold == total
        block.flags = span
        block.images = len(images)
        blocks.append(block)
        texts, nodes = [], []
        total = linked = bold = span = 0

    node: Node | None = body.first_child
    while node is not None:
        tag = node.tag or ""
        kind = kind_of(tag, _INLINE)
        below: Node | None = None
        if kind == _TEXT:
            text = node.text_content or ""
            if not text.isspace():
                texts.append(text)
                nodes.append(node.mem_id)
                length = len(text)
                total += length
                if links:
                    linked += length
                if bolds:
                    bold += length
            elif texts:
                texts.append(" ")
        elif kind == _SKIP:
            if tag == "script":
                page.scripts += 1
        elif kind == _BREAK:
            if texts:
                close()
        elif kind == _IMAGE:
            images.append(element)
        elif marks and node.mem_id in marks:
            pass
        else:
            below = node.first_child
            if kind == _BLOCK or "-" in tag:
                if texts:
                    close()
                span = 0
                if below is not None and not everything and tag in _PASSED:
                    page.passed[node.mem_id] = _PASSED[tag]
                    below = None
                if below is not None:
                    kind = _BLOCK
                    path.append((node, kind, element))
                    parents.append(element)
                    element = len(tags)
                    tags.append(tag)
                    elements.append(node.mem_id)
                    mark = TAG_FLAGS.get(tag, 0)
                    name = ""
                    attributes = node.attributes
                    if attributes:
                        names_class = attributes.get("class")
                        names_id = attributes.get("id")
                        if names_class:
                            name = names_class
                            mark |= name_flags(names_class)
                        if names_id:
                            mark |= name_flags(names_id)
                            name += "#" + names_id
                        if len(attributes) > 1 or not name:
                            mark |= _other_flags(attributes)
                    flags.append(mark)
                    names.append(name)
            elif below is not None:
                path.append((node, kind, element))
                if kind == _LINK:
                    links += 1
                elif kind == _BOLD:
                    bolds += 1
                elif kind == _SPAN and not texts:
                    names_class = node.attributes.get("class")
                    if names_class:
                        span |= name_flags(names_class)
            if below is not None:
                node = below
                continue
        following = node.next
        while following is None:
            if not path:
                if texts:
                    close()
                return page
            node, kind, outer = path.pop()
            if kind == _BLOCK:
                if texts:
                    close()
                element = outer
            elif kind == _LINK:
                links -= 1
            elif kind == _BOLD:
                bolds -= 1
            following = node.next
        node = following
    return page


def _other_flags(attributes: dict[str, str | None]) -> int:
    mark = 0
    if "role" in attributes:
        mark = ROLE_FLAGS.get(attributes["role"] or "", 0)
    if "itemprop" in attributes:
        mark |= name_flags(attributes["itemprop"] or "")
    if "hidden" in attributes:
        mark |= NOT_SHOWN
    if attributes.get("aria-hidden") == "true":
        mark |= ARIA_HIDDEN
    if "style" in attributes and _NOT_SHOWN.search((attributes["style"] or "").lower()):
        mark |= NOT_SHOWN
    if "data-testid" in attributes:
        mark |= name_flags(attributes["data-testid"] or "")
    if "data-component" in attributes:
        mark |= name_flags(attributes["data-component"] or "")
    return mark
