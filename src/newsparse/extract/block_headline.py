"""Which block of a page is its headline."""

from __future__ import annotations

from typing import Final

from .page_walk import PageWalk


def find_headline(page: PageWalk, title: str) -> int:
    """Return the index of the block that is the headline, -1 where there is none.

    The heading that says what `title` says; else a block that does; else the longest h1.
    """
    tags, blocks = page.tags, page.blocks
    wanted = _letters(title)
    best = -1
    partly = -1
    for position, block in enumerate(blocks):
        tag = tags[block.element]
        if tag == "h1":
            if best < 0 or block.words > blocks[best].words:
                best = position
            letters = _letters(block.text)
            if wanted and letters == wanted:
                return position
            if len(letters) > 10 and partly < 0 and (letters in wanted or wanted in letters):
                partly = position
    if partly >= 0:
        return partly
    if wanted:
        opening = title.split(None, 1)[0][:4].lower()  # a word, as any blank may follow it
        for position, block in enumerate(blocks):
            if (
                block.raw.lstrip()[: len(opening)].lower() == opening
                and block.words < 60
                and tags[block.element] in _HEADLINE_TAGS
                and _letters(block.text) == wanted
            ):
                return position
    return best


_HEADLINE_TAGS: Final = frozenset(("h1", "h2", "h3", "h4", "div", "p", "header", "td"))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
