from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.limits import Limits
from newsparse.matter.handler import YAML
from newsparse.matter.repair import unquote
from newsparse.split import split

LIMITS = Limits()


def title(written: str) -> object:
    """Return what the title is read as, between entries that must not suffer."""
    text = f"a: 'b'\ntitle: {written}\ncategories: \n - x\n - y\ncomments: false\n"
    matter, problems = YAML.read(text, LIMITS)
    assert {key: value for key, value in matter.items() if key != "title"} == {
        "a": "b",
        "categories": ["x", "y"],
        "comments": False,
    }
    assert {problem.where for problem in problems} <= {"title"}
    assert {problem.code for problem in problems} <= {"matter-repaired", "matter-unsafe"}
    return matter["title"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("'it's late'", "it's late"),
        ("'the dogs' bowl'", "the dogs' bowl"),
        ("'He said 'no''", "He said 'no'"),
        ('"a "b" c"', 'a "b" c'),
        ('""Quoted" he said"', '"Quoted" he said'),
        ('"C:\\new"s"', 'C:\\new"s'),
        ('"Yes" is not "no"', '"Yes" is not "no"'),
        ("'unclosed", "unclosed"),
        ('"unclosed', "unclosed"),
        ('"""""""""\'Alarm!\'"""""""""', "Alarm!"),
        ('"""Alarm!"""', "Alarm!"),
        ("Part one: part two", "Part one: part two"),
        ("@home", "@home"),
        ("`code` here", "`code` here"),
        ("% of what", "% of what"),
        ("[video] words", "[video] words"),
        ("{x} words", "{x} words"),
        ("* star * words", "* star * words"),
        ("& more", "& more"),
        ("> quoted", "> quoted"),
        ("| pipe", "| pipe"),
        ("!bang words", "!bang words"),
        ("- dash: x", "- dash: x"),
        ("a\x85b", "a b"),
        ("a\u2028b", "a b"),
        ("a\x07b", "a b"),
    ],
)
def test_damaged_titles(written: str, expected: str) -> None:
    assert title(written) == expected


def test_tabs_as_indentation() -> None:
    matter, problems = YAML.read("a:\n\t- x\n\t- y\nb: 1", LIMITS)
    assert matter == {"a": ["x", "y"], "b": 1}
    assert [problem.code for problem in problems] == ["matter-repaired"]


def test_damaged_items() -> None:
    matter, _ = YAML.read("a:\n - 'it's'\n - @x\n - fine\nb: 1", LIMITS)
    assert matter == {"a": ["it's", "@x", "fine"], "b": 1}


def test_a_missing_blank_after_the_colon() -> None:
    assert YAML.read("title:words\nauthor: b", LIMITS)[0] == {"title": "words", "author": "b"}
    assert YAML.read("title:words", LIMITS)[0] == {"title": "words"}


def test_a_line_that_is_nothing_is_kept_in_the_problem() -> None:
    matter, problems = YAML.read("what is this\ntitle: it: x\n", LIMITS)
    assert matter == {"title": "it: x"}
    assert problems[0].code == "matter-unreadable"
    assert "what is this" in problems[0].message
    assert problems[0].where == "line 1"


def test_a_broken_title_over_two_lines() -> None:
    matter, _ = YAML.read("title: first: part\n  and second\nb: 1", LIMITS)
    assert matter == {"title": "first: part and second", "b": 1}


def test_many_damages_give_few_problems() -> None:
    matter, problems = YAML.read("\n".join(f"k{n}: @x" for n in range(500)), LIMITS)
    assert len(matter) == 500
    assert len(problems) < 60


_WORDS = st.text(
    st.characters(categories=("Lu", "Ll", "Lo", "Nd"), codec="utf-8"), min_size=1, max_size=8
).filter(lambda word: not word.isdigit())
_TEXT = st.lists(_WORDS, min_size=2, max_size=6).map(" ".join)


@given(_TEXT, _TEXT)
def test_apostrophes_in_single_quotes(first: str, second: str) -> None:
    assert title(f"'{first}'{second}'") == f"{first}'{second}"


@given(_TEXT, _TEXT, _TEXT)
def test_quotations_in_double_quotes(first: str, second: str, third: str) -> None:
    assert title(f'"{first} "{second}" {third}"') == f'{first} "{second}" {third}'


@given(_TEXT, _TEXT)
def test_colons_without_quotes(first: str, second: str) -> None:
    assert title(f"{first}: {second}") == f"{first}: {second}"


@given(st.sampled_from("@`%"), _TEXT)
def test_indicators_without_quotes(sign: str, text: str) -> None:
    assert title(f"{sign}{text}") == f"{sign}{text}"


@given(st.integers(3, 12), st.sampled_from(["'", ""]), _TEXT)
def test_many_quotes_around(count: int, inner: str, text: str) -> None:
    wrap = '"' * count
    assert title(f"{wrap}{inner}{text}{inner}{wrap}") == text


@given(st.text(max_size=60))
def test_unquote_ends(text: str) -> None:
    assert len(unquote(text)) <= len(text)


@given(st.lists(st.text("ab:'\"-[]{}&*!|>#% \t\n", max_size=25), max_size=8))
def test_any_damage_gives_a_mapping(lines: list[str]) -> None:
    matter, problems = YAML.read("\n".join(["title: x", *lines]), LIMITS)
    assert isinstance(matter, dict)
    assert len(problems) < 60


def test_the_archive_reads(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "rsshub").glob("*.md")):
        parts = split(path.read_text("utf-8"), LIMITS)
        assert {"title", "categories", "author", "date"} <= set(parts.matter), path.name
        assert parts.html.startswith("<div>"), path.name
        assert not str(parts.matter["title"]).startswith(("'", '"')), path.name
