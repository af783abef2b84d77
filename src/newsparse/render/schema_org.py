"""An article as a schema.org ``NewsArticle`` in JSON-LD.

Only properties that schema.org defines for ``NewsArticle`` and the types used
in it are written, and only those that have a value. See
https://schema.org/NewsArticle.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..article import Article
from ..body import Figure, plain, walk
from ..image import Image
from ..person import Person
from .text import render_text


def to_schema_org(article: Article) -> dict[str, Any]:
    """Return `article` as a JSON-LD object, ready for ``json.dumps``.

    Whoever writes it into a ``<script>`` element must escape ``</`` there.
    """
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | _filled(
        headline=article.title,
        alternativeHeadline=(
            article.original_title if article.original_title != article.title else None
        ),
        url=article.url,
        mainEntityOfPage=_filled(kind="WebPage", id=article.url) if article.url else None,
        datePublished=article.published.isoformat() if article.published else None,
        dateModified=article.modified.isoformat() if article.modified else None,
        author=[_person(person) for person in article.authors],
        editor=[_person(person) for person in article.editors],
        publisher=_organization(article.publisher),
        sourceOrganization=_organization(article.agency),
        dateline=article.place,
        articleSection=list(article.categories),
        keywords=list(article.keywords),
        inLanguage=article.language,
        description=article.summary,
        image=_images(article),
        articleBody=render_text(article.body.blocks),
        isAccessibleForFree=article.free_access,
    )


def _distance(pixels: int | None) -> str | None:
    """Return a length in the form of https://schema.org/Distance: number, blank, unit."""
    return f"{pixels} px" if pixels is not None else None


def _filled(*, kind: str | None = None, id: str | None = None, **values: Any) -> dict[str, Any]:
    """Return the values that are there; False is one, an empty text or list is none."""
    named = {"@type": kind, "@id": id, **values}
    return {key: value for key, value in named.items() if value or value is False}


def _person(person: Person) -> dict[str, Any]:
    return _filled(kind="Person", name=person.name, jobTitle=person.role, url=person.url)


def _organization(name: str | None) -> dict[str, Any] | None:
    return _filled(kind="Organization", name=name) if name else None


def _images(article: Article) -> list[dict[str, Any]]:
    """Return the cover and the pictures of the story, each once."""
    images = {}
    if article.cover:
        images[article.cover.url] = _image(article.cover)
    for figure in _figures(article):
        url = figure.image.url
        images[url] = images.get(url, {}) | _image(figure.image, figure)
    return list(images.values())


def _figures(article: Article) -> Iterable[Figure]:
    return (block for block in walk(article.body.blocks) if type(block) is Figure)


def _image(image: Image, figure: Figure | None = None) -> dict[str, Any]:
    return _filled(
        kind="ImageObject",
        url=image.url,
        description=image.alt,
        width=_distance(image.width),
        height=_distance(image.height),
        caption=plain(figure.caption) if figure else None,
        creditText=figure.credit if figure else None,
    )
