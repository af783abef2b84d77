"""What kind of page it is: a story, a list of other pages, or a shell for scripts."""

from __future__ import annotations

import re
from typing import Final

from .block_features import Said
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

TITLES: Final = 8
"""So many lines that are mostly a link, among what was taken for story, are titles of others."""

TITLE_WORDS: Final = 5
"""The fewest words of such a line."""

LONGEST_TEASER: Final = 100
"""Words between two such titles: more are a story with links in it."""

NOTICE_WORDS: Final = 40
"""A page of so few words that speaks of JavaScript asks for it to be turned on."""

_NO_PAGE = re.compile(
    r"(?:error|fehler|erreur)?[\s:-]{0,3}404(?=\s?(?:$|[-–—|:!.,]|error|page|fehler|erreur|seite))"
    r"|(?:error:? )?(?:page|file|article|404) not found"
    r"|not found$|seite (?:wurde )?nicht gefunden|page (?:non trouvée|introuvable)"
    r"|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden"
    r"|страница не найдена|(?:页面|頁面|网页|網頁)(?:不存在|没有找到|未找到|沒有找到)|您访问的页面",
    re.IGNORECASE,
)
"""How the title of a page begins that a server sends in the place of one it has not."""

TEASER_WORDS: Final = 300
"""A longer story is more than a teaser."""


def page_kind(page: PageWalk, kept: list[bool], words: int) -> str:
    """Return ``article``, ``index``, ``links`` for hardly more than links, or ``shell``."""
    if _lists_pages(page, kept):
        return "index"
    story = 0.0
    for block, keep in zip(page.blocks, kept, strict=True):
        if keep:
            story += block.words * (1.0 - block.link)
    if story >= STORY_WORDS:
        return "article"
    everything = sum(block.words for block in page.blocks)
    if everything < SHELL_WORDS and words < SHELL_WORDS:
        return "shell" if page.scripts else "article"
    if page.scripts and everything < NOTICE_WORDS + words and words < NOTICE_WORDS:
        shown = (block.text for block, keep in zip(page.blocks, kept, strict=True) if keep)
        if any("javascript" in text.lower() for text in shown):
            return "shell"
    links = [block for block in page.blocks if block.link > 0.8]
    linked = sum(block.words for block in links)
    if len(links) >= MANY_LINKS and linked > LINKED_SHARE * everything and story < linked:
        titles = sum(block.words >= TITLE_WORDS for block in links)
        only_titles = story < 1 and titles >= TITLES and 2 * titles >= len(links)
        return "index" if only_titles else "links"
    return "article"


def _lists_pages(page: PageWalk, kept: list[bool]) -> bool:
    """Whether what was taken for story are titles of other pages and teasers between them.

    A title that was not taken counts where a text taken for story follows it.
    """
    links = titles = between = longest = 0
    passed = False
    for block, keep in zip(page.blocks, kept, strict=True):
        title = block.link >= 0.5
        if title and not keep:
            passed = passed or block.words >= TITLE_WORDS
        elif keep:
            if title or passed:
                links += 1
            if passed or (title and block.words >= TITLE_WORDS):
                titles += 1
                between = 0
            passed = False
            if not title:
                between += block.words
                longest = max(longest, between)
    return titles >= TITLES and 2 * titles >= links and longest < LONGEST_TEASER


def names_no_page(title: str) -> bool:
    """Whether a title says that the page asked for is not there."""
    return _NO_PAGE.match(title) is not None


def looks_paywalled(kept: list[bool], words: int, said: list[Said | None]) -> bool:
    """Whether the story is short and the page, below its beginning, asks to pay for the rest.

    Names of elements alone do not ask: ``premium`` and ``paywall-article`` are also around
    stories that everyone may read.
    """
    if not 0 < words < TEASER_WORDS:
        return False
    asked = by_text = 0
    start = kept.index(True) if True in kept else 0
    for keep, of_block in zip(kept[start:], said[start:], strict=True):
        if not keep and of_block is not None:
            says = 1 if of_block.phrases & PAY else 0
            by_text += says
            asked += says + (1 if of_block.every & PAYWALL else 0)
    return asked >= 2 and by_text > 0
