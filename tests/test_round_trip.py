"""What is written reads back as an equal article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

import newsparse
from newsparse.testing.articles import articles


@given(articles())
def test_json(article: newsparse.Article) -> None:
    again = newsparse.Article.from_json(article.to_json())
    assert again == article
    assert (again.origins, again.problems) == (article.origins, article.problems)


@given(articles())
def test_post(article: newsparse.Article) -> None:
    assert newsparse.parse(article.to_post()) == article


@given(articles())
def test_markdown(article: newsparse.Article) -> None:
    assert newsparse.parse(article.to_markdown()) == article


def test_the_seed(seed: Path) -> None:
    article = newsparse.parse(seed)
    assert newsparse.parse(article.to_post()) == article
    assert newsparse.parse(article.to_markdown()) == article


def test_real_posts(shared: Path) -> None:
    for post in sorted((shared / "corpus" / "rsshub").glob("*.md")):
        article = newsparse.parse(post)
        assert newsparse.parse(article.to_post()) == article, post.name
        assert newsparse.parse(article.to_markdown()) == article, post.name


@pytest.mark.parametrize(
    "html",
    [
        '<img src="h :">',
        "<blockquote><li>" + "<blockquote>" * 10 + "words",
        "<figcaption><p><em>one<figcaption><p>\u3000two",
        "one<a href=b>two<figcaption>three<div>\u3000\u3000four<a>five",
        "<p>one<br>\u3000<br>two</p>",
        "<p><b>one<br><i>\u3000two</i></b></p>",
        "<table><tr><td>one</td></tr><tr><td></td><td></td></tr></table>",
        "<figcaption>one <b class=photo-credit>two</b></figcaption>",
    ],
)
def test_odd_markup_is_written_so_that_it_reads_back(html: str) -> None:
    article = newsparse.parse("---\ntitle: T\n---\n" + html)
    assert newsparse.parse(article.to_post()) == article


def test_marks_inside_marked_code_are_told_once() -> None:
    html = "<title>T</title><code>a<header><nav><a>words</a></nav></header></code>"
    told = "".join(f.text for f in newsparse.explain("<!doctype html>" + html).fragments)
    assert told.count("words") == 1
