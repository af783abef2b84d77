"""Strategies for whole archive posts: front matter and a story behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .matter import damaged_front_matter, front_matter
from .stories import html_fragments
from .truth import Labelled
from .words import Language


def archive_posts(
    language: Language = "zh",
    *,
    site: str | None = None,
    zone: str | None = None,
    more: Mapping[str, str] | None = None,
    damaged: bool = False,
    least: int = 1,
    most: int = 5,
    boilerplate: Iterable[Labelled] = (),
) -> SearchStrategy[Labelled]:
    """A post of a feed archive.

    Args:
        language: of headline and story.
        site: the name of the site the post is of; an invented one, if None.
        zone: an IANA time zone; see :func:`~newsparse.testing.matter.front_matter`.
        more: further keys of the front matter.
        damaged: whether the front matter has the archive's damage.
        least: the least number of blocks of the story.
        most: the largest number of blocks of the story.
        boilerplate: pieces of HTML of which some stand behind the story, each
            with its words as the ``boilerplate`` of its truth.
    """
    matter = damaged_front_matter if damaged else front_matter
    given = tuple(boilerplate)
    some = st.lists(st.sampled_from(given), max_size=2, unique=True) if given else st.just([])
    return st.builds(
        assemble,
        matter(language, site=site, zone=zone, more=more),
        html_fragments(language, least=least, most=most),
        some,
    )


def assemble(matter: Labelled, story: Labelled, boilerplate: Iterable[Labelled] = ()) -> Labelled:
    """Return front matter, a story and boilerplate as one document."""
    extra = tuple(boilerplate)
    gap = "\r" if "\r" in matter.text and "\n" not in matter.text else "\n"
    truth = attrs.evolve(
        story.truth,
        title=matter.truth.title,
        date=matter.truth.date,
        byline=matter.truth.byline,
        boilerplate=[text for piece in extra for text in piece.truth.boilerplate],
    )
    html = "\n".join((story.text, *(piece.text for piece in extra)))
    return Labelled(
        data=f"{matter.text}{gap}{html}", truth=truth, url=matter.url or story.url, name=matter.name
    )
