"""What can only be judged when the story stands: its headline, its cover, its end.

What is certain is mended; what costs the reader something is reported.
"""

from __future__ import annotations

import re
from typing import Final

from .dom import is_marked
from .draft import Draft
from .extract.part import PARAGRAPH
from .headline import check_headline
from .offer import Offer
from .origin import Origin
from .picture_texts import read_picture_texts

_BREAKS_OFF = re.compile(r"(?:[,，、﹑;；:：]|\.{3}|…|\[(?:…|\.{3})\])$")
_ENDS = '.!?。！？”"』」）)】]…'
_SENTENCE = re.compile(r"[。！？]|[a-z][.!?](?=\s|$)")

_LONG_LINE: Final = 40
"""Characters: a shorter last line may be a signature or a caption."""


def check(draft: Draft) -> None:
    """Run all checks on a draft whose blocks are built and whose text rules have run."""
    if draft.compiled.source.verbatim:
        return
    check_cover(draft)
    check_headline(draft)
    read_picture_texts(draft)
    if not draft.parts:
        if not any(p.code == "no-body" for p in draft.problems):
            draft.report("no-body", "no story was found")
    else:
        check_end(draft)
    if "published" not in draft.offers and not any(
        p.code in ("bad-date", "relative-date") for p in draft.problems
    ):
        draft.report("no-date", "no date of publication was found")
    wall = next((p for p in draft.problems if p.code == "paywalled"), None)
    if wall is not None and "free_access" not in draft.offers:
        origin = Origin(kind="element", where="paywall", rule=wall.where or "checks:paywall")
        draft.add(Offer("free_access", False, origin))


def check_end(draft: Draft) -> None:
    """Report a story that breaks off: a teaser, cut in the middle of a sentence."""
    last = draft.parts[-1]
    words = next((part for part in reversed(draft.parts) if part.text), None)
    if words is None or words.level != PARAGRAPH or (last is not words and last.text):
        return
    text = words.text
    if _BREAKS_OFF.search(text[-8:]):
        cut = True
    elif text[-1] in _ENDS or len(text) < _LONG_LINE or not text[-1].isalpha():
        cut = False
    else:
        cut = any(_SENTENCE.search(part.text[-400:]) for part in draft.parts)
    if cut and not any(p.code == "paywalled" for p in draft.problems):
        draft.report("truncated", f"the story ends with {text[-12:]!r}", "end of the story")


def check_cover(draft: Draft) -> None:
    """Refuse a cover that is one of the pictures in removed boilerplate."""
    covers = draft.offers.get("cover")
    if not covers or not draft.marks or draft.root is None:
        return
    if all(offer.origin.kind != "matter" for offer in covers):
        return
    removed: set[str] = set()
    kept: set[str] = set()
    asked = {offer.value.url for offer in covers if offer.value.url in draft.document.html}
    if not asked:
        return
    for node in draft.tree.tags("img"):
        shown = asked.intersection(node.attributes.values())
        if shown:
            (removed if is_marked(node, draft.marks) else kept).update(shown)
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
