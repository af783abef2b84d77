"""A plugin that raises harms neither the others nor the document."""

from __future__ import annotations

import newsparse
from newsparse import Article, Parser

POST = """---
title: Baker counts to a thousand
author: Nell Harrow
date: 2026-05-04T09:00:00+01:00
---
<p>It took the baker of Brindle Bay four mornings and a good deal of flour.</p>
"""
WORDS = "It took the baker of Brindle Bay four mornings and a good deal of flour."


def failures(article: Article) -> set[tuple[str | None, str]]:
    """Return plugin and function of what failed on the way to an article."""
    return {
        (p.where, p.message.partition(" raised ")[0])
        for p in article.problems
        if p.code == "plugin-failed"
    }


def is_whole(article: Article) -> bool:
    """Whether the article is what it would be without plugins that raise."""
    return (article.title, article.body.text) == ("Baker counts to a thousand", WORDS)


HOOKS = {
    ("plugin raises-hooks", "newsparse_sources"),
    ("plugin raises-hooks", "newsparse_extend"),
    ("plugin raises-hooks", "newsparse_converters"),
    ("plugin raises-hooks", "newsparse_readers"),
    ("plugin raises-hooks", "newsparse_article"),
    ("plugin raises-import", "import"),
}


def test_every_hook_raises_and_the_article_is_whole() -> None:
    """The plugins are installed, so that the default parser has them."""
    article = newsparse.parse(POST)
    assert is_whole(article)
    assert failures(article) == HOOKS


def test_the_functions_of_a_source_raise_and_the_article_is_whole() -> None:
    article = newsparse.parse(POST, url="https://www.stumbling.example/baker")
    assert is_whole(article)
    assert article.source == "raises-functions"
    assert failures(article) - HOOKS == {
        ("plugin raises-source", "raises-functions.strip_with"),
        ("plugin raises-source", "raises-functions.map_with"),
        ("plugin raises-source", "raises-functions.finish_with"),
    }


def test_a_source_whose_last_word_raises_is_passed_over() -> None:
    article = newsparse.parse(POST, url="https://doubting.example/baker")
    assert is_whole(article)
    assert article.source == "generic"
    assert failures(article) - HOOKS == {("plugin raises-source", "raises-detect.detect_with")}


def test_what_raises_can_be_left_out() -> None:
    parser = Parser(block=("raises-hooks", "raises-import", "raises-source"))
    article = parser.parse(POST)
    assert is_whole(article)
    assert failures(article) == set()
    assert article == newsparse.parse(POST)
