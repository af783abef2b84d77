"""Which source is a document of? One dictionary look-up a clue, however many sources there are.

Clues are asked from the most special to the most general: front matter values,
the archive's site name, ``<meta>`` values, the host of the document's URL (the
longest name first), the site's name at the end of a page's ``<title>``, and last
the classes and ids in the HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final, TypeVar

import attrs

from .document import Document
from .dom import Tree, find_first
from .source import Domain, Marker, Matter, Meta, Site, Source
from .telling import Telling, telling_elements
from .urls import host_of, host_suffixes

K = TypeVar("K")

FALLBACK = "generic"
"""The source of documents that no other source claims."""

SITE_SEPARATOR = " - "
"""Stands between the site and the feed in the archive's ``author``."""

_TOKENS = re.compile(r"""\s(?:class|id)\s*=\s*["']?([^"'>]{1,400})""", re.IGNORECASE)

_TITLE_MARKS = "_-|－—"
"""What stands between headline and site in a page's ``<title>``."""

_LONGEST_TITLE = 2000
"""Characters of a title that are looked at."""


@attrs.frozen
class Match:
    """A source and the clue that told it."""

    source: str
    clue: str


@attrs.define
class Index:
    """All matchers of all sources, by what they look at."""

    sites: dict[str, str] = attrs.field(factory=dict)
    domains: dict[str, str] = attrs.field(factory=dict)
    matter: dict[tuple[str, str], str] = attrs.field(factory=dict)
    meta: dict[tuple[str, str], str] = attrs.field(factory=dict)
    markers: dict[str, str] = attrs.field(factory=dict)
    matter_keys: tuple[str, ...] = ()
    vetoes: dict[str, Callable[[Document], bool]] = attrs.field(factory=dict)
    heirs: dict[str, frozenset[str]] = attrs.field(factory=dict)
    """For a source the others with matchers that inherit from it: they are more special."""


_FEW_MARKERS: Final = 8


def index_sources(sources: Iterable[Source]) -> Index:
    """Return the index of all matchers; of two sources with one matcher the later has it.

    Where one of the two inherits from the other, it is the heir that has it.
    """
    index = Index()
    known = {source.id: source for source in sources}
    index.heirs = _heirs(known)
    heirs = index.heirs
    for source in known.values():
        for match in source.matches:
            if isinstance(match, Site):
                _claim(index.sites, match.name, source.id, heirs)
            elif isinstance(match, Domain):
                _claim(index.domains, match.name, source.id, heirs)
            elif isinstance(match, Matter):
                _claim(index.matter, (match.key, match.value), source.id, heirs)
            elif isinstance(match, Meta):
                _claim(index.meta, (match.name.lower(), match.content), source.id, heirs)
            elif isinstance(match, Marker):
                _claim(index.markers, match.token, source.id, heirs)
        if source.detect_with is not None:
            index.vetoes[source.id] = source.detect_with
    index.matter_keys = tuple(dict.fromkeys(key for key, _ in index.matter))
    return index


def _claim(table: dict[K, str], clue: K, source: str, heirs: Mapping[str, Collection[str]]) -> None:
    if table.get(clue) not in heirs.get(source, ()):
        table[clue] = source


def ancestors(source: Source, known: Mapping[str, Source]) -> set[str]:
    """Return the ids of all sources that `source` inherits from, directly or not."""
    found: set[str] = set()
    waiting = list(source.inherits)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(known[name].inherits if name in known else ())
    return found - {source.id}


def _heirs(known: Mapping[str, Source]) -> dict[str, frozenset[str]]:
    heirs: dict[str, set[str]] = {}
    for source in known.values():
        if source.matches:
            for name in ancestors(source, known):
                if name in known and known[name].matches:
                    heirs.setdefault(name, set()).add(source.id)
    return {name: frozenset(ids) for name, ids in heirs.items()}


