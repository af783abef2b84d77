"""What is read off patterns: facts that may only ever rule out texts that cannot match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.pattern_facts import (
    NO_END,
    anchors,
    fewest,
    first_characters,
    last_characters,
    needed_literals,
)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("^ab$", (True, True, 2)),
        ("^a{2,5}b", (True, False, 6)),
        ("ab?$", (False, True, 2)),
        ("ab", (False, False, 2)),
        ("^", (True, False, 0)),
        ("$", (False, True, 0)),
        ("^$", (True, True, 0)),
        (r"\bab\b", (False, False, 2)),
        ("x^ab", (False, False, 3)),
        ("ab$x", (False, False, 3)),
        ("^a|b$", (False, False, 1)),
        ("(^a)", (False, False, 1)),
        ("^.*$", (True, True, NO_END)),
        ("", (False, False, NO_END)),
        ("(?m)^ab$", (False, False, NO_END)),
        ("(?i)^ab$", (True, True, 2)),
        ("^(?s:a.b)$", (True, True, 3)),
    ],
)
def test_anchors_and_the_widest_match(pattern: str, expected: tuple[bool, bool, int]) -> None:
    assert anchors(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("^ab", "a"),
        ("^(?=x)ab", "a"),
        ("^(?!x)ab", "a"),
        (r"^\bab", "a"),
        ("^[ab]c", "ab"),
        (r"^[\s(]*Rain", "(R"),
        (r"^\s*Rain", "R"),
        (r"^[\sa]Rain", "a"),
        ("^[a-c]x", ""),
        ("^[^a]x", ""),
        (r"^[a\d]x", ""),
        (r"^\Sx", ""),
        ("^.x", ""),
        ("^a?b", "ab"),
        ("^a{0,3}?b", "ab"),
        ("^a{1,3}b", "a"),
        ("^a+?b", "a"),
        ("^(?:a?)+b", "ab"),
        ("^.?b", ""),
        ("^(?:.|a)?b", ""),
        ("^(?:ab|cd)e", "ac"),
        ("^(?:ab|.d)e", ""),
        ("^(?:a?|cd)e", "ace"),
        ("^(?:a|(?:b|c)d)e", "abc"),
        ("^(?P<place>[AB]x)y", "AB"),
        ("^(?:a)?(?:b)?c", "abc"),
        ("^(?i:a)b", ""),
        ("^(?s:a)b", "a"),
        ("^(?-s:a)b", "a"),
        ("(?i)^ab", ""),
        ("^a?", ""),
        ("^$", ""),
        (r"^(a)?\1b", ""),
        (r"^\s+Rain", ""),
    ],
)
def test_first_characters(pattern: str, expected: str) -> None:
    assert first_characters(pattern) == frozenset(expected)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("ab$", "b"),
        ("b$", "b"),
        ("a[.!?]$", ".!?"),
        ("a[a-c]$", ""),
        (r"a[.\s]$", ""),
        ("a[^.]$", ""),
        ("a.$", ""),
        ("ab?$", ""),
        ("(?:a|b)$", "ab"),
        ("(?:ab|c)$", ""),
        ("$", ""),
        ("", ""),
        ("(?i)ab$", ""),
    ],
)
def test_last_characters(pattern: str, expected: str) -> None:
    assert last_characters(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("Rain over", ("Rain over",)),
        (r"^Rain\b fell$", ("Rain fell",)),
        ("ab.cde.f", ("cde",)),
        ("abc.zz", ("abc",)),
        ("ab.cd", ("ab",)),
        ("a(bc)d", ("abcd",)),
        ("a(?:bc.)d", ("abc",)),
        ("a(?i:bcd)e", ("a",)),
        ("a(?s:bc)d", ("abcd",)),
        ("x(?:abc)+yz", ("yz",)),
        ("x(?:a)+yz", ("yz",)),
        ("x(?:(?:abc))+yz", ("yz",)),
        ("xy(abcd)+z", ("abcd",)),
        ("x(abc){2,}y", ("abc",)),
        ("x(abcd)*yz", ("yz",)),
        ("x(abcd)?yz", ("yz",)),
        ("(?:abc|de)", ("abc", "de")),
        ("q(?:abc|de)", ("abc", "de")),
        ("qr(?:abc|de)", ("qr",)),
        ("q(?:abc|de)[vw]", ("abc", "de")),
        ("q(?:abc|.)", ("q",)),
        ("(?:abc|.)", ()),
        ("(?:abc|abcd|xabcx|de)", ("abc", "de")),
        ("(?:one|three).(?:gull|tern)", ("gull", "tern")),
        ("(?:gull|tern).(?:one|three)", ("gull", "tern")),
        ("(?:a.bcd.z|zz.b)", ("bcd", "zz")),
        ("(?:zz.abc|q)", ("abc", "q")),
        ("(?:a[xy]b|cd)", ("a", "cd")),
        ("(?:ab(?:x|y)c|de)", ("ab", "de")),
        ("(?i)Rain", ()),
        (".*", ()),
        ("", ()),
    ],
)
def test_needed_literals(pattern: str, expected: tuple[str, ...]) -> None:
    assert needed_literals(pattern) == expected


def test_the_fewest_words_that_find_the_same() -> None:
    assert fewest(["gull", "gulls", "tern", "gull", "a tern"]) == ("gull", "tern")
    assert fewest([]) == ()


_PIECE: st.SearchStrategy[str] = st.deferred(
    lambda: st.one_of(
        st.sampled_from(["a", "b", "Rain", " ", ".", r"\s", r"\d", "[ab]", "[^a]", "[a-c]", r"\b"]),
        st.lists(_PIECE, min_size=1, max_size=3).map(lambda p: f"(?:{''.join(p)})"),
        st.lists(_PIECE, min_size=2, max_size=3).map(lambda p: f"(?:{'|'.join(p)})"),
        st.tuples(
            st.sampled_from(["a", "(?:ab)", "[ab]", r"\s", "(?:a|b)"]),
            st.sampled_from(["?", "*", "+", "+?", "{2}", "{0,2}"]),
        ).map("".join),
        st.sampled_from(["(?i:ab)", "(?=a)", "(?!b)"]),
    )
)
_PATTERN = st.tuples(
    st.sampled_from(["", "^"]),
    st.lists(_PIECE, min_size=1, max_size=4).map("".join),
    st.sampled_from(["", "$"]),
).map("".join)


@given(_PATTERN, st.text("abcR1 ", max_size=12).map(str.strip), st.sampled_from(["", "Rain"]))
def test_no_match_is_ever_ruled_out(pattern: str, text: str, more: str) -> None:
    text += more
    begins, ends, widest = anchors(pattern)
    needs, firsts, lasts = (
        needed_literals(pattern),
        first_characters(pattern),
        last_characters(pattern),
    )
    for match in re.finditer(pattern, text, re.DOTALL):
        if not match[0]:
            continue
        assert len(match[0]) <= widest
        assert not needs or any(word in text for word in needs)
        assert not begins or match.start() == 0
        assert not (begins and firsts) or text[0] in firsts
        assert not ends or match.end() == len(text)
        assert not (ends and lasts) or text[-1] in lasts
