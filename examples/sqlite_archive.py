"""An archive in SQLite, with full-text search over headlines and stories.

    python examples/sqlite_archive.py ARCHIVE news.db "search words"

One table of articles (the whole article as JSON beside the columns that queries need), one
of people, and an FTS5 index of trigrams, which finds Chinese as well as English.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import newsparse

SCHEMA = """
CREATE TABLE IF NOT EXISTS articles (
    path TEXT PRIMARY KEY, title TEXT, source TEXT NOT NULL, publisher TEXT,
    published TEXT, language TEXT, story TEXT NOT NULL, article TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS people (
    path TEXT NOT NULL REFERENCES articles, name TEXT NOT NULL, part TEXT NOT NULL
);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    path UNINDEXED, title, story, tokenize = 'trigram'
);
"""


def articles(archive: Path) -> Iterator[tuple[str, newsparse.Article]]:
    """Yield path and article of each post that can be parsed."""
    for post in sorted(p for p in archive.rglob("*") if p.suffix in (".md", ".txt", ".html")):
        try:
            yield str(post), newsparse.parse_file(post)
        except newsparse.NewsparseError as error:
            print(error, file=sys.stderr)


def store(database: sqlite3.Connection, found: Iterable[tuple[str, newsparse.Article]]) -> int:
    """Put articles into the database, in one transaction; return how many."""
    database.executescript(SCHEMA)
    count = 0
    with database:
        for path, article in found:
            for table in ("articles", "people", "words"):
                database.execute(f"DELETE FROM {table} WHERE path = ?", (path,))
            when = article.published.isoformat() if article.published else None
            database.execute(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    path,
                    article.title,
                    article.source,
                    article.publisher,
                    when,
                    article.language,
                    article.body.text,
                    article.to_json(),
                ),
            )
            for part in ("authors", "editors"):
                database.executemany(
                    "INSERT INTO people VALUES (?, ?, ?)",
                    [(path, person.name, part) for person in getattr(article, part)],
                )
            database.execute(
                "INSERT INTO words VALUES (?, ?, ?)",
                (path, article.title or "", article.body.text),
            )
            count += 1
    return count


def search(database: sqlite3.Connection, words: str) -> list[newsparse.Article]:
    """Return the articles that hold `words` (three characters or more), the best first."""
    quoted = '"' + words.replace('"', '""') + '"'
    rows = database.execute(
        "SELECT article FROM words JOIN articles USING (path) WHERE words MATCH ? ORDER BY rank",
        (quoted,),
    )
    return [newsparse.Article.from_json(row[0]) for row in rows]


def main(arguments: Sequence[str] | None = None) -> int:
    archive, path, words = sys.argv[1:] if arguments is None else arguments
    database = sqlite3.connect(path)
    try:
        print(f"{store(database, articles(Path(archive)))} articles")
        for article in search(database, words):
            print(f"{article.published:%Y-%m-%d}" if article.published else "no date   ", end="  ")
            print(article.title)
    finally:
        database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
