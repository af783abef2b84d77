from __future__ import annotations

import json
import tomllib

import frontmatter
import pytest

from newsparse.limits import Limits
from newsparse.matter.handler import (
    JSON,
    TOML,
    YAML,
    ArchiveJSON,
    ArchiveTOML,
    ArchiveYAML,
    MatterHandler,
    _unused,
)
from newsparse.matter.scalars import resolve

LIMITS = Limits()


def codes(text: str) -> list[str]:
    return [problem.code for problem in YAML.read(text, LIMITS)[1]]


def value(text: str) -> object:
    return YAML.read(f"k: {text}\n", LIMITS)[0]["k"]


def test_the_handlers_serve_python_frontmatter() -> None:
    assert frontmatter.parse("---\ntitle: 'it's'\n---\nx", handler=ArchiveYAML()) == (
        {"title": "it's"},
        "x",
    )
    assert frontmatter.parse("+++\na = 1\n+++\nx", handler=ArchiveTOML()) == ({"a": 1}, "x")
    assert frontmatter.parse('{\n"a": 1\n}\nx', handler=ArchiveJSON()) == ({"a": 1}, "x")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True), ("no", False), ("null", None), ("~", None), ("", None), ("12", 12),
        ("-3", -3), ("1.5", 1.5), ("010", "010"), ("1:30", "1:30"), ("0x1f", "0x1f"),
        ("on", "on"), ("off", "off"), ("y", "y"), (".inf", ".inf"), (".nan", ".nan"),
        ("1_000", "1_000"), ("2021-07-22", "2021-07-22"), ("2021-13-45", "2021-13-45"),
        ("2021-07-22T10:00:00Z", "2021-07-22T10:00:00Z"), ("Invalid Date", "Invalid Date"),
        ("Thu, 22 Jul 2021 13:48:41 GMT", "Thu, 22 Jul 2021 13:48:41 GMT"),
        ("9" * 5000, "9" * 5000), ("'12'", "12"), ('"a\\tb"', "a\tb"), ("=", "="),
    ],
)  # fmt: skip
def test_scalars(text: str, expected: object) -> None:
    result = value(text)
    assert result == expected
    assert type(result) is type(expected)


def test_a_title_is_always_words() -> None:
    for text in ("1917", "No", "010", "[flash]", "{x}"):
        assert YAML.read(f"title: {text}", LIMITS)[0] == {"title": text}
    assert YAML.read("title:", LIMITS)[0] == {"title": None}


def test_a_title_keeps_what_looks_like_a_comment() -> None:
    matter, problems = YAML.read("title: Number #1 and # 2\nn: 3 # three\n", LIMITS)
    assert matter == {"title": "Number #1 and # 2", "n": 3}
    assert [problem.where for problem in problems] == ["title"]


def test_escaped_braces_come_back() -> None:
    matter, problems = YAML.read("a: &#123;x: y&#125;\nb: 'p &#123;q&#125;'\n", LIMITS)
    assert matter == {"a": "{x: y}", "b": "p {q}"}
    assert {problem.code for problem in problems} == {"matter-repaired"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: !!python/object/apply:os.system [ls]", {"a": ["ls"]}),
        ("a: !!python/name:os.system x", {"a": "x"}),
        ("a: !!binary aGVsbG8=", {"a": "aGVsbG8="}),
        ("a: !!int 3", {"a": "3"}),
        ("a: !Breaking news", {"a": "!Breaking news"}),
        ("a: &amp words", {"a": "&amp words"}),
        ("a: &x [1]\nb: *x", {"a": [1], "b": "*x"}),
        ("a: &x {b: *x}", {"a": {"b": "*x"}}),
    ],
)
def test_tags_anchors_and_aliases_have_no_effect(text: str, expected: object) -> None:
    matter, problems = YAML.read(text, LIMITS)
    assert matter == expected
    assert {problem.code for problem in problems} == {"matter-unsafe"}


def test_an_alias_bomb_stays_small() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    matter, problems = YAML.read("\n".join(lines), LIMITS)
    assert matter["i"] == ["*h"] * 10
    assert "matter-unsafe" in {problem.code for problem in problems}


def test_merge_keys_are_keys() -> None:
    assert YAML.read("<<: {a: 1}\nb: 2", LIMITS)[0] == {"<<": {"a": 1}, "b": 2}


def test_too_many_values_are_refused() -> None:
    text = "a: [" + "1," * 30_000 + "]\nb: 1\n"
    matter, problems = YAML.read(text, LIMITS)
    assert matter == {"a": None, "b": 1}
    assert "matter-unsafe" in {problem.code for problem in problems}


def test_keys_become_text() -> None:
    assert YAML.read("1: a\ntrue: b\n2021-07-22: c", LIMITS)[0] == {
        "1": "a",
        "true": "b",
        "2021-07-22": "c",
    }


def test_duplicate_keys_keep_the_last() -> None:
    matter, problems = YAML.read("a: 1\nb: 2\na: 3\n", LIMITS)
    assert matter == {"a": 3, "b": 2}
    assert [(problem.code, problem.where) for problem in problems] == [
        ("matter-duplicate-key", "a")
    ]


def test_json_reports_duplicate_keys() -> None:
    matter, problems = ArchiveJSON().read('{"a": 1, "a": 2, "n": NaN}', LIMITS)
    assert matter == {"a": 2, "n": "NaN"}
    assert [problem.code for problem in problems] == ["matter-duplicate-key"]


