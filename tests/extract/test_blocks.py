"""The tree to blocks."""

from __future__ import annotations

import pytest

from newsparse.body import (
    Block,
    Cell,
    CodeBlock,
    CodeSpan,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Table,
    plain,
)
from newsparse.dom import parse_html, root_of
from newsparse.extract.blocks import BlockBuilder
from newsparse.image import Image


def blocks(html: str, **options: object) -> list[Block]:
    root = root_of(parse_html(html, fragment=True))
    assert root is not None
    return [part.finish() for part in BlockBuilder({}, **options).build(root)]  # type: ignore[arg-type]


def p(*content: object) -> Paragraph:
    return Paragraph(content=content)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>one</p><p>two</p>", [p("one"), p("two")]),
        ("<p>　　indented</p>", [p("indented")]),
        ("<p> a \n b\t c&nbsp;d </p>", [p("a b c d")]),
        ("<div>a<div>b</div>c</div>", [p("a"), p("b"), p("c")]),
        ("bare <br> lines<br/>here", [p("bare"), p("lines"), p("here")]),
        ("<p>line<br>break</p>", [p("line\nbreak")]),
        ("<p>one<br><br>two</p>", [p("one"), p("two")]),
        ("<p>one<br> <br>two</p>", [p("one"), p("two")]),
        ("<p></p><p> </p><p>　</p>", []),
        ("a\u200bb\ufeff", [p("ab")]),
        ("<h2>Head</h2>text", [Heading(level=2, content=["Head"]), p("text")]),
        ("<p>a <b>bold</b> word</p>", [p("a ", Strong(content=["bold"]), " word")]),
        ("<p>a<b> bold </b>word</p>", [p("a ", Strong(content=["bold"]), " word")]),
        ("<p><i><b>x</b></i></p>", [p(Emphasis(content=[Strong(content=["x"])]))]),
        ("<p><b></b>x<b> </b>y</p>", [p("x y")]),
        ("<b>one<p>two</p></b>", [p(Strong(content=["one"])), p(Strong(content=["two"]))]),
        (
            '<p>see <a href="https://e.org/x">this</a>.</p>',
            [p("see ", Link(url="https://e.org/x", content=["this"]), ".")],
        ),
        ('<p><a href="javascript:void(0)">no link</a></p>', [p("no link")]),
        ("<p>run <code>make  it</code> now</p>", [p("run ", CodeSpan(text="make it"), " now")]),
        (
            "<pre><code class='language-py'>a = 1\n  b</code></pre>",
            [CodeBlock(text="a = 1\n  b", language="py")],
        ),
        (
            "<pre>a<svg><g>drawn</g></svg> = 1<script>x</script></pre>",
            [CodeBlock(text="a = 1")],
        ),
        ("<script>x</script><style>y</style><noscript>z</noscript>t", [p("t")]),
        ("<button>Share</button>text", [p("text")]),
    ],
)
def test_text(html: str, wanted: list[Block]) -> None:
    assert blocks(html) == wanted


def item(*content: Block) -> ListItem:
    return ListItem(blocks=content)


def test_lists() -> None:
    assert blocks("<ul start=3><li>a</ul>") == [ListBlock(items=[item(p("a"))])]
    assert blocks("<ul><li>a<li>b<ol start=3><li>c</ol></ul>") == [
        ListBlock(
            items=[
                item(p("a")),
                item(p("b"), ListBlock(items=[item(p("c"))], ordered=True, start=3)),
            ]
        )
    ]


def test_text_of_a_list_outside_of_its_items_is_kept() -> None:
    assert blocks("<ul>stray<li>a</ul><li>alone</li>") == [
        ListBlock(items=[item(p("stray")), item(p("a"))]),
        ListBlock(items=[item(p("alone"))]),
    ]


def test_quote() -> None:
    assert blocks("<blockquote><p>said</p>again</blockquote>after") == [
        Quote(blocks=[p("said"), p("again")]),
        p("after"),
    ]


def test_figure_with_caption_and_credit() -> None:
    picture = Image(url="https://e.org/a.jpg", alt="A bridge", width=600, height=400)
    html = (
        '<figure><img src="https://e.org/a.jpg" alt="A bridge" width=600 height="400px">'
        "<figcaption>The <b>old</b> bridge</figcaption></figure>"
    )
    caption: list[Inline] = ["The ", Strong(content=["old"]), " bridge"]
    assert blocks(html) == [Figure(image=picture, caption=caption)]
    assert blocks(f"<p>a{html}b</p>")[1] == Figure(image=picture, caption=caption)


