"""What is known about each block of text of a page before it is judged.

The features describe the block (its length, its links, its punctuation), where
it stands (its containers' share of the page's running text) and what stands
around it. They follow the line of work from Kohlschütter et al., "Boilerplate
Detection using Shallow Text Features" (WSDM 2010), and add the containers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from .boilerplate_words import COMMENTS, COOKIES, IN_FORM
from .page_layout import LEAVES, LONG, Layout
from .page_phrases import phrase_flags
from .page_walk import PageWalk

NUMBERS: Final = (
    "words link ends commas end first bold repeated in_body in_summary is_headline "
    "after_headline share_own share_1 share_2 share_3 link_1 link_2 mean_1 mean_2 blocks_1 "
    "blocks_2 after_long same_before same_after in_main up_to_main before_first after_last done "
    "prev_words prev_link next_words next_link kin kin_words kin_share section_words section_link "
    "from_heading image all_words level next2_words kin_link longest_1"
).split()

TAGS: Final = (
    "p div li h1 h2 h3 h4 h5 h6 td th figcaption blockquote pre dd dt section article span"
).split()
TAG_CODES: Final = {tag: code for code, tag in enumerate(TAGS, 1)}

HEADING_SHIFT: Final = 20
"""The phrases of the heading above stand this many bits higher than the block's own."""

LITTLE_TEXT: Final = 120
"""A page with fewer words of running text is looked at line by line."""

MANY_WORDS: Final = 400
"""The sentences of so long a text are not counted."""

FAR: Final = 60
"""Blocks: what is farther away is as far, and what is more is as many. Few pages that a model
learns from are longer, and it would take what it has hardly seen for something else."""

MANY_WORDS_IN_ALL: Final = 3000
"""The same of the words of a page."""

NEVER: Final = COMMENTS | COOKIES | IN_FORM
"""Containers whose text is no story, unless the main container is one of them itself: of
blocks in comments 1 in 90 was (a live report whose parts are called so), in forms 1 in 900."""

_HEADINGS: Final = {f"h{n}": n for n in range(1, 7)}
_CLOSING: Final = frozenset('.!?…。！？।؟"”’»」』)）')


class Said(NamedTuple):
    """What the page itself says of a block, by names and by words.

    Attributes:
        tag: the code of its element's tag, 0 for one that has none (:data:`TAG_CODES`).
        own: the flags of its element's own names (see boilerplate_words).
        near: those of the element and its next two containers.
        every: those of all containers below the main one.
        phrases: the flags of the phrases in its text (see page_phrases), and higher those of
            the heading above.
    """

    tag: int
    own: int
    near: int
    every: int
    phrases: int


Features: TypeAlias = tuple[list[float], Said]
"""The numbers of a block, in the order of :data:`NUMBERS`, and what is said of it."""


