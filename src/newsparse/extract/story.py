"""Which parts of a whole page are its story: everything else gets a mark.

One walk finds the blocks of text (page_walk), each block is described by itself
and its surroundings (block_features) and judged by a small learned model
(block_model); the judgements become marks on the largest subtrees that hold no
story.
"""

from __future__ import annotations

from typing import Final

import attrs

from ..dom import Node, describe
from .block_features import TAG_CODES, Said, block_features
from .block_headline import find_headline
from .block_model import judge, probability
from .boilerplate_words import (
    ADVERT,
    AUTHOR,
    CAPTION,
    COMMENTS,
    CONTENTS,
    COOKIES,
    DATE,
    FOOTER,
    HIDDEN,
    IN_CAPTION,
    IN_FIGURE,
    IN_FOOTER,
    IN_NAV,
    NAVIGATION,
    NEWSLETTER,
    NOT_SHOWN,
    PAYWALL,
    RELATED,
    SHARE,
    TAGS,
)
from .credit_lines import credits_beside, is_credit_item
from .metadata.dateline import is_day_line
from .metadata.signature import signature_behind
from .page_kind import looks_paywalled, page_kind
from .page_layout import LONG, Layout
from .page_phrases import (
    ABOUT,
    ADVERTISING,
    COOKIE,
    DATED,
    DISCUSS,
    FILED_UNDER,
    PAY,
    READ_ALSO,
    RIGHTS,
    SHARE_THIS,
    SIGN_UP,
    WRITTEN_BY,
)
from .page_walk import PageWalk, walk_page

LEAST_CHANCE: Final = 0.35
"""No block with a lower probability is story."""

REPEATED_WORDS: Final = 12
"""A text of so many words that stands on the page again (a copy for small screens) is
story once."""

FEW_WORDS: Final = 25
"""A story of fewer words is looked for again in what was passed over."""

STORY_RULES: Final = {
    "page:advert": "an advertisement, or a note about one",
    "page:author-bio": "who the author is",
    "page:byline": "names and dates: they are metadata",
    "page:comments": "what readers wrote, or an invitation to write",
    "page:contents": "a table of contents",
    "page:cookies": "a notice about cookies or privacy",
    "page:footer": "the foot of the page",
    "page:headline": "the headline: it is the title, not part of the body",
    "page:list": "titles of other pages, or words in the place of a page that is not there",
    "page:hidden": "not shown to the reader",
    "page:navigation": "navigation",
    "page:newsletter": "an invitation to subscribe or register",
    "page:outside": "not part of the story by its place and form",
    "page:paywall": "an invitation to pay",
    "page:related": "links to other stories",
    "page:share": "buttons to share or follow",
    "page:stored": "the story was taken from the page's data, which the page does not show",
    "page:tags": "topics of the story",
}
"""The rule ids this module marks with, and what they say."""

_BY_PHRASE: Final = (
    (COOKIE, "page:cookies"),
    (PAY, "page:paywall"),
    (SIGN_UP, "page:newsletter"),
    (SHARE_THIS, "page:share"),
    (READ_ALSO, "page:related"),
    (ADVERTISING, "page:advert"),
    (DISCUSS, "page:comments"),
    (FILED_UNDER, "page:tags"),
    (RIGHTS, "page:footer"),
    (WRITTEN_BY | DATED, "page:byline"),
    (ABOUT, "page:author-bio"),
)
_BY_FLAG: Final = (
    (COOKIES, "page:cookies"),
    (COMMENTS, "page:comments"),
    (PAYWALL, "page:paywall"),
    (NEWSLETTER, "page:newsletter"),
    (SHARE, "page:share"),
    (RELATED, "page:related"),
    (ADVERT, "page:advert"),
    (CONTENTS, "page:contents"),
    (AUTHOR | DATE, "page:byline"),
    (TAGS, "page:tags"),
    (FOOTER | IN_FOOTER, "page:footer"),
    (NAVIGATION | IN_NAV, "page:navigation"),
    (HIDDEN | NOT_SHOWN, "page:hidden"),
)


