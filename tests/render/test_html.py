from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser

from newsparse.body import (
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
from newsparse.render.html import render_html
from newsparse.render.urls import IMAGE_SCHEMES, LINK_SCHEMES, safe_url
from newsparse.testing.articles import bodies

PARSER_MADE = {"html", "head", "body", "tbody", "colgroup"}
KNOWN: dict[str, set[str]] = {
    **{
        tag: set()
        for tag in (
            *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "strong", "em", "ul", "li", "pre"),
            *("blockquote", "footer", "cite", "table", "caption", "tr", "figcaption"),
        )
    },
    "a": {"href"},
    "code": {"class"},
    "ol": {"start"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "figure": {"class"},
    "img": {"src", "alt", "width", "height"},
    "span": {"class"},
}


def para(*content: Any) -> Paragraph:
    return Paragraph(content=content)


def scheme_as_a_browser_reads_it(url: str) -> str | None:
    # independent of the library: the first steps of the URL standard's parser
    url = re.sub(r"[\t\n\r]", "", url.strip("".join(map(chr, range(0x21)))))
    found = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url)
    return found[0][:-1].lower() if found else None


def check_safe(html: str) -> None:
    for node in LexborHTMLParser(html).root.traverse(include_text=False):  # type: ignore[union-attr]
        if node.tag in PARSER_MADE:
            assert not node.attributes
            continue
        assert node.tag in KNOWN, (node.tag, html)
        assert set(node.attributes) <= KNOWN[node.tag], (node.attributes, html)
        for name, schemes in (("href", LINK_SCHEMES), ("src", IMAGE_SCHEMES)):
            url = node.attributes.get(name)
            if url is not None:
                assert scheme_as_a_browser_reads_it(url) in {None, *schemes}, url
        if node.tag == "figure":
            assert node.attributes.get("class") in (None, "embed")
        if node.tag == "code" and "class" in node.attributes:
            assert re.fullmatch(r"language-\S*", node.attributes["class"] or "")


@settings(max_examples=200)
@given(bodies(wild=True))
def test_only_known_elements_attributes_and_schemes_come_out(body: Body) -> None:
    check_safe(render_html(body.blocks))


@given(bodies())
def test_normalised_bodies_are_safe_as_well(body: Body) -> None:
    check_safe(render_html(body.blocks))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\tj\na\rvascript:alert(1)",
        "javascript\n:alert(1)",
        "\xa0javascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml,x",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "about:blank",
        "\\javascript:x",
        "",
        "  ",
    ],
)
def test_refused_urls_leave_the_words(url: str) -> None:
    assert safe_url(url) == ""
    assert render_html([para(Link(url=url, content=("word",)))]) == "<p>word</p>"
    figure = Figure(image=Image(url=url), caption=("seen",))
    assert render_html([figure]) == "<figure><figcaption>seen</figcaption></figure>"
    assert render_html([Embed(url=url, title="film")]) == '<figure class="embed">film</figure>'


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        ("HTTP://example.org/", "HTTP://example.org/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("tel:+4100", "tel:+4100"),
        ("//example.org/a", "//example.org/a"),
        ("/a:b", "/a:b"),
        ("?a=b:c", "?a=b:c"),
        ("#javascript:x", "#javascript:x"),
        ("picture.jpg", "picture.jpg"),
        ("  https://example.org/\n", "https://example.org/"),
        ("https://example.org/a\x00b", "https://example.org/a%00b"),
        ("https://例.org/图", "https://例.org/图"),
    ],
)
def test_good_urls_stay(url: str, written: str) -> None:
    assert safe_url(url) == written


def test_pictures_take_no_mail_addresses() -> None:
    assert render_html([Figure(image=Image(url="mailto:a@example.org"))]) == ""


CASES: list[tuple[Any, str]] = [
    (Heading(level=2, content=("A", "\n", "B")), "<h2>A<br>B</h2>"),
    (para('a < b & c > d\n“e” "f"'), '<p>a &lt; b &amp; c &gt; d<br>“e” "f"</p>'),
    (
        para(Strong(content=("a", Emphasis(content=("b",)))), CodeSpan(text="<c>")),
        "<p><strong>a<em>b</em></strong><code>&lt;c&gt;</code></p>",
    ),
    (
        para(Link(url='/a"b&c', content=("x", Link(url="/d", content=("y",))))),
        '<p><a href="/a&quot;b&amp;c">xy</a></p>',
    ),
    (
        ListBlock(items=(ListItem(blocks=(para("a"),)), ListItem(blocks=(para("b"), para("c"))))),
        "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>",
    ),
    (
        ListBlock(items=(ListItem(blocks=(para("a"),)),), ordered=True, start=3),
        '<ol start="3"><li>a</li></ol>',
    ),
    (
        Quote(blocks=(para("a"),), cite=("B",)),
        "<blockquote><p>a</p><footer><cite>B</cite></footer></blockquote>",
    ),
    (
        Table(
            rows=((Cell(content=("h",), header=True, colspan=2),), (Cell(), Cell(rowspan=3))),
            caption=("c",),
        ),
        '<table><caption>c</caption><tr><th colspan="2">h</th></tr>'
        '<tr><td></td><td rowspan="3"></td></tr></table>',
    ),
    (
        CodeBlock(text="\na <b>\n", language='x" y'),
        '<pre><code class="language-x&quot;-y">\na &lt;b&gt;\n</code></pre>',
    ),
    (
        Figure(
            image=Image(url="/a.jpg", alt='"x"', width=3, height=4), caption=("c",), credit="d&e"
        ),
        '<figure><img src="/a.jpg" alt="&quot;x&quot;" width="3" height="4">'
        '<figcaption>c <span class="credit">d&amp;e</span></figcaption></figure>',
    ),
    (
        Figure(image=Image(url="/a.jpg"), credit="d"),
        '<figure><img src="/a.jpg"><figcaption><span class="credit">d</span></figcaption></figure>',
    ),
    (Embed(url="/v", title="t"), '<figure class="embed"><a href="/v">t</a></figure>'),
    (Embed(url="/v"), '<figure class="embed"><a href="/v">/v</a></figure>'),
    (ListBlock(items=()), ""),
    (Table(rows=()), ""),
    (Quote(blocks=()), ""),
    (Embed(url="javascript:x"), ""),
]


@pytest.mark.parametrize(("block", "html"), CASES)
def test_canonical_forms(block: Any, html: str) -> None:
    assert render_html([block]) == html


def test_a_line_for_each_block() -> None:
    assert render_html([para("a"), ListBlock(items=()), para("b")]) == "<p>a</p>\n<p>b</p>"
    assert Body(blocks=(para("a"),)).html == "<p>a</p>"