def block_features(
    page: PageWalk,
    layout: Layout,
    headline: int,
    article_body: str,
    summary: str,
    title: str,
) -> Iterator[Features | None]:
    """Yield for each block, in reading order, its numbers and what is said of it.

    None stands for a block that is no story for sure: outside the main container,
    and a link or a short line. One that is none by its containers (:data:`NEVER`) has no
    numbers.

    Args:
        page: what the walk found.
        layout: how its text is spread.
        headline: index of the block that is the headline, -1 where none is.
        article_body: text of the story as the metadata have it, squeezed, or "".
        summary: the description in the metadata, squeezed, or "".
        title: the title, squeezed, or "".
    """
    blocks = page.blocks
    parents, tags = page.parents, page.tags
    mass, words_in, link_in, count_in = layout.mass, layout.words, layout.link, layout.count
    inside, longest = layout.inside, layout.longest
    total = layout.total or 1.0
    size = len(blocks)
    relative = _Relative(page, layout)
    # A page with little running text may have its story in short lines anywhere.
    shortest = LONG if layout.total >= LITTLE_TEXT else 1
    candidates = [
        inside[block.element]
        or (block.link <= 0.9 and (block.words >= shortest or tags[block.element] in _HEADINGS))
        for block in blocks
    ]

    seen: dict[str, int] = {}
    kin: dict[tuple[str, str, str], list[float]] = {}
    kin_keys: dict[int, tuple[str, str, str]] = {}
    never = NEVER & ~page.flags(layout.main)
    known, flags_of = relative.known, relative.of
    refused: dict[int, Features] = {}
    heads: list[int] = []
    words_of: list[int] = []
    links_of: list[float] = []
    first = last = -1
    for position, block in enumerate(blocks):
        element = block.element
        words = block.words
        words_of.append(words)
        links_of.append(block.link)
        heads.append(_HEADINGS.get(tags[element], 0))
        if not candidates[position]:
            continue
        own, _, near, every, _ = known.get(element) or flags_of(element)
        if every & never:
            candidates[position] = False
            said = Said(TAG_CODES.get(tags[element], 0), own, near, every, 0)
            refused[position] = ([], said)
            continue
        seen[block.text] = seen.get(block.text, 0) + 1
        key = kin_keys.get(element)
        if key is None:
            key = (tags[element], page.name(element), page.name(parents[element] if element else 0))
            kin_keys[element] = key
        group = kin.get(key)
        if group is None:
            kin[key] = [1.0, float(words), words * block.link]
        else:
            group[0] += 1.0
            group[1] += words
            group[2] += words * block.link
        if words >= LONG and block.link < 0.4 and inside[element]:
            last = position
            if first < 0:
                first = position
    first, last = max(first, 0), max(last, 0)

    # The section from each heading to the next: how many words, how many of them links.
    section_words = [0.0] * size
    section_link = [0.0] * size
    next_long = [size] * size
    running = linked = 0.0
    here = size
    for position in range(size - 1, -1, -1):
        next_long[position] = here
        words, link = words_of[position], links_of[position]
        if heads[position]:
            section_words[position] = running
            section_link[position] = linked / running if running else 0.0
            running = linked = 0.0
        else:
            running += words
            linked += words * link
        if words >= LONG and link < 0.4:
            here = position

    # Two blocks of nothing at either end, so that every block has neighbours.
    words_of += (0, 0)
    links_of += (0.0, 0.0)
    groups = {
        key: (min(n, FAR), sum_ / n, sum_ / total, linked / sum_)
        for key, (n, sum_, linked) in kin.items()
    }
    containers: dict[int, tuple[float, ...]] = {}
    long_element = long_parent = -2
    heading = -1
    done = 0.0
    section = (0.0, 0.0)
    heading_phrases = 0
    images = 0
    for position, block in enumerate(blocks):
        images_before, images = images, block.images
        if not candidates[position]:
            yield refused.get(position)
            continue
        element = block.element
        parent = parents[element]
        tag = tags[element]
        text = block.text
        words = block.words
        link = block.link
        level = heads[position]
        phrases = phrase_flags(text)
        if level:
            heading = position
            section = (section_words[position], section_link[position])
            heading_phrases = phrases
        one = element
        if tag in LEAVES and layout.is_leaf(tag, element):
            one = parent
            if tag == "li" and one:
                one = parents[one]
        around = containers.get(one)
        if around is None:
            two = parents[one] if one else 0
            three = parents[two] if two else 0
            around = containers[one] = (
                mass[one] / total,
                mass[two] / total,
                mass[three] / total,
                link_in[one] / words_in[one],
                link_in[two] / words_in[two],
                words_in[one] / count_in[one],
                words_in[two] / count_in[two],
                min(count_in[one], FAR),
                min(count_in[two], FAR),
                longest[one],
            )
        share_1, share_2, share_3, link_1, link_2, mean_1, mean_2, blocks_1, blocks_2, longest_1 = (
            around
        )
        family = groups[kin_keys[element]]
        after_long = next_long[position]
        end = text[-1]
        start = text[0]
        count = text.count
        commas = count(",")
        if words < MANY_WORDS:
            ends = count(".") + count("!") + count("?") + count(":") + count(";")
        else:
            ends = 0
        if not text.isascii():
            if words < MANY_WORDS:
                ends += count("…") + count("。") + count("！") + count("？")
            commas += count("，") + count("、")
        in_body = in_summary = 0.0
        if article_body and len(text) > 12:
            in_body = 1.0 if (text if len(text) < 80 else text[:80]) in article_body else -1.0
        if summary and words > 4:
            in_summary = 1.0 if text[:80] in summary or summary in text else 0.0
        same_before = same_after = 0.0
        if element == long_element:
            same_before = 1.0
        elif parent == long_parent:
            same_before = 0.5
        if after_long < size:
            other = blocks[after_long].element
            if other == element:
                same_after = 1.0
            elif parents[other] == parent:
                same_after = 0.5
        own, _, near, every, depth = known[element]
        if block.span is not None:
            span = block.span_flags()
            own |= span
            near |= span
            every |= span
        capital = start.isupper()
        numbers = [
            words,
            link,
            ends / words if words < MANY_WORDS else 0.05,
            commas / words,
            1.0 if end in _CLOSING else 0.0,
            1.0 if capital else (0.5 if start.isalpha() else 0.0),
            1.0 if block.bold else 0.0,
            seen[block.text],
            in_body,
            in_summary,
            1.0 if text == title or position == headline else 0.0,
            _near(position - headline) if headline >= 0 else -200,
            mass[element] / total,
            share_1,
            share_2,
            share_3,
            link_1,
            link_2,
            mean_1,
            mean_2,
            blocks_1,
            blocks_2,
            min(after_long - position, FAR) if after_long < size else 99,
            same_before,
            same_after,
            1.0 if inside[element] else 0.0,
            depth,
            _near(first - position),
            _near(position - last),
            done / total,
            words_of[position - 1],
            links_of[position - 1],
            words_of[position + 1],
            links_of[position + 1],
            family[0],
            family[1],
            family[2],
            section[0],
            section[1],
            min(position - heading, FAR) if heading >= 0 else 99,
            images - images_before,
            min(total, MANY_WORDS_IN_ALL),
            level,
            words_of[position + 2],
            family[3],
            longest_1,
        ]
        phrases |= heading_phrases << HEADING_SHIFT
        yield numbers, Said(TAG_CODES.get(tag, 0), own, near, every, phrases)
        if words >= LONG and link < 0.4:
            long_element, long_parent = element, parent
            if inside[element]:
                done += words


def _near(blocks: int) -> int:
    """Return a distance in blocks, of at most :data:`FAR` either way."""
    return -FAR if blocks < -FAR else min(blocks, FAR)


class _Relative:
    """The flags of the elements around an element, up to those that hold the main one."""

    def __init__(self, page: PageWalk, layout: Layout) -> None:
        self.page = page
        self.chain = layout.chain
        self.known: dict[int, tuple[int, int, int, int, int]] = {}

    def of(self, element: int) -> tuple[int, int, int, int, int]:
        """Return what is said by the element, by its parent, by it and the next two, by all.

        The fifth number is how many there are up to the elements that hold the main one.
        """
        known, chain, parents = self.known, self.chain, self.page.parents
        path = []
        index = element
        while index not in known:
            path.append(index)
            if chain[index]:
                break
            index = parents[index]
        flags = self.page.flags
        while path:
            index = path.pop()
            own = flags(index)
            if chain[index]:
                known[index] = (own, 0, own if index == element else 0, 0, 0)
                continue
            parent = parents[index]
            above, two, _, every, depth = known[parent]
            if chain[parent]:
                known[index] = (own, 0, own, own | every, depth + 1)
            else:
                known[index] = (own, above, own | above | two, own | every, depth + 1)
        return known[element]