@attrs.frozen(kw_only=True)
class StoryHints:
    """What the metadata of a page say about its story.

    Attributes:
        headline: the chosen title.
        article_body: the text in JSON-LD's articleBody; it may be cut off.
        summary: the description.
        authors: names.
        url: where the page is from.
        language: BCP 47 code.
    """

    headline: str | None = None
    article_body: str | None = None
    summary: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None


@attrs.frozen(kw_only=True)
class StoryFinding:
    """What was found.

    Attributes:
        words: how many words the story has (half the characters in scripts without blanks).
        confidence: mean probability of the story's words being right, 0 to 1.
        paywalled: whether only a teaser seems to be there.
        kind: ``article``; ``index`` for a page that lists others; ``links`` for one with hardly
            anything but links; ``shell`` for one without text before its scripts have run.
        container: the element that holds most of the story, like a selector.
        captions: ``mem_id`` of elements that are captions and credits of pictures in the story.
        signature: the name of a person on a line of its own behind the story.
        beside: lines before and behind the story that may be Chinese credits.
    """

    words: int
    confidence: float
    paywalled: bool
    kind: str
    container: str
    captions: frozenset[int] = frozenset()
    signature: str | None = None
    beside: tuple[str, ...] = ()


def mark_story(body: Node, marks: dict[int, str], hints: StoryHints) -> StoryFinding:
    """Mark in `body` every largest subtree that is not story.

    Args:
        body: the ``<body>`` element, or the root where there is none; not changed.
        marks: ``mem_id`` -> rule id; what is marked is passed over, and marks are added
            with the ids of :data:`STORY_RULES`.
        hints: what the metadata say.
    """
    page = walk_page(body, marks)
    story = _Story(page, hints)
    if story.words < FEW_WORDS and page.passed:
        whole = walk_page(body, marks, everything=True)
        second = _Story(whole, hints)
        if second.words > story.words:
            page, story = whole, second
    story.mark(marks)
    return StoryFinding(
        words=story.words,
        confidence=story.confidence,
        paywalled=looks_paywalled(story.kept, story.words, story.said),
        kind=page_kind(page, story.kept, story.words),
        container=describe(page.nodes[story.layout.main if story.layout else 0]),
        captions=frozenset(story.captions),
        signature=None if hints.authors else signature_behind(page, story.kept),
        beside=tuple(credits_beside(page, story.kept, story.headline)),
    )


