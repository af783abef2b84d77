"""One walk over a page: its blocks of text, and the elements they stand in.

A block is a run of text that no block-level element and no ``<br>`` interrupts.
Nothing is judged here.
"""

from __future__ import annotations

import re
from typing import Final

from ..dom import Node, tag_name, tag_names
from .boilerplate_words import ARIA_HIDDEN, NOT_SHOWN, ROLE_FLAGS, TAG_FLAGS, name_flags

_INLINE, _TEXT, _BLOCK, _LINK, _BREAK, _SKIP, _IMAGE, _SPAN, _BOLD, _UNKNOWN = range(10)

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
    # As any other tag; an own element ("x-y") is a block.
    **dict.fromkeys(
        "abbr acronym bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output "
        "picture progress q rb rt rtc ruby s samp small strike sub sup time tt u var".split(),
        _INLINE,
    ),
}

# The kinds by the numbers of tags, as dom.tag_names has the names.
_KIND_OF_ID: Final[dict[int, int]] = {}

_PASSED: Final = {"nav": "page:navigation", "footer": "page:footer"}

# Scripts that are written without blanks: a character is about half a word.
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
# In UTF-8 their characters begin with these bytes; letters of others, dashes and quotes do not.
_SPACED: Final = bytes(byte for byte in range(256) if not 0xE0 <= byte <= 0xED or byte == 0xE2)
_NOT_SHOWN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")

_NAMING: Final = frozenset(("itemprop", "data-testid", "data-component"))

LONGEST_TEXT: Final = 20_000
"""Of a longer block only this many characters are looked at."""


class TextBlock:
    """A run of text.

    Attributes:
        raw: the text as it stands in the page.
        text: the same, white space collapsed.
        element: index of the block-level element it stands in.
        nodes: its text nodes.
        words: how many words (half the characters in scripts without blanks).
        link: share of its characters inside links, 0 to 1.
        bold: whether all of it is bold.
        span: the first ``<span>`` in it, or None.
        images: how many images came before.
    """

    __slots__ = ("bold", "element", "images", "link", "nodes", "raw", "span", "text", "words")

    def __init__(
        self,
        raw: str,
        element: int,
        nodes: list[Node],
        link: float,
        bold: bool,
        span: Node | None,
        images: int,
    ) -> None:
        self.raw: str = raw
        self.element: int = element
        self.nodes: list[Node] = nodes
        self.link: float = link
        self.bold: bool = bold
        self.span: Node | None = span
        self.images: int = images
        words = raw.split()
        self.words: int = len(words)
        self.text: str = " ".join(words)
        if not raw.isascii() and raw.encode("utf-8", "replace").translate(None, _SPACED):
            self.words += len(_UNSPACED.findall(raw[:LONGEST_TEXT])) // 2

    def span_flags(self) -> int:
        """Return what the class of a ``<span>`` around it says."""
        if self.span is None:
            return 0
        return name_flags(self.span.attributes.get("class") or "")


