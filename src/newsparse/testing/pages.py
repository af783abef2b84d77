"""Strategies for whole news pages: a story in the middle of all that surrounds it.

A page is made of :class:`PageParts`: the story, and what stands around it. The
story and its surroundings are separate, so that a test can change one and hold
the other (:func:`lay_out`).
"""

from __future__ import annotations

import html
import json
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .credits import moments, written
from .stories import Piece, stories, story_truth
from .truth import Labelled, Truth
from .words import Language, headlines, names

SIGNS: Final[dict[str, dict[str, Any]]] = {
    "en": {
        "menu": ("Home", "World", "Business", "Sports", "Weather", "Archive"),
        "advert": "Try our app for four weeks",
        "related": "More stories",
        "comments": "Comments",
        "reader": "A reader says the ferry was late as ever",
        "footer": "All rights reserved. Imprint. Contact.",
        "other": "Market day moved to the harbour",
    },
    "zh": {
        "menu": ("首页", "国际", "财经", "体育", "天气", "往期"),
        "advert": "下载我们的客户端",
        "related": "相关阅读",
        "comments": "网友评论",
        "reader": "有读者说渡轮又晚点了",
        "footer": "版权所有 联系我们 网站地图",
        "other": "集市搬到了码头",
    },
}
"""The words around a story, in both languages."""


@attrs.frozen(kw_only=True)
class Surroundings:
    """What stands around a story, each part by number: 0 for none of it.

    Attributes:
        menu: entries of the navigation.
        adverts: adverts between the head and the story and behind it.
        related: links to other stories.
        comments: what readers wrote.
        footer: lines of the footer.
    """

    menu: int = 0
    adverts: int = 0
    related: int = 0
    comments: int = 0
    footer: int = 0


NOTHING_AROUND: Final = Surroundings()


@attrs.frozen(kw_only=True)
class PageParts:
    """A page before it is written.

    Attributes:
        language: of all words.
        story: its pieces.
        truth: what a parser must find.
        url: where the page was published.
        date: the date as the head tells it.
        json_ld: whether the head has JSON-LD.
        open_graph: whether the head has OpenGraph.
        around: what surrounds the story.
        head: further lines of the head.
        tail: further HTML behind the story's last paragraph.
        classes: further classes of ``<article>``.
    """

    language: Language
    story: tuple[Piece, ...]
    truth: Truth
    url: str
    date: str
    json_ld: bool = True
    open_graph: bool = True
    around: Surroundings = NOTHING_AROUND
    head: str = ""
    tail: str = ""
    classes: str = ""


def surroundings(*, least: int = 0) -> SearchStrategy[Surroundings]:
    """Any amount of what surrounds a story, at least `least` of each part."""
    return st.builds(
        Surroundings,
        menu=st.integers(least, 6),
        adverts=st.integers(least, 2),
        related=st.integers(least, 6),
        comments=st.integers(least, 4),
        footer=st.integers(least, 2),
    )


@st.composite
def page_parts(  # noqa: D417 - hypothesis gives `draw`
    draw: st.DrawFn,
    language: Language = "en",
    *,
    host: str = "news.example.org",
    around: SearchStrategy[Surroundings] | None = None,
    head: str = "",
) -> PageParts:
    """A page before it is written: a story of at least three paragraphs and its head.

    Args:
        language: of all words.
        host: where the page was published.
        around: what surrounds the story; anything, if None.
        head: further lines of ``<head>``.
    """
    pieces = draw(stories(language, least=3, most=6, sentences=3 if language == "en" else 4))
    moment = draw(moments())
    date = written(moment, draw(st.sampled_from(("iso", "iso-local"))), "Asia/Shanghai")
    author = draw(names(language))
    told = draw(st.sampled_from(((True, True), (True, False), (False, True))))
    truth = attrs.evolve(
        story_truth(pieces), title=draw(headlines(language)), byline=[author], date=moment
    )
    return PageParts(
        language=language,
        story=pieces,
        truth=truth,
        url=f"https://{host}/{moment:%Y/%m/%d}/story-1.html",
        date=date.text,
        json_ld=told[0],
        open_graph=told[1],
        around=draw(surroundings() if around is None else around),
        head=head,
    )


