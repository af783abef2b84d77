"""What stands below a picture: its caption, and within that who made it.

Chinese sites write both in one line, and often as a paragraph like any other:
``码头上的渔船。海湾日报记者 王五 摄``.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from .body import Figure, Inline, plain
from .draft import Draft
from .extract.part import PARAGRAPH, Part, trim, without
from .headline import current, same_words
from .ledger import Cut

SIGNS: Final = "article:caption-signs"

REASONS: Final = {
    SIGNS: "the sign before a caption, and the bar between it and the picture's maker",
}

_STOCK: Final = "视觉中国|东方IC|图虫创意|摄图网|人民视觉|新华社|中新社|IC photo"
_CREDIT: Final = re.compile(
    r"(?:^[▲△↑]?\s{0,2}|(?<=[。！？\s|｜，])|(?=[（(]))"
    r"(?P<credit>[（(]?(?:"
    r"(?:图片来源|资料来源|图片|题图|图源|图自|图据|摄影|供图|图|摄)\s?[：:/／|｜]\s?[^。！？：:|｜]{2,24}"
    r"|(?:图片|题图|配图)均?(?:来自|来源于)\s?[^。！？，]{2,16}"
    r"|[\u3400-\u9fffA-Za-z·][\u3400-\u9fffA-Za-z·、\s]{1,20}?\s?(?:供图|(?<!拍)摄)(?:\s[\u3400-\u9fff]{2,8})?"
    rf"|(?:{_STOCK})(?:\s?(?:供图|资料图?片?|图|发))?"
    r"|(?:视频|网页|网络)截图|资料图片?"
    r")[）)]?)。?$"
)
"""Who made a picture, as the end of its caption or all of it."""

_HINT: Final = re.compile("[图摄]|视觉|资料|[新中][华新]社|IC")
"""Without one of these at its end, a text names no maker of a picture."""

_LONGEST: Final = 160
"""Characters: a longer paragraph is no caption."""

_TAIL: Final = 40

_SIGN: Final = re.compile(r"^[▲△↑]\s{0,2}")
_BAR: Final = re.compile(r"\s{0,2}[|｜丨]\s{0,2}$")


def read_picture_texts(draft: Draft) -> None:
    """Give pictures the caption in the paragraph below them, and captions their credit.

    Alternative texts that only repeat the headline are dropped: they do not tell the picture.
    """
    if not any(type(part.block) is Figure for part in draft.parts):
        return
    title = current(draft)
    parts: list[Part] = []
    for part in draft.parts:
        figure = part.block
        before = parts[-1] if parts else None
        if type(figure) is Figure:
            if figure.image.alt and figure.image.alt == title:
                image = attrs.evolve(figure.image, alt=None)
                figure = Figure(image=image, caption=figure.caption, credit=figure.credit)
            if figure.caption and figure.credit is None:
                figure = _with_credit(draft, figure, part)
            part.block = figure
        elif before is not None and _is_caption(part, before):
            above = before.block
            assert type(above) is Figure
            above = Figure(image=above.image, caption=part.content)
            before.block = _with_credit(draft, above, part)
            continue
        parts.append(part)
    draft.parts = parts


def _find_credit(text: str) -> re.Match[str] | None:
    if len(text) > _LONGEST or not _HINT.search(text, max(0, len(text) - _TAIL)):
        return None
    return _CREDIT.search(text)


def _is_caption(part: Part, before: Part) -> bool:
    """Whether a paragraph below a picture is its caption."""
    figure, text = before.block, part.text
    if type(figure) is not Figure or figure.caption or figure.credit is not None:
        return False
    if part.level != PARAGRAPH or not text or len(text) > _LONGEST:
        return False
    alt = figure.image.alt
    return bool(
        _SIGN.match(text) or _find_credit(text) or (alt is not None and same_words(text, alt))
    )


def _with_credit(draft: Draft, figure: Figure, part: Part) -> Figure:
    """Return a picture whose caption no longer holds its credit; `part` is where that stood."""
    text = plain(figure.caption)
    content: list[Inline] = list(figure.caption)
    match = _find_credit(text)
    credit = None
    if match is not None:
        credit = text[match.start("credit") :]
        content = without(content, match.start("credit"), len(text))
    end = match.start("credit") if match is not None else len(text)
    cuts = []
    # What a rule has cut already is written down in other positions.
    bar = _BAR.search(text, 0, end) if match is not None and not part.cuts else None
    if bar is not None:
        content = without(content, bar.start(), end)
        cuts.append(Cut(bar.start(), bar.end(), SIGNS))
    sign = _SIGN.match(text, 0, bar.start() if bar is not None else end)
    if sign is not None and not part.cuts:
        content = without(content, 0, sign.end())
        cuts.append(Cut(0, sign.end(), SIGNS))
    if credit is None and not cuts:
        return figure
    for _ in cuts:
        draft.count(SIGNS)
        draft.said[SIGNS] = REASONS[SIGNS]
    if cuts and draft.ledger is not None:
        draft.ledger.cuts[part.number] = cuts
    return Figure(image=figure.image, caption=trim(content), credit=credit)