def test_an_amp_picture_swallows_nothing() -> None:
    figure = Figure(image=Image(url="/a.jpg"))
    assert blocks("<p>a</p><amp-img src=/a.jpg /><p>b</p>") == [p("a"), figure, p("b")]
    assert blocks(
        "<amp-img src=/a.jpg><i-amphtml-sizer></i-amphtml-sizer><img src=/a.jpg></amp-img>"
    ) == [figure]
    assert blocks("<amp-img>a <b>b</b>") == [p("a ", Strong(content=("b",)))]
    captioned = "<figure><amp-img src=/a.jpg /><figcaption>A gull</figcaption></figure>"
    assert blocks(captioned) == [Figure(image=figure.image, caption=("A gull",))]
    cells = "<table><tr><td><amp-img src=/a.jpg />a<td>b<tr><td>c<td>d</table>"
    (table,) = blocks(cells)
    assert isinstance(table, Table)
    texts = [[plain(cell.content) for cell in row] for row in table.rows]
    assert texts == [["a", "b"], ["c", "d"]]


def test_caption_before_its_picture_and_without_one() -> None:
    image = '<img src="https://e.org/a.jpg">'
    assert blocks(f"<figure><figcaption>c</figcaption>{image}</figure>") == [
        Figure(image=Image(url="https://e.org/a.jpg"), caption=["c"])
    ]
    assert blocks("<figure><figcaption>alone</figcaption></figure>x") == [p("alone"), p("x")]


def test_elements_a_source_names_as_caption_and_credit() -> None:
    html = (
        '<div><img src="https://e.org/a.jpg"><em id=c>what it shows</em><i id=k>by Ann</i></div>x'
    )
    tree = parse_html(html, fragment=True)
    root = root_of(tree)
    assert root is not None
    builder = BlockBuilder({}, captions=[("#c", "c")], credits=[("#k", "k")])
    built = [part.finish() for part in builder.build(root)]
    image = Image(url="https://e.org/a.jpg")
    assert built == [Figure(image=image, caption=["what it shows"], credit="by Ann"), p("x")]


@pytest.mark.parametrize(
    "attributes",
    [
        'data-src="/a.jpg" src="data:image/gif;base64,R0"',
        'data-original="/a.jpg"',
        'srcset="/s.jpg 300w, /a.jpg 900w"',
        'src="/a.jpg"',
    ],
)
def test_lazy_pictures(attributes: str) -> None:
    assert blocks(f"<img {attributes}>", base="https://e.org/story/1") == [
        Figure(image=Image(url="https://e.org/a.jpg"))
    ]


def test_decoration_and_upload_names() -> None:
    assert blocks('<img src="https://e.org/i.png" width=16 height=16>') == []
    assert blocks('<img class="emoji" src="https://e.org/i.png">') == []
    assert blocks('<img src="https://e.org/i.png" alt="IMG_20210319.jpg">') == [
        Figure(image=Image(url="https://e.org/i.png"))
    ]


def test_table_of_data() -> None:
    html = (
        "<table><caption>Rates</caption><tr><th>Year<th colspan=9999999999>%<tr><td>1<td>2</table>"
    )
    assert blocks(html) == [
        Table(
            rows=(
                (
                    Cell(content=["Year"], header=True),
                    Cell(content=["%"], header=True, colspan=1000),
                ),
                (Cell(content=["1"]), Cell(content=["2"])),
            ),
            caption=["Rates"],
        )
    ]


def test_table_that_lays_out_a_page() -> None:
    assert blocks("<table><tr><td><p>one</p><td><h2>two</h2></table>") == [
        p("one"),
        Heading(level=2, content=["two"]),
    ]


def test_embeds() -> None:
    assert blocks('<iframe src="https://v.e.org/1" title="A film"></iframe>') == [
        Embed(url="https://v.e.org/1", title="A film")
    ]
    assert blocks("<video><source src='https://v.e.org/a.mp4'>no video here</video>") == [
        Embed(url="https://v.e.org/a.mp4")
    ]


def test_depth_is_flattened_and_nothing_lost() -> None:
    deep = blocks("<blockquote>" * 400 + "deep" + "</blockquote>" * 400)
    from newsparse.render.text import render_text

    assert render_text(deep).strip().endswith("deep")
    levels, block = 0, deep[0]
    while isinstance(block, Quote):
        levels, block = levels + 1, block.blocks[0]
    assert levels == 12
