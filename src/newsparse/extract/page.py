"""A whole page: its metadata offered, and all but the story marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..choose import ChoiceContext, choose
from ..offer import Offer
from ..origin import Origin
from ..person import Person
from .container import find_containers, mark_outside
from .metadata import PageMetadata, read_page
from .metadata.origins import origin
from .metadata.reporters import korean_reporters
from .page_kind import TITLE_WORDS, names_no_page
from .stored import STORED, StoredStory, stored_story
from .story import StoryFinding, StoryHints, mark_story

if TYPE_CHECKING:
    from ..draft import Draft
    from ..telling import Telling


LITTLE: Final = 50
"""A page that shows so few words of story may keep the story in its data."""

SHORT: Final = 20
"""So many words under a headline are a story, short as it is."""

GONE: Final = 300
"""A page that says in its title that it is not there has fewer words of text."""

LIST: Final = "page:list"
"""The rule a page is marked with that is no article."""

CHARACTERS: Final = 6
"""Of a word, with the blank behind it."""

_EDITING = re.compile("编(?!译)|編(?!譯)|[校审審]")


def _names_editors(offer: Offer) -> bool:
    """Whether those named as authors only edited."""
    return offer.field == "authors" and all(
        person.role is not None and _EDITING.search(person.role) for person in offer.value
    )


def read_whole_page(draft: Draft, telling: Telling | None = None) -> None:
    """Offer what the page says of itself, choose, and mark what is not its story.

    `telling` are the elements that say it, where they are known already.
    """
    document = draft.document
    context = draft.context
    metadata = read_page(
        draft.tree,
        document.html,
        document.url,
        zone=context.zone,
        now=context.now,
        telling=telling,
    )
    containers = []
    if draft.root is not None and draft.compiled.story:
        containers = find_containers(draft.root, draft.compiled.story, document.html, draft.marks)
    for offer in metadata.offers:
        # Names from all over the page are of other stories and of readers.
        far = bool(containers) and offer.origin.where == "author element anywhere"
        if not far and not _names_editors(offer):
            draft.add(offer)
    source = draft.compiled.source
    if source.matches:
        # Weighs less than whatever the page says itself.
        named = Origin(kind="constant", where="Source.title", rule=source.id, confidence=0.65)
        draft.add(Offer("publisher", source.title, named))
    chosen = _choose(draft)
    if metadata.relative_date and "published" not in chosen:
        draft.report(
            "relative-date", f"{metadata.relative_date!r} says no day", "near the headline"
        )
    if draft.root is None:
        return
    if containers:
        draft.around = mark_outside(draft.root, containers, draft.marks)
        return
    title, url = chosen.get("title"), chosen.get("url")
    summary, authors = chosen.get("summary"), chosen.get("authors")
    finding = mark_story(
        draft.root,
        draft.marks,
        StoryHints(
            headline=title.value if title else None,
            article_body=metadata.article_body,
            summary=summary.value if summary else None,
            authors=tuple(p.name for p in authors.value) if authors else (),
            url=url.value if url else document.url,
        ),
    )
    draft.captions = finding.captions
    draft.beside = finding.beside
    if finding.signature is not None:
        person = Person(name=finding.signature)
        draft.add(Offer("authors", (person,), origin("element", "signature")))
        _choose(draft)
    if "authors" not in chosen:
        for line in finding.beside:
            if reporters := korean_reporters(line):
                draft.add(Offer("authors", reporters, origin("element", "line beside story")))
                _choose(draft)
                break
    if finding.words < LITTLE:
        stored = stored_story(draft.tree, document.html, metadata, CHARACTERS * finding.words)
        if stored is not None:
            draft.beside = ()
            _take(draft, stored)
            return
    if finding.kind == "shell":
        draft.report("needs-script", "the page has no text before its scripts have run")
        _empty(draft, LIST)
    elif reason := _no_article(finding, metadata, chosen):
        draft.report("not-an-article", reason)
        _empty(draft, LIST)
    elif finding.paywalled and ("free_access" not in chosen or not chosen["free_access"].value):
        draft.report("paywalled", "only a teaser is there")


def _no_article(
    finding: StoryFinding, metadata: PageMetadata, chosen: dict[str, Offer]
) -> str | None:
    """Return why a page is no article, None where it is one, short as it may be."""
    if finding.words and _declares_article(metadata, chosen):
        return None
    title = chosen.get("title")
    if title is not None and finding.words < GONE and names_no_page(title.value):
        return "the page says that there is none at its address"
    short = finding.words >= SHORT and _has_headline(title)
    if finding.kind == "index" or (finding.kind == "links" and not short):
        return "the page lists other pages"
    return None


def _declares_article(metadata: PageMetadata, chosen: dict[str, Offer]) -> bool:
    """Whether a page calls itself an article and says in its head when it was published."""
    published = chosen.get("published")
    if not metadata.is_article_type or published is None:
        return False
    return published.origin.kind in ("json-ld", "meta")


def _has_headline(title: Offer | None) -> bool:
    """Whether a title is a heading of the page and more than the name of a section."""
    if title is None or title.origin.where != "headline":
        return False
    return len(title.value.split()) >= TITLE_WORDS


def _empty(draft: Draft, rule: str) -> None:
    """Mark all of the page: nothing that it shows is story."""
    child = draft.root.first_child if draft.root is not None else None
    while child is not None:
        draft.marks[child.mem_id] = rule
        child = child.next
    draft.captions = ()


def _choose(draft: Draft) -> dict[str, Offer]:
    """Choose between all offers for each field."""
    chosen = choose(
        (offer for offers in draft.offers.values() for offer in offers),
        ChoiceContext(url=draft.document.url, now=draft.context.now),
    )
    draft.chosen.update(chosen)
    return chosen


def _take(draft: Draft, stored: StoredStory) -> None:
    """Make a stored story the draft's; nothing that the page shows is story then."""
    _empty(draft, STORED)
    draft.stored = stored
    for offer in stored.offers:
        draft.add(offer)
    if stored.offers:
        _choose(draft)
