"""Rules that look at elements: HTML may be written in many ways."""

from __future__ import annotations

import pytest

from newsparse import Parser, Source
from newsparse.compiled import needed_word
from newsparse.hookspecs import hookimpl
from newsparse.rules import css, strip, take
from newsparse.source import domain


class Plugin:
    @hookimpl
    def newsparse_sources(self) -> list[Source]:
        return [
            Source(
                id="tern",
                title="The Tern",
                matches=[domain("tern.example")],
                strip=[strip("ad", css("[data-advert]"), "adverts")],
                map=[
                    take("by", css("p.by"), "byline", to="authors", pattern=r"^By (?P<value>.+)$")
                ],
            )
        ]


PARSER = Parser(plugins=(Plugin(),), entry_points=False)


@pytest.mark.parametrize("name", ["data-advert", "DATA-ADVERT", "Data-Advert"])
def test_names_of_attributes_may_be_in_capitals(name: str) -> None:
    html = f"<p {name}=1>Buy!</p><p>The terns are back.</p>"
    assert PARSER.parse(html, url="https://tern.example/1").body.text == "The terns are back."


@pytest.mark.parametrize("words", ["By Ida Berg", "By\nIda\nBerg", "\n  By\tIda  Berg\n"])
def test_white_space_in_an_element_is_squeezed_for_its_pattern(words: str) -> None:
    html = f"<p class=by>{words}</p><p>The terns are back.</p>"
    (author,) = PARSER.parse(html, url="https://tern.example/1").authors
    assert author.name == "Ida Berg"


@pytest.mark.parametrize(
    ("selector", "word"),
    [
        ("p.story-text", "story-text"),
        ("#main", "main"),
        ('a[rel="author"]', "author"),
        ("[data-advert]", None),
        ("article", None),
        ("p.a, p.b", None),
    ],
)
def test_the_word_a_selector_needs(selector: str, word: str | None) -> None:
    assert needed_word(selector) == word
