"""The parser: inputs of all kinds, bad ones too, threads, processes."""

from __future__ import annotations

import gzip
import io
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse import Limits, NewsparseError, Parser
from newsparse.errors import EmptyInputError, NotTextError, TooLargeError, WrongFormatError

STORY = "<p>Rain fell on Fair Haven.</p>"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyInputError),
        ("", EmptyInputError),
        (b" \r\n\t ", EmptyInputError),
        ("\ufeff \u3000", EmptyInputError),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, NotTextError),
        (b"%PDF-1.7\n\xe2\xe3", NotTextError),
        (gzip.compress(b"<p>x</p>", mtime=0), NotTextError),
        (b"\0" * 1000, NotTextError),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", WrongFormatError),
    ],
)
def test_what_is_no_article(data: bytes | str, error: type[NewsparseError]) -> None:
    with pytest.raises(error, match=r"^bad\.html: ."):
        newsparse.parse(data, name="bad.html")


def test_too_large() -> None:
    small = Parser(limits=Limits(max_bytes=1000))
    for data in (b"x" * 1001, "x" * 1001, io.BytesIO(b"x" * 1001), "é" * 501):
        with pytest.raises(TooLargeError):
            small.parse(data)
    assert small.parse("x" * 1000).body.text == "x" * 1000


def test_forty_mebibytes() -> None:
    with pytest.raises(TooLargeError):
        newsparse.parse(b"<p>word</p>" * (40 * 2**20 // 11))


@pytest.mark.parametrize(
    "data",
    [
        f"<p>{'你好世界' * 40}</p>".encode("gb18030"),
        f"<p>{'你好世界' * 40}</p>".encode("utf-16"),
        b"<p>caf\xff\xfe good</p>",
        "<p>a\ud800b</p>",
        "---\ntitle: only matter\n---\n",
        "<p>only html</p>",
        "<p>nul\0s</p>",
    ],
)
def test_dirty_input_gives_an_article(data: bytes | str) -> None:
    assert isinstance(newsparse.parse(data), newsparse.Article)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "deep",
        "<select>" + "<option>x" * 20_000 + "</select>deep",
        "<p " + " ".join(f"a{i}=1" for i in range(20_000)) + ">deep",
        f"<p title='{'x' * 2**20}'>deep",
        "<ul><li>" * 20_000 + "deep",
        "<blockquote>" * 20_000 + "deep",
        "<b><i>" * 20_000 + "deep",
        "<table><tr><td>" * 5_000 + "deep",
        "<a href=x>" * 20_000 + "deep",
        "<p>x" + "<br>" * 100_000 + "deep",
        "<article>" * 10_000 + "deep",
        "<!--" * 50_000 + "--><p>deep",
        "&#x110000;" * 10_000 + "deep",
        "---\na: " + "[" * 100_000 + "\n---\n<p>deep",
        "---\n" + "- " * 100_000 + "x\n---\n<p>deep",
    ],
    ids=lambda html: html[:12],
)
def test_hostile_input_ends_soon_and_keeps_its_words(html: str) -> None:
    article = newsparse.parse(html)
    assert "deep" in article.body.text


def test_threads_share_a_parser(seed: Path) -> None:
    parser, text = Parser(), seed.read_text("utf-8")
    with ThreadPoolExecutor(8) as pool:
        articles = list(pool.map(parser.parse, [text] * 64))
    assert set(articles) == {parser.parse(text)}


def test_values_are_values(seed: Path) -> None:
    article = newsparse.parse_file(seed)
    assert hash(article) == hash(newsparse.parse_file(seed))
    assert pickle.loads(pickle.dumps(article)) == article
    assert len(repr(article)) < 120
    assert "新浪" not in repr(Parser())
    document = Parser().read(seed)
    assert pickle.loads(pickle.dumps(document)) == document
    assert newsparse.parse(document) == article


def test_other_types_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="expected text, bytes, a path or an open file, got int"):
        newsparse.parse(5)  # type: ignore[arg-type]


def test_a_str_is_never_a_path(seed: Path) -> None:
    assert newsparse.parse(str(seed)).body.text == str(seed)


_PIECES = st.sampled_from(
    """<p> </p> <div> </div> <b> </b> <a~href='/x'> </a> <br> <li> <ul> </ul> <table> <tr> <td>
    </table> <img~src=/a.jpg> <figure> <figcaption> </figure> <pre> </pre> <code> </code>
    <blockquote> <!-- --> <script> </script> <h1> </h1> ---\\n title:~ \\n
    原标题： （记者 责任编辑： &amp; &#123; <html> <body> <select> <option> <template>
    <svg>""".replace("\\n", "¶").split()
).map(lambda piece: piece.replace("~", " ").replace("¶", "\n"))
SOUP = st.lists(_PIECES | st.text(max_size=12), max_size=40).map("".join)


@given(SOUP)
def test_any_text_gives_an_article_or_a_newsparse_error(text: str) -> None:
    try:
        article = newsparse.parse(text)
    except NewsparseError:
        return
    assert newsparse.explain(text).article == article


@given(st.binary(max_size=200))
def test_any_bytes_give_an_article_or_a_newsparse_error(data: bytes) -> None:
    try:
        newsparse.parse(data)
    except NewsparseError:
        return


@given(st.binary(max_size=6), st.integers(0, 2000), st.integers(0, 2000))
def test_a_damaged_seed_still_parses(seed: Path, junk: bytes, start: int, length: int) -> None:
    data = seed.read_bytes()
    try:
        newsparse.parse(data[:start] + junk + data[start + length :])
    except NewsparseError:
        return


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("line", ["\n", "\r\n", "\r", "\n\r\n"])
def test_bytes_say_what_their_text_says(encoding: str, line: str) -> None:
    # "č" and "ഊ" are 0D 01 and 0D 0A in UTF-16: no line ends.
    html = line.join(
        [
            "<!doctype html><meta charset=utf-8><title>Čočka a ഊ</title>",
            f"<article><p>Večer přišla čočka, dvě{line}slova a {'další věty, ' * 20}konec.</p>",
            f"<pre>jedna{line}dvě</pre><p>Druhý odstavec „s uvozovkami“ {'a slovy ' * 20}.</p>",
            "</article>",
        ]
    )
    known = None if encoding.startswith("utf") else encoding
    from_bytes = newsparse.parse(html.encode(encoding), encoding=known)
    from_text = newsparse.parse(html)
    assert from_bytes.body == from_text.body
    assert from_bytes.title == from_text.title == "Čočka a ഊ"
    assert "\r" not in from_bytes.body.text


@pytest.mark.parametrize("length", [1, 40, 4000])
def test_mixed_line_ends_are_one_each_however_long_the_lines(length: int) -> None:
    line = "a" * length
    text = f"<pre>{line}\r\n{line}\r{line}\n{line}\r\r\n\r{line}\n\r{line}\r\n</pre>\r"
    document = Parser().read(text.encode())
    assert document.html == text.replace("\r\n", "\n").replace("\r", "\n")
    assert Parser().read(text).html == document.html
