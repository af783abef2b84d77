"""Which blocks of a labelled page are story: the page's words laid beside the reference's.

Long blocks that occur once are anchors, in the longest run of them that has the
order of the reference; shorter ones count only where they stand between the
right anchors.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

GRAM = 4
ANCHOR_WORDS = 8
TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")


def tokens(text: str) -> list[str]:
    """Return the words of `text`, characters where a script has no blanks."""
    return TOKEN.findall(unicodedata.normalize("NFKC", text).lower())


def flat(text: str) -> str:
    """Return the letters and digits of `text` alone."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _grams(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)]


def _rising(numbers: Sequence[int]) -> list[int]:
    """Return the indexes of a longest strictly rising run (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect.bisect_left(tails, number)
        back.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(number)
            ends.append(index)
        else:
            tails[place], ends[place] = number, index
    run = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(index)
        index = back[index]
    return run[::-1]


def labels_by_text(blocks: Sequence[str], reference: str) -> list[float]:
    """Return for each block the share of it that is in `reference`, -1 for no words."""
    wanted = tokens(reference)
    where: dict[tuple[str, ...], list[int]] = {}
    for index, gram in enumerate(_grams(wanted)):
        where.setdefault(gram, []).append(index)
    words = [tokens(block) for block in blocks]
    often = Counter(map(tuple, words))
    cover = [0.0] * len(words)
    place = [-1] * len(words)
    for index, block in enumerate(words):
        grams = _grams(block)
        hits = [gram for gram in grams if gram in where]
        if hits:
            cover[index] = len(hits) / len(grams)
            place[index] = where[hits[0]][0]
    sure = [
        i
        for i, block in enumerate(words)
        if len(block) >= ANCHOR_WORDS and cover[i] > 0.8 and often[tuple(block)] == 1
    ]
    anchors = [sure[i] for i in _rising([place[i] for i in sure])]
    line = " " + " ".join(wanted) + " "
    starts = [1]
    for word in wanted:
        starts.append(starts[-1] + len(word) + 1)
    found = [0.0] * len(words)
    is_anchor = set(anchors)
    low = passed = 0
    for index, block in enumerate(words):
        if index in is_anchor:
            found[index] = cover[index]
            low = min(len(wanted), place[index] + len(block))
            passed += 1
            continue
        high = place[anchors[passed]] if passed < len(anchors) else len(wanted)
        if not block:
            found[index] = -1.0
            continue
        at = -1
        if low <= high:
            piece = " " + " ".join(block) + " "
            at = line.find(piece, starts[low] - 1, starts[high] + 1)
        if len(block) >= GRAM:
            found[index] = cover[index]
            if often[tuple(block)] > 1:
                grams = _grams(block)
                near = sum(any(low - 2 <= p <= high for p in where.get(g, ())) for g in grams)
                found[index] = near / len(grams)
            use = found[index] > 0.8 and at >= 0
        else:
            use = at >= 0 and (high - low < 60 or at - starts[low] < 300)
            found[index] = 1.0 if use else 0.0
        if use:
            low = max(low, bisect.bisect_left(starts, at + 1) + len(block))
    return found


def labels_by_segments(
    blocks: Sequence[str], inside: Sequence[str], outside: Sequence[str]
) -> list[float]:
    """Return 1 for blocks that hold a segment of the story, 0 for those of others, else -1."""
    letters = [flat(block) for block in blocks]
    found = [-1.0] * len(blocks)
    for segment in filter(None, map(flat, inside)):
        hits = [i for i, block in enumerate(letters) if segment in block]
        if len(hits) == 1:
            found[hits[0]] = 1.0
    for segment in filter(None, map(flat, outside)):
        for index, block in enumerate(letters):
            if segment in block and found[index] != 1.0:
                found[index] = 0.0
    return found
