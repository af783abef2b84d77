"""Which of a page's headings is its headline."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from ...dom import Node, find_all, visible_text, walk
from ...site import Site, title_without_site
from ...urls import clean_url
from ...words import flat, squeezed

MAX_HEADINGS: Final = 60
"""How many ``<h1>`` of a page are looked at."""

LESSER_HEADINGS: Final = "h2,h3,.entry-title,.post-title,.article-title,.headline,.title"
"""Where the headline of a page without a fitting ``<h1>`` may stand."""

LAST_HEADINGS: Final = "h4,h5,[class*=title i]"
"""Where it may stand on a page that has it in none of those."""

MOST_OF_TITLE: Final = 2.6
"""Score of such a heading that is the headline: the name of the site may be half a title."""

IN_TITLE: Final = 2.35
"""Score of a heading that is all or most of a title the head tells."""

_COPY: Final = 2.3
"""Score of a heading in the navigation, which repeats the title of the page there."""

LIKE_TITLE: Final = 0.2
"""Score of a heading that shares a fifth of its words with those titles."""

_KICKER: Final = (
    "[class*=kicker],[class*=overline],[class*=dachzeile],[class*=topline],[class*=eyebrow],"
    "[class*=pretitle],[class*=supertitle],[class*=roofline]"
)
"""A topic set above the headline, inside the heading."""

_BESIDE: Final = (
    "[class*=hidden],[class*=invisible],[class*=sr-only],small,[class*=subtitle],[class*=subhead]"
)
"""Words of a heading for screen readers only, and a line set below the headline."""

_AFTER_KICKER: Final = ":|-–—•· "
"""What may stand between such a topic and the headline."""

_SHORTEST_END: Final = 12
"""Letters: a shorter end of a heading may be any of its words."""

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
"""A word; of Chinese, which sets no blanks between words, a character."""

_FRONT_PAGE = re.compile(r"(?:https?:)?(?://[^/?#]+)?(?:\./?|/)?(?:index\.\w{3,5})?", re.IGNORECASE)

_ASIDE: Final = frozenset(("nav", "aside", "footer", "dialog"))
_LEVELS: Final = 12
"""How many elements around a heading are looked at."""


def site_in_heading(node: Node) -> str | None:
    """Return the name of the site in a heading that is but a link to its front page.

    Empty for a logo that is a picture, None for any other heading.
    """
    link = node.first_child
    while link is not None and link.is_text_node and not (link.text_content or "").strip():
        link = link.next
    if link is None or link.tag != "a":
        return None
    address = (link.attributes.get("href") or "").strip()
    if not address or not _FRONT_PAGE.fullmatch(address):
        return None
    name = heading_text(link)
    return name if heading_text(node) == name else None


def _is_aside(node: Node) -> bool:
    """Whether a heading stands in a part of the page that holds no story."""
    here = node.parent
    for _ in range(_LEVELS):
        if here is None:
            return False
        if here.tag in _ASIDE:
            return True
        here = here.parent
    return False


def _leads_away(node: Node, url: str | None) -> bool:
    """Whether a heading is a link to another page than the one at `url`."""
    link = node.first_child
    if link is None or link.next is not None or link.tag != "a":
        link = node.parent
        if link is None or link.tag != "a":
            return False
    address = clean_url(link.attributes.get("href"), url)
    if address is None or url is None:
        return False
    return _path(address) != _path(url)


def _path(url: str) -> str:
    """Return the path of a URL without its query: the address of a page for this matter."""
    rest = url.partition("//")[2].partition("/")[2]
    return rest.partition("?")[0].partition("#")[0].rstrip("/")


def _names_section(text: str, titles: Sequence[str]) -> bool:
    """Whether a heading is one word ("News") and a title of the page says something else."""
    bare = flat(text)
    if len(text.split()) > 1 or not bare.isalpha() or len(bare) > (16 if bare.isascii() else 4):
        return False
    return any(len(title) > 20 and bare not in title for title in titles)


def find_headline(
    headings: Sequence[Node], told: Iterable[str], site: Site, url: str | None = None
) -> tuple[Node, str, float] | None:
    """Return the heading that is the page's headline, its text, and its score.

    The score is 4 for a heading that is one of the titles the head of the page tells,
    2 to 3 for one that is part of a title (the greater the part, the higher), 1 to 2
    for one that holds a title (the higher where it starts so), and else the share of
    its words that occur in a title.

    Args:
        headings: elements in the order of the page.
        told: titles from ``<title>``, OpenGraph and JSON-LD.
        site: the names of the site, which are no headline.
        url: the address of the page; headings that lead to another are of other stories.
    """
    told = list(told)
    titles = [flat(title) for title in told]
    words: set[str] = set()
    best: tuple[float, Node, str, float] | None = None
    for place, node in enumerate(headings[:MAX_HEADINGS]):
        text = heading_text(node)
        score = _score(text, titles)
        if score == 0.0:
            words = words or _words(told, site)
            score = _likeness(text, words)
        if (bare := _without_kicker(node, text, told, held=1.0 <= score < 4.0)) is not None:
            text, score = bare, max(score, _score(bare, titles))
        if site.is_site(text) or _names_section(text, titles):
            score = min(score, 0.1)
        elif (score < 1.0 or score > IN_TITLE) and _is_aside(node):
            if score < 1.0:
                continue
            score = _COPY
        rank = score - place * 0.001
        if score < 1.0 and _leads_away(node, url):
            rank -= 1.0
        if text and len(text) <= 400 and (best is None or rank > best[0]):
            best = (rank, node, text, score)
            if score > 3.9:
                break
    return best[1:] if best is not None else None


def _words(told: Sequence[str], site: Site) -> set[str]:
    """Return the words of the titles, without the names of the site in them."""
    words: set[str] = set()
    for title in told:
        others = [other for other in told if other != title]
        words.update(_WORD.findall(title_without_site(title, site, others).lower()))
    return words


def _likeness(text: str, words: Container[str]) -> float:
    own = _WORD.findall(text.lower())
    own = [word for word in own if len(word) > 2 or not word.isascii() or word.isdigit()] or own
    return 0.9 * sum(word in words for word in own) / len(own) if own else -1.0


def _score(text: str, titles: Sequence[str]) -> float:
    bare = flat(text)
    score = 0.0
    if len(bare) > 3:
        for title in titles:
            if bare == title:
                return 4.0
            if bare in title:
                part = len(bare) / len(title)
                # A word out of the midst of a title heads one part of the page.
                if 2.0 + part >= IN_TITLE or title.startswith(bare):
                    score = max(score, 2.0 + part)
                else:
                    score = max(score, 0.1)
            elif len(title) > 12 and title in bare:
                score = max(
                    score, (1.5 if bare.startswith(title) else 1.0) + 0.4 * len(title) / len(bare)
                )
    return score


_FULL: Final = 20
"""Characters, Chinese ones twice, of a heading that says more than what a section is called."""
_HAN = re.compile("[\u3400-\u9fff]")


def place_of(text: str, score: float, *, alone: bool) -> str:
    """Return what to call a heading with such a text and score, in an origin.

    Args:
        text: its words.
        score: what :func:`find_headline` gave.
        alone: whether it is the only heading of its page.
    """
    if score >= IN_TITLE:
        return "headline"
    if 1.0 <= score < 1.7:
        return "heading beside title"
    if score >= LIKE_TITLE:
        return "heading like title"
    if not alone:
        return "one of the headings"
    size = len(text) + len(_HAN.findall(text))
    return "heading" if size < _FULL else "only heading"


_NAMED: Final = 0.5
"""By so much more of the address a title must tell than a heading does to beat it."""
_SHORTEST_SLUG: Final = 3


def is_of_another(heading: str, told: Iterable[str], url: str) -> bool:
    """Whether the address of a page names a title it tells and not a heading that is like it.

    Addresses are made of the headline: a heading that lacks most of their words invites readers
    to something or heads a part of the page.
    """
    path = urlsplit(url).path.lower()
    slug = max((_WORD.findall(part) for part in path.split("/")), key=len)
    if len(slug) < _SHORTEST_SLUG:
        return False
    named = set(slug)

    def shared(title: str) -> float:
        words = set(_WORD.findall(title.lower()))
        return 2 * len(words & named) / (len(words) + len(named))

    return max(map(shared, told), default=0.0) - shared(heading) >= _NAMED


_LONG_WORD: Final = 4


def speaks_of_site(heading: str, told: Sequence[str], site: Site) -> bool:
    """Whether a heading holds words that titles of the page have only in the site's name."""
    every = {word for title in told for word in _WORD.findall(title.lower())}
    own = {word for word in _WORD.findall(heading.lower()) if len(word) >= _LONG_WORD}
    return not own.isdisjoint(every - _words(told, site))


