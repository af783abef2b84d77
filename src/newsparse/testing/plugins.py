"""Strategies for what plugins are made of: rules and sources, all of them valid."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..article import FIELDS
from ..hookspecs import hookimpl
from ..rules import Map, Strip, after, between, constant, css, key, strip, take, text
from ..source import Matcher, Source, domain, marker, matter, meta, site

_SELECTORS: Final = (
    "p.credit",
    "div.advert",
    "#footer",
    "p",
    "div > p:first-child",
    "a[href]",
    "figure img",
    ".by, .line",
    "[hidden]",
)
_PATTERNS: Final = ("^Advert: .{1,40}$", "编辑", "^By .{1,40}$", ".", r"\(END\)$", "^$|x")
_GROUPS: Final = (
    r"^By (?P<authors>.{1,40})$",
    r"责任编辑[：:](?P<editors>.{1,20})",
    r"(?P<extra_number>\d{1,9})",
    r"来源[：:](?P<agency>.{1,20})",
)
_COMMENTS: Final = ("advert", "end of story", "text start", "text end")
_KEYS: Final = ("title", "author", "date", "byline", "headimg", "votes", "tags")


@st.composite
def rules(draw: st.DrawFn) -> Strip | Map:
    """Any rule, with an id of its own: ``strip-3``, ``take-12``."""
    return draw(strip_rules() | map_rules())


def strip_rules() -> SearchStrategy[Strip]:
    """A rule that removes something."""
    patterns = st.builds(
        lambda pattern, scope: text(pattern, scope=scope),
        st.sampled_from(_PATTERNS),
        st.sampled_from(("anywhere", "opening", "ending")),
    )
    selectors = st.sampled_from(_SELECTORS).map(css)
    notes = st.sampled_from(_COMMENTS)
    places = st.one_of(
        selectors,
        patterns,
        st.builds(between, notes, notes),
        (selectors | patterns | notes).map(after),
    )
    return st.builds(
        lambda number, at: strip(f"strip-{number}", at, "an invented rule"), _numbers(), places
    )


def map_rules() -> SearchStrategy[Map]:
    """A rule that takes a value."""
    field = st.sampled_from((*FIELDS, "extra.votes"))
    consume = st.booleans()
    by_key = st.builds(
        lambda number, names, to: take(f"take-{number}", key(*names), "an invented rule", to=to),
        _numbers(),
        st.lists(st.sampled_from(_KEYS), min_size=1, max_size=3, unique=True),
        field,
    )
    by_selector = st.builds(
        lambda number, selector, to, consume: take(
            f"take-{number}", css(selector), "an invented rule", to=to, consume=consume
        ),
        _numbers(),
        st.sampled_from(_SELECTORS),
        field,
        consume,
    )
    by_pattern = st.builds(
        lambda number, pattern, consume: take(
            f"take-{number}", text(pattern), "an invented rule", consume=consume
        ),
        _numbers(),
        st.sampled_from(_GROUPS),
        consume,
    )
    given = st.builds(
        lambda number, to, value: take(
            f"take-{number}", constant(value), "an invented rule", to=to
        ),
        _numbers(),
        st.sampled_from(("publisher", "language", "extra.votes")),
        st.sampled_from(("en", "Herald")),
    )
    return st.one_of(by_key, by_selector, by_pattern, given)


def matchers() -> SearchStrategy[Matcher]:
    """Any way to know a document."""
    words = st.sampled_from(("herald", "courier", "北岭日报"))
    hosts = st.sampled_from(("herald.example", "news.courier.example"))
    return st.one_of(
        words.map(site),
        hosts.map(domain),
        words.map(lambda word: matter("site", word)),
        words.map(lambda word: meta("og:site_name", word)),
        words.map(marker),
    )


@st.composite
def sources(draw: st.DrawFn, *, id: str = "herald") -> Source:  # noqa: D417 - see `draw`
    """A source with any rules, none of them twice.

    Args:
        id: the source's id.
    """
    given = draw(st.lists(rules(), max_size=5, unique_by=lambda rule: rule.id))
    return Source(
        id=id,
        title="An invented paper",
        matches=draw(st.lists(matchers(), min_size=1, max_size=3, unique=True)),
        strip=[rule for rule in given if isinstance(rule, Strip)],
        map=[rule for rule in given if isinstance(rule, Map)],
        captions=draw(st.lists(st.just("p.caption"), max_size=1)),
        language=draw(st.sampled_from((None, "en", "zh-Hans"))),
        zone=draw(st.sampled_from((None, "Asia/Shanghai", "America/New_York"))),
    )


class SourcePlugin:
    """A plugin that brings the sources it is made with, for ``Parser(plugins=[…])``."""

    def __init__(self, *sources: Source, name: str = "invented") -> None:
        self.sources = sources
        self.__name__ = name

    @hookimpl
    def newsparse_sources(self) -> list[Source]:
        """Return the sources."""
        return list(self.sources)


def _numbers() -> SearchStrategy[int]:
    return st.integers(1, 20)
