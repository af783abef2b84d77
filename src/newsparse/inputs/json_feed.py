"""JSON Feed, version 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from ..errors import WrongFormatError
from .feed_post import address, feed_post

_VERSION: Final = "jsonfeed.org/version/"


def is_json(data: bytes) -> bool:
    """Whether the bytes begin as a JSON object does."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def json_entries(data: bytes, name: str) -> Iterator[tuple[Any, Any, str]]:
    """Yield of each item its id, its link, and the item as an archive post.

    Raises:
        WrongFormatError: this is other JSON.
    """
    try:
        feed: Any = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise WrongFormatError(f"this is no JSON: {error}", name=name) from None
    items = feed.get("items")
    if _VERSION not in str(feed.get("version")) or not isinstance(items, list):
        raise WrongFormatError("this is JSON, but no JSON Feed", name=name)
    for item in items:
        if isinstance(item, dict):
            link = item.get("url") or item.get("external_url")
            yield item.get("id"), link, _post(item, feed, link)


def _post(item: dict[str, Any], feed: dict[str, Any], link: Any) -> str:
    html = _text(item, "content_html") or _paragraphs(_text(item, "content_text") or "")
    summary = _text(item, "summary")
    updated = _text(item, "date_modified")
    return feed_post(
        {
            "title": _text(item, "title"),
            "url": address(link),
            "date": _text(item, "date_published") or updated,
            "updated": updated,
            "author": _authors(item) or _authors(feed) or _text(feed, "title"),
            "tags": [tag for tag in _list(item, "tags") if isinstance(tag, str)],
            "image": address(item.get("image") or item.get("banner_image")),
            "language": _text(item, "language") or _text(feed, "language"),
            "summary": summary if html else None,
        },
        html or _paragraphs(summary or ""),
    )


def _text(found: dict[str, Any], key: str) -> str | None:
    value = found.get(key)
    return value if isinstance(value, str) else None


def _list(found: dict[str, Any], key: str) -> list[Any]:
    value = found.get(key)
    return value if isinstance(value, list) else []


def _authors(found: dict[str, Any]) -> list[str]:
    """Return names; version 1 has one ``author``, 1.1 a list of ``authors``."""
    people = (*_list(found, "authors"), found.get("author"))
    names = (_text(person, "name") for person in people if isinstance(person, dict))
    return list(dict.fromkeys(name for name in names if name))


def _paragraphs(text: str) -> str:
    parts = (part.strip() for part in text.split("\n\n"))
    return "\n".join(f"<p>{escape(part, quote=False)}</p>" for part in parts if part)
