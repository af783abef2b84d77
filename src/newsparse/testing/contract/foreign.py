"""Whose document is it: the samples are ours and nobody else's, foreign ones are not ours."""

from __future__ import annotations

import functools
from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...detect import FALLBACK, ancestors
from ..pages import news_pages
from ..posts import archive_posts
from ..truth import Labelled
from ..words import Language
from .disguise import disguise_for
from .model import NOTHING, Property, Subject
from .reading import explain, fail

_COMMON: Final = (
    "article",
    "content",
    "story",
    "post",
    "main",
    "text",
    "entry-content",
    "article-body",
    "news",
    "title",
)
_HOSTS: Final = (
    "news.example.org",
    "www.example.com",
    "herald.example.net",
    "example.cn",
    "paper.example.com.cn",
    "example.co.uk",
)
_OTHERS: Final = 12
"""How many other sources lend their disguise."""


def _inherited(subject: Subject) -> set[str]:
    """Return the ids of all sources that the plugin's inherit from."""
    known = {info.source.id: info.source for info in subject.parser.sources}
    return set().union(*(ancestors(source, known) for source in subject.tested))


@functools.lru_cache(maxsize=16)
def foreign_documents(subject: Subject) -> SearchStrategy[Labelled]:
    """Documents of sites that have no source, and of other registered sources.

    Those that the plugin's inherit from are no others: it may take their documents.
    """
    ours = {*subject.sources, *_inherited(subject), "newsparse"}
    others = [
        info.source
        for info in subject.without.sources
        if info.source.matches and info.source.id not in ours
    ]
    step = max(1, len(others) // _OTHERS)
    kinds = []
    for source in others[::step]:
        disguise = disguise_for(source, source.matches[0])
        kinds += [disguise.post_strategy(), disguise.page_strategy()]
    return _unknown_or(st.one_of(kinds))


@st.composite
def _unknown_or(draw: st.DrawFn, known: SearchStrategy[Labelled]) -> Labelled:
    """A document of an unknown site or, every other time, of a known one."""
    if draw(st.booleans()):
        return draw(known)
    language: Language = draw(st.sampled_from(("en", "zh")))
    host = draw(st.sampled_from(_HOSTS))
    # All at once: a matcher that is too wide for one of them is found soon.
    common = "\n".join(f'<div class="{name}" id="{name}"></div>' for name in _COMMON)
    if draw(st.booleans()):
        page = draw(news_pages(language, host=host))
        return attrs.evolve(page, data=page.text.replace("</article>", f"{common}</article>"))
    post = draw(archive_posts(language, more={"url": f"https://{host}/a/1.html"}))
    return attrs.evolve(post, data=f"{post.text}\n{common}")


def check_home(subject: Subject, _: Labelled = NOTHING) -> None:
    """Demand that every sample is claimed by the plugin's sources and by no other one.

    A source that the plugin's inherit from may know the sample too: they come before it.

    Raises:
        ContractError: a sample is not claimed, or without the plugin another
            source claims it.
    """
    inherited = _inherited(subject)
    for sample in subject.samples:
        found = explain(subject, sample)
        if found is None:
            fail(HOME.id, "the sample is no article", sample)
        if found.source not in subject.sources:
            fail(
                HOME.id,
                f"the sample is claimed by {found.source!r} ({found.matched}), not by "
                f"{' or '.join(map(repr, subject.sources))}: give the source a matcher for it",
                sample,
            )
        other = subject.without.explain(sample.data, url=sample.url, name=sample.name)
        if other.source != FALLBACK and other.source not in inherited:
            fail(
                HOME.id,
                f"the source {other.source!r} of the plugin {other.plugin!r} claims the sample "
                f"as well ({other.matched})",
                sample,
            )


def check_foreign(subject: Subject, document: Labelled) -> None:
    """Demand that a document of another site is not claimed.

    Raises:
        ContractError: one of the plugin's sources claims it.
    """
    found = explain(subject, document)
    if found is not None and found.source in subject.sources:
        fail(
            FOREIGN.id,
            f"the source {found.source!r} claims a document that is not of its site: "
            f"{found.matched}; its matcher is too wide",
            document,
            rule=f"{found.source}.matches",
        )


HOME = Property(
    id="home",
    title="the samples are claimed by this plugin alone",
    demands="Each sample is detected as a document of the plugin's sources, and no other "
    "registered source claims it.",
    documents=None,
    check=check_home,
)
FOREIGN = Property(
    id="foreign",
    title="documents of other sites are not claimed",
    demands="Posts and pages of other sources and of unknown sites are not detected as "
    "documents of the plugin's sources.",
    documents=foreign_documents,
    check=check_foreign,
    on_samples=False,
)
