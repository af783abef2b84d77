"""Which of a page's headings is its headline."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from typing import Final

from ...dom import Node, visible_text
from ...site import Site, title_without_site
from ...words import flat, squeezed

MAX_HEADINGS: Final = 60
"""How many ``<h1>`` of a page are looked at."""

LESSER_HEADINGS: Final = "h2,h3,.entry-title,.post-title,.article-title,.headline,.title"
"""Where the headline of a page without a fitting ``<h1>`` may stand."""

IN_TITLE: Final = 2.35
"""Score of a heading that is all or most of a title the head tells."""

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

_WORD = re.compile(r"\w+")


def find_headline(
    headings: Sequence[Node], told: Iterable[str], site: Site
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
    """
    told = list(told)
    titles = [flat(title) for title in told]
    words: set[str] = set()
    best: tuple[float, Node, str] | None = None
    for place, node in enumerate(headings[:MAX_HEADINGS]):
        text = heading_text(node)
        score = _score(text, titles)
        if score == 0.0:
            words = words or _words(told, site)
            score = _likeness(text, words)
        if (bare := _without_kicker(node, text, told, held=1.0 <= score < 4.0)) is not None:
            text, score = bare, max(score, _score(bare, titles))
        if site.is_site(text):
            score = min(score, 0.1)
        score -= place * 0.001
        if text and len(text) <= 400 and (best is None or score > best[0]):
            best = (score, node, text)
            if score > 3.9:
                break
    if best is None:
        return None
    return best[1], best[2], best[0]


def _words(told: Sequence[str], site: Site) -> set[str]:
    """Return the words of the titles, without the names of the site in them."""
    words: set[str] = set()
    for title in told:
        others = [other for other in told if other != title]
        words.update(_WORD.findall(title_without_site(title, site, others).lower()))
    return words


def _likeness(text: str, words: Container[str]) -> float:
    own = _WORD.findall(text.lower())
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


def place_of(score: float) -> str:
    """Return what to call a heading of such a score in an origin."""
    if score >= IN_TITLE:
        return "headline"
    if 1.0 <= score < 1.7:
        return "heading beside title"
    return "heading like title" if score >= LIKE_TITLE else "heading"


def heading_text(node: Node) -> str:
    """Return the words of a heading."""
    child = node.first_child
    if child is not None and child.is_text_node and child.next is None:
        return squeezed(child.text_content or "")
    return squeezed(visible_text(node))


def _without_kicker(node: Node, text: str, told: Iterable[str], *, held: bool) -> str | None:
    """Return a heading's words without a topic set above it, None if there is none.

    Where the titles of the page tell both, with a colon between them, that is what the
    publisher calls the headline, and returned. Words for screen readers go only where the heading
    holds a title and more (`held`).
    """
    first = node.first_child
    if first is None or (first.is_text_node and first.next is None):
        return None
    kickers = node.css(f"{_KICKER},{_BESIDE}" if held else _KICKER)
    if not kickers:
        return None
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


def completes(lesser: str, heading: str, told: Iterable[str]) -> bool:
    """Whether a title of the page is `lesser`, then `heading`: the story, then the site."""
    both = flat(lesser) + flat(heading)
    return any(flat(title) == both for title in told)
