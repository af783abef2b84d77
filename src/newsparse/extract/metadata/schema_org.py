"""What a schema.org object tells of the article, as offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ...authorship import is_agency
from ...dates import read_date
from ...image import Image
from ...names import read_names
from ...offer import Offer
from ...person import Person
from ...urls import clean_url
from ...words import squeezed
from .head import language_tag, pixels, words_of
from .json_ld import ARTICLE_TYPES, Graph, Json, JsonObject
from .origins import dated, origin

_DATES: Final = (
    ("datePublished", "published"),
    ("dateCreated", "published"),
    ("uploadDate", "published"),
    ("dateModified", "modified"),
)
_FREE: Final = "isAccessibleForFree"
_ORGANISATIONS: Final = frozenset(
    [
        "Organization",
        "NewsMediaOrganization",
        "Corporation",
        "NGO",
        "Brand",
        "Thing",
        "WebSite",
        "LocalBusiness",
    ]
)


def strings(value: Any, key: str = "name") -> list[str]:
    """Return the non-empty strings in a string, a list of them, or objects with `key`."""
    found = []
    for item in value[:100] if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get(key)
            if isinstance(item, list) and item:
                item = item[0]
        if isinstance(item, str) and (text := squeezed(item[:5000])):
            found.append(text)
    return found


def offers_of(
    graph: Graph, kind: str, thing: JsonObject, base: str | None, zone: str | None = None
) -> Iterator[Offer]:
    """Yield what the story object `thing` of type `kind` offers for the article's fields.

    A page object (``WebPage``) speaks of the page, not of the story: where it says
    the same things it is named so, and trusted less.
    """
    rank = ARTICLE_TYPES.get(kind, 0)
    role = "story" if rank >= 2 else "page" if rank else "video"

    def place(key: str) -> Any:
        return origin("json-ld", f"{role}.{key}", kind)

    for key in ("headline", "name", "title"):
        for text in strings(thing.get(key))[:1]:
            yield Offer("title", text, place(key))
    for key, field in _DATES:
        for text in strings(thing.get(key), "@value")[:1]:
            reading = read_date(text, zone=zone)
            if reading is not None:
                yield dated(field, reading, place(key))
    yield from _people(graph, thing, place)
    for key in ("url", "mainEntityOfPage", "@id"):
        for text in strings(thing.get(key), "@id")[:1]:
            url = clean_url(text, base) if text.startswith(("http", "/")) else None
            if url:
                yield Offer("url", url, place(key))
    publisher = thing.get("publisher")
    for item in publisher[:1] if isinstance(publisher, list) else [publisher]:
        for text in strings(graph.resolve(item))[:1]:
            yield Offer("publisher", text, place("publisher"))
    for text in strings(thing.get("inLanguage"))[:1]:
        tag = language_tag(text)
        if tag:
            yield Offer("language", tag, place("inLanguage"))
    for key, field in (("keywords", "keywords"), ("articleSection", "categories")):
        words = words_of(
            text for text in strings(thing.get(key)) if not text.startswith(("http:", "https:"))
        )
        if words:
            yield Offer(field, words, place(key))
    for key in ("description", "abstract"):
        for text in strings(thing.get(key))[:1]:
            yield Offer("summary", text, place(key))
    image = _image(graph, thing.get("image") or thing.get("thumbnailUrl"), base)
    if image is not None:
        yield Offer("cover", image, place("image"))
    free = truth(thing.get(_FREE))
    if free is not None:
        yield Offer("free_access", free, place(_FREE))
    elif (parts := thing.get("hasPart")) is not None:
        # Some say it only of the part behind the wall.
        items = parts[:20] if isinstance(parts, list) else [parts]
        told = [truth(item.get(_FREE)) for item in items if isinstance(item, dict)]
        if any(part is not None for part in told):
            yield Offer("free_access", False not in told, place("hasPart"))


def offers_of_baidu(
    blocks: Sequence[Json], base: str | None, zone: str | None = None
) -> Iterator[Offer]:
    """Yield what a page tells Baidu of its story, in a vocabulary of one object without a type.

    The context is ``https://ziyuan.baidu.com/contexts/cambrian.jsonld``; its properties are
    ``title``, ``description``, ``images``, ``pubDate`` and ``upDate``.
    """
    for thing in blocks:
        if not isinstance(thing, dict) or "cambrian" not in str(thing.get("@context"))[:200]:
            continue
        for key, field in (("title", "title"), ("description", "summary")):
            for text in strings(thing.get(key))[:1]:
                yield Offer(field, text, origin("json-ld", f"baidu.{key}"))
        for key, field in (("pubDate", "published"), ("upDate", "modified")):
            for text in strings(thing.get(key))[:1]:
                reading = read_date(text, zone=zone)
                if reading is not None:
                    yield dated(field, reading, origin("json-ld", f"baidu.{key}"))
        for text in strings(thing.get("images"))[:1]:
            url = clean_url(text, base)
            if url:
                yield Offer("cover", Image(url=url), origin("json-ld", "baidu.images"))
        return


def _people(graph: Graph, thing: JsonObject, place: Any) -> Iterator[Offer]:
    for key, field in (("author", "authors"), ("creator", "authors"), ("editor", "editors")):
        people: list[Person] = []
        houses: list[Person] = []
        agencies: list[Person] = []
        value = thing.get(key)
        for item in value[:50] if isinstance(value, list) else [value]:
            item = graph.resolve(item)
            is_house = False
            url = None
            if isinstance(item, dict):
                types = item.get("@type")
                is_house = any(
                    isinstance(t, str) and t in _ORGANISATIONS
                    for t in (types if isinstance(types, list) else [types])
                )
                link = item.get("url") or item.get("@id")
                if isinstance(link, str) and link.startswith("http"):
                    url = clean_url(link, None)
                names = item.get("name")
                if isinstance(names, list):
                    item = names
                elif "name" not in item and "givenName" in item:
                    item = {"name": f"{item['givenName']} {item.get('familyName') or ''}"}
            for text in strings(item):
                if is_agency(text):
                    agencies.append(Person(name=text))
                    yield Offer("agency", text, place(key))
                elif is_house:
                    houses.append(Person(name=text))
                else:
                    found = read_names(text)
                    if len(found) == 1 and url:
                        found = (Person(name=found[0].name, role=found[0].role, url=url),)
                    people.extend(found)
        if people:
            yield Offer(field, tuple(dict.fromkeys(people)), place(key))
        if agencies and not people:
            yield Offer(field, tuple(dict.fromkeys(agencies)), place(f"{key} (agency)"))
        if houses:
            yield Offer(field, tuple(dict.fromkeys(houses)), place(f"{key} (organisation)"))


def _image(graph: Graph, value: Any, base: str | None) -> Image | None:
    for item in value[:3] if isinstance(value, list) else [value]:
        item = graph.resolve(item)
        size: JsonObject = {}
        if isinstance(item, dict):
            size = item
            item = item.get("url") or item.get("contentUrl") or item.get("@id")
            if isinstance(item, list) and item:
                item = item[0]
        url = clean_url(item, base) if isinstance(item, str) and item else None
        if url:
            caption = size.get("caption")
            return Image(
                url=url,
                alt=squeezed(caption) if isinstance(caption, str) and caption.strip() else None,
                width=pixels(_size(size.get("width"))),
                height=pixels(_size(size.get("height"))),
            )
    return None


def _size(value: Any) -> Any:
    return value.get("value") if isinstance(value, dict) else value


def truth(value: Any) -> bool | None:
    """Return a schema.org Boolean, which may be ``true``, "True" or "http://schema.org/True"."""
    if isinstance(value, bool):
        return value
    if isinstance(value, list) and value:
        value = value[0]
    word = value.rsplit("/", 1)[-1].strip().lower() if isinstance(value, str) else ""
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(word)
