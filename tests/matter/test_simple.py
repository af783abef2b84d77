from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsparse.limits import Limits
from newsparse.matter.scalars import TEXTUAL, resolve
from newsparse.matter.simple import read_simple
from newsparse.matter.yaml_reader import Unreadable, read_yaml

LIMITS = Limits()


def test_the_seed_is_simple(seed: Path) -> None:
    matter = read_simple(seed.read_text("utf-8").split("---")[1])
    assert matter is not None
    assert matter["comments"] is False
    assert len(matter["categories"]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c", "a: [b]", "a: 'it''s'", 'a: "x\\n"', "a: &x y", "a: b # c", "a:\n  b: c",
        "a: |\n  x", "a: x\n  y", "a: b\na: c", "# x\na: b", "a:b", "\ta: b", "a:\n - b\n  - c",
        "a:\n- b: c", "a: b:", "a: 'x' y", "- a", "a", "? a", "a:\n -", "a: b\x85c", "a:\tb",
    ],
)  # fmt: skip
def test_what_is_not_simple_is_left_to_the_reader(text: str) -> None:
    assert read_simple(text) is None


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("", {}), ("\n  \n", {}), ("a: b\n\nc: d", {"a": "b", "c": "d"}), ("a:", {"a": None}),
        ("a:  ", {"a": None}), ("a:   b  ", {"a": "b"}), ('a: "b"', {"a": "b"}),
        ("a: ''", {"a": ""}), ('a: ""', {"a": ""}), ("a: 'b: c'", {"a": "b: c"}),
        (r"a: 'b\n'", {"a": r"b\n"}), (r"a: b\n", {"a": r"b\n"}), ("a: no", {"a": False}),
        ("title: no", {"title": "no"}), ("a: b:c", {"a": "b:c"}), ("a: b#c", {"a": "b#c"}),
        ("a-b: 1\n_c: 2", {"a-b": 1, "_c": 2}), ("a:\n- b\n- 1", {"a": ["b", 1]}),
        ("a:\n  - b\n  - 'c'\nd: e", {"a": ["b", "c"], "d": "e"}),
        ("a:\nb:\n - c", {"a": None, "b": ["c"]}), ("title:\n - no", {"title": [False]}),
        (f"{'k' * 100}: b", {"k" * 100: "b"}), (f"a: {'x' * 19_997}", {"a": "x" * 19_997}),
        ("a:\n - b\n\n - c", {"a": ["b", "c"]}), ("a: 新", {"a": "新"}),
    ],
)  # fmt: skip
def test_what_is_simple_is_read(text: str, matter: dict[str, Any]) -> None:
    assert read_simple(text) == matter
    assert (read_yaml(text, LIMITS)[0] or {}) == matter


@pytest.mark.parametrize(
    "text",
    [
        f"{'k' * 101}: b", f"a: {'x' * 19_998}", "a: '", 'a: "', "a: 'b", r'a: "\u0041"', "1: a",
        "a b: c", "a: b\n - c", "a:\n -b", "a:\n  b", "a:\n - ", "a:\n - b\n c", "a: -", "a: b:",
        "\u3000", "a\u3000: b", "a:\u3000b", "a:\n - ~", " a: b", "a:\n -  - b", "a: b\na:",
    ],
)  # fmt: skip
def test_what_is_nearly_simple_is_left_to_the_reader(text: str) -> None:
    assert read_simple(text) is None


_LINE = st.one_of(
    st.text(st.sampled_from("ab1 :'\"#-[]{}&*!|>%@,?=~<.\u3000é新"), max_size=14),
    st.tuples(
        st.sampled_from(["a", "b-c", "title", "_x", "新", "no", "a b", "1"]),
        st.sampled_from([":", ": ", ":  "]),
        st.text(st.sampled_from("ab1 :'\"#-[]é新yesno~."), max_size=12),
    ).map("".join),
    st.tuples(
        st.sampled_from([" - ", "- ", "   - ", " -  ", "    - "]),
        st.text(st.sampled_from("ab1 :'\"#-新"), max_size=8),
    ).map("".join),
)


@given(st.lists(_LINE, min_size=1, max_size=8).map("\n".join))
def test_it_agrees_with_the_reader(text: str) -> None:
    simple = read_simple(text)
    if simple is None:
        return
    try:
        value, problems = read_yaml(text, LIMITS)
    except Unreadable as error:
        raise AssertionError(f"read {simple!r} from what is no YAML: {error}") from error
    assert (value or {}) == simple
    assert problems == []


_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.floats(-1e15, 1e15, allow_nan=False)
    .map(lambda number: round(number, 4))
    .filter(lambda number: "e" not in repr(number)),
    st.text(max_size=30),
)
_ANY_KEY = st.text(max_size=8).filter(lambda key: key not in TEXTUAL)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_ANY_KEY, inner, max_size=4),
    max_leaves=12,
)
_MATTER = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}", fullmatch=True).filter(lambda key: key not in TEXTUAL),
    _VALUES,
    min_size=1,
    max_size=6,
)


@given(_MATTER, st.booleans(), st.booleans())
def test_dumped_yaml_reads_back(matter: dict[str, Any], flow: bool, unicode: bool) -> None:
    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    text = yaml.dump(matter, Dumper=Dumper, default_flow_style=flow, allow_unicode=unicode)
    value, problems = read_yaml(text, LIMITS)
    assert value == yaml.safe_load(text)
    assert problems == []
    simple = read_simple(text)
    assert simple is None or simple == value


@given(st.text(max_size=20))
def test_resolve_gives_the_text_or_its_value(text: str) -> None:
    value = resolve(text)
    assert isinstance(value, str | int | float | bool | None)
    if isinstance(value, str):
        assert value == text
