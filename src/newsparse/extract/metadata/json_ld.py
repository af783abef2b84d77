"""JSON-LD blocks: reading them, dirty as they are, and finding the article in them.

The format: JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/) as publishers embed it in
``<script type="application/ld+json">``, with the types and properties of
https://schema.org/NewsArticle. Only what such pages use is read: there is no context
processing, a type is known by its last word (``http://schema.org/NewsArticle``).
"""

from __future__ import annotations

import html as _html
import json
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

Json: TypeAlias = Any
JsonObject: TypeAlias = dict[str, Any]

MAX_CHARACTERS: Final = 3_000_000
"""A block longer than this is left alone: the longest live blogs stay far below."""

MAX_OBJECTS: Final = 20_000
"""How many objects of a page's blocks are looked at."""

ARTICLE_TYPES: Final = {
    "NewsArticle": 5,
    "AnalysisNewsArticle": 5,
    "AskPublicNewsArticle": 5,
    "BackgroundNewsArticle": 5,
    "OpinionNewsArticle": 5,
    "ReportageNewsArticle": 5,
    "ReviewNewsArticle": 5,
    "LiveBlogPosting": 5,
    "Article": 5,
    "AdvertiserContentArticle": 4,
    "SatiricalArticle": 5,
    "ScholarlyArticle": 5,
    "MedicalScholarlyArticle": 5,
    "TechArticle": 5,
    "APIReference": 4,
    "Report": 5,
    "BlogPosting": 5,
    "SocialMediaPosting": 4,
    "DiscussionForumPosting": 4,
    "Review": 3,
    "Recipe": 3,
    "HowTo": 2,
    "CreativeWork": 2,
    "PodcastEpisode": 2,
    "WebPage": 1,
    "ItemPage": 1,
    "AboutPage": 1,
    "MedicalWebPage": 1,
    "FAQPage": 1,
    "ImageGallery": 1,
    "VideoObject": 0,
}
"""Types that may stand for the page's story, the likelier with the greater number."""

# Branches that hold other stories, readers' words or the site's furniture.
_OTHER_THINGS: Final = frozenset(
    [
        "author",
        "creator",
        "editor",
        "contributor",
        "publisher",
        "sourceOrganization",
        "provider",
        "image",
        "logo",
        "thumbnail",
        "video",
        "audio",
        "associatedMedia",
        "breadcrumb",
        "potentialAction",
        "comment",
        "review",
        "aggregateRating",
        "liveBlogUpdate",
        "itemListElement",
        "hasPart",
        "isPartOf",
        "mentions",
        "about",
        "citation",
        "relatedLink",
        "significantLink",
        "isBasedOn",
        "isRelatedTo",
        "speakable",
        "sameAs",
        "contactPoint",
        "address",
        "acceptedAnswer",
        "suggestedAnswer",
        "offers",
        "primaryImageOfPage",
        "backstory",
        "copyrightHolder",
    ]
)

_OPENERS: Final = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "\ufeff")
_CLOSERS: Final = ("-->", "//]]>", "// ]]>", "/*]]>*/", "]]>", "//", ";")
_TOKEN = re.compile(r'[^\\"]+|\\u[0-9a-fA-F]{4}|\\["\\/bfnrt]|\\.?|"', re.DOTALL)
_BETWEEN = re.compile(r"[^{}\[\],:\"]+")
_BLANKS = re.compile(r"\s*")
_DECODER = json.JSONDecoder(strict=False)


def read_block(text: str) -> list[Json]:
    """Return the values a JSON-LD block holds; broken JSON is mended as far as it goes.

    Comment and CDATA marks around the block, raw line ends in strings, trailing
    commas, several values in a row, entities for quotes, unescaped quotes and a cut
    off end are all met with in the wild. Nothing is raised: a block that cannot be
    read, is nested too deep for the JSON reader or longer than
    :data:`MAX_CHARACTERS` gives an empty list. Linear in the length of `text`.
    """
    if len(text) > MAX_CHARACTERS:
        return []
    try:
        return [_DECODER.decode(text)]
    except RecursionError:
        return []
    except ValueError:
        pass
    text = _unwrapped(text)
    if "&quot;" in text and text.count('"') < text.count("&quot;"):
        text = _html.unescape(text)
    try:
        return list(_values(text))
    except RecursionError:
        return []
    except ValueError:
        pass
    try:
        return list(_values(mend(text)))
    except (ValueError, RecursionError):
        return []


def _unwrapped(text: str) -> str:
    """Return `text` without the comment and CDATA marks around it."""
    for _ in range(4):
        before = text = text.strip()
        for mark in _OPENERS:
            text = text.removeprefix(mark)
        for mark in _CLOSERS:
            text = text.removesuffix(mark)
        if text == before:
            break
    return text


def _values(text: str) -> Iterator[Json]:
    """Yield the JSON values that follow one another in `text`."""
    at = 0
    while True:
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
        if at >= len(text):
            return
        value, at = _DECODER.raw_decode(text, at)
        yield value


