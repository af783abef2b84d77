"""The story in a state object: pages that a script draws from data they carry themselves.

Frameworks leave the data of a page in a script: ``__NEXT_DATA__`` (Next.js),
``__NUXT__``, ``__INITIAL_STATE__``, ``__PRELOADED_STATE__`` (Redux), ``__APOLLO_STATE__``
and their like. Only what is JSON is read, nothing is run. In it the object is sought that
looks like an article: a headline and a long body.
"""

from __future__ import annotations

import html as _html
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from ...dates import read_date
from ...names import read_names
from ...offer import Offer
from ...words import squeezed
from .flight import MARKER, read_flight
from .origins import dated, origin
from .schema_org import strings

MARKERS: Final = (
    "__NEXT_DATA__",
    "__INITIAL_STATE__",
    "__PRELOADED_STATE__",
    "__APOLLO_STATE__",
    "__NUXT__",
    "__INITIAL_DATA__",
    "__STATE__",
    "__APP_STATE__",
    "Fusion.globalContent",
)
"""Names under which a page's data are kept."""

MAX_CHARACTERS: Final = 5_000_000
MAX_OBJECTS: Final = 50_000
SHORTEST_STORY: Final = 250
"""Characters of text a body must have to be a story."""

_HEADLINES: Final = ("headline", "title", "headlines", "articleTitle", "name")
_BODIES: Final = (
    "articleBody body content contentHTML bodyHtml bodyHTML body_html contentHtml content_html "
    "html story storyHtml text content_elements blocks paragraphs elements components "
    "articleContent main richText body_text fullText"
).split()
_AUTHORS: Final = ("authors", "author", "byline", "bylines", "creator", "creators", "credits")
_PUBLISHED: Final = (
    "datePublished publishedAt published_at publishDate publish_date publicationDate "
    "published firstPublishedAt first_publish_date publishedDate display_date createdAt date"
).split()
_WORDS: Final = frozenset("text content value html body children data paragraphs model".split())
_START: Final = re.compile(r"""[^{\[<]{0,120}?(?:JSON\.parse\(\s*(?P<quote>["'])|(?=[{\[]))""")
_STRING_END: Final = {
    quote: re.compile(rf"((?:[^{quote}\\]+|\\.)*+){quote}", re.DOTALL) for quote in "\"'"
}
_UNDEFINED: Final = re.compile(r"(?<=[:,\[])\s*(?:undefined|NaN|void 0)(?=\s*[,}\]])")
_DECODER: Final = json.JSONDecoder(strict=False)


class StateStory:
    """A story found in a state object.

    Attributes:
        html: the body as HTML, paragraph by paragraph.
        path: where it was: the marker and the keys that lead there.
        offers: values for the article's fields.
    """

    __slots__ = ("html", "offers", "path")

    def __init__(self, html: str, path: str, offers: list[Offer]) -> None:
        self.html: str = html
        self.path: str = path
        self.offers: list[Offer] = offers


def find_state_story(html: str) -> StateStory | None:
    """Return the story that the page's embedded state holds, None without one.

    Args:
        html: the text of the page. To be asked only where the page itself shows no story.
    """
    for marker in MARKERS:
        at = html.find(marker)
        if at < 0:
            continue
        state = _state_after(html, at + len(marker))
        if state is not None:
            found = _story_in(state, marker)
            if found is not None:
                return found
    if MARKER in html:
        return _story_in(read_flight(html), "__next_f")
    return None


def _state_after(html: str, at: int) -> Any:
    """Return the JSON value that begins soon after `at`, None for anything else."""
    found = _START.match(html, at)
    if found is None:
        return None
    start = found.end()
    end = html.find("</script", start)
    text = html[start : end if end >= 0 else None]
    if len(text) > MAX_CHARACTERS:
        return None
    quote = found.group("quote")
    if quote:
        text = _unquoted(text, quote)
    for attempt in range(2):
        try:
            value = _DECODER.raw_decode(_UNDEFINED.sub("null", text) if attempt else text)[0]
        except (ValueError, RecursionError):
            continue
        return value if isinstance(value, (dict, list)) else None
    return None


