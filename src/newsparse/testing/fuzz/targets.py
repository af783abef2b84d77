"""What is fuzzed, and what must hold for any bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from ...article import Article
from ...decode import clean_text, decode
from ...dom import parse_html
from ...errors import InputError, NewsparseError
from ...extract.metadata import read_page
from ...extract.metadata.json_ld import Graph, read_block
from ...frozenmap import freeze, thaw
from ...guard import guard
from ...limits import Limits
from ...parser import Parser
from ...split import split
from ..contract.conservation import check_conserving
from ..contract.model import Subject
from ..truth import Labelled

SMALL: Final = Limits(max_bytes=1_000_000)
"""Fuzzers find short inputs; long ones cost them time."""


@attrs.frozen(kw_only=True)
class Target:
    """One stage under attack.

    Attributes:
        name: what to call it on the command line.
        stage: what runs, in a sentence.
        run: takes bytes; raises where something is wrong with newsparse.
        dictionary: pieces of the format, for mutators to build from.
        openings: what valid inputs begin with, put before the bytes by turns.
    """

    name: str
    stage: str
    run: Callable[[bytes], None]
    dictionary: tuple[str, ...]
    openings: tuple[str, ...] = ("",)


def _text(data: bytes) -> str | None:
    """Return bytes as text that the stages after decoding may see."""
    try:
        return clean_text(data.decode("utf-8", "replace"))[0]
    except InputError:
        return None


def run_decoding(data: bytes) -> None:
    """Decode: clean text or an InputError, and the same again from its own UTF-8."""
    try:
        decoded = decode(data)
    except InputError:
        return
    text = decoded.text
    assert "\0" not in text, "a NUL got through"
    assert not any("\ud800" <= c <= "\udfff" for c in text), "a surrogate got through"
    assert text.encode("utf-8").decode("utf-8") == text
    if text.strip():
        again = decode(text.encode("utf-8"), declared="utf-8")
        assert again.text == text, "decoding is not stable"


def run_front_matter(data: bytes) -> None:
    """Split: keys are text, values plain data that can be frozen; nothing grows."""
    text = _text(data)
    if text is None:
        return
    parts = split(text, SMALL)
    assert len(parts.html) <= len(text)
    size = 0
    for key, value in parts.matter.items():
        assert isinstance(key, str), f"the key {key!r} is no text"
        assert thaw(freeze(value)) == thaw(freeze(thaw(freeze(value))))
        size += len(repr(value))
    assert size <= 40 * len(text) + 1000, "values are larger than what they were read from"


def run_json_ld(data: bytes) -> None:
    """Read JSON-LD, broken or not, and look for the story in it."""
    text = _text(data)
    if text is None:
        return
    blocks = read_block(text)
    graph = Graph(blocks)
    graph.story()
    graph.page()
    html = f'<script type="application/ld+json">{text}</script>'
    guarded, _ = guard(html, SMALL)
    for offer in read_page(parse_html(guarded), guarded, "https://example.com/a").offers:
        assert offer.value not in (None, "", ()), f"an empty offer for {offer.field}"


def run_page(data: bytes) -> None:
    """Explain a whole page; see :func:`_account`."""
    _account(b"<!doctype html><html><head><title>" + data, "https://example.com/2026/01/02/a")


def run_body(data: bytes) -> None:
    """Explain an archive post whose body the bytes are; see :func:`_account`."""
    _account(b"---\ntitle: T\n---\n" + data, None)


def _account(data: bytes, url: str | None) -> None:
    """Demand that all words are accounted for, and that what is written reads back."""
    document = Labelled(data=data, url=url)
    check_conserving(_GENERIC, document)
    try:
        article = _GENERIC.parser.parse(data, url=url)
    except NewsparseError:
        return
    assert Article.from_json(article.to_json()) == article, "the JSON does not read back"
    assert _GENERIC.parser.parse(article.to_post()) == article, "the post does not read back"


_PARSER: Final = Parser(entry_points=False)
_GENERIC: Final = Subject(plugin="generic", sources=("generic",), parser=_PARSER, without=_PARSER)

_HTML: Final = (
    "<p>", "</p>", "<div>", "</div>", "<table><tr><td>", "</table>", "<ul><li>", "<!--", "-->",
    "<script>", "</script>", "<style>", "<img src=/a.jpg>", "<a href=/b>", "</a>", "<br>", "&amp;",
    "&#x110000;", "<h1>", "<article>", "</article>", "<blockquote>", "<pre><code>", "<figure>",
    "<figcaption>", "<b class=photo-credit>", "<p class=photo-caption>", "<dl><dt>", "<dd>",
    "<cite>", "<iframe src=/c>", "<amp-img src=/d.jpg>", "<th colspan=2>",
    "<template>", "<select><option>", "<svg>", "<![CDATA[", " hidden",
    "记者：", "责任编辑：",
)  # fmt: skip

TARGETS: Final[Mapping[str, Target]] = {
    target.name: target
    for target in (
        Target(
            name="decoding",
            stage="bytes to text",
            run=run_decoding,
            dictionary=("\ufeff", "charset=gbk", "charset=utf-16", "<meta charset=big5>", "\u4e2d"),
        ),
        Target(
            name="front-matter",
            stage="text to front matter and HTML",
            run=run_front_matter,
            dictionary=(
                "---\n", "+++\n", ";;;\n", "{\n", "}\n", "title: ", "date: ", " - ", "'", '"',
                ": ",
                "&a ", "*a", "!!str ", "|\n", ">\n", "[", "]", "{", "}", "#", "<<: ",
                "&#123;", "...\n",
            ),
            openings=("---\n", "+++\n", ";;;\n", "{\n", ""),
        ),
        Target(
            name="json-ld",
            stage="JSON-LD to offers",
            run=run_json_ld,
            dictionary=(
                '{"@type":"NewsArticle"', '"@graph":[', '"author":', '"@id":', '"headline":"', "]",
                "}", '"datePublished":"2026-01-02"', '"articleBody":"', "\\u",
                "<!--", "//<![CDATA[",
            ),
            openings=('{"@context":"https://schema.org",', "[", ""),
        ),
        Target(name="page", stage="a whole page to an article", run=run_page, dictionary=_HTML),
        Target(name="body", stage="HTML to blocks", run=run_body, dictionary=_HTML),
    )
}  # fmt: skip
"""The targets by name."""
