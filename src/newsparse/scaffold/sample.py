"""A sample: a document of the new source, and what newsparse finds in it by itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import attrs

from ..article import Article
from ..document import Document
from ..dom import INVISIBLE, Node, Tree, parse_html, visible_text
from ..parser import Parser
from ..pipeline import run
from ..urls import host_of
from ..words import flat, squeezed
from .hosts import bare_host, shared_hosts

SHORT: Final = 600
"""Characters up to which the words of an element are looked at as one piece."""

PICTURE: Final = 80
"""What a picture counts where the characters of a story are counted."""

_URL_KEYS: Final = ("url", "link", "permalink", "source_url", "canonical_url")


@attrs.frozen(eq=False)
class Element:
    """An element of a sample.

    Attributes:
        node: the element.
        parent: the number of the element it stands in, -1 for the root.
        size: the characters a reader sees in it.
        kept: those of them that newsparse takes for the story.
    """

    node: Node
    parent: int
    size: int
    kept: int


@attrs.frozen(kw_only=True, eq=False)
class Sample:
    """A document of the new source.

    Attributes:
        name: its file's name.
        data: its bytes.
        document: what was read; its `url` is set where the document does not tell its own
            as a plugin could see it.
        url: where it is from.
        tells_url: whether it says so itself.
        article: what newsparse finds in it without the new source.
        matched: the source that claims it now, ``generic`` if none does.
        tree: its HTML.
        elements: the visible elements in document order, the root first.
        kept: the pieces of text that went into the story, white space squeezed.
    """

    name: str
    data: bytes
    document: Document
    url: str | None
    tells_url: bool
    article: Article
    matched: str
    tree: Tree
    elements: tuple[Element, ...]
    kept: frozenset[str]

    @property
    def is_page(self) -> bool:
        """Whether it is a whole page."""
        return self.document.shape == "page"

    @property
    def story(self) -> str:
        """What tells its story from others: a page and a post may hold the same."""
        return flat(self.article.title or "") or self.name

    def short_pieces(self, limit: int = SHORT) -> Iterable[tuple[Node, str]]:
        """Yield the elements of at most `limit` characters with their words."""
        for element in self.elements[1:]:
            if 0 < element.size <= limit:
                yield element.node, squeezed(visible_text(element.node))

    def inside(self, selector: str | None) -> list[bool]:
        """Return for each element whether it stands in one that matches; none without selector."""
        found = {node.mem_id for node in self.tree.css(selector)} if selector else set()
        inside: list[bool] = []
        for element in self.elements:
            above = element.parent
            around = above >= 0 and (inside[above] or self.elements[above].node.mem_id in found)
            inside.append(around)
        return inside

    def values(self, selector: str, attribute: str | None = None) -> list[str]:
        """Return what a rule with this selector would see, in document order."""
        found = []
        for node in self.tree.css(selector):
            if attribute is not None:
                found.append((node.attributes.get(attribute) or "").strip())
            else:
                found.append(squeezed(visible_text(node)))
        return [value for value in found if value]


def read_samples(paths: Iterable[Path], host: str | None = None) -> list[Sample]:
    """Return the samples in files, each story once; plugins that are installed are not asked.

    Args:
        paths: the files.
        host: where documents are from that do not say it; by default, for a page, where all
            others are from.

    Raises:
        InputError: a file is no document.
        OSError: a file cannot be read.
    """
    parser = Parser(entry_points=False)
    samples: dict[object, Sample] = {}
    read = [(path, read_sample(path, parser, host)) for path in paths]
    hosts = shared_hosts(bare_host(host_of(s.url)) for _, s in read if s.url is not None)
    for path, found in read:
        alone = len(hosts) == 1 and found.is_page and found.url is None
        only = hosts[0] if alone else None
        sample = read_sample(path, parser, only) if only else found
        words = squeezed(sample.article.body.text)
        samples.setdefault((sample.article.title, words) if words else path, sample)
    taken: set[str] = set()
    return [_named(sample, taken) for sample in samples.values()]


def _named(sample: Sample, taken: set[str]) -> Sample:
    """Return the sample under a name that none before it has: they end up in one folder."""
    path = Path(sample.name)
    name, number = path.name, 1
    while name.lower() in taken:
        number += 1
        name = f"{path.stem}-{number}{path.suffix}"
    taken.add(name.lower())
    return attrs.evolve(sample, name=name)


def read_sample(path: Path, parser: Parser, host: str | None = None) -> Sample:
    """Return the sample in the file at `path`; see :func:`read_samples`."""
    document = parser.read(path)
    url = declared_url(document)
    tells_url = url is not None
    if url is None and host is not None:
        url = f"https://{host}/{path.stem}"
        document = attrs.evolve(document, url=url)
    article, draft, match = run(document, parser._registry, None, explain=True)
    assert draft.ledger is not None
    fragments = draft.ledger.fragments()
    return Sample(
        name=path.name,
        data=path.read_bytes(),
        document=document,
        url=url,
        tells_url=tells_url,
        article=article,
        matched=match.source,
        tree=draft.tree,
        elements=_elements(draft.root, draft.marks) if draft.root is not None else (),
        kept=frozenset(squeezed(f.text) for f in fragments if f.fate == "kept"),
    )


def declared_url(document: Document) -> str | None:
    """Return where a document says it is from: in front matter, head, or a browser's comment."""
    for key in _URL_KEYS:
        value = document.matter.get(key)
        if isinstance(value, str):
            return value
    if document.shape == "page":
        tree = parse_html(document.html)
        for node in tree.css('link[rel="canonical"], meta[property="og:url"]'):
            attributes = node.attributes
            value = attributes.get("href") or attributes.get("content")
            if value and value.startswith(("http:", "https:")):
                return value
    return document.url


def _elements(root: Node, marks: dict[int, str]) -> tuple[Element, ...]:
    """Return the visible elements under `root`, and how much text each holds."""
    nodes, parents, sizes, kept = [root], [-1], [0], [0]
    number = {root.mem_id: 0}
    # The innermost marked element that is open: what stands in it is not story.
    marked: list[int] = []
    stop = root.mem_id
    node = root.first_child
    while node is not None:
        parent = node.parent
        above = number[parent.mem_id] if parent is not None else 0
        below = None
        if node.is_text_node:
            size = len(squeezed(node.text_content or ""))
            sizes[above] += size
            if not marked and node.mem_id not in marks:
                kept[above] += size
        elif node.tag not in INVISIBLE:
            number[node.mem_id] = len(nodes)
            nodes.append(node)
            parents.append(above)
            sizes.append(0)
            below = node.first_child
            if node.mem_id in marks and below is not None:
                marked.append(node.mem_id)
            is_picture = node.tag == "img" and not marked and node.mem_id not in marks
            kept.append(PICTURE if is_picture else 0)
        if below is not None:
            node = below
            continue
        while node is not None and node.mem_id != stop and node.next is None:
            node = node.parent
            if node is not None and marked and marked[-1] == node.mem_id:
                marked.pop()
        node = None if node is None or node.mem_id == stop else node.next
    for index in range(len(nodes) - 1, 0, -1):
        sizes[parents[index]] += sizes[index]
        kept[parents[index]] += kept[index]
    return tuple(map(Element, nodes, parents, sizes, kept))
