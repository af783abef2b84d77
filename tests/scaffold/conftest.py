from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsparse.scaffold.sample import Sample, read_samples

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Dune</title>
<link rel="canonical" href="https://www.dune.example/{name}">
<meta property="og:site_name" content="The Dune">
<meta property="og:title" content="{title}">
<meta property="article:published_time" content="{date}">
</head><body>
<nav class="menu"><a href="/">Home</a> <a href="/a">Shore</a> <a href="/b">Sea</a></nav>
<div id="column">
<h1 class="css-1x2y3z top-line">{title}</h1>
<div class="credit">By {author}</div>
<time class="stamp" datetime="{date}">some day</time>
<div class="words">{story}</div>
</div>
<footer>The Dune, all made up</footer>
</body></html>
"""

POST = """---
title: '{title}'
categories:
 - News
 - The Dune
author: The Dune - Shore
date: {date}
---
<p class="credit">By {author}</p>
{story}
"""

STORIES = (
    ("gulls", "Gulls take over the pier", "2026-04-01T10:00:00+00:00", "Ida Berg"),
    ("sand", "Sand drifts into the station", "2026-04-09T18:30:00+00:00", "Tom Lind"),
    ("crabs", "Crab race ends in a draw", "2026-05-02T07:45:00+00:00", "Ann Falk"),
)


def words(name: str, more: str = "") -> str:
    return (
        f"<p>The first lines tell at some length what {name} have to do with the sea and the land "
        f"behind it, and why people came from far away to see it.</p>"
        f"<p>A second part of the story on {name} follows, with a word or two from those who "
        f"were there and from those who would have liked to be.</p>{more}"
    )


def page(number: int, more: str = "", template: str = PAGE) -> str:
    name, title, date, author = STORIES[number]
    return template.format(
        name=name, title=title, date=date, author=author, story=words(name, more)
    )


def post(number: int, more: str = "") -> str:
    return page(number, more, POST)


Read = Callable[[Sequence[str]], list[Sample]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes documents to files and reads them as samples."""

    def run(documents: Sequence[str]) -> list[Sample]:
        paths = []
        for number, document in enumerate(documents):
            path = tmp_path / f"{number}.txt"
            path.write_text(document, encoding="utf-8")
            paths.append(path)
        return read_samples(paths)

    return run
