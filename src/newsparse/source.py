"""A source: how to know its documents, and the rules that clean and map them.

A source is data first. What rules cannot say goes into a plain function that
the source carries; it runs for that source's documents only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

import attrs

from .errors import RuleError
from .rules import Map, Strip

if TYPE_CHECKING:
    from .article import Article
    from .document import Document
    from .draft import Draft


def _lower(name: str) -> str:
    return name.lower()


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


def _strips(given: Iterable[Strip]) -> tuple[Strip, ...]:
    return tuple(given)


def _maps(given: Iterable[Map]) -> tuple[Map, ...]:
    return tuple(given)


def _matchers(given: Iterable[Matcher]) -> tuple[Matcher, ...]:
    return tuple(given)


def _versions(given: Iterable[Version]) -> tuple[Version, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True)
class Site:
    """Matches posts of an archive by the site their front matter names.

    The archive writes the site as ``author: SITE`` or ``author: SITE - FEED``.
    """

    name: str


@attrs.frozen(kw_only=True)
class Domain:
    """Matches documents by the host of their URL: `name` itself or a host under it."""

    name: str = attrs.field(converter=_lower)


@attrs.frozen(kw_only=True)
class Matter:
    """Matches posts by a front matter key with exactly this value."""

    key: str
    value: str


@attrs.frozen(kw_only=True)
class Meta:
    """Matches pages by ``<meta>``: its name or property, with exactly this content."""

    name: str
    content: str


@attrs.frozen(kw_only=True)
class Marker:
    """Matches documents in which an element has this class or id; asked last."""

    token: str


Matcher: TypeAlias = Site | Domain | Matter | Meta | Marker


@attrs.frozen(kw_only=True)
class Version:
    """The rules a source had until a day: what its archive of that time needs.

    Attributes:
        until: the first day on which the version no longer holds (UTC).
        strip: rules added to the source's, or in place of those of the same id.
        map: the same for map rules.
        without: ids of rules that did not hold then.
    """

    until: dt.date
    strip: tuple[Strip, ...] = attrs.field(default=(), converter=_strips)
    map: tuple[Map, ...] = attrs.field(default=(), converter=_maps)
    without: tuple[str, ...] = attrs.field(default=(), converter=_texts)


def _zone(_: object, __: attrs.Attribute[Any], value: str | None) -> None:
    if value is not None:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise RuleError(
                f"{value!r} is no time zone; use an IANA name such as Asia/Shanghai"
            ) from None


@attrs.frozen(kw_only=True)
class Source:
    """A source of documents.

    Attributes:
        id: short and stable, ``sina``; the prefix of its rules' ids in origins.
        title: what people call it.
        matches: how its documents are known; a family of sources has none.
        inherits: ids of sources whose rules it takes over, the first before the
            second; its own rule replaces an inherited one of the same id.
        strip: rules that remove boilerplate, in the order they run.
        map: rules that take values, the first before the second.
        without: ids of inherited rules that it does not want.
        versions: rules of former days.
        captions: selectors of elements that are the caption of the picture before them.
        credits: selectors of elements that name the maker of a picture.
        story: selectors of the elements that hold the story on whole pages, tried in
            order; the first that finds words or a picture is taken. Without, or where
            none does, the story is looked for.
        verbatim: its documents are as they should be: no rules of other sources
            are added, and no headline, picture or date is checked.
        language: BCP 47 tag of its articles where they do not say otherwise.
        zone: IANA time zone of dates that do not give one.
        detect_with: a last word on a document that matched: False refuses it.
        strip_with: removes what no rule can describe (``draft.remove``).
        map_with: offers values no rule can describe (``draft.offer``).
        finish_with: returns a changed copy of the article.
    """

    id: str = attrs.field(validator=attrs.validators.matches_re(r"[a-z0-9][a-z0-9_.-]*"))
    title: str
    matches: tuple[Matcher, ...] = attrs.field(default=(), converter=_matchers)
    inherits: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    strip: tuple[Strip, ...] = attrs.field(default=(), converter=_strips)
    map: tuple[Map, ...] = attrs.field(default=(), converter=_maps)
    without: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    versions: tuple[Version, ...] = attrs.field(default=(), converter=_versions)
    captions: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    credits: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    story: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    verbatim: bool = False
    language: str | None = None
    zone: str | None = attrs.field(default=None, validator=_zone)
    detect_with: Callable[[Document], bool] | None = None
    strip_with: Callable[[Draft], None] | None = None
    map_with: Callable[[Draft], None] | None = None
    finish_with: Callable[[Article, Document], Article] | None = None

    def __attrs_post_init__(self) -> None:
        ids = [*(rule.id for rule in self.strip), *(rule.id for rule in self.map)]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise RuleError(f"source {self.id!r} has two rules with the id {', '.join(twice)}")

    def __str__(self) -> str:
        return f"{self.title} ({self.id})"


def site(name: str) -> Site:
    """Match posts of an archive whose front matter names the site `name`."""
    return Site(name=name)


def domain(name: str) -> Domain:
    """Match documents whose URL is on the host `name` or one under it."""
    return Domain(name=name)


def matter(key: str, value: str) -> Matter:
    """Match posts in whose front matter `key` is exactly `value`."""
    return Matter(key=key, value=value)


def meta(name: str, content: str) -> Meta:
    """Match pages with ``<meta name=… content=…>`` (or ``property=…``)."""
    return Meta(name=name, content=content)


def marker(token: str) -> Marker:
    """Match documents in which an element has the class or id `token`."""
    return Marker(token=token)
