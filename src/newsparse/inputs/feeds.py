"""Feeds: RSS, Atom and JSON Feed, by feedparser (extra ``feeds``).

An entry becomes an archive post: its title, link, date, authors and tags are front matter,
its HTML is the body, so that it takes the way of every other post.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import IO, Any, Final

import yaml

from ..batch.job import Job
from ..errors import WrongFormatError
from ..limits import Limits

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
    """Yield a job for each entry of a feed.

    Raises:
        WrongFormatError: the bytes are no feed.
    """
    import feedparser

    # What HTML may do is decided by newsparse, and addresses are resolved by it.
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") and not feed.entries:
        raise WrongFormatError("this is no feed (RSS, Atom or JSON Feed)", name=name)
    for number, entry in enumerate(feed.entries):
        link = entry.get("link")
        yield Job(
            name=f"{name}#{entry.get('id') or link or number}",
            data=_post(entry, feed.feed.get("title")),
            url=link if isinstance(link, str) and link.startswith("http") else None,
        )


def _post(entry: Any, site: str | None) -> str:
    """Return an entry as an archive post."""
    authors = _authors(entry)
    link = str(entry.get("link") or "")
    # feedparser's own `get` gives the day of publication for a missing one
    updated = dict.get(entry, "updated")
    matter: dict[str, Any] = {
        "title": entry.get("title"),
        "url": link if link.startswith("http") else None,
        "date": entry.get("published") or entry.get("created") or updated,
        "updated": updated,
        "author": site,
        "authors": authors or None,
        "tags": [tag["term"] for tag in entry.get("tags", ()) if tag.get("term")] or None,
    }
    if matter["author"] is None or matter["authors"]:
        matter["author"] = matter["authors"] or matter["author"]
        del matter["authors"]
    contents = [part.get("value") or "" for part in entry.get("content", ())]
    summary = entry.get("summary") or ""
    html = max([*contents, summary], key=len)
    if contents and summary and summary != html and "<" not in summary:
        matter["summary"] = summary
    kept = {key: value for key, value in matter.items() if value}
    front = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n{html}\n"


def _authors(entry: Any) -> list[str]:
    """Return the names of an entry's authors; RSS writes ``address (name)``."""
    match = _ADDRESS.match(str(entry.get("author") or ""))
    if match is not None:
        return [match[1]]
    return [a["name"] for a in entry.get("authors", ()) if a.get("name")]
