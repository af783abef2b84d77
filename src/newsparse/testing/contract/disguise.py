"""Made-up documents in the disguise of a source: such as it would claim for its own."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Final

import attrs
import hypothesis
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...errors import NewsparseError
from ...parser import Parser
from ...source import Domain, Marker, Matter, Meta, Site, Source
from ..pages import Surroundings, news_pages
from ..posts import archive_posts
from ..truth import Labelled
from ..words import Language
from .examples import examples_of
from .model import Subject

_CHINESE: Final = ("zh", "ja", "ko")


@attrs.frozen(kw_only=True)
class Disguise:
    """What a document needs to pass for one of a source; made by :func:`disguises`.

    Attributes:
        source: the id of the source.
        language: of its words.
        zone: the zone of its dates without one.
        site: what stands as the author of a post, if anything must.
        more: further front matter keys.
        host: where it was published.
        head: lines of the head of a page.
        marker: a class that an element must have.
        posts: whether a post in this disguise is claimed.
        pages: whether a page in this disguise is claimed.
    """

    source: str
    language: Language
    zone: str | None
    site: str | None = None
    more: Mapping[str, str] = attrs.field(factory=dict)
    host: str = "news.example.org"
    head: str = ""
    marker: str | None = None
    posts: bool = False
    pages: bool = False

    def post_strategy(
        self, *, damaged: bool = False, least: int = 1, boilerplate: Iterable[Labelled] = ()
    ) -> SearchStrategy[Labelled]:
        """Posts in this disguise."""
        made = archive_posts(
            self.language,
            site=self.site,
            zone=self.zone,
            more=self.more,
            damaged=damaged,
            least=least,
            boilerplate=boilerplate,
        )
        return made.map(self._marked)

    def page_strategy(
        self, around: SearchStrategy[Surroundings] | None = None
    ) -> SearchStrategy[Labelled]:
        """Pages in this disguise."""
        made = news_pages(self.language, host=self.host, around=around, head=self.head)
        return made.map(self._marked)

    def _marked(self, document: Labelled) -> Labelled:
        """Return the document with the marker the source is known by, and its URL."""
        text = document.text
        if self.marker is not None:
            if "<body>" in text:
                text = text.replace("<body>", f'<body class="{self.marker}">', 1)
            else:
                text += f'\n<p class="{self.marker}"></p>'
        return attrs.evolve(document, data=text)


def disguises(source: Source, parser: Parser) -> tuple[Disguise, ...]:
    """Return a disguise for each matcher of a source that can be met with a made-up document.

    One that the parser does not see through to the source (another source has
    the same matcher, or ``detect_with`` refuses it) is left out.
    """
    made = (_try(disguise_for(source, matcher), parser) for matcher in source.matches)
    return tuple(d for d in made if d.posts or d.pages)


def disguise_for(source: Source, matcher: object) -> Disguise:
    """Return the disguise for one matcher, not yet tried."""
    language: Language = "zh" if (source.language or "").startswith(_CHINESE) else "en"
    plain = Disguise(source=source.id, language=language, zone=source.zone)
    if isinstance(matcher, Site):
        return attrs.evolve(plain, site=matcher.name)
    if isinstance(matcher, Matter):
        if matcher.key == "author":
            return attrs.evolve(plain, site=matcher.value)
        return attrs.evolve(plain, more={matcher.key: matcher.value})
    if isinstance(matcher, Domain):
        more = {"url": f"https://{matcher.name}/2021/07/22/story-1.html"}
        return attrs.evolve(plain, host=matcher.name, more=more)
    if isinstance(matcher, Meta):
        names = f'property="{matcher.name}" name="{matcher.name}"'
        return attrs.evolve(plain, head=f'<meta {names} content="{matcher.content}">')
    if isinstance(matcher, Marker):
        return attrs.evolve(plain, marker=matcher.token)
    raise TypeError(f"no disguise for the matcher {matcher!r}")


def _try(disguise: Disguise, parser: Parser) -> Disguise:
    """Return the disguise with what it is good for."""
    post = _simplest(disguise.post_strategy())
    page = _simplest(disguise.page_strategy())
    return attrs.evolve(
        disguise,
        posts=_claimed(post, disguise.source, parser),
        pages=_claimed(page, disguise.source, parser),
    )


def _simplest(strategy: SearchStrategy[Labelled]) -> Labelled:
    """Return the first document hypothesis makes, which is nearly the simplest.

    ``hypothesis.find`` would do, but it leaves the pytest item of a test that passes with
    a failing example.
    """
    made: list[Labelled] = []

    @hypothesis.seed(0)
    @hypothesis.settings(
        max_examples=1,
        database=None,
        deadline=None,
        phases=(hypothesis.Phase.generate,),
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(strategy)
    def take(document: Labelled) -> None:
        made.append(document)

    take()
    return made[0]


def _claimed(document: Labelled, source: str, parser: Parser) -> bool:
    try:
        return parser.explain(document.data, url=document.url).source == source
    except NewsparseError:
        return False


@functools.lru_cache(maxsize=16)
def own_disguises(subject: Subject) -> tuple[Disguise, ...]:
    """Return all disguises of the sources under test."""
    return tuple(d for source in subject.tested for d in disguises(source, subject.parser))


def own_posts(
    subject: Subject,
    *,
    damaged: bool = False,
    least: int = 1,
    boilerplate: Mapping[str, Iterable[Labelled]] | None = None,
) -> list[SearchStrategy[Labelled]]:
    """Return strategies for posts of the sources under test.

    `boilerplate` gives pieces of HTML by source id.
    """
    given = boilerplate or {}
    return [
        d.post_strategy(damaged=damaged, least=least, boilerplate=given.get(d.source, ()))
        for d in own_disguises(subject)
        if d.posts
    ]


def own_pages(
    subject: Subject, around: SearchStrategy[Surroundings] | None = None
) -> list[SearchStrategy[Labelled]]:
    """Return strategies for pages of the sources under test."""
    return [d.page_strategy(around) for d in own_disguises(subject) if d.pages]


def own_documents(subject: Subject) -> SearchStrategy[Labelled]:
    """Sound documents of the sources under test; samples where none can be made up."""
    made = own_posts(subject) + own_pages(subject)
    if made:
        return st.one_of(made)
    return st.sampled_from(subject.samples) if subject.samples else news_pages()


def with_examples(subject: Subject) -> SearchStrategy[Labelled]:
    """Documents of the sources under test that hold examples of their rules, and samples."""
    pieces = {
        source.id: [e.piece for e in examples_of(source) if e.html] for source in subject.tested
    }
    made = own_posts(subject, boilerplate=pieces) + own_pages(subject)
    return st.one_of([*made, *map(st.just, subject.samples)] or [news_pages()])
