"""Lines around a Chinese or Korean story that may say who wrote or edited it, or where it is from.

The judge of the story leaves them out, as they are none of it; the rules for credits read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .page_walk import PageWalk

_BEHIND: Final = 12
"""Blocks behind the story that are looked at."""
_BEFORE: Final = 12
"""Blocks before the story, after its headline, that are looked at."""
_LONGEST: Final = 80

_CREDIT: Final = re.compile(
    "[编編责責校審审作記记采採撰執执文来來稿题題译譯]|^[^/／]{2,6}[/／]|기자|특파원"
)
"""A letter that every Chinese word for who made a story, or where it is from, holds one of; a
name before a stroke; a Korean reporter."""
_ITEM: Final = re.compile(
    r"[（(【\[]?(?:(?:责任|責任|本文|值班|网络|網絡)?(?:编辑|編輯)|责编|責編|校对|校對|审核|審核|"
    r"(?:本文)?原?标题)\s{0,3}[:：]"
)


def credits_beside(page: PageWalk, kept: Sequence[bool], headline: int) -> Iterator[str]:
    """Yield the short lines around a story that may be credits.

    Args:
        page: the blocks of the page.
        kept: which of them are story.
        headline: which of them is the headline, -1 for none.
    """
    if True not in kept:
        return
    blocks = page.blocks
    first = kept.index(True)
    last = len(kept) - 1
    while not kept[last]:
        last -= 1
    start = max(headline + 1, first - _BEFORE) if 0 <= headline < first else first
    for position in range(start, min(last + _BEHIND + 1, len(blocks))):
        if kept[position]:
            continue
        block = blocks[position]
        text = block.text
        if (
            not text.isascii()
            and len(text) <= _LONGEST
            and block.link < 0.5
            and _CREDIT.search(text)
        ):
            yield text


def is_credit_item(page: PageWalk, position: int) -> bool:
    """Whether an item of a list is a credit, which is no story wherever it stands."""
    block = page.blocks[position]
    text = block.text
    return (
        page.tags[block.element] == "li"
        and not text.isascii()
        and len(text) <= _LONGEST * 2
        and _ITEM.match(text) is not None
    )
