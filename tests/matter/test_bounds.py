"""What TOML and JSON may bring in: plain, shallow and few."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.limits import Limits
from newsparse.matter.bounds import Bounds, too_deep
from newsparse.matter.handler import JSON
from newsparse.problems import Problem

CUT = Problem(code="matter-unsafe", message="the front matter has too many or deep values")


def plain(items: dict[str, Any], *, depth: int = 9, nodes: int = 99) -> tuple[Any, list[Problem]]:
    return Bounds(Limits(max_matter_depth=depth, max_matter_nodes=nodes)).plain_map(items)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("", 0), ("a = 1", 0), ("[]", 1), ("{}", 1), ("[[]]", 2), ("{{}}", 2), ("[{}]", 2),
        ("[[], [], {}, {}]", 2), ("[[]][[]]", 2), ("]]][", 1), ("}}{", 1), ("[[]]]]]][", 2),
        ("{{{", 3), ("[a{b[c", 3), ("[[][[]]]", 3),
    ],
)  # fmt: skip
def test_levels_of_brackets(text: str, levels: int) -> None:
    assert not too_deep(text, levels)
    if levels:
        assert too_deep(text, levels - 1)


@given(st.text("[]{}x", max_size=40), st.integers(0, 8))
def test_what_is_not_too_deep_for_the_count_is_not_too_deep_for_json(text: str, depth: int) -> None:
    levels = deepest = 0
    for sign in text:
        levels = levels + 1 if sign in "[{" else max(levels - (sign in "]}"), 0)
        deepest = max(deepest, levels)
    assert too_deep(text, depth) == (deepest > depth)


@pytest.mark.parametrize("nested", [{"b": {"c": {}}}, {"b": {"c": []}}, [[[]]], {"b": [{}]}])
def test_levels_are_kept_up_to_the_limit(nested: Any) -> None:
    assert plain({"a": nested}, depth=4) == ({"a": nested}, [])
    assert plain({"a": nested}, depth=3)[1] == [CUT]
    assert plain({"a": nested}, depth=1) == ({"a": None}, [CUT])


def test_the_deepest_level_is_cut_off() -> None:
    assert plain({"a": {"b": {"c": 1}}}, depth=2) == ({"a": {"b": None}}, [CUT])
    assert plain({"a": [[1], 2]}, depth=2) == ({"a": [None, 2]}, [CUT])


@pytest.mark.parametrize(
    ("items", "nodes", "left"),
    [
        ({"a": 1, "b": 2, "c": 3}, 3, {"a": 1, "b": 2}),
        ({"a": [1, 2, 3]}, 4, {"a": [1, 2]}),
        ({"a": [1, 2], "b": []}, 4, {"a": [1, 2], "b": None}),
        ({"a": {"c": 1, "d": 2}, "b": {}}, 4, {"a": {"c": 1, "d": 2}, "b": None}),
        ({"a": 1}, 1, {}),
    ],
)
def test_values_are_counted(items: dict[str, Any], nodes: int, left: dict[str, Any]) -> None:
    assert plain(items, nodes=nodes) == (left, [CUT])
    assert plain(items, nodes=nodes + 1) == (items, [])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.date(2021, 7, 22), "2021-07-22"),
        (dt.datetime(2021, 7, 22, 10, 30), "2021-07-22T10:30:00"),
        (dt.time(10, 30), "10:30:00"),
        (float("inf"), "inf"),
        (1.5, 1.5),
        (True, True),
        (None, None),
        (2**63 - 1, 2**63 - 1),
        (2**63, "9223372036854775808"),
        (-(2**63) - 1, "-9223372036854775809"),
        (2**3999, str(2**3999)),
        (2**4000 + 10, "1" + "0" * 999 + "a"),
        ({1: "x"}, {"1": "x"}),
    ],
)
def test_values_become_plain(value: Any, expected: Any) -> None:
    matter, problems = plain({"k": value})
    assert matter == {"k": expected}
    assert type(matter["k"]) is type(expected)
    assert problems == []


def test_what_was_cut_and_what_occurs_twice_are_both_said() -> None:
    matter, problems = JSON.read('{"a": 1, "a": 2, "b": 3}', Limits(max_matter_nodes=2))
    assert matter == {"a": 2}
    assert [problem.code for problem in problems] == ["matter-unsafe", "matter-duplicate-key"]
