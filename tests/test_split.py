from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.limits import Limits
from newsparse.split import Parts, split

LIMITS = Limits()
BODY = "<div>\n<p>Words.</p>\n</div>"


def read(text: str) -> Parts:
    return split(text, LIMITS)


def codes(parts: Parts) -> list[str]:
    return [problem.code for problem in parts.problems]


def test_a_post_is_split() -> None:
    parts = read(f"\n---\ntitle: 'A'\ntags: \n - x\n - y\nn: 3\n---\n\n{BODY}\n  ")
    assert parts.matter == {"title": "A", "tags": ["x", "y"], "n": 3}
    assert (parts.matter_format, parts.html, parts.problems) == ("yaml", BODY, ())


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n---\n<p>",
        "\ufeff---\ntitle: A\n---\n<p>",
        "\n\n---\ntitle: A\n---\n<p>",
        "---  \r\ntitle: A\r\n---\t \r\n<p>",
        "---\rtitle: A\r---\r<p>",
        "---\ntitle: A\n...\n<p>",
        "-----\n\ntitle:   A  \n\n-----\n<p>",
    ],
)
def test_forms_of_the_fence(text: str) -> None:
    parts = read(text)
    assert (parts.matter, parts.html, parts.problems) == ({"title": "A"}, "<p>", ())


@pytest.mark.parametrize(
    "text", [BODY, "<p>a</p>\n---\n<p>b</p>\n---\n", "---\n<p>a</p>\n---\n", "words", "---", "a: b"]
)
def test_no_front_matter(text: str) -> None:
    parts = read(text)
    assert (parts.matter, parts.matter_format, parts.html) == ({}, None, text)
    assert parts.problems == ()


def test_empty_front_matter() -> None:
    parts = read(f"---\n---\n{BODY}")
    assert (parts.matter, parts.matter_format, parts.html) == ({}, "yaml", BODY)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("---\ntitle: A\nauthor: B\n<p>x</p>", "<p>x</p>"),
        ("---\ntitle: A\nauthor: B\n\nWords first\n<p>x</p>", "Words first\n<p>x</p>"),
        ("---\ntitle: A\n\nauthor: B\n<p>x</p>\n---\n<p>y</p>", "<p>x</p>\n---\n<p>y</p>"),
        ("---\ntitle: A\nauthor: B", ""),
    ],
)
def test_unclosed_front_matter(text: str, html: str) -> None:
    parts = read(text)
    assert parts.matter == {"title": "A", "author": "B"}
    assert parts.html == html
    assert codes(parts) == ["matter-unclosed"]


def test_a_thematic_break_in_the_body_stays() -> None:
    assert read("---\ntitle: A\n---\n<p>a\n---\n<p>b").html == "<p>a\n---\n<p>b"


@pytest.mark.parametrize("matter", ["- a\n- b", "just words", "[1, 2]"])
def test_front_matter_that_is_no_mapping(matter: str) -> None:
    parts = read(f"---\n{matter}\n---\n{BODY}")
    assert (parts.matter, parts.html) == ({}, BODY)
    assert codes(parts) == ["matter-not-a-mapping"]


def test_toml() -> None:
    parts = read('+++\ntitle = "A"\ndate = 2021-07-22T10:00:00Z\nn = [1, 2]\nx = inf\n+++\n' + BODY)
    assert parts.matter == {
        "title": "A",
        "date": "2021-07-22T10:00:00+00:00",
        "n": [1, 2],
        "x": "inf",
    }
    assert (parts.matter_format, parts.html) == ("toml", BODY)


@pytest.mark.parametrize("text", [';;;\n{"t": "A", "n": 1}\n;;;\n', '{\n"t": "A",\n"n": 1\n}\n'])
def test_json(text: str) -> None:
    parts = read(text + BODY)
    assert (parts.matter, parts.matter_format, parts.html) == ({"t": "A", "n": 1}, "json", BODY)


def test_a_bare_json_document_is_no_front_matter() -> None:
    assert read('{\n"title": "A"\n}\n').matter_format is None


@pytest.mark.parametrize("text", ["+++\na = = 1\n+++\nx", ';;;\n{"a": }\n;;;\nx', "{\nno\n}\nx"])
def test_broken_toml_and_json(text: str) -> None:
    parts = read(text)
    assert (parts.matter, parts.html, codes(parts)) == ({}, "x", ["matter-unreadable"])


@pytest.mark.parametrize(
    "text",
    [
        ';;;\n{"a": ' + "[" * 100_000 + "]" * 100_000 + "}\n;;;\nx",
        "+++\na = " + "[" * 100_000 + "]" * 100_000 + "\n+++\nx",
        "+++\n" + ".".join("a" * 5_000) + " = 1\n+++\nx",
        "---\na: " + "[" * 100_000 + "\n---\nx",
        "---\na: " + "[" * 500 + "\n---\nx",
        "---\n" + "- " * 100_000 + "\n---\nx",
        "---\n" + "\n".join(" " * i + "a:" for i in range(1000)) + "\n---\nx",
    ],
)
def test_deep_front_matter_is_refused(text: str) -> None:
    parts = read(text)
    assert "matter-unsafe" in codes(parts)
    assert parts.html == "x"


def test_too_long_front_matter_is_refused() -> None:
    parts = split("---\na: " + "x" * 2000 + "\n---\ny", Limits(max_matter_characters=1000))
    assert (parts.matter, parts.html, codes(parts)) == ({}, "y", ["matter-unsafe"])


def _plain(value: Any, depth: int = 0) -> bool:
    if isinstance(value, dict):
        return depth <= 100 and all(
            type(key) is str and _plain(item, depth + 1) for key, item in value.items()
        )
    if isinstance(value, list):
        return depth <= 100 and all(_plain(item, depth + 1) for item in value)
    return value is None or type(value) in (str, int, float, bool)


_LINES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["---", "+++", ";;;", "{", "}", "...", "a: b", "a:", " - x", "title: 'it's'", "<p>", ""]
    ),
    st.sampled_from(["&a", "*a", "!!python/object:os.system x", "{", "[", "'", '"', "|", ">"]).map(
        "k: {}".format
    ),
)


@given(st.sampled_from(["---\n", "+++\n", ";;;\n", "{\n", ""]), st.lists(_LINES, max_size=12))
def test_any_text_gives_plain_values(fence: str, lines: list[str]) -> None:
    parts = read(fence + "\n".join(lines))
    assert _plain(parts.matter)
    if parts.matter_format is None:
        assert parts.matter == {}


@given(st.text(st.characters(exclude_characters="\r", codec="utf-8"), max_size=80))
def test_the_body_is_kept(body: str) -> None:
    parts = read(f"---\ntitle: A\n---\n{body}")
    assert parts.html == body.strip()
