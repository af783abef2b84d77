from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsparse.body import (
    Block,
    Body,
    Cell,
    CodeBlock,
    CodeSpan,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Table,
)
from newsparse.image import Image
from newsparse.markdown import markdown_to_html
from newsparse.render.html import render_html
from newsparse.render.markdown import render_markdown
from newsparse.testing.articles import bodies, inlines, lines

from .test_html import check_safe


def para(*content: Any) -> Paragraph:
    return Paragraph(content=content)


def item(*blocks: Any) -> ListItem:
    return ListItem(blocks=blocks)


BLOCKS = {"p", "ul", "ol", "pre", "blockquote", "footer", "figure", "table"}
BLOCKS |= {f"h{level}" for level in range(1, 7)}
INLINES = ("strong", "em", "code", "a", "span")
AROUND = tuple(f"\0{slash}{mark} " for mark in INLINES for slash in ("", "/"))


def outline(html: str) -> list[str]:
    """The elements (behind a NUL) and words of HTML, as far as blocks can tell them apart.

    Gone are what Markdown readers write differently: <thead>, whether the words
    of an item stand in a <p>, white space between blocks and at breaks, the last
    line end of code; a picture alone in a paragraph is a figure.
    """
    body = LexborHTMLParser(html).body
    assert body is not None
    return list(trimmed(joined(pieces(body))))


def pieces(node: LexborNode, code: bool = False) -> Iterator[str]:
    for child in node.iter(include_text=True):
        tag = str(child.tag)
        if tag == "-text":
            text = child.text_content or ""
            yield text if code else re.sub(r"[ \n]+", " ", text)
            continue
        inside = [
            str(inner.tag)
            for inner in child.iter(include_text=True)
            if inner.tag != "-text" or (inner.text_content or "").strip()
        ]
        if tag == "p" and inside == ["img"]:
            tag = "figure"
        if tag in ("thead", "tbody") or (tag == "p" and node.tag == "li"):
            if tag == "p":
                yield "\0p "
            yield from pieces(child)
            continue
        attributes = {name: value for name, value in child.attributes.items() if value}
        yield f"\0{tag} {sorted(attributes.items())}"
        if tag == "li" and inside[0] not in BLOCKS:
            yield "\0p "
        yield from pieces(child, code or tag == "pre")
        yield f"\0/{tag} "


def joined(parts: Iterable[str]) -> list[str]:
    """Texts side by side as one."""
    out: list[str] = []
    for part in parts:
        if out and not is_tag(part) and not is_tag(out[-1]):
            out[-1] += part
        else:
            out.append(part)
    return out


def is_tag(part: str) -> bool:
    return part.startswith("\0")


def trimmed(parts: list[str]) -> Iterator[str]:
    """Texts without the white space that no reader of the page sees."""
    for before, part, after in zip(
        ["\0body ", *parts], parts, [*parts[1:], "\0/body "], strict=False
    ):
        if is_tag(part):
            yield part
            continue
        text = part.removesuffix("\n") if after == "\0/code " else part
        if not before.startswith(AROUND):
            text = text.lstrip(" ")
        if not after.startswith(AROUND):
            text = text.rstrip(" ")
        if text:
            yield text


def assert_same_story(blocks: tuple[Block, ...]) -> None:
    markdown = render_markdown(blocks)
    assert outline(markdown_to_html(markdown)) == outline(render_html(blocks)), markdown


@settings(max_examples=100)
@given(bodies())
def test_markdown_says_what_html_says(body: Body) -> None:
    assert_same_story(body.blocks)


@settings(max_examples=150)
@given(inlines())
@example((Strong(content=("深圳：",)), "30条"))
@example((Strong(content=("a", Emphasis(content=("b",)))), Emphasis(content=("c",)), "d"))
@example(("!", Link(url="/a", content=("b",))))
@example(("`", CodeSpan(text="`a`"), CodeSpan(text="b")))
@example(("a | b\n-|-",))
@example((Link(url="/a", content=(CodeSpan(text="]:"),)),))
@example(("<", Strong(content=("a",)), "@b.c>"))
def test_running_text_says_what_html_says(content: Any) -> None:
    assert_same_story((para(*content),))
    assert_same_story((Heading(level=2, content=content),))
    head = (Cell(content=content, header=True), Cell(header=True))
    assert_same_story((Table(rows=(head, (Cell(content=content), Cell()))),))


@settings(max_examples=150)
@given(st.lists(lines(), min_size=1, max_size=4).map("\n".join))
def test_text_that_looks_like_markdown_stays_text(text: str) -> None:
    html = markdown_to_html(render_markdown((para(text),)))
    tree = LexborHTMLParser(html)
    assert tree.body is not None
    assert {node.tag for node in tree.body.traverse()} <= {"body", "p", "br"}
    assert tree.body.text().split() == text.split()