class _Story:
    """The judgement of one walk."""

    def __init__(self, page: PageWalk, hints: StoryHints) -> None:
        self.page = page
        self.kept: list[bool] = []
        self.captions: list[int] = []
        self.words = 0
        self.confidence = 0.0
        self.headline = -1
        self.layout: Layout | None = None
        self.said: list[Said | None] = []
        if not page.blocks:
            return
        title = " ".join((hints.headline or "").split())
        self.headline = find_headline(page, title)
        self.layout = Layout(page)
        score = judge()
        chances: list[float] = []
        for features in block_features(
            page,
            self.layout,
            self.headline,
            " ".join((hints.article_body or "").split()),
            " ".join((hints.summary or "").split()),
            title,
        ):
            if features is None:
                self.said.append(None)
                chances.append(0.0)
                continue
            numbers, said = features
            self.said.append(said)
            chances.append(probability(score(numbers, *said)) if numbers else 0.0)
        if self.headline >= 0:
            chances[self.headline] = 0.0
        words = [block.words for block in page.blocks]
        least = best_threshold(chances, words)
        seen: set[str] = set()
        sure = 0.0
        copy = False
        opening = True
        for position, chance in enumerate(chances):
            keep = chance >= least
            text = page.blocks[position].text
            if keep and is_credit_item(page, position):
                keep = False
            if keep and opening:
                # Of such lines that were taken for story, none was (56 pages of unseen sites).
                opening = words[position] < LONG
                keep = not (opening and is_day_line(text))
            if keep:
                again = text in seen
                if words[position] >= REPEATED_WORDS:
                    copy = again
                # A short line may well stand twice in a story, but not within a copy of it.
                keep = not (copy and again)
                seen.add(text)
            self.kept.append(keep)
            if keep:
                self.words += words[position]
                sure += words[position] * chance
        if self.words:
            self.confidence = sure / self.words

    def mark(self, marks: dict[int, str]) -> None:
        """Mark the largest subtrees without story."""
        page, kept, blocks = self.page, self.kept, self.page.blocks
        parents, nodes = page.parents, page.nodes
        size = len(parents)
        holds = [False] * size
        sample = [-1] * size
        texts = [False] * size
        story = [i for i, keep in enumerate(kept) if keep]
        first = blocks[story[0]].element if story else size
        last = blocks[story[-1]].element if story else -1
        start = first
        if 0 <= self.headline < (story[0] if story else 0):
            start = blocks[self.headline].element
        captions = set()
        for position, keep in enumerate(kept):
            block = blocks[position]
            element = block.element
            texts[element] = True
            if not keep and self._is_caption(position, start, last):
                captions.add(element)
                keep = True
            if keep:
                holds[element] = True
            elif sample[element] < 0:
                sample[element] = position
        for index in range(size - 1, 0, -1):
            parent = parents[index]
            if holds[index]:
                holds[parent] = True
            if texts[index]:
                texts[parent] = True
            if sample[parent] < 0:
                sample[parent] = sample[index]
        holds[0] = True
        for node, rule in page.passed:
            marks[node.mem_id] = rule
        for index in range(1, size):
            if holds[index] or not holds[parents[index]]:
                continue
            if texts[index]:
                marks[nodes[index].mem_id] = self._reason(sample[index], index)
            elif not start <= index <= last:
                marks[nodes[index].mem_id] = "page:outside"
        for position, keep in enumerate(kept):
            element = blocks[position].element
            if not keep and holds[element] and element not in captions:
                rule = self._reason(position, element)
                for node in blocks[position].nodes:
                    marks[node.mem_id] = rule
        for element in captions:
            self.captions.append(nodes[element].mem_id)

    def _is_caption(self, position: int, start: int, last: int) -> bool:
        """Whether a block is the caption of a picture inside the story."""
        said = self.said[position]
        block = self.page.blocks[position]
        if said is None or not start <= block.element <= last or block.link > 0.5:
            return False
        if not said.near & (IN_CAPTION | IN_FIGURE):
            return False
        if said.every & (RELATED | COMMENTS | NOT_SHOWN):
            return False
        return said.tag == TAG_CODES["figcaption"] or bool(said.near & (IN_CAPTION | CAPTION))

    def _reason(self, position: int, element: int) -> str:
        """Return the rule for a subtree whose element and one of whose blocks are known."""
        if position == self.headline:
            return "page:headline"
        page = self.page
        phrases = 0
        flags = page.flags(element)
        if position >= 0:
            block = page.blocks[position]
            said = self.said[position]
            if said is None:
                flags |= page.flags(block.element)
            else:
                flags |= said.near
                phrases = said.phrases
        for flag, rule in _BY_FLAG:
            if flags & flag:
                return rule
        for flag, rule in _BY_PHRASE:
            if phrases & flag:
                return rule
        if position >= 0 and is_day_line(page.blocks[position].text):
            return "page:byline"
        return "page:outside"


def best_threshold(chances: list[float], words: list[int]) -> float:
    """Return the probability from which on to keep blocks for the best expected word F1.

    The best threshold is half of the F1 that is reached with it (Lipton et al.,
    "Optimal Thresholding of Classifiers to Maximize F1 Measure", 2014), found in three
    steps, between :data:`LEAST_CHANCE` and one half.
    """
    pairs = [(c, w) for c, w in zip(chances, words, strict=True) if c > 0.02]
    expected = sum(c * w for c, w in pairs)
    threshold = 0.5
    for _ in range(3):
        hits = size = 0.0
        for chance, count in pairs:
            if chance >= threshold:
                hits += chance * count
                size += count
        if not size:
            return LEAST_CHANCE
        threshold = min(0.5, max(LEAST_CHANCE, hits / (size + expected)))
    return threshold
