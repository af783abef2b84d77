"""What can only be judged when the story stands: repeated headlines, pictures, gaps.

Each check looks at the whole draft, mends what is certain, and reports what
costs the reader something.
"""

from __future__ import annotations

from typing import Final

from .build import pick
from .dom import is_marked
from .draft import Draft
from .extract.figures import read_image
from .extract.part import FINISHED

REPEATED_HEADLINE: Final = "article:headline-repeated"
"""The id under which a headline at the top of the story is taken out of it."""


def check(draft: Draft) -> None:
    """Run all checks on a draft whose blocks are built and whose text rules have run."""
    if draft.compiled.source.verbatim:
        return
    _cover_in_boilerplate(draft)
    title = _value(draft, "title")
    if isinstance(title, str):
        _repeated_headline(draft, title)
    else:
        draft.report("no-headline", "the document names no headline")
    if not draft.parts:
        draft.report("no-body", "no story was found")
    if "published" not in draft.offers and not any(
        p.code in ("bad-date", "relative-date") for p in draft.problems
    ):
        draft.report("no-date", "no date of publication was found")


def _value(draft: Draft, field: str) -> object:
    if field in draft.chosen:
        return draft.chosen[field].value
    offers = draft.offers.get(field)
    return pick(field, offers)[0] if offers else None


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same apart from white space and punctuation."""
    if one == other:
        return True
    return letters(one) == letters(other)


def letters(text: str) -> str:
    """Return the letters and digits of a text, case folded."""
    return "".join(c for c in text if c.isalnum()).casefold()


def _repeated_headline(draft: Draft, title: str) -> None:
    """Take the headline out of the story where it is repeated at the top."""
    first = draft.parts[0] if draft.parts else None
    if first is None or first.level == FINISHED or abs(len(first.text) - len(title)) > 16:
        return
    if not same_words(first.text, title):
        return
    if not any(p.text or p.level == FINISHED for p in draft.parts[1:]):
        draft.report("no-body", "the story is only the headline again")
        return
    if draft.ledger is not None:
        draft.ledger.dropped[first.number] = REPEATED_HEADLINE
        draft.ledger.fields[REPEATED_HEADLINE] = ("title",)
        draft.compiled.reasons.setdefault(
            REPEATED_HEADLINE, "the headline stands once more at the top of the story"
        )
    draft.count(REPEATED_HEADLINE)
    draft.parts = draft.parts[1:]


def _cover_in_boilerplate(draft: Draft) -> None:
    """Refuse a cover that is one of the pictures in removed boilerplate."""
    covers = draft.offers.get("cover")
    if not covers or not draft.marks or draft.root is None:
        return
    removed: set[str] = set()
    kept: set[str] = set()
    for node in draft.root.css("img"):
        image = read_image(node, draft.context.base)
        if image is not None:
            (removed if is_marked(node, draft.marks) else kept).add(image.url)
    boilerplate = removed - kept
    for offer in [o for o in covers if o.value.url in boilerplate]:
        covers.remove(offer)
        draft.report(
            "boilerplate-image",
            f"{offer.value.url} is a picture in removed boilerplate",
            offer.origin.where,
        )
    if not covers:
        del draft.offers["cover"]
