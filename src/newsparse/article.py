"""The article: what every parse gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from .body import Body
from .frozenmap import EMPTY, FrozenMap, frozen_map
from .image import Image
from .origin import Origin
from .person import Person
from .problems import Problem

__all__ = ["FIELDS", "Article"]


def _people(given: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(given)


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


def _problems(given: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(given)


def _origins(given: Mapping[str, Origin]) -> FrozenMap[Origin]:
    return frozen_map(given)


def _aware(_: object, attribute: attrs.Attribute[Any], value: dt.datetime | None) -> None:
    if value is not None and value.tzinfo is None:
        raise ValueError(f"{attribute.name} must know its time zone, got {value!r}")


@attrs.frozen(kw_only=True, repr=False)
class Article:
    """One news article, as values that do not change.

    Two articles are equal when they tell the same story: `origins` and
    `problems`, which tell how it was found, take no part in equality.

    Attributes:
        title: the headline as the reader should see it.
        original_title: the headline under which the story first ran elsewhere,
            where the document names it (原标题).
        url: the canonical URL.
        source: the id of the source whose rules were used, ``generic`` if none.
        publisher: who published this copy.
        agency: the news agency or outlet the text was taken from.
        place: the place of the dateline.
        authors: who wrote it. None is better than a wrong one.
        editors: who edited it.
        published: when it was published; always knows its zone.
        modified: when it was last changed; always knows its zone.
        language: a BCP 47 tag; Chinese names its script (``zh-Hans``, ``zh-Hant``).
        categories: from the general to the special.
        keywords: the document's own keywords.
        summary: the abstract or standfirst, where marked as such.
        cover: the picture that stands for the article.
        body: the story.
        free_access: whether the whole story is free to read, where declared.
        extra: front matter keys that no rule mapped, verbatim.
        origins: field name to where its value came from.
        problems: what is wrong with the document.
    """

    title: str | None = None
    original_title: str | None = None
    url: str | None = None
    source: str = "generic"
    publisher: str | None = None
    agency: str | None = None
    place: str | None = None
    authors: tuple[Person, ...] = attrs.field(default=(), converter=_people)
    editors: tuple[Person, ...] = attrs.field(default=(), converter=_people)
    published: dt.datetime | None = attrs.field(default=None, validator=_aware)
    modified: dt.datetime | None = attrs.field(default=None, validator=_aware)
    language: str | None = None
    categories: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    keywords: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    summary: str | None = None
    cover: Image | None = None
    body: Body = attrs.field(factory=Body)
    free_access: bool | None = None
    extra: Mapping[str, Any] = attrs.field(default=EMPTY, converter=frozen_map)
    origins: Mapping[str, Origin] = attrs.field(default=EMPTY, converter=_origins, eq=False)
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_problems, eq=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as plain data; see :mod:`newsparse.serialise`."""
        from .serialise import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """Return the article that :meth:`to_dict` wrote.

        Raises:
            FormatError: `data` does not describe an article.
        """
        from .serialise import from_dict

        return from_dict(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the article as JSON, nothing lost."""
        from .serialise import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """Return the article that :meth:`to_json` wrote.

        Raises:
            FormatError: `data` does not describe an article.
        """
        from .serialise import from_json

        return from_json(data)

    def to_markdown(self) -> str:
        """Return the article as Markdown with front matter; parses back to an equal one."""
        from .render.post import render_markdown_post

        return render_markdown_post(self)

    def to_post(self) -> str:
        """Return the article as an archive post with HTML; parses back to an equal one."""
        from .render.post import render_post

        return render_post(self)

    def to_schema_org(self) -> dict[str, Any]:
        """Return the article as schema.org NewsArticle, ready for a JSON-LD script."""
        from .render.schema_org import to_schema_org

        return to_schema_org(self)

    def __repr__(self) -> str:
        when = f" {self.published:%Y-%m-%d}" if self.published else ""
        problems = f", {len(self.problems)} problems" if self.problems else ""
        return f"<Article {self.source}{when} {self.title!r}, {len(self.body)} blocks{problems}>"


FIELDS: tuple[str, ...] = tuple(
    a.name for a in attrs.fields(Article) if a.name not in ("extra", "origins", "problems", "body")
)
"""The fields that rules may map to."""
