"""What is written reads back as an equal article."""

from __future__ import annotations

from pathlib import Path

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
