"""A sound plugin for an invented paper, and a sample of it: what the broken ones are made from."""

from __future__ import annotations

from typing import Any

from newsparse.hookspecs import hookimpl
from newsparse.rules import css, strip, take, text
from newsparse.source import Source, domain
from newsparse.testing import Labelled

HERALD = Source(
    id="herald",
    title="The Fair Haven Herald",
    matches=(domain("herald.example"),),
    strip=(
        strip(
            "editor-line",
            css("p.desk"),
            "names the desk, not part of the story",
            example='<p class="desk">Edited at the harbour desk by Eva</p>',
        ),
        strip(
            "subscribe",
            text(r"^Subscribe to the Herald.{0,80}$", scope="ending"),
            "asks to subscribe",
            example="Subscribe to the Herald for one coin a week.",
        ),
    ),
    map=(
        take(
            "byline",
            css("p.byline"),
            "the authors stand above the story",
            to="authors",
            consume=True,
            example='<p class="byline">By Ada Brook</p>',
        ),
        take(
            "date",
            css("p.date"),
            "the day stands below the byline",
            to="published",
            consume=True,
            example='<p class="date">2021-07-22 09:48:41</p>',
        ),
    ),
    language="en",
    zone="America/New_York",
)

SAMPLE = Labelled(
    name="sample.html",
    url="https://herald.example/2021/07/22/mill.html",
    data="""---
title: 'Mill turns again'
date: Thu, 22 Jul 2021 13:48:41 GMT
---
<div>
<p class="byline">By Ada Brook</p>
<p class="date">2021-07-22 09:48:41</p>
<p>The mill at Fair Haven turned again after forty years. <b>Hundreds</b> came to see it.</p>
<figure><img src="https://img.herald.example/mill.jpg" alt=""><figcaption>The mill.</figcaption></figure>
<p>Its owner, a retired captain, said that flour would be sold from Monday on.</p>
<p class="desk">Edited at the harbour desk by Eva</p>
<p>Subscribe to the Herald for one coin a week.</p>
</div>
""",  # noqa: E501 - a document as it comes
)


class Plugin:
    """A plugin that brings one source."""

    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        self.__name__ = name

    @hookimpl
    def newsparse_sources(self) -> Any:
        return [self.source]
