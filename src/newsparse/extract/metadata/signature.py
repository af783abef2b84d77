"""Authors named far from the headline: under the story, in a box, in a line of its own.

For pages that name nobody in the head or near the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...dom import Node, Tree, containers, find_all
from ...names import is_person_name, read_names
from ...offer import Offer
from ...person import Person
from ...site import is_full_name
from ...words import squeezed
from ..page_walk import PageWalk
from .byline import NOT_AUTHOR, names_only, read_authors
from .near import pieces_in
from .origins import origin

_AUTHORED: Final = (
    "[rel~=author],[itemprop~=author],[class*=byline i],[class*=author i],[class*=writer i],"
    "[class*=autor i],[class*=posted],[class*=submitted]"
)
"""The last two are what templates call the line "Posted by"."""


def authors_anywhere(tree: Tree, language: str | None) -> Iterator[Offer]:
    """Yield the authors named by elements that say so, wherever they stand.

    For pages that name nobody in the head or near the headline: a byline under the
    story, a box about the author.
    """
    for node in find_all(tree, _AUTHORED)[:40]:
        attributes = node.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if NOT_AUTHOR.search(names) or _is_elsewhere(node):
            continue
        for offer in read_authors(pieces_in(node), language):
            if offer.field != "authors" or offer.origin.where.endswith("(desk)"):
                continue
            # A single word in such a box is as often a label as a name.
            is_plain = offer.origin.where.endswith("author element")
            if not is_plain or any(" " in person.name for person in offer.value):
                yield Offer("authors", offer.value, origin("element", "author element anywhere"))
                return


_ELSEWHERE: Final = re.compile(
    r"teaser|comment|related|testimonial|listing|recommend|carousel|slider|popular|latest"
)
_FAR: Final = 6
"""Levels above an element that are asked whose it is."""


def _is_elsewhere(node: Node) -> bool:
    """Whether an element is of a comment, of a link to another story, of a list of them."""
    for above in containers(node, _FAR):
        if above.tag in ("body", "html"):
            return False
        if above.tag in ("a", "aside"):
            return True
        attributes = above.attributes
        if _ELSEWHERE.search(f"{attributes.get('class')} {attributes.get('id')}".lower()):
            return True
    return False


_SAYING_WHO: Final = {
    "en": ("ritten by", "uthor:", "By:", "osted by"),
    "de": ("utor:", "utorin:", "Text:", "Von:", "erfasst von"),
    "fr": ("uteur:", "Texte:", "crit par", "édigé par"),
    "es": ("utor:", "utora:", "Texto:", "scrito por"),
    "it": ("utore:", "Testo:", "critto da"),
}
"""What lines that say who wrote the story hold, but for a first letter."""

_BY_ALONE: Final = {
    "en": ("By", "by", "BY"),
    "de": ("Von", "von", "VON"),
    "fr": ("Par", "par", "PAR"),
    "es": ("Por", "por", "POR"),
    "pt": ("Por", "por", "POR"),
    "it": ("Di", "di", "DI"),
    "nl": ("Door", "door"),
}
_LINE_BY: Final = re.compile(
    r"(?::|\s|<[a-z][^<>]{0,300}>){1,9}"
    r"""(?P<names>[^<>"{}|]{4,60}?)[\s,.]{0,40}<"""
)
"""What follows "By" in a line that is "By" and a name and nothing else."""

_OPENED: Final = re.compile(r"<[a-z][^<>]{0,300}>\s{0,40}$")

_BEFORE_WHO: Final = re.compile(
    r"""[>"']\s{0,9}(?:(?:this|the)\s(?:post|article|story|blog|guide|page)[^<>]{0,20}\s)?\w?$""",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r"""(?:\s|:|<[^<>]{0,300}>){1,9}(?P<names>[^<>"|]{4,80})""")
_BEFORE_BY: Final = frozenset("> \n\t\r")
_TIMES: Final = 5
_LINES: Final = 50


def authors_in_words(html: str, language: str | None) -> Iterator[Offer]:
    """Yield the people of the first line such as "Written by" in the text of a page.

    Args:
        html: the page.
        language: its language, for reading names.
    """
    places: list[tuple[int, int]] = []
    body = max(0, html.find("<body"))
    for words in _SAYING_WHO.get((language or "en")[:2], ()):
        at = body - 1
        for _ in range(_TIMES):
            at = html.find(words, at + 1)
            if at < 0:
                break
            places.append((at, at + len(words)))
    for start, end in sorted(places):
        if not _BEFORE_WHO.search(html[max(0, start - 60) : start]):
            continue
        found = _WHO.match(html, end)
        if found is None:
            continue
        names = squeezed(found["names"]).partition(",")[0]
        people = read_names(names_only(names), language=language)
        if people and all(is_full_name(person.name) for person in people):
            yield Offer("authors", people, origin("text", "written by"))
            return


def authors_in_lines(html: str, language: str | None) -> Iterator[Offer]:
    """Yield the people of lines such as "By Jane Doe", where all such lines agree.

    Args:
        html: the page.
        language: its language, for the words and for reading names.
    """
    named: dict[str, tuple[Person, ...]] = {}
    number = 0
    for at in _lines_by(html, (language or "en")[:2]):
        found = _LINE_BY.match(html, at)
        if found is None:
            continue
        number += 1
        people = read_names(squeezed(found["names"]), language=language)
        if people and all(is_full_name(person.name) for person in people):
            named[" ".join(person.name for person in people)] = people
        if len(named) > 1 or number >= _LINES:
            return  # a list of stories, each with its author
    for people in named.values():
        yield Offer("authors", people, origin("text", "line of a name"))


def _lines_by(html: str, language: str) -> Iterator[int]:
    """Yield where a word such as "By" ends that stands first in an element."""
    body = max(0, html.find("<body"))
    for word in _BY_ALONE.get(language, ()):
        at = html.find(word, body)
        while at >= 0:
            if html[at - 1 : at] in _BEFORE_BY:
                opened = html.rfind("<", max(0, at - 340), at)
                if opened >= 0 and _OPENED.match(html[opened:at]) is not None:
                    yield at + len(word)
            at = html.find(word, at + 1)


_SIGNED_WITHIN: Final = 3
"""Blocks behind the story in which its signature may stand."""

_AROUND_SIGNATURE: Final = " ()+–—-*\n"


def signature_behind(page: PageWalk, kept: Sequence[bool]) -> str | None:
    """Return the name that stands alone in a paragraph right behind the story.

    Args:
        page: the blocks of the page.
        kept: which of them are story.
    """
    blocks = page.blocks
    last = max((i for i, keep in enumerate(kept) if keep), default=len(blocks))
    for block in blocks[last + 1 : last + 1 + _SIGNED_WITHIN]:
        name = block.text.strip(_AROUND_SIGNATURE)
        if (
            page.tags[block.element] == "p"
            and page.parents[block.element] == page.parents[blocks[last].element]
            and not block.link
            and is_full_name(name)
            and is_person_name(name)
        ):
            return name
    return None
