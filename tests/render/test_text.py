from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from newsparse.body import (
    Body,
    Cell,
    CodeBlock,
    CodeSpan,
    Embed,
    Figure,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Table,
    walk,
)
from newsparse.image import Image
from newsparse.render.html import render_html
from newsparse.render.text import render_text
from newsparse.testing.articles import bodies


def para(*content: Any) -> Paragraph:
    return Paragraph(content=content)


def item(*blocks: Any) -> ListItem:
    return ListItem(blocks=blocks)


NESTED = ListBlock(items=(item(para("c")), item(para("d"))), ordered=True)

CASES: list[tuple[Any, str]] = [
    (para("a\nb"), "a\nb"),
    (para(Strong(content=("a",))), "a"),
    (para("a ", Link(url="/x", content=("b",)), CodeSpan(text=" c")), "a b c"),
    (para(), ""),
    (Heading(level=1, content=("a", "b")), "ab"),
    (ListBlock(items=(item(para("a")), item(para("b"), NESTED))), "a\nb\n  c\n  d"),
    (Quote(blocks=(para("a"), para("b")), cite=("C",)), "a\n\nb\n\nC"),
    (
        Table(rows=((Cell(content=("a\nb",)), Cell()), (Cell(), Cell())), caption=("t",)),
        "t\na b\t",
    ),
    (Figure(image=Image(url="/a", alt="alt"), caption=("c",), credit="d"), ""),
    (Figure(image=Image(url="/a", alt="alt")), ""),
    (CodeBlock(text="  a\n\n  b"), "  a\n\n  b"),
    (Embed(url="/a", title="t"), ""),
]


@pytest.mark.parametrize(("block", "text"), CASES)
def test_forms(block: Any, text: str) -> None:
    assert render_text([block]) == text


def test_blocks_are_separated_by_an_empty_line() -> None:
    assert render_text([para("a"), para(), Embed(url="/x"), para("b")]) == "a\n\nb"
    assert Body(blocks=(para("a"), para("b"))).text == "a\n\nb"


@given(bodies())
def test_words_are_those_of_the_html_without_embeds(body: Body) -> None:
    tree = LexborHTMLParser(render_html(body.blocks))
    assert tree.body is not None
    embeds = [plain for b in walk(body.blocks) if type(b) is Embed for plain in (b.title or b.url,)]
    shown = "".join(tree.body.text().split())
    words = "".join(render_text(body.blocks, captions=True).split())
    # characters as a bag: titles of embeds stand on the page but are no words
    assert sorted(shown) == sorted(words + "".join("".join(embeds).split()))
