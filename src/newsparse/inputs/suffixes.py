"""What the suffix of a file's name says of it."""

from __future__ import annotations

from typing import Final

PLAIN: Final = (".html", ".htm", ".md", ".markdown", ".txt")
"""Files that are one document each."""

_KINDS: Final = (
    ((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), "json_lines"),
    ((".warc", ".warc.gz"), "web_archive"),
    ((".wacz",), "web_archive"),
    ((".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"), "archive"),
    ((".zip",), "archive"),
    ((".xml", ".rss", ".atom"), "feed"),
)


def is_document(name: str) -> bool:
    """Whether a file of that name is one document."""
    return name.lower().endswith(PLAIN)


def kind_of(path: str) -> str | None:
    """Return the kind of a file of many documents, None for a file that is one."""
    name = path.lower()
    return next((kind for suffixes, kind in _KINDS if name.endswith(suffixes)), None)