def detect(
    document: Document,
    tree: Tree,
    index: Index,
    veto_failed: Callable[[str, Exception], None] | None = None,
    telling: Telling | None = None,
) -> Match:
    """Return the source of a document and what told it.

    Of sources that match, one that inherits from another is taken rather than it.
    `veto_failed` is told of a source whose ``detect_with`` raised; that source
    is then passed over. `telling` are the page's own, where they are known already.
    """
    found: Match | None = None
    heirs: frozenset[str] = frozenset()
    for match in _matches(document, tree, index, telling):
        if found is not None and match.source not in heirs:
            continue
        if not _accepts(match.source, document, index, veto_failed):
            continue
        found, heirs = match, index.heirs.get(match.source, frozenset())
        if not heirs:
            break
    return found or Match(FALLBACK, "no source claims it")


def _accepts(
    source: str,
    document: Document,
    index: Index,
    veto_failed: Callable[[str, Exception], None] | None,
) -> bool:
    """Whether a source that matched has no function that refuses the document, or raises."""
    veto = index.vetoes.get(source)
    if veto is None:
        return True
    try:
        return veto(document)
    except Exception as error:
        if veto_failed is not None:
            veto_failed(source, error)
        return False


def _matches(
    document: Document, tree: Tree, index: Index, telling: Telling | None
) -> Iterator[Match]:
    matter = document.matter
    if matter:
        for key in index.matter_keys:
            value = matter.get(key)
            if isinstance(value, str | int) and (key, str(value)) in index.matter:
                yield Match(index.matter[key, str(value)], f"front matter {key}: {value}")
        for where, name in _site_names(matter):
            if name in index.sites:
                yield Match(index.sites[name], f"{where} names the site {name}")
    addresses: list[tuple[str, str]] = []
    if document.shape == "page":
        metas, addresses = _head(telling_elements(tree) if telling is None else telling)
        for name, content in metas:
            if (name, content) in index.meta:
                yield Match(index.meta[name, content], f"<meta {name}> is {content}")
    for where, url in (*_urls(document), *addresses):
        for suffix in host_suffixes(host_of(url)):
            if suffix in index.domains:
                yield Match(index.domains[suffix], f"{where} is on {suffix}")
    if document.shape == "page":
        for name in _title_tails(tree):
            if name in index.sites:
                yield Match(index.sites[name], f"<title> ends with {name}")
    markers = index.markers
    # Few words are sought faster than the names of all elements are read.
    if len(markers) > _FEW_MARKERS or any(token in document.html for token in markers):
        for tokens in _TOKENS.findall(document.html):
            for token in tokens.split():
                if token in markers:
                    yield Match(markers[token], f"an element is called {token}")


def _site_names(matter: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    author = matter.get("author")
    if isinstance(author, str):
        yield "author", author
        yield "author", author.partition(SITE_SEPARATOR)[0].strip()
    categories = matter.get("categories")
    if isinstance(categories, tuple) and len(categories) > 1 and isinstance(categories[1], str):
        yield "categories", categories[1].partition(SITE_SEPARATOR)[0].strip()


def _head(telling: Telling) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the names and contents of ``<meta>``, and the addresses the page gives itself."""
    metas: list[tuple[str, str]] = []
    addresses: list[tuple[str, str]] = []
    for _, tag, attributes in telling:
        if tag == "meta":
            if "content" not in attributes:
                continue
            address = attributes.get("href")
            content = attributes.get("content") or ""
            said, name = attributes.get("property"), attributes.get("name")
            if said or name:
                metas.append(((said or name or "").lower(), content.strip()))
            if name == "mobile-agent":
                # Baidu's notation for a page's mobile copy: format=html5;url=ADDRESS.
                address = (address or content).partition("url=")[2].strip()
            elif said == "og:url":
                address = address or content
            else:
                continue
        elif tag == "link" and (attributes.get("rel") or "").lower() == "canonical":
            address = attributes.get("href")
        else:
            continue
        if address:
            addresses.append((f"the canonical URL of <{tag}>", address))
    return metas, addresses


def _title_tails(tree: Tree) -> Iterator[str]:
    node = find_first(tree, "title")
    if node is not None:
        title = node.text()[:_LONGEST_TITLE]
        for mark in _TITLE_MARKS:
            if mark in title:
                yield title.rpartition(mark)[2].strip()


def _urls(document: Document) -> Iterator[tuple[str, str]]:
    if document.url:
        yield "the URL", document.url
    for name in ("url", "link", "source_url", "permalink", "guid"):
        value = document.matter.get(name)
        if isinstance(value, str):
            yield f"front matter {name}", value