@given(bodies(wild=True))
def test_wild_bodies_give_safe_pages(body: Body) -> None:
    html = markdown_to_html(render_markdown(body.blocks))
    # readers write <thead>, which the parser of the page would not make
    check_safe(html.replace("<thead>", "").replace("</thead>", ""))


CASES: list[tuple[Any, str | None]] = [
    (para("1. a"), "1\\. a"),
    (para("2021) a"), "2021\\) a"),
    (para("3.5 a"), "3.5 a"),
    (para("# a"), "\\# a"),
    (para("#a"), "#a"),
    (para("- a\n+ b\n> c\n-5"), "\\- a\\\n\\+ b\\\n\\> c\\\n-5"),
    (para("a\n==="), "a\\\n\\==="),
    (para("*a* _b_ snake_case"), "\\*a\\* \\_b\\_ snake_case"),
    (para("a < b <c> &amp; & d"), "a < b \\<c> \\&amp; & d"),
    (para("[a](b) `c` ~~d~~ \\"), "\\[a\\](b) \\`c\\` \\~\\~d\\~\\~ \\\\"),
    (para("    a\n"), "a"),
    (para(Strong(content=("a",)), " ", Emphasis(content=("b",))), "**a** *b*"),
    (para(Strong(content=("深圳：",)), "30条"), "<strong>深圳：</strong>30条"),
    (para(Strong(content=("深圳：",)), " 30条"), "**深圳：** 30条"),
    (para(Strong(content=("深圳",)), "：30条"), "**深圳**：30条"),
    (para("看", Emphasis(content=("“此”",))), "看<em>“此”</em>"),
    (para(Strong(content=("a ", Emphasis(content=("b",))))), "**a _b_**"),
    (para(Strong(content=(" a",))), "<strong> a</strong>"),
    (para(Link(url="https://a.org/b_c", content=("d]",))), "[d\\]](https://a.org/b_c)"),
    (para(Link(url="/a (b)&amp;", content=("d",))), "[d](</a (b)\\&amp;>)"),
    (para(Link(url="javascript:x", content=("d",))), "d"),
    (para(CodeSpan(text="`a`"), CodeSpan(text="b")), "`` `a` ``<code>b</code>"),
    (Heading(level=3, content=("a\nb #",)), "### a<br>b \\#"),
    (ListBlock(items=(item(para("a\nb")), item(para("c")))), "- a\\\n  b\n- c"),
    (
        ListBlock(items=(item(para("a"), ListBlock(items=(item(para("b")),))),)),
        "- a\n  - b",
    ),
    (
        ListBlock(items=(item(para("a"), para("b")), item(para("c"))), ordered=True, start=9),
        "9. a\n\n   b\n\n10. c",
    ),
    (ListBlock(items=(item(CodeBlock(text="a\n\nb")),)), None),
    (Quote(blocks=(para("a"), para("b"))), "> a\n>\n> b"),
    (Quote(blocks=(para("a"),), cite=("B",)), "> a\n>\n> <footer><cite>B</cite></footer>"),
    (
        Table(
            rows=((Cell(content=("a|b",), header=True),), (Cell(content=(CodeSpan(text="|"),)),))
        ),
        "| a\\|b |\n| --- |\n| `\\|` |",
    ),
    (CodeBlock(text="a\n```\nb", language="c++"), "````c++\na\n```\nb\n````"),
    (Figure(image=Image(url="/a.jpg", alt="b*")), "![b\\*](/a.jpg)"),
    (Figure(image=Image(url="/a.jpg"), credit="b"), None),
    (Table(rows=((Cell(content=("a",)), Cell()),)), None),
    (Embed(url="/a", title="b"), None),
    (para(), ""),
    (Heading(level=1, content=("",)), ""),
]


@pytest.mark.parametrize(("block", "markdown"), CASES)
def test_forms(block: Any, markdown: str | None) -> None:
    written = render_markdown([block])
    if markdown is None:  # one line of HTML
        assert written == render_html([block]).replace("\n", "&#10;")
    else:
        assert written == markdown


def test_lists_side_by_side_stay_two() -> None:
    one = ListBlock(items=(item(para("a")),))
    two = ListBlock(items=(item(para("b")),), ordered=True)
    assert render_markdown([one, one, one, two, two]) == "- a\n\n* a\n\n- a\n\n1. b\n\n1) b"
    assert_same_story((one, one, two, two))


def test_body_markdown() -> None:
    assert Body(blocks=(para("a"), para("b"))).markdown == "a\n\nb"
