from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.limits import Limits
from newsparse.matter.handler import YAML
from newsparse.matter.repair import repair, unquote
from newsparse.problems import Problem
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""), ("'", ""), ('"', ""), ("''", ""), ('""', ""), ("a", "a"), ("XaX", "XaX"),
        ('"abc"', "abc"), ("'abc'", "abc"), ("'it''s'", "it's"), (r'"a \"b"', 'a "b'),
        ("'a'''", "a'"), ("'''a'", "'a"), ('""""', '""'), ('""""""', ""), ("''''''", ""),
        ('"""\'"x"\'"""', "x"), ('""" a """', "a"), ("'aab", "aab"), ("'a'b", "'a'b"),
        ("'a', 'b'", "a', 'b"), ('"a", "b"', '"a", "b"'), ('"a" is "b"', '"a" is "b"'),
        ('"a b" is "c"', '"a b" is "c"'), ('"a " b "c"', 'a " b "c'), ('"" b"c"', '" b"c'),
        ('"a"X "b"', 'a"X "b'), ('"a"b"', 'a"b'), ('" a', "a"), ('"新闻"，"图"', '"新闻"，"图"'),
    ],
)  # fmt: skip
def test_quotes_of_a_template_are_taken_off(text: str, expected: str) -> None:
    assert unquote(text) == expected


def repaired(text: str, **limits: int) -> tuple[dict[str, object], list[tuple[str, str, object]]]:
    matter, problems = repair(text, Limits(**limits))
    return matter, [(problem.code, problem.message, problem.where) for problem in problems]


def test_sound_entries_are_read_as_yaml() -> None:
    text = "a: 1\n\n# note\nb:\n  - x\n'c d': no\n\"e\": {f: 1}\ng: h # i"
    assert repaired(text) == (
        {"a": 1, "b": ["x"], "c d": False, "e": {"f": 1}, "g": "h"},
        [],
    )


def test_quoted_keys_are_keys_of_damaged_values() -> None:
    matter, problems = repaired("'a b': @x\n\"c\" : 'it's'")
    assert matter == {"a b": "@x", "c": "it's"}
    assert [where for _, _, where in problems] == ["a b", "c"]


@pytest.mark.parametrize(
    ("written", "value", "says"),
    [
        ("'it's", "'it's", "\"'it's\": its quotes do not match; read as text"),
        ('"a "b"', 'a "b', '\'"a "b"\': its quotes do not match; read as text'),
        ("a: b", "a: b", "'a: b': it should be quoted; read as text"),
        ("@" + "x" * 90, "@" + "x" * 90, f"'@{'x' * 79}': it should be quoted; read as text"),
    ],
)
def test_what_is_said_of_a_text_that_is_no_yaml(written: str, value: str, says: str) -> None:
    assert repaired(f"k: {written}") == ({"k": value}, [("matter-repaired", says, "k")])


def test_comments_and_blank_lines_are_no_part_of_a_value() -> None:
    assert repaired("a: @x\n# note\n\nb: 1")[0] == {"a": "@x", "b": 1}


def test_items_that_are_no_yaml() -> None:
    says = "items that are no YAML were read as text"
    assert repaired("a:\n - @x - y\n\n - 'it's'\n -") == (
        {"a": ["@x - y", "it's", ""]},
        [("matter-repaired", says, "a")],
    )
    assert repaired("a: @x\n - y")[0] == {"a": "@x - y"}
    assert repaired("a:\n - @x\n y")[0] == {"a": "- @x y"}


def test_tabs_and_control_characters_are_mended() -> None:
    says = "tabs or control characters stood where YAML allows none"
    assert repaired("a:\n\tb: 1\n\tc: [2]\nd: [x\x07y]") == (
        {"a": {"b": 1, "c": [2]}, "d": ["x y"]},
        [("matter-repaired", says, "a"), ("matter-repaired", says, "d")],
    )
    assert repaired("a: [&x 1]\x07")[1] == [
        ("matter-unsafe", "the anchor x has no effect", None),
        ("matter-repaired", says, "a"),
    ]


def test_an_entry_that_is_more_than_one_is_text() -> None:
    assert repaired("a: x\n? b")[0] == {"a": "x ? b"}


def test_a_value_over_the_limits_is_left_out() -> None:
    says = "the value is nested deeper than 2 levels; it was left out"
    assert repaired("a: [[1]]\nb: [1]", max_matter_depth=2) == (
        {"a": None, "b": [1]},
        [("matter-unsafe", says, "a")],
    )


def test_keys_that_occur_twice_are_said() -> None:
    says = "'a' occurs twice; the last is used"
    assert repaired("a: 1\na: 2") == ({"a": 2}, [("matter-duplicate-key", says, "a")])


def test_lines_that_are_nothing_are_each_said() -> None:
    assert repaired(f"what is\n{'x' * 300}\na: 1") == (
        {"a": 1},
        [
            ("matter-unreadable", "no key and value: 'what is'", "line 1"),
            ("matter-unreadable", f"no key and value: '{'x' * 200}'", "line 2"),
        ],
    )


@pytest.mark.parametrize(("damages", "kept"), [(50, 50), (51, 50), (70, 50)])
def test_of_many_problems_the_first_fifty_are_kept(damages: int, kept: int) -> None:
    _, problems = repair("\n".join(f"k{n}: @x" for n in range(damages)), LIMITS)
    assert [problem.where for problem in problems[:kept]] == [f"k{n}" for n in range(kept)]
    more = f"{damages - kept} more problems of this kind"
    assert problems[kept:] == (
        [Problem(code="matter-unreadable", message=more)] if damages > kept else []
    )


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
