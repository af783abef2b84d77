"""What kind of page it is: a story, a list of other pages, or a shell for scripts."""

from __future__ import annotations

from typing import Final

from .block_features import Features
from .boilerplate_words import PAYWALL
from .page_phrases import PAY
from .page_walk import PageWalk

STORY_WORDS: Final = 60
"""A page whose story has this many words outside of links is an article whatever else it has."""

SHELL_WORDS: Final = 12
"""A page with scripts and fewer words than this in all has not been built yet."""

LINKED_SHARE: Final = 0.6
"""A page most of whose words are links, and with little story, lists other pages."""

MANY_LINKS: Final = 12
"""So many lines that are links make a list."""

TEASER_WORDS: Final = 300
"""A longer story is more than a teaser."""


def page_kind(page: PageWalk, kept: list[bool], words: int) -> str:
    """Return ``article``, ``index`` or ``shell``."""
    story = 0.0
    for block, keep in zip(page.blocks, kept, strict=True):
        if keep:
            story += block.words * (1.0 - block.link)
    if story >= STORY_WORDS:
        return "article"
    everything = sum(block.words for block in page.blocks)
    if everything < SHELL_WORDS and words < SHELL_WORDS:
        return "shell" if page.scripts else "article"
    links = [block for block in page.blocks if block.link > 0.8]
    linked = sum(block.words for block in links)
    if len(links) >= MANY_LINKS and linked > LINKED_SHARE * everything and story < linked:
        return "index"
    return "article"


def looks_paywalled(kept: list[bool], words: int, features: list[Features | None]) -> bool:
    """Whether the story is short and a part of the page asks to pay for the rest."""
    if not 0 < words < TEASER_WORDS:
        return False
    asked = 0
    for keep, feature in zip(kept, features, strict=True):
        if not keep and feature is not None:
            by_text = feature[5] & PAY
            by_name = feature[4] & PAYWALL
            asked += (1 if by_text else 0) + (1 if by_name else 0)
    return asked >= 2
