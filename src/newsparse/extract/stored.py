"""The story of a page that shows none: from its JSON-LD or from the data its scripts draw from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from ..dom import Tree, find_all, parse_html, root_of, visible_text
from ..guard import guard
from ..limits import Limits
from ..offer import Offer
from ..origin import Origin
from .metadata import PageMetadata
from .metadata.state import SHORTEST_STORY, find_state_story, html_of

STORED: Final = "page:stored"
"""The rule the page is marked with where its story was taken from its data."""

MORE: Final = 4
"""A stored story has so many times the characters of what the page shows, or it is none."""


LONG_TEMPLATE: Final = 600
"""Characters: a shorter template is a part of the page and no story."""

MANY_TEMPLATES: Final = 50
_TEMPLATES: Final = 'noscript,script[type="text/template"],script[type="text/html"]'


@attrs.frozen(kw_only=True)
class StoredStory:
    """A story that a page holds and does not show.

    Attributes:
        tree: the story as HTML.
        origin: where it was.
        offers: values for the article's fields that stood beside it.
    """

    tree: Tree
    origin: Origin
    offers: Sequence[Offer] = ()


def stored_story(tree: Tree, html: str, metadata: PageMetadata, shown: int) -> StoredStory | None:
    """Return the story in JSON-LD, in a state object or in a template; None without one.

    Args:
        tree: the page.
        html: its text.
        metadata: what the page says of itself.
        shown: about how many characters of story the page shows.
    """
    least = max(SHORTEST_STORY, MORE * shown)
    body = metadata.article_body
    if body is not None and len(body) >= least:
        place = Origin(
            kind="json-ld", where="story.articleBody", rule="page:json-ld", confidence=0.8
        )
        return StoredStory(tree=_parse(html_of(body)), origin=place)
    found = find_state_story(html)
    if found is not None and len(found.html) >= least:
        place = Origin(kind="state", where=found.path, rule="page:state", confidence=0.7)
        return StoredStory(tree=_parse(found.html), origin=place, offers=found.offers)
    return _in_template(tree, max(least, LONG_TEMPLATE))


def _parse(html: str) -> Tree:
    """Return the tree of HTML that stood in a script, which nothing has guarded yet."""
    limits = Limits()
    return parse_html(guard(html[: limits.max_bytes], limits)[0], fragment=True)


def _in_template(tree: Tree, least: int) -> StoredStory | None:
    """Return the longest story in what a script would put in its place, or without scripts."""
    best: tuple[int, Tree, str] | None = None
    for node in find_all(tree, _TEMPLATES)[:MANY_TEMPLATES]:
        inner = node.text()
        if len(inner) < least:
            continue
        if node.tag != "script":
            inner = node.html or ""
            inner = inner[inner.find(">") + 1 : inner.rfind("<")]
        if "<p" not in inner and "<br" not in inner:
            continue
        story = _parse(inner)
        root = root_of(story)
        if root is None:
            continue
        size = len(visible_text(root))
        linked = sum(len(link.text()) for link in find_all(root, "a"))
        if size >= least and linked * 2 < size and (best is None or size > best[0]):
            best = (size, story, node.tag or "")
    if best is None:
        return None
    place = Origin(kind="element", where=best[2], rule="page:template", confidence=0.6)
    return StoredStory(tree=best[1], origin=place)
