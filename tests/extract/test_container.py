"""Pages whose source says which elements hold the story."""

from __future__ import annotations

import pytest

from newsparse import Parser
from newsparse.explanation import Explanation
from newsparse.hookspecs import hookimpl
from newsparse.rules import css, strip, take
from newsparse.source import Source, domain

GULL = Source(
    id="gull",
    title="The Gull",
    matches=[domain("gull.example")],
    story=["div.none", "div.empty", "div.text"],
    strip=[strip("ad", css("p.ad"), "adverts")],
    map=[take("by", css("p.by"), "byline", to="authors", pattern=r"By (?P<value>.+)")],
)
LONG = "It rained all day in the harbour, and the boats stayed where they were, said the master."


class Plugin:
    @hookimpl
    def newsparse_sources(self) -> list[Source]:
        return [GULL]


def explain(body: str) -> Explanation:
    html = f"<html><title>Weather</title><body>{body}</body></html>"
    return Parser(plugins=(Plugin(),)).explain(html, url="https://gull.example/1")


def test_only_the_container_is_story() -> None:
    found = explain(
        f"words <p class=by>By Ann Lee<div class=empty> </div><main><p>{LONG}</p>"
        "<div class=text><p class=ad>Buy!</p>Rain. <p>Wind.</div></main><p>More"
    )
    assert found.article.body.text == "Rain.\n\nWind."
    assert [person.name for person in found.article.authors] == ["Ann Lee"]
    assert {f.rule for f in found.removed} == {"page:outside", "gull:ad"}


def test_all_elements_of_the_selector_are_taken_nested_ones_with_their_parents() -> None:
    html = f"<p>{LONG}<div class=text>a<div class=text>b</div></div><p>x<div class=text>c</div>"
    assert explain(html).article.body.text == "a\n\nb\n\nc"


def test_a_picture_is_a_story_too() -> None:
    assert len(explain("<p>x<div class=text><img src=a.jpg></div>").article.body.images) == 1


@pytest.mark.parametrize("inside", ["", " ", "<p class=ad>Buy!</p>", "<script>x</script>"])
def test_where_no_container_has_words_the_story_is_looked_for(inside: str) -> None:
    article = explain(f"<div class=text>{inside}</div><article><p>{LONG}</p></article>").article
    assert article.body.paragraphs == (LONG,)
