"""The story of a page that shows none: from its JSON-LD or from the data its scripts draw from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from ..dom import Tree, parse_html
from ..offer import Offer
from ..origin import Origin
from .metadata import PageMetadata
from .metadata.state import SHORTEST_STORY, find_state_story, html_of

STORED: Final = "page:stored"
"""The rule the page is marked with where its story was taken from its data."""

MORE: Final = 4
"""A stored story has so many times the characters of what the page shows, or it is none."""


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


def stored_story(html: str, metadata: PageMetadata, shown: int) -> StoredStory | None:
    """Return the story in the page's JSON-LD, else in its state object, None without one.

    Args:
        html: the text of the page.
        metadata: what the page says of itself.
        shown: about how many characters of story the page shows.
    """
    least = max(SHORTEST_STORY, MORE * shown)
    body = metadata.article_body
    if body is not None and len(body) >= least:
        place = Origin(
            kind="json-ld", where="story.articleBody", rule="page:json-ld", confidence=0.8
        )
        return StoredStory(tree=parse_html(html_of(body), fragment=True), origin=place)
    found = find_state_story(html)
    if found is not None and len(found.html) >= least:
        place = Origin(kind="state", where=found.path, rule="page:state", confidence=0.7)
        return StoredStory(
            tree=parse_html(found.html, fragment=True), origin=place, offers=found.offers
        )
    return None