def test_toml_times_become_text() -> None:
    assert TOML.read("a = 2021-07-22\nb = 10:30:00", LIMITS)[0] == {
        "a": "2021-07-22",
        "b": "10:30:00",
    }


def test_resolve_never_fails() -> None:
    assert [resolve(text) for text in ("-", "+", "1e400", "1.5e99")] == ["-", "+", "1e400", 1.5e99]


def said(handler: MatterHandler, text: str, **limits: int) -> list[tuple[str, str, str | None]]:
    problems = handler.read(text, Limits(**limits))[1]
    return [(problem.code, problem.message, problem.where) for problem in problems]


@pytest.mark.parametrize(
    ("handler", "text", "message"),
    [
        (YAML, "[a, 1]", "the front matter is a list: \"['a', 1]\""),
        (YAML, "words", "the front matter is a single value: 'words'"),
        (YAML, "w" * 200, f"the front matter is a single value: '{'w' * 120}'"),
        (JSON, '["a", 1]', "the front matter is a list: \"['a', 1]\""),
        (JSON, "12", "the front matter is a single value: '12'"),
    ],
)
def test_what_is_no_mapping(handler: MatterHandler, text: str, message: str) -> None:
    assert handler.read(text, LIMITS)[0] == {}
    assert said(handler, text) == [("matter-not-a-mapping", message, None)]


def test_what_is_no_toml_or_json_says_what_the_parser_says() -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as toml:
        tomllib.loads("a = ")
    assert said(TOML, "a = ") == [("matter-unreadable", f"no TOML: {toml.value}", None)]
    with pytest.raises(json.JSONDecodeError) as error:
        json.loads('{"a": }')
    assert said(JSON, '{"a": }') == [("matter-unreadable", f"no JSON: {error.value}", None)]


@pytest.mark.parametrize(
    ("handler", "text"),
    [(JSON, '{"a": [[1]]}'), (TOML, "a = [[{b = 1}]]"), (TOML, "a." * 60 + "b = 1")],
)
def test_what_is_too_deep_is_not_read(handler: MatterHandler, text: str) -> None:
    says = "nested deeper than 2 levels; it was not read"
    assert handler.read(text, Limits(max_matter_depth=2))[0] == {}
    assert said(handler, text, max_matter_depth=2) == [("matter-unsafe", says, None)]


def test_long_numbers_of_json_stay_text() -> None:
    numbers = [10**18, -(10**18), 2**63 - 1, 10**19, -(10**19), 10**30]
    matter, problems = JSON.read(json.dumps({"n": numbers}), LIMITS)
    assert matter["n"] == [*numbers[:3], *map(str, numbers[3:])]
    assert problems == []
    assert JSON.read('{"n": ' + "9" * 5000 + "}", LIMITS) == ({"n": "9" * 5000}, [])


def test_ten_keys_that_occur_twice_are_said() -> None:
    names = ["k" * 90 + str(number) for number in range(12)]
    text = "{" + ", ".join(f'"{name}": {value}' for value in (1, 2) for name in names) + "}"
    assert JSON.read(text, LIMITS)[0] == dict.fromkeys(names, 2)
    says = f"'{'k' * 80}' occurs twice; the last is used"
    assert said(JSON, text) == [("matter-duplicate-key", says, name) for name in names[:10]]


def test_a_title_that_yaml_takes_for_something_else_is_said() -> None:
    assert said(YAML, "title: [a]") == [("matter-repaired", "'[a]': it should be quoted", "title")]
    title = "Rain #1 " + "x" * 100
    says = f"'{title[:80]}': it should be quoted"
    assert said(YAML, f"title: {title}") == [("matter-repaired", says, "title")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: !!str a #b", "a"),
        ("title: # b #c", None),
        ("title: a\nk: b #c", "a"),
        ("title: 'a' #b", "a"),
        ("title: a#b\nk: b #c", "a#b"),
        ("k: b #c", None),
        ("title:   a #b  ", "a #b"),
    ],
)
def test_a_title_without_damage_stays(text: str, title: str | None) -> None:
    assert YAML.read(text, LIMITS)[0].get("title") == title


def test_what_is_refused_as_a_whole_is_read_entry_by_entry() -> None:
    matter, problems = YAML.read("a: [1]\nb: [2]\nc: [3]", Limits(max_matter_nodes=6))
    assert matter == {"a": [1], "b": [2], "c": [3]}
    assert [(problem.code, problem.message) for problem in problems] == [
        ("matter-unsafe", "the front matter has more than 6 keys and values")
    ]
    assert said(YAML, "a: [[[1]]]\nb: [2]", max_matter_depth=2) == [
        ("matter-unsafe", "the value is nested deeper than 2 levels; it was left out", "a")
    ]


def test_braces_come_back_everywhere() -> None:
    text = "'&#123;k&#125;':\n- '&#123;x'\n- {n: 'y&#125;', 1: [2]}\n\ue000: \ue001\n"
    matter, problems = YAML.read(text, LIMITS)
    assert matter == {"{k}": ["{x", {"n": "y}", "1": [2]}], "\ue000": "\ue001"}
    assert [(problem.code, problem.message) for problem in problems] == [
        ("matter-repaired", "braces were written as &#123; and &#125;")
    ]


def test_the_signs_that_stand_for_braces_are_not_in_the_text() -> None:
    private = "".join(map(chr, range(0xE000, 0xF900)))
    assert _unused("") == ("\ue000", "\ue001")
    assert _unused("\ue000\ue002") == ("\ue001", "\ue003")
    assert _unused(private[:-2]) == ("\uf8fe", "\uf8ff")
    assert _unused(private) == ("{", "}")