def _unquoted(text: str, quote: str) -> str:
    """Return what the JavaScript string that begins `text` stands for, '' if it has no end."""
    end = _STRING_END[quote].match(text)
    if end is None:
        return ""
    inner = end.group(1)
    if quote == "'":
        inner = inner.replace("\\'", "'")
        inner = re.sub(r'(\\.)|"', lambda m: m.group(1) or '\\"', inner)
    try:
        return str(json.loads(f'"{inner}"', strict=False))
    except ValueError:
        return ""


def _story_in(state: Any, marker: str) -> StateStory | None:
    best: tuple[int, dict[str, Any], str, str, str] | None = None
    for thing, path in _objects(state, marker):
        headline = next((text for key in _HEADLINES for text in _short(thing.get(key))), None)
        if headline is None:
            continue
        for key in _BODIES:
            value = thing.get(key)
            if isinstance(value, str) and len(value) < SHORTEST_STORY:
                continue
            body = html_of(value)
            if len(body) >= SHORTEST_STORY and (best is None or len(body) > best[0] * 1.1):
                best = (len(body), thing, headline, body, f"{path}.{key}")
    if best is None:
        return None
    _, thing, headline, body, path = best
    place = path.rpartition(".")[0]
    offers = [Offer("title", headline, origin("state", f"{place}.headline"))]
    for key in _PUBLISHED:
        value = thing.get(key)
        reading = read_date(value) if isinstance(value, str) and value else None
        if reading is not None:
            offers.append(dated("published", reading, origin("state", f"{place}.{key}")))
            break
    for key in _AUTHORS:
        people = [p for text in strings(thing.get(key)) for p in read_names(text)]
        if people:
            found = tuple(dict.fromkeys(people))
            offers.append(Offer("authors", found, origin("state", f"{place}.{key}")))
            break
    return StateStory(body, path, offers)


def _objects(state: Any, marker: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the objects in `state` with their paths, the outer ones first."""
    waiting: list[tuple[Any, str]] = [(state, marker)]
    left = MAX_OBJECTS
    for value, path in waiting:
        if isinstance(value, dict):
            left -= 1
            if not left:
                return
            yield value, path
            if len(path) < 300:
                waiting.extend(
                    (item, f"{path}.{key[:40]}")
                    for key, item in value.items()
                    if isinstance(item, (dict, list))
                )
        elif isinstance(value, list) and len(path) < 300:
            waiting.extend((item, path) for item in value[:500] if isinstance(item, (dict, list)))


def _short(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = value.get("basic") or value.get("text") or value.get("main")
    if isinstance(value, str) and 0 < len(value) < 400:
        text = squeezed(value)
        if text:
            yield text


def html_of(value: Any) -> str:
    """Return a body as HTML: a string of HTML or text, or blocks of many makes."""
    if isinstance(value, str):
        return value if "<" in value else _paragraphs(value)
    if isinstance(value, dict):
        for key in ("content", "blocks", "children", "html", "json", "document"):
            inner = value.get(key)
            if isinstance(inner, (list, str)):
                value = inner
                break
        if isinstance(value, str):
            return html_of(value)
    if not isinstance(value, list):
        return ""
    parts: list[str] = []
    for block in value[:2000]:
        text = "".join(_texts(block))
        if not text.strip():
            continue
        kind = ""
        if isinstance(block, dict):
            kind = str(block.get("type") or block.get("kind") or block.get("nodeType") or "")
        if "<p" in text or "<h" in text:
            parts.append(text)
        elif "head" in kind.lower():
            parts.append(f"<h2>{text}</h2>")
        else:
            parts.append(f"<p>{text}</p>")
    return "\n".join(parts)


def _texts(block: Any) -> Iterator[str]:
    """Yield the strings of a block in their order, as HTML."""
    waiting: list[Any] = [block]
    left = 2000
    while waiting and left:
        left -= 1
        value = waiting.pop()
        if isinstance(value, str):
            yield value if "<" in value and ">" in value else _html.escape(value, quote=False)
        elif isinstance(value, list):
            waiting.extend(reversed(value[:500]))
        elif isinstance(value, dict):
            waiting.extend(value[key] for key in reversed(list(value)) if key in _WORDS)


def _paragraphs(text: str) -> str:
    lines = [line.strip() for line in re.split(r"\n+", text)]
    return "\n".join(f"<p>{_html.escape(line, quote=False)}</p>" for line in lines if line)
