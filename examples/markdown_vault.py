"""An archive to a vault of Markdown notes, as Obsidian, Hugo and Hexo read them.

    python examples/markdown_vault.py ARCHIVE VAULT

Each post becomes one note: front matter (title, date, tags, source) and the story. Notes of
one day stand in one folder; each names its links as ordinary Markdown. A post that cannot be
parsed is named on standard error.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import newsparse

_NOT_IN_NAMES = re.compile(r'\s?[\\/:*?"<>|#^\[\]\x00-\x1f]+\s?')
"""What file systems or Obsidian's links do not allow in the name of a note."""


def note_path(article: newsparse.Article, vault: Path) -> Path:
    """Return where the note of an article belongs: ``2021-07-22/Headline.md``."""
    day = f"{article.published:%Y-%m-%d}" if article.published else "undated"
    name = _NOT_IN_NAMES.sub(" ", article.title or "untitled").strip(" .")[:80]
    return vault / day / f"{name or 'untitled'}.md"


def fill(archive: Path, vault: Path) -> int:
    """Write a note for each post under `archive`; return how many were written."""
    written = 0
    for post in sorted(p for p in archive.rglob("*") if p.suffix in (".md", ".txt", ".html")):
        try:
            article = newsparse.parse_file(post)
        except newsparse.NewsparseError as error:
            print(error, file=sys.stderr)
            continue
        note = note_path(article, vault)
        note.parent.mkdir(parents=True, exist_ok=True)
        number = 2
        while note.exists():
            note = note.with_stem(f"{note.stem} {number}")
            number += 1
        note.write_text(article.to_markdown(), encoding="utf-8")
        written += 1
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    archive, vault = sys.argv[1:] if arguments is None else arguments
    print(f"{fill(Path(archive), Path(vault))} notes in {vault}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
