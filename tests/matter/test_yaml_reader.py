"""YAML event by event: limits to the last level, and what is said about what has no effect."""

from __future__ import annotations

from typing import Any

import pytest

from newsparse.limits import Limits
from newsparse.matter.yaml_reader import Refused, Unreadable, read_yaml
from newsparse.problems import Problem

LIMITS = Limits()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("# words", None), ("words", "words"), ("12", "12"),
        ("'12'", "12"), ("[1, x, ~]", [1, "x", None]),
        ("- a\n- - b\n  - {c: d}", ["a", ["b", {"c": "d"}]]),
        ("{a: 1, b: {c: [2]}}", {"a": 1, "b": {"c": [2]}}),
        ("a: 'no'\nb: no", {"a": "no", "b": False}),
        ("title: no\nauthor: ''\nheadline:", {"title": "no", "author": "", "headline": None}),
        ("no: 1\n~: 2", {"no": 1, "~": 2}), ("a: 1\n---\nb: 2", {"a": 1}),
        ("a: {}\nb: []\nc: 1", {"a": {}, "b": [], "c": 1}),
        ("title: [no, 12]\nk: no", {"title": [False, 12], "k": False}),
    ],
)  # fmt: skip
def test_values(text: str, value: Any) -> None:
    assert read_yaml(text, LIMITS) == (value, [])


@pytest.mark.parametrize("text", ["a: [{b: 1}]", "- - - 1", "{a: {b: {c: 1}}}"])
def test_levels_are_counted(text: str) -> None:
    assert read_yaml(text, Limits(max_matter_depth=3))[1] == []
    with pytest.raises(Refused) as error:
        read_yaml(text, Limits(max_matter_depth=2))
    assert str(error.value) == "nested deeper than 2 levels"


@pytest.mark.parametrize(
    ("text", "nodes"), [("a: 1", 4), ("a: 1\nb: 2", 6), ("[]", 2), ("[1, [2]]", 6), ("x", 1)]
)
def test_keys_and_values_are_counted(text: str, nodes: int) -> None:
    assert read_yaml(text, Limits(max_matter_nodes=nodes))[1] == []
    if nodes > 1:
        with pytest.raises(Refused) as error:
            read_yaml(text, Limits(max_matter_nodes=nodes - 1))
        assert str(error.value) == f"more than {nodes - 1} keys and values"


@pytest.mark.parametrize(
    ("text", "line"), [("[a", 1), ("a: 1\nb: @x", 1), ("@x", 0), ("a: 1\nb: 2\n c: 3", 2)]
)
def test_what_is_no_yaml_says_where(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as error:
        read_yaml(text, LIMITS)
    assert error.value.line == line
    assert str(error.value)


def test_control_characters_are_no_yaml() -> None:
    with pytest.raises(Unreadable) as error:
        read_yaml("a: \x07", LIMITS)
    assert error.value.line == 0
    assert str(error.value) in ("ReaderError", "control characters are not allowed")


@pytest.mark.parametrize("text", ["b: 1\n? [a]\n: 1", "b: 1\n? {a: 1}\n: 1"])
def test_a_key_is_a_text(text: str) -> None:
    with pytest.raises(Unreadable) as error:
        read_yaml(text, LIMITS)
    assert str(error.value) == "a key is a list or a map"
    assert error.value.line == 1


TAG = "!" + "x" * 80


@pytest.mark.parametrize(
    ("text", "value", "message", "where"),
    [
        ("a: !Hot news", {"a": "!Hot news"}, "the tag !Hot has no effect", "a"),
        ("a: !!int 3", {"a": "3"}, "the tag tag:yaml.org,2002:int has no effect", "a"),
        ("a: !Hot 'news'", {"a": "news"}, "the tag !Hot has no effect", "a"),
        (f"a: {TAG} b", {"a": f"{TAG} b"}, f"the tag {TAG[:60]} has no effect", "a"),
        ("a: &x 12", {"a": "&x 12"}, "the anchor x has no effect", "a"),
        ("a: &x !Hot news", {"a": "&x !Hot news"}, "the tag !Hot has no effect", "a"),
        ("a: &x [1]", {"a": [1]}, "the anchor x has no effect", "a"),
        ("a: !Hot {b: 1}", {"a": {"b": 1}}, "the tag !Hot has no effect", "a"),
        ("!Hot [1]", [1], "the tag !Hot has no effect", None),
        ("&x {a: 1}", {"a": 1}, "the anchor x has no effect", None),
        ("&x a: 1", {"&x a": 1}, "the anchor x has no effect", None),
        ("[1, &x b]", [1, "&x b"], "the anchor x has no effect", None),
        ("a: *x", {"a": "*x"}, "an alias is not followed", "a"),
        ("[*x]", ["*x"], "an alias is not followed", None),
    ],
)
def test_what_has_no_effect_is_said(text: str, value: Any, message: str, where: str | None) -> None:
    assert read_yaml(text, LIMITS) == (
        value,
        [Problem(code="matter-unsafe", message=message, where=where)],
    )


def test_a_key_that_occurs_twice_is_said() -> None:
    key = "k" * 90
    value, problems = read_yaml(f"{key}: 1\nb: 2\n{key}: 3", LIMITS)
    assert value == {key: 3, "b": 2}
    assert problems == [
        Problem(
            code="matter-duplicate-key",
            message=f"'{key[:80]}' occurs twice; the last is used",
            where=key,
        )
    ]
