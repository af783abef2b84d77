"""Counting the steps of patterns, and telling the steep ones from the others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.testing.contract.attack import steep_growth
from newsparse.testing.contract.steps import OutOfBudgetError, count_steps, find

STEEP = [
    r"(a+)+$",
    r"(?:\w+\s*)+: more$",
    r".*x",
    r"\s*\s*x",
    r"^By (.+?)\s+and\s+(.+)$",
    r"^\s*By\s+.*?\s*$",
    r"(\w+)@",
    r"^(.*),(.*),x$",
    r"(?:a|ab|b)*c",
    r"x.{0,400}y",
    r"(?i)[A-Z]+END",
    r"(?=.*x)a",
]
LINEAR = [
    r"^By (.+)$",
    r"原标题[：:]\s{0,3}(?P<value>.+)",
    r"^[^:]+:\s*x$",
    r"^[^。]{0,60}(?:未经[^。]{0,20}授权)[^。]{0,60}[。！]?$",
    r"\(END\)$",
    r"(?<!\w)\w+@",
    r"^(?:word )+x$",
    r"^(?>\w+\s*)+x$",
    r"^a*+b",
    r"^(\w)\1+$",
    r"(?i)^edited by [a-z ]+\.$",
    r"^(?:(a)|b)(?(1)c|d)+$",
    r"^\bx+\b",
    r"^(?!x)[^y]*?$",
]


@pytest.mark.parametrize("pattern", STEEP)
def test_steep(pattern: str) -> None:
    growth = steep_growth(pattern)
    assert growth is not None
    assert growth.piece


@pytest.mark.parametrize("pattern", LINEAR)
def test_linear(pattern: str) -> None:
    assert steep_growth(pattern) is None


def test_steps() -> None:
    assert count_steps("abc", "abc") == 3
    # An anchor is tried at each of nine places, the letter behind it at one.
    assert count_steps("^abc", "xxxxxxxx") == 10
    with pytest.raises(OutOfBudgetError):
        count_steps("(a+)+$", "a" * 40 + "b", budget=1000)


PIECES = st.sampled_from(
    ("a", "b", "[ab]", "[^a]", ".", r"\w", r"\s", "a*", "b+", "a?", "(?:ab)*", "(a|b)",
     "(?:a|ab)+?", "^", "$", r"\b", "(?=a)", "(?!b)", "(?<=a)", "(?>a|ab)", "a*+", "a{1,2}")
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, min_size=1, max_size=5).map("".join), st.text("ab ", max_size=6))
def test_the_counting_matcher_agrees_with_the_engine(pattern: str, text: str) -> None:
    # Repetitions with a limit are cut short on purpose: those here are short as they are.
    assert find(pattern, text) is bool(re.search(pattern, text, re.DOTALL))
