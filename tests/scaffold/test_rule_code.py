"""The code that is written means the rules it was written for."""

from __future__ import annotations

import ast

from hypothesis import given
from hypothesis import strategies as st

import newsparse.rules
import newsparse.source
from newsparse.rules import Map, Strip, css, strip, take, text
from newsparse.scaffold.columns import columns, cut, cut_left
from newsparse.scaffold.example import example_html
from newsparse.scaffold.repeats import pattern_of
from newsparse.scaffold.rule_code import (
    matcher_code,
    quoted,
    quoted_pattern,
    rule_code,
    without_code,
)
from newsparse.source import domain, meta, site

NAMES = {**vars(newsparse.rules), **vars(newsparse.source)}


def read(code: str) -> object:
    return eval(code, dict(NAMES))


@given(st.text())
def test_a_text_is_read_back(words: str) -> None:
    assert ast.literal_eval(quoted(words)) == words
    assert quoted(words).isprintable()


@given(st.text(min_size=1).filter(lambda words: words.strip()))
def test_a_pattern_finds_the_words_it_was_made_for(words: str) -> None:
    import re

    pattern = ast.literal_eval(quoted_pattern(pattern_of(words)))
    assert re.search(pattern, words, re.DOTALL)


def test_quotes_are_those_a_formatter_would_choose() -> None:
    assert quoted('a[b="c"]') == "'a[b=\"c\"]'"
    assert quoted("it's") == '"it\'s"'
    assert quoted("\u3000x") == '"\\u3000x"'
    assert quoted_pattern(r"^a\.$") == r'r"^a\.$"'


def test_rules_are_read_back() -> None:
    rules: list[Strip | Map] = [
        strip("a", css("div.a"), "why"),
        strip("b", text("^Read “more”\\. It's here$"), "why", example='<a class="b">\\</a>'),
        take("c", css("time", attribute="datetime"), "a reason " * 9, to="published"),
        take("d", css('p[rel="author"]'), "why", to="authors", consume=True, example="x" * 70),
    ]
    for rule in rules:
        code = rule_code(rule)
        assert read(code) == rule
        assert all(columns(line) <= 100 for line in code.splitlines())


def test_long_examples_and_patterns_are_cut_to_fit_a_line() -> None:
    words = "海边的故事，" * 40
    rule = strip("a", text(pattern_of(words)), "why", example=words)
    code = rule_code(rule)
    assert all(columns(line) <= 100 for line in code.splitlines())
    assert read(code) == strip("a", rule.at, "why", example=words[:35])


def test_examples_are_found_by_their_selectors() -> None:
    from newsparse.dom import parse_html

    for selector in (
        "#a",
        "p.by",
        '*[rel="author"]',
        'img[src*="/a/b.png"]',
        "#a h1",
        "h1",
        "time",
    ):
        html = example_html(selector, "By Ida & Tom <Lind>" * 9)
        assert columns(html) <= 100
        (found,) = parse_html(html, fragment=True).css(selector)
        assert found.tag == "img" or (found.text() or "").startswith("By Ida & Tom"[:9])
    html = example_html("time.day", '1"2', "datetime")
    assert html == '<time class="day" datetime="1&quot;2"></time>'


def test_columns() -> None:
    assert columns("海a") == 3
    assert cut("海边a", 3) == "海"
    assert cut_left("海边a", 3) == "边a"
    assert cut("ab", 5) == "ab"


def test_matchers_are_read_back() -> None:
    for matcher in (site('The "Dune"'), domain("dune.example"), meta("og:site_name", "'")):
        assert read(matcher_code(matcher)) == matcher


def test_properties_that_are_left_out() -> None:
    assert without_code({}) == ""
    names = [f"property-{number}" for number in range(9)]
    code = without_code({"repeated": "a\nline " + "很" * 60})
    assert code.endswith('    without = ("repeated",)\n')
    assert max(map(columns, code.splitlines())) <= 100
    assert without_code(dict.fromkeys(names, "x")).count('\n        "') == 9
