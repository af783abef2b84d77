"""Feeds: RSS and Atom by feedparser (extra ``feeds``), and JSON Feed.

An entry becomes an archive post: its title, link, date, authors and tags are front matter,
its HTML is the body, so that it takes the way of every other post.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from typing import IO, Any, Final

from ..batch.job import Job
from ..errors import WrongFormatError
from ..limits import Limits
from .feed_post import address, feed_post
from .json_feed import is_json, json_entries
from .names import Names

_ADDRESS: Final = re.compile(r"\S+@\S+\s\(([^()]+)\)$")


def read_feed(stream: IO[bytes], path: str, limits: Limits) -> Iterator[Job]:
    """Yield a job for each entry of a feed file; names are ``path#entry``.

    Raises:
        WrongFormatError: the file is no feed; HTML, for one.
    """
    limits.check_size(os.fstat(stream.fileno()).st_size, name=path)
    data = stream.read(limits.max_bytes + 1)
    limits.check_size(len(data), name=path)
    yield from entries(data, path)


def entries(data: bytes, name: str) -> Iterator[Job]:
    """Yield a job for each entry of a feed, RSS, Atom or JSON Feed.

    Raises:
        WrongFormatError: the bytes are no feed.
    """
    names = Names()
    for number, (key, link, made) in enumerate(_posts(data, name)):
        found = names.unique(f"{name}#{key or link or number}")
        yield Job(name=found, data=made, url=address(link))


def _posts(data: bytes, name: str) -> Iterator[tuple[Any, Any, str]]:
    """Yield of each entry its id, its link, and a post."""
    if is_json(data):
        yield from json_entries(data, name)
        return
    import feedparser

    # As a file, because feedparser takes bytes for a file's name first. What HTML may do
    # is decided by newsparse, and addresses are resolved by it.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") and not feed.entries:
        raise WrongFormatError("this is no feed (RSS, Atom or JSON Feed)", name=name)
    for entry in feed.entries:
        yield entry.get("id"), entry.get("link"), _post(entry, feed.feed.get("title"))


def _post(entry: Any, site: str | None) -> str:
    """Return an entry of feedparser as an archive post."""
    # feedparser's own `get` gives the day of publication for a missing one
    updated = dict.get(entry, "updated")
    contents = [part.get("value") or "" for part in entry.get("content", ())]
    summary = entry.get("summary") or ""
    html = max([*contents, summary], key=len)
    told_apart = contents and summary and summary != html and "<" not in summary
    return feed_post(
        {
            "title": entry.get("title"),
            "url": address(entry.get("link")),
            "date": entry.get("published") or entry.get("created") or updated,
            "updated": updated,
            "author": _authors(entry) or site,
            "tags": [tag["term"] for tag in entry.get("tags", ()) if tag.get("term")],
            "summary": summary if told_apart else None,
        },
        html,
    )


def _authors(entry: Any) -> list[str]:
    """Return the names of an entry's authors; RSS writes ``address (name)``."""
    match = _ADDRESS.match(str(entry.get("author") or ""))
    if match is not None:
        return [match[1]]
    return [a["name"] for a in entry.get("authors", ()) if a.get("name")]