class PageWalk:
    """What one walk over a page found; elements are parallel lists in document order.

    Attributes:
        blocks: the blocks of text in reading order.
        parents: for each block-level element the index of the one around it, less than its own.
        tags: their tag names.
        nodes: the elements.
        images: index of the element around each image.
        passed: subtrees that were not entered, with the rule id for each.
        scripts: how many ``<script>`` there are.
    """

    __slots__ = (
        "_flags",
        "_names",
        "blocks",
        "images",
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
        self.nodes: list[Node] = [body]
        self.images: list[int] = []
        self.passed: list[tuple[Node, str]] = []
        self.scripts: int = 0
        self._flags: dict[int, int] = {0: 0}
        self._names: dict[int, str] = {0: ""}

    def end_block(
        self,
        texts: list[str],
        nodes: list[Node],
        element: int,
        linked: int,
        bold: int,
        span: Node | None,
    ) -> None:
        """Make a block of the texts and nodes of a run, and empty both lists.

        Of its characters, `linked` are inside links and `bold` inside bold type.
        """
        raw = "".join(texts)
        self.blocks.append(
            TextBlock(
                raw,
                element,
                nodes.copy(),
                linked / len(raw),
                bold == len(raw),
                span,
                len(self.images),
            )
        )
        texts.clear()
        nodes.clear()

    def flags(self, element: int) -> int:
        """Return what tag, class, id and role of an element say (see boilerplate_words)."""
        mark = self._flags.get(element)
        if mark is None:
            mark = TAG_FLAGS.get(self.tags[element], 0)
            attributes = self.nodes[element].attributes
            if attributes:
                mark |= _attribute_flags(attributes)
            self._names[element] = attributes.get("class") or ""
            self._flags[element] = mark
        return mark

    def name(self, element: int) -> str:
        """Return the class attribute of an element as written."""
        if element not in self._names:
            self.flags(element)
        return self._names[element]


def walk_page(body: Node, marks: dict[int, str], *, everything: bool = False) -> PageWalk:
    """Walk `body` once and return its blocks and elements; marked subtrees are passed over.

    Unless `everything` is asked for, ``<nav>`` and ``<footer>`` are not entered: of the
    words they hold, less than one in a thousand is of a story (measured on WCXB).
    """
    page = PageWalk(body)
    parents, tags, elements = page.parents, page.tags, page.nodes
    kinds = _KIND_OF_ID
    path: list[tuple[Node, int, int]] = []
    element = 0
    texts: list[str] = []
    nodes: list[Node] = []
    linked = links = bold = bolds = 0
    span: Node | None = None
    node: Node | None = body.first_child
    while node is not None:
        kind = kinds.get(node.tag_id, _UNKNOWN)
        if kind == _UNKNOWN:
            kind = _learn(node)
        if kind == _TEXT:
            text = node.text_content or ""
            if not text.isspace():
                texts.append(text)
                nodes.append(node)
                if links:
                    linked += len(text)
                if bolds:
                    bold += len(text)
            elif texts:
                texts.append(" ")
        elif kind == _SKIP:
            if node.tag == "script":
                page.scripts += 1
        elif kind == _IMAGE:
            page.images.append(element)
        elif kind == _BREAK:
            if texts:
                page.end_block(texts, nodes, element, linked, bold, span)
                linked = bold = 0
                span = None
        elif not marks or node.mem_id not in marks:
            below = node.first_child
            if kind == _BLOCK:
                if texts:
                    page.end_block(texts, nodes, element, linked, bold, span)
                    linked = bold = 0
                    span = None
                if below is not None:
                    tag = tag_names.get(node.tag_id) or tag_name(node)
                    if tag in _PASSED and not everything:
                        page.passed.append((node, _PASSED[tag]))
                    else:
                        path.append((node, _BLOCK, element))
                        parents.append(element)
                        element = len(tags)
                        tags.append(tag)
                        elements.append(node)
                        node = below
                        continue
            elif below is not None:
                if kind == _SPAN and not texts:
                    span = node
                if below.next is None and below.is_text_node:
                    text = below.text_content or ""
                    if not text.isspace():
                        texts.append(text)
                        nodes.append(below)
                        if links or kind == _LINK:
                            linked += len(text)
                        if bolds or kind == _BOLD:
                            bold += len(text)
                    elif texts:
                        texts.append(" ")
                else:
                    path.append((node, kind, element))
                    if kind == _LINK:
                        links += 1
                    elif kind == _BOLD:
                        bolds += 1
                    node = below
                    continue
        following = node.next
        while following is None:
            if not path:
                if texts:
                    page.end_block(texts, nodes, element, linked, bold, span)
                return page
            node, kind, outer = path.pop()
            if kind == _BLOCK:
                if texts:
                    page.end_block(texts, nodes, element, linked, bold, span)
                    linked = bold = 0
                    span = None
                element = outer
            elif kind == _LINK:
                links -= 1
            elif kind == _BOLD:
                bolds -= 1
            following = node.next
        node = following
    return page


def _learn(node: Node) -> int:
    """Return what an element is, and remember it where its tag's number is always the same."""
    tag = tag_name(node)
    kind = _KINDS.get(tag, _BLOCK if "-" in tag else _INLINE)
    if node.tag_id in tag_names:
        _KIND_OF_ID[node.tag_id] = kind
    return kind


def _attribute_flags(attributes: dict[str, str | None]) -> int:
    mark = 0
    for name, value in attributes.items():
        if name == "class" or name == "id" or name in _NAMING:
            if value:
                mark |= name_flags(value)
        elif name == "role":
            mark |= ROLE_FLAGS.get(value or "", 0)
        elif name == "hidden":
            # React sends late parts of a page hidden, for a script to move to their place;
            # what one has to pay for ("paywall" in schema.org's words) is story all the same.
            late = (attributes.get("id") or "").startswith("S:")
            if not late and "paywall" not in (attributes.get("class") or "").split():
                mark |= NOT_SHOWN
        elif name == "aria-hidden":
            if value == "true":
                mark |= ARIA_HIDDEN
        elif name == "style" and value and "o" in value and _NOT_SHOWN.search(value.lower()):
            mark |= NOT_SHOWN
    return mark