def news_pages(
    language: Language = "en",
    *,
    host: str = "news.example.org",
    around: SearchStrategy[Surroundings] | None = None,
    head: str = "",
) -> SearchStrategy[Labelled]:
    """A whole news page; see :func:`page_parts` for the arguments.

    The head has JSON-LD, OpenGraph or both; around the story stand navigation,
    adverts, related stories, comments and a footer, whose words are the
    ``boilerplate`` of the truth.
    """
    return page_parts(language, host=host, around=around, head=head).map(lay_out)


def lay_out(parts: PageParts) -> Labelled:
    """Return a page as HTML, with its truth."""
    signs: dict[str, Any] = SIGNS[parts.language]
    around, gone = parts.around, list(parts.truth.boilerplate)
    before, behind = [], []
    if around.menu:
        entries = signs["menu"][: around.menu]
        links = "".join(f'<li><a href="/s/{i}">{word}</a></li>' for i, word in enumerate(entries))
        before.append(f'<header><nav class="menu"><ul>{links}</ul></nav></header>')
        gone += entries[2:]
    if around.adverts:
        advert = f'<div class="ad advert"><a href="/app">{signs["advert"]}</a></div>'
        before.append(advert)
        behind += [advert] * (around.adverts - 1)
        gone.append(signs["advert"])
    if around.related:
        links = "".join(
            f'<li><a href="/2020/{i}.html">{signs["other"]} {i}</a></li>'
            for i in range(around.related)
        )
        behind.append(f'<aside class="related"><h3>{signs["related"]}</h3><ul>{links}</ul></aside>')
        gone += [signs["related"], signs["other"]]
    if around.comments:
        texts = "".join(
            f'<div class="comment"><p>{signs["reader"]} ({i})</p></div>'
            for i in range(around.comments)
        )
        behind.append(
            f'<section id="comments" class="comments"><h3>{signs["comments"]}</h3>{texts}</section>'
        )
        gone += [signs["comments"], signs["reader"]]
    footer = "".join(f"<p>{signs['footer']} ({i})</p>" for i in range(around.footer))
    if footer:
        footer = f"<footer>{footer}</footer>"
        gone.append(signs["footer"])
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{parts.language}"><head><meta charset="utf-8">',
        *_head(parts),
        "</head><body>",
        *before,
        f'<main><article class="story {parts.classes}">'.replace(' "', '"'),
        f"<h1>{html.escape(parts.truth.title or '', quote=False)}</h1>",
        *(piece.html for piece in parts.story),
        *([parts.tail] if parts.tail else []),
        "</article></main>",
        *behind,
        *([footer] if footer else []),
        "</body></html>",
    ]
    truth = attrs.evolve(parts.truth, boilerplate=gone)
    return Labelled(data="\n".join(lines), truth=truth, url=parts.url)


def _head(parts: PageParts) -> list[str]:
    """Return what the head tells: title, canonical URL, OpenGraph, JSON-LD."""
    title = parts.truth.title or ""
    escaped = html.escape(title)
    lines = [
        f"<title>{html.escape(title, quote=False)}</title>",
        f'<link rel="canonical" href="{parts.url}">',
    ]
    if parts.open_graph:
        lines += [
            '<meta property="og:type" content="article">',
            f'<meta property="og:title" content="{escaped}">',
            f'<meta property="article:published_time" content="{parts.date}">',
            *(f'<meta name="author" content="{html.escape(name)}">' for name in parts.truth.byline),
        ]
    if parts.json_ld:
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": title,
            "datePublished": parts.date,
            "author": [{"@type": "Person", "name": name} for name in parts.truth.byline],
        }
        text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        lines.append(f'<script type="application/ld+json">{text}</script>')
    if parts.head:
        lines.append(parts.head)
    return lines
