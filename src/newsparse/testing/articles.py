"""Hypothesis strategies for articles.

Normalised values are what the parser's own builder makes, so that they come
back unchanged from every rendering that says it can be read again:

- running text neither begins nor ends with white space, and inside it words
  are parted by one blank or one line break; there are no other white space,
  control, format, private or unassigned characters
- texts and marks are never empty; no two texts and no two marks of the same
  kind stand side by side; a mark begins and ends with a word
- no mark stands inside one of its own kind, however deep; headings, cells and
  captions may hold line breaks, single lines (titles, credits, alternative
  texts) may not
- lists, quotes and tables have something in them; the first cell of a row is
  not empty; a table has at least two rows and two columns; spans are small
- URLs are absolute, of http or https, without blanks
- code neither begins nor ends with an empty line; an embed's title is not its
  URL; categories, keywords and people do not repeat themselves
- dates have an offset of whole minutes

Wild values keep the types and nothing else. Nesting is at most three deep.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any, Final, TypeAlias, get_args

from hypothesis import strategies as st

from ..article import Article
from ..body import (
    Block,
    Body,
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
from ..frozenmap import freeze
from ..image import Image
from ..origin import Kind, Origin
from ..person import Person
from ..problems import CODES, Problem

__all__ = ["articles"]

Content: TypeAlias = tuple[Inline, ...]

# Strategies that are drawn from often are made once (functools.cache): making
# one costs more than a draw.

# What has a meaning in Markdown, HTML, YAML or Chinese typography.
_TROUBLE: Final = (
    *("#", "##", "1.", "12)", "-", "--", "---", "+", "=", "===", ">", "*", "**", "_", "__", "a_b"),
    *("`", "``", "~", "~~~", "|", "|-", ":-", "\\", "\\*", "!", "[x]", "[x](y)", "](", "![", "]:"),
    *("<", "<b>", "</p>", "<!--", "-->", "<a@b.c>", "<script>", "&", "&amp;", "&#123;", "&lt", "{"),
    *("'", '"', "'''", ":", "a:b", "yes", "null", "010", "1:30", "{}", "%", "@"),
    *("：", "。", "（记者", "）", "“", "深圳", "30条", "€", "+1", "é", "e\u0301", "😀", "\u4e00"),
)
_WORD_CATEGORIES: Final = ("C", "Z")


@st.composite
def articles(draw: st.DrawFn, *, wild: bool = False) -> Article:
    """Any valid article; normalised (see the module) unless `wild`."""
    return draw(_articles(wild))


@st.composite
def bodies(draw: st.DrawFn, *, wild: bool = False) -> Body:
    """Any body; normalised unless `wild`."""
    return draw(_bodies(wild))


@st.composite
def blocks(draw: st.DrawFn, *, wild: bool = False, depth: int = 3) -> Block:
    """Any block, nested at most `depth` deep; normalised unless `wild`."""
    return draw(_any_blocks(wild, depth))


@functools.cache
def _bodies(wild: bool) -> st.SearchStrategy[Body]:
    return st.builds(Body, blocks=_few(_any_blocks(wild, 3), most=5))


@functools.cache
def _any_blocks(wild: bool, depth: int) -> st.SearchStrategy[Block]:
    if wild:
        return _blocks(wild_content(), _any_text(), _any_text(), depth, True)
    return _blocks(inlines(), lines(), urls(), depth, False)


@functools.cache
def _articles(wild: bool) -> st.SearchStrategy[Article]:
    line = _any_text() if wild else lines()
    url = _any_text() if wild else urls()
    people = st.builds(Person, name=line, role=_maybe(line), url=_maybe(url))
    moment = st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1), timezones=_zones())
    origin = st.builds(
        Origin,
        kind=st.sampled_from(get_args(Kind)),
        where=line,
        rule=line,
        note=_maybe(line),
        confidence=st.floats(0, 1),
    )
    problem = st.builds(
        Problem, code=st.sampled_from(sorted(CODES)), message=line, where=_maybe(line)
    )
    return st.builds(
        Article,
        title=_maybe(line),
        original_title=_maybe(line),
        url=_maybe(url),
        source=st.sampled_from(("generic", "sina", "example.org")),
        publisher=_maybe(line),
        agency=_maybe(line),
        place=_maybe(line),
        authors=_few(people, unique_by=lambda person: person.name),
        editors=_few(people, unique_by=lambda person: person.name),
        published=_maybe(moment),
        modified=_maybe(moment),
        language=_maybe(st.sampled_from(("en", "zh-Hans", "zh-Hant", "de-CH"))),
        categories=_few(line, unique_by=str),
        keywords=_few(line, unique_by=str),
        summary=_maybe(line),
        cover=_maybe(_images(line, url)),
        body=_bodies(wild),
        free_access=_maybe(st.booleans()),
        extra=st.dictionaries(line, extra_values(), max_size=3).map(freeze),
        origins=st.dictionaries(line, origin, max_size=2).map(freeze),
        problems=_few(problem),
    )


@functools.cache
def words() -> st.SearchStrategy[str]:
    """A run of characters without white space, often one that means something somewhere."""
    letters = st.characters(codec="utf-8", exclude_categories=_WORD_CATEGORIES)
    return st.one_of(st.text(letters, min_size=1, max_size=6), st.sampled_from(_TROUBLE))


@functools.cache
def lines() -> st.SearchStrategy[str]:
    """Words parted by one blank."""
    return st.lists(words(), min_size=1, max_size=4).map(" ".join)


@functools.cache
def urls() -> st.SearchStrategy[str]:
    """An absolute URL of http or https, with characters that may need escaping."""
    path = st.text("ab1-_~()*!$&'+,;=:@%深é", max_size=8)
    query = st.sampled_from(("", "?a=1&b=2", "?copy=1&copy;", "?q=(x", "#top", "?url=http://b/"))
    return st.builds(
        "{}://example.{}/{}{}".format,
        st.sampled_from(("https", "http")),
        st.sampled_from(("org", "com", "cn")),
        path,
        query,
    )


@functools.cache
def inlines(marks: tuple[type[Any], ...] = (Link, Strong, Emphasis)) -> st.SearchStrategy[Content]:
    """Running text with the given kinds of marks in it, normalised."""
    return _pieces(marks).map(_joined)


def extra_values() -> st.SearchStrategy[Any]:
    """Any data of a front matter, as plain lists and dictionaries."""
    scalars = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**12), 10**12),
        st.floats(allow_nan=False),
        _any_text(),
        st.sampled_from(_TROUBLE),
    )
    keys = _any_text() | st.sampled_from(("$map", "$float", "a"))
    return st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(keys, inner, max_size=3),
        ),
        max_leaves=6,
    )


@functools.cache
def wild_content() -> st.SearchStrategy[Content]:
    """Inlines of the right types with anything in them."""
    text = _any_text() | st.sampled_from(("\n", " ", "javascript:alert(1)", *_TROUBLE))
    return st.recursive(
        text | st.builds(CodeSpan, text=text),
        lambda inner: st.one_of(
            st.builds(Link, url=_wild_urls(), content=_few(inner)),
            st.builds(Strong, content=_few(inner)),
            st.builds(Emphasis, content=_few(inner)),
        ),
        max_leaves=5,
    ).map(lambda inline: (inline,)) | _few(text)


@functools.cache
def _wild_urls() -> st.SearchStrategy[str]:
    script = st.builds(
        "{}{}{}".format,
        st.text("\x00\x01\t\n\r \xa0\u200b/\\", max_size=3),
        st.sampled_from(
            (
                "javascript:",
                "JaVa\nScript:",
                "data:text/html,",
                "vbscript:",
                "java\tscript:",
                "\x00j:",
            )
        ),
        _any_text(),
    )
    return st.one_of(urls(), script, _any_text())


def _blocks(
    content: st.SearchStrategy[Content],
    line: st.SearchStrategy[str],
    url: st.SearchStrategy[str],
    depth: int,
    wild: bool,
) -> st.SearchStrategy[Block]:
    figure = st.builds(
        Figure,
        image=_images(line, _wild_urls() if wild else url),
        caption=st.just(()) | content,
        credit=_maybe(line),
    )
    paragraph = st.builds(Paragraph, content=content)
    simple: st.SearchStrategy[Any] = st.one_of(
        paragraph,
        st.builds(Heading, level=st.integers(1, 6), content=content),
        figure,
        _wild_tables(content) if wild else _tables(content),
        _code(wild),
        st.builds(Embed, url=_wild_urls() if wild else url, title=_maybe(line)),
    )
    if depth <= 1:
        return simple
    inner = st.deferred(lambda: _blocks(content, line, url, depth - 1, wild))
    one = st.builds(lambda block: (block,), paragraph)
    several = st.builds(lambda first, rest: (first, *rest), paragraph, _few(inner, most=2))
    odd = _few(inner, least=0 if wild else 1, most=2)
    item = st.builds(ListItem, blocks=one | several | odd)
    least = 0 if wild else 1
    return st.one_of(
        simple,
        st.builds(
            ListBlock,
            items=_few(item, least=least),
            ordered=st.booleans(),
            start=st.just(1),
        ),
        st.builds(
            ListBlock,
            items=_few(item, least=least),
            ordered=st.just(True),
            start=st.integers(-(10**9), 10**9) if wild else st.integers(0, 120),
        ),
        st.builds(Quote, blocks=_few(inner, least=least, most=2), cite=st.just(()) | content),
    )


def _images(line: st.SearchStrategy[str], url: st.SearchStrategy[str]) -> st.SearchStrategy[Image]:
    size = _maybe(st.integers(1, 5000))
    return st.builds(Image, url=url, alt=_maybe(line), width=size, height=size)


def _tables(content: st.SearchStrategy[Any]) -> st.SearchStrategy[Table]:
    """Either a plain grid under a row of headers, or with spans and headers anywhere."""

    @st.composite
    def grid(draw: st.DrawFn) -> Table:
        columns = draw(st.integers(2, 3))
        rows = []
        for index in range(draw(st.integers(2, 3))):
            first = draw(content)
            rest = [draw(st.just(()) | content) for _ in range(columns - 1)]
            rows.append(tuple(Cell(content=c, header=index == 0) for c in (first, *rest)))
        return Table(rows=tuple(rows))

    @st.composite
    def free(draw: st.DrawFn) -> Table:
        span = st.integers(1, 2)
        rows = []
        count = draw(st.integers(2, 3))
        for index in range(count):
            row = []
            for place in range(draw(st.integers(2, 3))):
                words = draw(content if place == 0 else st.just(()) | content)
                down = draw(span) if index + 1 < count else 1
                header = draw(st.booleans())
                row.append(Cell(content=words, header=header, colspan=draw(span), rowspan=down))
            rows.append(tuple(row))
        return Table(rows=tuple(rows), caption=draw(st.just(()) | content))

    return grid() | free()


def _wild_tables(content: st.SearchStrategy[Content]) -> st.SearchStrategy[Table]:
    span = st.integers(1, 1000)
    cell = st.builds(Cell, content=content, header=st.booleans(), colspan=span, rowspan=span)
    return st.builds(Table, rows=_few(_few(cell)), caption=st.just(()) | content)


def _code(wild: bool) -> st.SearchStrategy[CodeBlock]:
    if wild:
        return st.builds(CodeBlock, text=_any_text(), language=_maybe(_any_text()))
    indents = st.sampled_from(("", "  ", "    ", "\t"))
    row = st.builds(lambda indent, line: indent + line, indents, lines())
    text = st.builds(
        lambda first, rest: "\n".join((first, *rest)).rstrip("\n"),
        row,
        st.lists(row | st.just(""), max_size=3),
    )
    languages = st.sampled_from(("python", "c++", "c#", "objective-c"))
    return st.builds(CodeBlock, text=text, language=_maybe(languages))


@st.composite
def _pieces(draw: st.DrawFn, marks: tuple[type[Any], ...]) -> list[Any]:
    """Words and marks in turn with what parts them: nothing, a blank or a line break."""
    pieces: list[Any] = []
    kind: Any
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from((str, str, CodeSpan, *marks)))
        gap = draw(st.sampled_from((" ", "", "\n")))
        if pieces:
            before = type(pieces[-1])
            pieces.append(" " if kind is before is not str and not gap else gap)
        if kind is str:
            pieces.append(draw(lines()))
        elif kind is CodeSpan:
            pieces.append(CodeSpan(text=draw(lines())))
        else:
            inner = tuple(mark for mark in marks if mark is not kind)
            content = draw(inlines(inner))
            url = {"url": draw(urls())} if kind is Link else {}
            pieces.append(kind(content=content, **url))
    return pieces


def _joined(pieces: list[Any]) -> Content:
    """Return pieces as inlines: texts joined, empty ones left out."""
    out: list[Any] = []
    for piece in pieces:
        if out and isinstance(piece, str) and isinstance(out[-1], str):
            out[-1] += piece
        elif piece != "":
            out.append(piece)
    return tuple(out)


@functools.cache
def _any_text() -> st.SearchStrategy[str]:
    return st.text(st.characters(codec="utf-8"), max_size=12)


def _zones() -> st.SearchStrategy[dt.timezone]:
    minutes = st.sampled_from((0, 480, -330, 345, -720))
    return minutes.map(lambda offset: dt.timezone(dt.timedelta(minutes=offset)))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _few(
    strategy: st.SearchStrategy[Any], *, least: int = 0, most: int = 3, unique_by: Any = None
) -> st.SearchStrategy[tuple[Any, ...]]:
    values = st.lists(strategy, min_size=least, max_size=most, unique_by=unique_by)
    return values.map(tuple)
