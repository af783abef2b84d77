"""Articles told from lists of pages, from pages that are not there, and from shells."""

from __future__ import annotations

import json

import pytest

import newsparse

WORDS = "The ferry sailed again on Tuesday after a winter in the yard, and the harbour was full."
STORY = "".join(f"<p>{WORDS} It was day {n} of the season.</p>" for n in range(8))


def page(body: str, head: str = "<title>The Harbour Times</title>") -> str:
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"


def codes(article: newsparse.Article) -> set[str]:
    return {problem.code for problem in article.problems}


def teasers(count: int) -> str:
    return "".join(
        f"<div class=item><h2><a href=/{n}>Harbour keeper number {n} speaks of the ferry</a></h2>"
        f"<p>What the keeper of pier {n} said on Tuesday about the winter in the yard.</p></div>"
        for n in range(count)
    )


def test_titles_with_teasers_are_a_list_and_leave_no_glued_text() -> None:
    article = newsparse.parse(page(f"<main><h1>Harbour</h1>{teasers(12)}</main>"))
    assert "not-an-article" in codes(article)
    assert not article.body


def test_what_a_list_shows_is_told_by_explain() -> None:
    found = newsparse.explain(page(f"<main><h1>Harbour</h1>{teasers(12)}</main>"))
    said = " ".join(piece.text for piece in found.removed)
    assert "What the keeper of pier 7 said" in " ".join(said.split())


def test_a_story_with_titles_of_others_below_it_is_an_article() -> None:
    article = newsparse.parse(
        page(f"<article><h1>Ferry returns</h1>{STORY}</article>{teasers(12)}")
    )
    assert "not-an-article" not in codes(article)
    assert article.body.text.count("It was day") == 8


def test_a_story_whose_paragraphs_are_full_of_links_is_an_article() -> None:
    linked = "".join(
        f"<p>{WORDS} <a href=/{n}>Read what the keeper of pier {n} said then</a>.</p>"
        for n in range(12)
    )
    article = newsparse.parse(page(f"<article><h1>Ferry returns</h1>{linked}</article>"))
    assert "not-an-article" not in codes(article)
    assert article.body.text.count("after a winter in the yard") == 12


@pytest.mark.parametrize(
    "title",
    ["404", "Error 404", "Page not found", "Seite nicht gefunden", "页面不存在", "404 - Not Found"],
)
def test_a_page_that_is_not_there(title: str) -> None:
    told = f"<h1>{title}</h1><p>The page you asked for has moved, or never was at this address.</p>"
    article = newsparse.parse(page(f"<main>{told}</main>", f"<title>{title}</title>"))
    assert "not-an-article" in codes(article)
    assert not article.body


def test_a_story_about_lost_pages_is_there() -> None:
    title = "404 ferries were lost in the log of the harbour"
    article = newsparse.parse(
        page(f"<article><h1>{title}</h1>{STORY}</article>", f"<title>{title}</title>")
    )
    assert "not-an-article" not in codes(article)
    assert article.body


def test_a_request_to_turn_scripts_on_is_no_story() -> None:
    ask = "<p>You need to enable JavaScript to run this app.</p><script src=/app.js></script>"
    article = newsparse.parse(page(ask))
    assert "needs-script" in codes(article)
    assert not article.body


def test_names_of_elements_alone_are_no_paywall() -> None:
    name = '<div class="paywall premium">Pictures: the harbour</div>'
    short = f"<article><h1>Ferry returns</h1><p>{WORDS}</p>{name}{name}</article>"
    assert "paywalled" not in codes(newsparse.parse(page(short)))


def test_a_teaser_before_a_wall_that_is_declared_open_is_no_teaser() -> None:
    wall = (
        '<div class="paywall"><h3>Subscribe to continue reading</h3>'
        "<p>Already a subscriber? Sign in.</p><p>Unlock this story for one crown.</p></div>"
    )
    body = f"<article><h1>Ferry returns</h1><p>{WORDS}</p><p>{WORDS}</p>{wall}</article>"
    assert "paywalled" in codes(newsparse.parse(page(body)))
    free = json.dumps({"@type": "NewsArticle", "isAccessibleForFree": True})
    head = f'<title>Ferry returns</title><script type="application/ld+json">{free}</script>'
    article = newsparse.parse(page(body, head))
    assert "paywalled" not in codes(article)
    assert article.free_access is True
