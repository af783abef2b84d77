"""What is known about each block of text of a page before it is judged.

The features describe the block (its length, its links, its punctuation), where
it stands (its containers' share of the page's running text) and what stands
around it. They follow the line of work from Kohlschütter et al., "Boilerplate
Detection using Shallow Text Features" (WSDM 2010), and add the containers.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from .boilerplate_words import (
    COMMENTS,
    COOKIES,
    FOOTER,
    HIDDEN,
    IN_ASIDE,
    IN_FOOTER,
    IN_NAV,
    NAVIGATION,
    NOT_SHOWN,
    RELATED,
)
from .page_phrases import phrase_flags
from .page_walk import PageWalk, TextBlock

NUMBERS: Final = (
    "words link ends commas end first upper bold colon repeated in_body in_summary "
    "is_headline after_headline share_own share_1 share_2 share_3 link_1 link_2 mean_1 mean_2 "
    "blocks_1 blocks_2 before_long after_long same_before same_after in_main up_to_main "
    "before_first after_last done prev_words prev_link prev_heading next_words next_link "
    "next_heading kin kin_words kin_share section_words section_link from_heading image "
    "all_words long_blocks level depth prev2_words next2_words has_body digits kin_link longest_1"
).split()

TAGS: Final = (
    "p div li h1 h2 h3 h4 h5 h6 td th figcaption blockquote pre dd dt section article span"
).split()
TAG_CODES: Final = {tag: code for code, tag in enumerate(TAGS, 1)}

LONG: Final = 10
"""A block of this many words may be running text."""

_BAD: Final = (
    COMMENTS
    | COOKIES
    | FOOTER
    | HIDDEN
    | IN_ASIDE
    | IN_FOOTER
    | IN_NAV
    | NAVIGATION
    | NOT_SHOWN
    | RELATED
)
_LEAVES: Final = frozenset("p h1 h2 h3 h4 h5 h6 li td th dd dt figcaption blockquote pre".split())
_HEADINGS: Final = {f"h{n}": n for n in range(1, 7)}
_ENDS: Final = ".!?:;…。！？；：।؟"
_CLOSING: Final = frozenset('.!?…。！？।؟"”’»」』)）')


Features: TypeAlias = tuple[list[float], int, int, int, int, int]


class Layout:
    """How the text of a page is spread over its elements.

    Attributes:
        main: index of the lowest element that holds most of the running text.
        inside: for each element whether it stands in `main`.
        chain: for each element whether `main` stands in it.
        mass: words of running text in each element.
        total: words of running text on the page.
    """

    __slots__ = ("chain", "count", "inside", "link", "longest", "main", "mass", "total", "words")

    def __init__(self, page: PageWalk) -> None:
        parents, flags = page.parents, page.flags
        size = len(parents)
        raw = [0] * size
        words = [0.0] * size
        link = [0.0] * size
        count = [0] * size
        longest = [0] * size
        for block in page.blocks:
            element = block.element
            length = block.words
            words[element] += length
            link[element] += length * block.link
            count[element] += 1
            if length >= LONG and block.link < 0.4:
                raw[element] += length
            if length > longest[element]:
                longest[element] = length
        own = raw[:]
        for index in range(size - 1, 0, -1):
            if count[index]:
                parent = parents[index]
                words[parent] += words[index]
                link[parent] += link[index]
                count[parent] += count[index]
                raw[parent] += raw[index]
                if longest[index] > longest[parent]:
                    longest[parent] = longest[index]
        half = raw[0] * 0.5
        bad = [False] * size
        mass = [0.0] * size
        for index in range(1, size):
            if count[index]:
                bad[index] = bad[parents[index]] or (flags[index] & _BAD != 0 and raw[index] < half)
                if own[index]:
                    mass[index] = own[index] * (0.2 if bad[index] else 1.0)
        mass[0] = float(own[0])
        for index in range(size - 1, 0, -1):
            if mass[index]:
                mass[parents[index]] += mass[index]
        self.total = mass[0]
        self.mass = mass
        self.words, self.link, self.count, self.longest = words, link, count, longest
        self.main = self._descend(page)
        chain = [False] * size
        index = self.main
        while index >= 0:
            chain[index] = True
            index = parents[index]
        inside = [False] * size
        for index in range(size):
            inside[index] = index == self.main or (index > 0 and inside[parents[index]])
        self.chain, self.inside = chain, inside

    def _descend(self, page: PageWalk) -> int:
        """Return the lowest element with at least three quarters of the running text."""
        least = self.total * 0.75
        main = 0
        mass, parents, tags = self.mass, page.parents, page.tags
        for index in range(1, len(parents)):
            if mass[index] >= least and parents[index] == main and mass[index] > 0:
                if tags[index] in _LEAVES:
                    break
                main = index
        return main


def block_features(
    page: PageWalk,
    layout: Layout,
    headline: int,
    article_body: str,
    summary: str,
    title: str,
) -> list[Features | None]:
    """Return for each block its numbers, tag code and four masks of flags.

    None stands for a block that is no story for sure: outside the main container,
    and a link or a short line.

    Args:
        headline: index of the block that is the headline, -1 where none is.
        article_body: text of the story as the metadata have it, squeezed, or "".
        summary: the description in the metadata, squeezed, or "".
        title: the title, squeezed, or "".

    The masks are: what the element's own names say, what those of the element and
    its next two containers say, what all containers below the main one say, and
    what phrases the text holds.
    """
    blocks = page.blocks
    parents, tags, flags, names = page.parents, page.tags, page.flags, page.names
    mass, words_in, link_in, count_in = layout.mass, layout.words, layout.link, layout.count
    chain, inside, longest = layout.chain, layout.inside, layout.longest
    total = layout.total or 1.0
    size = len(blocks)
    relative = [0] * len(parents)
    below = [0] * len(parents)
    for index in range(1, len(parents)):
        if count_in[index] and not chain[index]:
            parent = parents[index]
            relative[index] = relative[parent] | flags[index]
            below[index] = below[parent] + 1

    seen: dict[str, int] = {}
    kin: dict[tuple[str, str, str], list[float]] = {}
    keys: list[tuple[str, str, str]] = []
    long_at: list[int] = []
    phrases: list[int] = []
    for position, block in enumerate(blocks):
        seen[block.text] = seen.get(block.text, 0) + 1
        element = block.element
        key = (tags[element], names[element], names[parents[element]] if element else "")
        keys.append(key)
        group = kin.get(key)
        if group is None:
            kin[key] = [1.0, float(block.words), block.words * block.link]
        else:
            group[0] += 1.0
            group[1] += block.words
            group[2] += block.words * block.link
        if block.words >= LONG and block.link < 0.4 and inside[element]:
            long_at.append(position)
        phrases.append(phrase_flags(block.text))
    first = long_at[0] if long_at else 0
    last = long_at[-1] if long_at else 0

    # The section from each heading to the next: how many words, how many of them links.
    section_words = [0.0] * size
    section_link = [0.0] * size
    running = linked = 0.0
    for position in range(size - 1, -1, -1):
        block = blocks[position]
        if tags[block.element] in _HEADINGS:
            section_words[position] = running
            section_link[position] = linked / running if running else 0.0
            running = linked = 0.0
        else:
            running += block.words
            linked += block.words * block.link
    next_long = [size] * size
    here = size
    for position in range(size - 1, -1, -1):
        next_long[position] = here
        block = blocks[position]
        if block.words >= LONG and block.link < 0.4:
            here = position

    out: list[Features | None] = []
    before_long = -1
    heading = -1
    done = 0.0
    section = (0.0, 0.0)
    heading_phrases = 0
    none = TextBlock("", 0, [], 0.0)
    none.words = 0
    none.bold = False
    none.images = 0
    for position, block in enumerate(blocks):
        element = block.element
        tag = tags[element]
        text = block.text
        words = block.words
        level = _HEADINGS.get(tag, 0)
        if level:
            heading = position
            section = (section_words[position], section_link[position])
            heading_phrases = phrases[position]
        if not inside[element] and (block.link > 0.9 or (words < LONG and not level)):
            out.append(None)
            continue
        one = parents[element] if tag in _LEAVES and element else element
        if tag == "li" and one:
            one = parents[one]
        two = parents[one] if one else 0
        three = parents[two] if two else 0
        before = blocks[position - 1] if position else none
        after = blocks[position + 1] if position + 1 < size else none
        after_long = next_long[position]
        group = kin[keys[position]]
        main_up = below[element]
        squeezed = text if len(text) < 80 else text[:80]
        numbers = [
            words,
            block.link,
            sum(map(text.count, _ENDS)) / words if words < 400 else 0.05,
            (text.count(",") + text.count("，") + text.count("、")) / words,
            1.0 if text[-1] in _CLOSING else 0.0,
            1.0 if text[0].isupper() else (0.5 if text[0].isalpha() else 0.0),
            1.0 if text.isupper() else 0.0,
            1.0 if block.bold else 0.0,
            1.0 if text[-1] == ":" or text[-1] == "：" else 0.0,
            seen[text],
            (1.0 if squeezed in article_body else -1.0) if article_body and len(text) > 12 else 0.0,
            (1.0 if squeezed in summary or summary in text else 0.0)
            if summary and words > 4
            else 0,
            1.0 if text == title or position == headline else 0.0,
            position - headline if headline >= 0 else -200,
            mass[element] / total,
            mass[one] / total,
            mass[two] / total,
            mass[three] / total,
            link_in[one] / words_in[one],
            link_in[two] / words_in[two],
            words_in[one] / count_in[one],
            words_in[two] / count_in[two],
            count_in[one],
            count_in[two],
            position - before_long if before_long >= 0 else 99,
            after_long - position if after_long < size else 99,
            (
                1.0
                if before_long >= 0 and blocks[before_long].element == element
                else 0.5
                if before_long >= 0 and parents[blocks[before_long].element] == parents[element]
                else 0.0
            ),
            (
                1.0
                if after_long < size and blocks[after_long].element == element
                else 0.5
                if after_long < size and parents[blocks[after_long].element] == parents[element]
                else 0.0
            ),
            1.0 if inside[element] else 0.0,
            main_up,
            first - position,
            position - last,
            done / total,
            before.words,
            before.link,
            1.0 if tags[before.element] in _HEADINGS else 0.0,
            after.words,
            after.link,
            1.0 if tags[after.element] in _HEADINGS else 0.0,
            group[0],
            group[1] / group[0],
            group[1] / total,
            section[0],
            section[1],
            position - heading if heading >= 0 else 99,
            block.images - before.images if position else block.images,
            total,
            len(long_at),
            level,
            below[element],
            blocks[position - 2].words if position > 1 else 0,
            blocks[position + 2].words if position + 2 < size else 0,
            1.0 if article_body else 0.0,
            1.0 if text[0].isdigit() else 0.0,
            group[2] / group[1],
            longest[one],
        ]
        own = flags[element] | block.flags
        near = own
        if element:
            near |= flags[parents[element]] if not chain[parents[element]] else 0
            near |= flags[two] if not chain[two] else 0
        out.append(
            (
                numbers,
                TAG_CODES.get(tag, 0),
                own,
                near,
                relative[element] | block.flags,
                phrases[position] | heading_phrases << 20,
            )
        )
        if words >= LONG and block.link < 0.4:
            before_long = position
            if inside[element]:
                done += words
    return out