def mend(text: str) -> str:
    """Return `text` with the commonest damage to JSON undone, in one pass.

    Trailing commas go, a quote inside a string is escaped (a string ends only at a
    quote before ``,``, ``:``, ``}``, ``]`` or the end), invalid escapes lose their
    backslash, what is left open at the end is closed.
    """
    out: list[str] = []
    open_: list[str] = []
    at, end = 0, len(text)
    while at < end:
        c = text[at]
        if c == '"':
            piece, at = _string(text, at + 1)
            out.append(piece)
            continue
        if c in "{[":
            open_.append("}" if c == "{" else "]")
            if len(open_) > 500:
                raise ValueError("nested too deep to be mended")
            out.append(c)
        elif c in "}]":
            _drop_comma(out)
            if c in open_:
                while open_:
                    closer = open_.pop()
                    out.append(closer)
                    if closer == c:
                        break
        elif c in ",:":
            if not (c == "," and out and out[-1] == ","):
                out.append(c)
        else:
            found = _BETWEEN.match(text, at)
            assert found is not None
            piece = found.group().strip()
            if piece:
                out.append(piece)
            at = found.end()
            continue
        at += 1
    if open_:
        _drop_comma(out)
        if out and out[-1] == ":":
            out.append("null")
        elif len(out) > 1 and open_[-1] == "}" and out[-1][0] == '"' and out[-2] in ",{":
            out.append(":null")
    out.extend(reversed(open_))
    return " ".join(out)


def _drop_comma(out: list[str]) -> None:
    while out and out[-1] == ",":
        out.pop()


def _string(text: str, at: int) -> tuple[str, int]:
    """Return the string that starts at `at` (after its quote) mended, and where it ends."""
    out = ['"']
    end = len(text)
    while at < end:
        found = _TOKEN.match(text, at)
        assert found is not None
        piece = found.group()
        at = found.end()
        if piece == '"':
            blanks = _BLANKS.match(text, at)
            following = blanks.end() if blanks else at
            if following >= end or text[following] in ",:}]":
                break
            out.append('\\"')
        elif piece[0] == "\\" and (
            len(piece) == 1 or (len(piece) == 2 and piece[1] not in '"\\/bfnrt')
        ):
            out.append(piece[1:])
        else:
            out.append(piece)
    out.append('"')
    return "".join(out), at


def type_of(thing: JsonObject) -> str:
    """Return the likeliest article type of an object, else its first type, else ''."""
    types = thing.get("@type")
    if isinstance(types, str):
        return _last_word(types)
    if not isinstance(types, list):
        return ""
    names = [_last_word(t) for t in types[:10] if isinstance(t, str)]
    return max(names, key=lambda name: ARTICLE_TYPES.get(name, -1), default="")


def _last_word(name: str) -> str:
    return re.split(r"[/#:]", name[-200:])[-1].strip()


def _objects(blocks: Sequence[Json], closed: Container[str]) -> Iterator[JsonObject]:
    """Yield the objects in `blocks` in their order, without what is under a `closed` key."""
    waiting = list(reversed(blocks))
    left = MAX_OBJECTS
    while waiting and left:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value[:1000]))
        elif isinstance(value, dict):
            left -= 1
            yield value
            waiting.extend(
                item
                for key, item in value.items()
                if isinstance(item, (dict, list)) and key not in closed
            )


class Graph:
    """The objects of a page's JSON-LD blocks: what may be the story, and all by ``@id``."""

    __slots__ = ("_blocks", "_ids", "articles")

    def __init__(self, blocks: Sequence[Json]) -> None:
        self._blocks = blocks
        self._ids: dict[str, JsonObject] | None = None
        self.articles: list[tuple[str, JsonObject]] = []
        """Type and object of what may be the story, in the order of the page."""
        for thing in _objects(blocks, _OTHER_THINGS):
            kind = type_of(thing)
            if kind in ARTICLE_TYPES:
                self.articles.append((kind, thing))

    def resolve(self, thing: Json) -> Json:
        """Return the object a bare ``{"@id": …}`` stands for, or `thing` itself."""
        if not isinstance(thing, dict) or "name" in thing or "url" in thing:
            return thing
        name = thing.get("@id")
        if not isinstance(name, str):
            return thing
        if self._ids is None:
            self._ids = {}
            for known in _objects(self._blocks, frozenset()):
                own = known.get("@id")
                if isinstance(own, str) and len(known) > len(self._ids.get(own, ())):
                    self._ids[own] = known
        return self._ids.get(name, thing)

    def story(self, is_this_page: Iterable[str] = ()) -> tuple[str, JsonObject] | None:
        """Return type and object of the page's story: likeliest type first, then the first.

        Args:
            is_this_page: URLs of the page; an article that names one of them goes
                before those that name another.
        """
        urls = frozenset(url.rstrip("/") for url in is_this_page)

        def rank(found: tuple[str, JsonObject]) -> tuple[int, int, int]:
            kind, thing = found
            about = _page_of(thing)
            here = 1 if about and about in urls else 0
            return (ARTICLE_TYPES[kind], here, 1 if thing.get("headline") else 0)

        return max(self.articles, key=rank, default=None)

    def page(self) -> JsonObject | None:
        """Return the object that describes the page itself, if there is one."""
        for kind, thing in self.articles:
            if ARTICLE_TYPES[kind] == 1:
                return thing
        return None


def _page_of(thing: JsonObject) -> str | None:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = thing.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str):
            return value.rstrip("/")
    return None
