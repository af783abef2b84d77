"""The headline of a post against its story: repeated, cut off, damaged, in brackets.

Feed archives take a title wherever they find one. Where the story tells the
true headline, it is restored; where it does not, that is reported.
"""

from __future__ import annotations

import re
from typing import Final

from .body import Figure, plain
from .build import pick
from .draft import Draft
from .extract.part import FINISHED, PARAGRAPH, Part
from .offer import Offer
from .origin import Origin

REPEATED: Final = "article:headline-repeated"
BRACKETED: Final = "article:headline-in-brackets"
RESTORED: Final = "article:headline-restored"
COMPLETED: Final = "article:headline-completed"

REASONS: Final = {
    REPEATED: "the headline stands once more at the top of the story",
    BRACKETED: "flash news open with their headline in 【】",
    RESTORED: "the archive wrote _ for characters no file name may hold",
    COMPLETED: "the title was cut off to fit its place",
}

_BRACKETS = re.compile(r"[【\[]([^【】\[\]]{4,120})[】\]]\s{0,3}")
_CUT_OFF = re.compile(r"(?:\.{3}|(?<!…)…+)$")
_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_REPLACED: Final = frozenset(':/\\?*"“”<>|[]：？＊｜_')
"""What the archive's generator replaced by ``_`` in titles."""

_RUBRIC = re.compile(r"[\u4e00-\u9fff]{2,4}_(?=.{6})")
"""The rubric before a headline, and what kept them apart: 视频_, 快讯_."""

_LONGEST: Final = 300
_LONGEST_LINE: Final = 80
_OPENING: Final = 4
"""Blocks of the story in which its headline is looked for."""

_TELLING: Final = 6
"""Letters: fewer of a headline do not tell which it is."""


def check_headline(draft: Draft) -> None:
    """Compare the headline with the story; mend what is certain, report the rest."""
    title = current(draft)
    if title is None:
        draft.report("no-headline", "the document names no headline")
        return
    title = _from_brackets(draft, title)
    if "_" in title:
        title = _restored(draft, title)
    if _CUT_OFF.search(title):
        title = _completed(draft, title)
    opening = draft.parts[0].text if draft.parts else ""
    cut_off = _CUT_OFF.search(title)
    if cut_off and same_words(title[: cut_off.start()], opening[: cut_off.start()]):
        draft.report("no-headline", "the title is the beginning of the story, cut off", "title")
        return
    _repeated(draft, title)


def current(draft: Draft) -> str | None:
    """Return the headline as it stands."""
    if "title" in draft.chosen:
        value = draft.chosen["title"].value
    else:
        offers = draft.offers.get("title")
        value = pick("title", offers)[0] if offers else None
    return value if isinstance(value, str) else None


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same apart from white space and punctuation."""
    return one == other or letters(one) == letters(other)


def letters(text: str) -> str:
    """Return the letters and digits of a text, case folded."""
    return "".join(filter(str.isalnum, text)).casefold()


def _replace(draft: Draft, title: str, rule: str, note: str) -> None:
    """Offer a better headline, before all others."""
    origin = Origin(kind="pattern", where="opening of the story", rule=rule, note=note)
    offer = Offer("title", title, origin)
    draft.offers.setdefault("title", []).insert(0, offer)
    draft.chosen["title"] = offer
    draft.said[rule] = REASONS[rule]


def _from_brackets(draft: Draft, title: str) -> str:
    """Take the headline out of 【】 at the head of the story, where the title is that one."""
    first = draft.parts[0] if draft.parts else None
    match = _BRACKETS.match(first.text) if first is not None else None
    if first is None or match is None or match.end() >= len(first.text):
        return title
    headline = match[1].strip()
    told, known = letters(_CUT_OFF.sub("", title)), letters(headline)
    # The title is the headline, its beginning, or the story's first words, brackets and all.
    opening = letters(first.text[: len(title) + 20])
    if not known.startswith(told) and not (told.startswith(known) and opening.startswith(told)):
        return title
    if not same_words(title, headline):
        _replace(draft, headline, BRACKETED, "the title held the story's first words")
        title = headline
    _take(draft, first, match.end(), BRACKETED)
    return title


def _restored(draft: Draft, title: str) -> str:
    """Return the title with its lost characters, where the story holds them."""
    texts = _original_titles(draft)
    texts += [part.text[:_LONGEST] for part in draft.parts[:_OPENING] if part.text]
    for text in texts:
        whole = text[: len(title)]
        if whole != title and _may_be(title, whole):
            _replace(draft, whole, RESTORED, "characters the archive had replaced by _")
            return whole
    rubric = _RUBRIC.match(title)
    if rubric is not None:
        rest = title[rubric.end() :]
        for text in [*texts, *_picture_texts(draft)]:
            if _may_be(rest, text):
                _replace(draft, text, RESTORED, f"without the rubric {rubric[0]!r} before it")
                return text
    if _UNDERSCORE.search(title):
        draft.report("damaged-title", "characters were replaced by _", "title")
    return title


def _may_be(title: str, whole: str) -> bool:
    """Whether `title` is `whole` with some characters replaced."""
    return len(title) == len(whole) and all(
        one == other or (one == "_" and other in _REPLACED)
        for one, other in zip(title, whole, strict=True)
    )


def _original_titles(draft: Draft) -> list[str]:
    """Return what the document says was the headline of the outlet it comes from."""
    return [offer.value for offer in draft.offers.get("original_title", ())]


def _picture_texts(draft: Draft) -> list[str]:
    """Return the captions of the pictures and players the story opens with."""
    blocks = (part.block for part in draft.parts[:_OPENING])
    return [plain(block.caption) for block in blocks if type(block) is Figure and block.caption]


def _completed(draft: Draft, title: str) -> str:
    """Return the whole of a title that was cut off, where the document holds it as a headline."""
    cut_off = _CUT_OFF.search(title)
    told = letters(title[: cut_off.start()] if cut_off else title)
    if len(told) < _TELLING:
        return title
    texts = _original_titles(draft)
    texts += [part.text for part in draft.parts[:_OPENING] if _is_headline(part)]
    for text in texts:
        if len(text) > _LONGEST:
            continue
        whole = letters(text)
        if len(whole) > len(told) and whole.startswith(told):
            _replace(draft, text, COMPLETED, "the title was cut off")
            return text
    return title


def _is_headline(part: Part) -> bool:
    """Whether a block could be a headline: a heading, or a short line that is no sentence."""
    if part.level not in (PARAGRAPH, FINISHED):
        return True
    return 0 < len(part.text) <= _LONGEST_LINE and part.text[-1] not in "。….，；"


def _repeated(draft: Draft, title: str) -> None:
    """Take the headline out of the story where it is repeated at the top."""
    first = draft.parts[0] if draft.parts else None
    if first is None or first.level == FINISHED or abs(len(first.text) - len(title)) > 16:
        return
    if not same_words(first.text, title):
        return
    if not any(p.text or p.level == FINISHED for p in draft.parts[1:]):
        draft.report("no-body", "the story is only the headline again")
    _take(draft, first, len(first.text), REPEATED)


def _take(draft: Draft, part: Part, end: int, rule: str) -> None:
    """Cut the beginning of the story's first block, up to `end`."""
    part.cut(0, end, rule)
    draft.said[rule] = REASONS[rule]
    draft.count(rule)
    if draft.ledger is not None:
        draft.ledger.cuts[part.number] = part.cuts
        draft.ledger.fields[rule] = ("title",)
    if not part.text:
        draft.parts = draft.parts[1:]
