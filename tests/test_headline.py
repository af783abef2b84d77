"""The headline of a post beside its story; titles of any length."""

from __future__ import annotations

import pytest

import newsparse


def codes(article: newsparse.Article) -> set[str]:
    return {problem.code for problem in article.problems}


def test_what_was_replaced_is_restored_from_the_story() -> None:
    post = "---\ntitle: Gulls_ _how_ they fly\n---\n<p>Gulls: “how” they fly</p><p>Far.</p>"
    article = newsparse.parse(post)
    assert article.title == "Gulls: “how” they fly"
    assert article.origins["title"].rule == "article:headline-restored"


@pytest.mark.parametrize("first", ["Gulls: they swim", "Gulls- they fly", "Gulls"])
def test_what_the_story_does_not_say_is_reported(first: str) -> None:
    article = newsparse.parse(f"---\ntitle: Gulls_ they fly\n---\n<p>{first}</p><p>Far.</p>")
    assert article.title == "Gulls_ they fly"
    assert "damaged-title" in codes(article)


@pytest.mark.parametrize("piece", ["_", "…", "...", "【", "“", "|", "- "])
def test_a_title_of_one_piece_again_and_again(piece: str) -> None:
    # quadratic time would not end
    title = piece * (400_000 // len(piece)) + "x"
    assert newsparse.parse(f"---\ntitle: '{title}'\n---\n<p>Gulls fly.</p>").title == title
