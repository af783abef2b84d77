r"""A body as HTML that is safe by construction.

Only the elements and attributes named in this module are written, text is
escaped, and URLs pass :func:`~newsparse.render.urls.safe_url`. There is
nothing to sanitise afterwards: no script, style, frame, event handler or
``javascript:`` URL has a way in.

The forms, which the reader of own posts knows as well:

====================  =====================================================
Heading, Paragraph    ``<h1>`` to ``<h6>``, ``<p>``; ``\n`` is ``<br>``
Link, Strong, ...     ``<a href>``, ``<strong>``, ``<em>``, ``<code>``
ListBlock             ``<ul>``, ``<ol start>``; ``<li>text</li>`` where the
                      item is one paragraph, else ``<li>`` with blocks
Quote                 ``<blockquote>``, its author in a last
                      ``<footer><cite>``
Table                 ``<table><caption><tr><th>/<td colspan rowspan>``
CodeBlock             ``<pre><code class="language-…">``
Figure                ``<figure><img src alt width height><figcaption>words
                      <span class="credit">``
Embed                 ``<figure class="embed"><a href>title</a></figure>``, no
                      frame; without a title the URL is the link's text
====================  =====================================================

A link whose URL is refused leaves its words, a picture its caption, an embed
its title.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from ..body import (
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
)
from .urls import IMAGE_SCHEMES, safe_url


def render_html(blocks: Iterable[Block]) -> str:
    """Return `blocks` as an HTML fragment, a line for each block.

    Line feeds occur between blocks and inside ``<pre>`` only.
    """
    return "\n".join(text for block in blocks if (text := render_block(block)))


def render_block(block: Block) -> str:
    """Return one block as HTML, or an empty string if there is nothing to show."""
    return _RENDERERS[type(block)](block)


def render_inlines(content: Iterable[Inline], *, in_link: bool = False) -> str:
    """Return inlines as HTML; a link inside a link leaves its words only."""
    parts = []
    for inline in content:
        kind = type(inline)
        if kind is str:
            text = _escaped(inline)  # type: ignore[arg-type]
            parts.append(text.replace("\n", "<br>") if "\n" in text else text)
        elif kind is Link:
            parts.append(_link(inline, in_link))  # type: ignore[arg-type]
        elif kind is Strong:
            words = render_inlines(inline.content, in_link=in_link)  # type: ignore[union-attr]
            parts.append(f"<strong>{words}</strong>")
        elif kind is Emphasis:
            words = render_inlines(inline.content, in_link=in_link)  # type: ignore[union-attr]
            parts.append(f"<em>{words}</em>")
        else:
            assert isinstance(inline, CodeSpan)
            parts.append(f"<code>{_escaped(inline.text)}</code>")
    return "".join(parts)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    # line ends as references: a line of HTML stays one line, which Markdown needs
    text = _escaped(text).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\r", "&#13;")


def _link(link: Link, in_link: bool) -> str:
    url = "" if in_link else safe_url(link.url)
    words = render_inlines(link.content, in_link=in_link or bool(url))
    return f'<a href="{_attribute(url)}">{words}</a>' if url else words


def _heading(block: Heading) -> str:
    return f"<h{block.level}>{render_inlines(block.content)}</h{block.level}>"


def _paragraph(block: Paragraph) -> str:
    return f"<p>{render_inlines(block.content)}</p>"


def _figure(block: Figure) -> str:
    picture = ""
    image = block.image
    url = safe_url(image.url, IMAGE_SCHEMES)
    if url:
        picture = f'<img src="{_attribute(url)}"'
        if image.alt is not None:
            picture += f' alt="{_attribute(image.alt)}"'
        if image.width is not None:
            picture += f' width="{image.width:d}"'
        if image.height is not None:
            picture += f' height="{image.height:d}"'
        picture += ">"
    words = render_inlines(block.caption)
    if block.credit:
        credit = f'<span class="credit">{_escaped(block.credit)}</span>'
        words = f"{words} {credit}" if words else credit
    if words:
        words = f"<figcaption>{words}</figcaption>"
    return f"<figure>{picture}{words}</figure>" if picture or words else ""


def _list(block: ListBlock) -> str:
    items = "".join(f"<li>{_item(item)}</li>" for item in block.items)
    if not items:
        return ""
    if not block.ordered:
        return f"<ul>{items}</ul>"
    start = f' start="{block.start:d}"' if block.start != 1 else ""
    return f"<ol{start}>{items}</ol>"


def _item(item: ListItem) -> str:
    blocks = item.blocks
    if len(blocks) == 1 and type(blocks[0]) is Paragraph:
        return render_inlines(blocks[0].content)
    return "".join(map(render_block, blocks))


def _quote(block: Quote) -> str:
    words = "".join(map(render_block, block.blocks)) + render_cite(block)
    return f"<blockquote>{words}</blockquote>" if words else ""


def render_cite(block: Quote) -> str:
    """Return the footer that names the author of a quote, empty without one."""
    words = render_inlines(block.cite)
    return f"<footer><cite>{words}</cite></footer>" if words else ""


def _table(block: Table) -> str:
    caption = render_inlines(block.caption)
    if caption:
        caption = f"<caption>{caption}</caption>"
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in block.rows)
    return f"<table>{caption}{rows}</table>" if caption or rows else ""


def _cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    columns = f' colspan="{cell.colspan:d}"' if cell.colspan != 1 else ""
    rows = f' rowspan="{cell.rowspan:d}"' if cell.rowspan != 1 else ""
    return f"<{tag}{columns}{rows}>{render_inlines(cell.content)}</{tag}>"


def _code(block: CodeBlock) -> str:
    language = ""
    if block.language:
        # a blank would end the class name and begin another
        name = "-".join(block.language.split())
        language = f' class="language-{_attribute(name)}"'
    return f"<pre><code{language}>{_escaped(block.text)}</code></pre>"


def _embed(block: Embed) -> str:
    url = safe_url(block.url)
    words = _escaped(block.title or url)
    if not url:
        return f'<figure class="embed">{words}</figure>' if words else ""
    return f'<figure class="embed"><a href="{_attribute(url)}">{words}</a></figure>'


_RENDERERS: Final[dict[type, Callable[[Any], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Figure: _figure,
    ListBlock: _list,
    Quote: _quote,
    Table: _table,
    CodeBlock: _code,
    Embed: _embed,
}
