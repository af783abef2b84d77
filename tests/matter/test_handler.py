from __future__ import annotations

import frontmatter
import pytest

from newsparse.limits import Limits
from newsparse.matter.handler import TOML, YAML, ArchiveJSON, ArchiveTOML, ArchiveYAML
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