def heading_text(node: Node) -> str:
    """Return the words of a heading."""
    child = node.first_child
    if child is not None and child.is_text_node and child.next is None:
        return squeezed(child.text_content or "")
    readings = find_all(node, "rt,rp")  # how to say the characters beside them
    return squeezed(visible_text(node, {reading.mem_id: "rt" for reading in readings}))


def _without_kicker(node: Node, text: str, told: Sequence[str], *, held: bool) -> str | None:
    """Return a heading's words without a topic set above it, None if there is none.

    Where the titles of the page tell both, with a colon between them, that is what the
    publisher calls the headline, and returned. Words for screen readers go only where the heading
    holds a title and more (`held`).
    """
    first = node.first_child
    if first is None or (first.is_text_node and first.next is None):
        return None
    kickers = find_all(node, _KICKER)
    kickers += [words for words in find_all(node, _BESIDE) if held or _opens(words, text)]
    if not kickers:
        return _told_end(node, text, told)
    rest = squeezed(visible_text(node, {kicker.mem_id: "kicker" for kicker in kickers}))
    rest = rest.lstrip(_AFTER_KICKER)
    if not rest or rest == text:
        return None
    topic = text.partition(rest)[0].rstrip(_AFTER_KICKER)
    titles = [title for title in told if rest in title] if topic else []
    if all(title.startswith(topic) for title in titles):
        whole = flat(text)
        for title in titles:
            if title.startswith(f"{topic}:") and flat(title) == whole:
                return title
    return rest


def _opens(node: Node, text: str) -> bool:
    """Whether an element of a heading with the words `text` holds the first of them."""
    words = heading_text(node)
    return bool(words) and text.startswith(words) and len(words) < len(text)


def _told_end(node: Node, text: str, told: Sequence[str]) -> str | None:
    """Return the end of a heading that is a title told elsewhere, None if there is none.

    It must begin with an element or a line of the heading, and be the most of it.
    """
    titles = {bare for title in told if len(bare := flat(title)) > _SHORTEST_END}
    end, bare = "", ""
    whole = flat(text)
    for piece in reversed([n.text_content or "" for n in walk(node, {}) if n.is_text_node]):
        end = f"{piece} {end}"
        bare = flat(piece) + bare
        if len(bare) >= len(whole):
            return None
        if bare in titles and 2 * len(bare) > len(whole):
            return squeezed(end).lstrip(_AFTER_KICKER)
    return None


def completes(lesser: str, heading: str, told: Iterable[str]) -> bool:
    """Whether a title of the page is `lesser`, then `heading`: the story, then the site."""
    both = flat(lesser) + flat(heading)
    return any(flat(title) == both for title in told)
