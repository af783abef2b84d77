from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from newsparse.errors import TooLargeError
from newsparse.guard import Limits, guard
from newsparse.nesting import flatten

LIMITS = Limits()


def depth(html: str) -> int:
    """Return how deep the deepest element of the parsed tree is."""
    node = LexborHTMLParser(html).root
    assert node is not None
    root = node.mem_id
    level = deepest = 0
    while True:
        child = node.first_child
        if child is not None:
            node, level = child, level + 1
            deepest = max(deepest, level)
            continue
        while node.next is None:
            if node.mem_id == root or node.parent is None:
                return deepest
            node, level = node.parent, level - 1
        node = node.next


def text_of(html: str) -> str:
    return "".join(LexborHTMLParser(html).text().split())


def numbered(unit: str, count: int) -> str:
    return "".join(unit.replace("#", str(number)) for number in range(count))


NESTED = {
    "div": "<div>x#",
    "list": "<ul><li>x#",
    "quote": "<blockquote>x#",
    "span": "<span>x#",
    "link with block": "<a><div>x#",
    "definition": "<dl><dd>x#",
    "own element": "<x-y>x#",
    "picture": "<svg><g>x#",
    "form": "<form><div>x#",
    "closed by another": "<div></span>x#",
    "closed behind a barrier": "<div><object></div></object>x#",
    "misnested": "<b><div></b>x#",
}


@pytest.mark.parametrize("unit", NESTED.values(), ids=NESTED.keys())
def test_nesting_is_flattened_and_the_text_kept(unit: str) -> None:
    html = numbered(unit, 10_000)
    safe, problems = guard(html, LIMITS)
    assert {problem.code for problem in problems} == {"too-deep"}
    assert depth(safe) <= 4 * LIMITS.max_depth
    for number in range(0, 10_000, 777):
        assert f"x{number}" in text_of(safe)


@pytest.mark.parametrize("unit", ["<p><b id=#>x</p>", "<font size=#><p>x", "<p><i a=#>x"])
def test_formatting_is_not_opened_again_and_again(unit: str) -> None:
    safe, problems = guard(numbered(unit, 3000), LIMITS)
    assert {problem.code for problem in problems} == {"too-deep"}
    assert text_of(safe) == "x" * 3000


@pytest.mark.parametrize(
    "unit",
    [
        "<P><B ID=#>x</P>",
        "<p><b id=#>x</b-y></p>",
        "<p><b id=#>x</b\x01></p>",
        "<p><b id=#>x<!-- </b> --></p>",
        "<p><b id=#>x<? </b ></p>",
        "<p><b id=#>x<![CDATA[</b>]]></p>",
        "<p><b id=#>x<svg><![CDATA[>]</b>]]></svg></p>",
        "<p><b id=#>x<svg><desc><![CDATA[>]</b>]]></desc></svg></p>",
        "<p><b id=#>x<i title='</b>'></i></p>",
        "<p><b id=#>x<script>'</b>'</script></p>",
        "<p><b id=#>x<script><!--<script></script></b>--></script></p>",
        "<p><b id=#>x<script><!--<script/></script></b>--></script></p>",
    ],
)
def test_what_only_looks_like_an_end_tag_closes_nothing(unit: str) -> None:
    safe, problems = guard(numbered(unit, 1500), LIMITS)
    assert {problem.code for problem in problems} == {"too-deep"}
    assert safe.lower().count("<b id") == LIMITS.max_formatting


@pytest.mark.parametrize(
    "unit",
    [
        "<p><b>x<script><!-- </script></b></p>",
        "<p><b>x<script><!--></script></b></p>",
        "<p><b>x<script><!--<script></script></script></b></p>",
        "<p><b>x<script><!--<script>--></script></b></p>",
        "<svg><g a='b'/></svg>",
    ],
)
def test_what_is_an_end_closes(unit: str) -> None:
    html = numbered(unit, 3000)
    assert flatten(html, LIMITS) == (html, ())


@pytest.mark.parametrize("unit", ["<svg a=b/>x", "<svg><g a=b/>x"])
def test_a_slash_at_the_end_of_a_value_closes_nothing(unit: str) -> None:
    safe, problems = guard(numbered(unit, 9000), LIMITS)
    assert [problem.code for problem in problems] == ["too-deep"]
    assert depth(safe) <= LIMITS.max_depth + 3


@pytest.mark.parametrize("unit", ["<html a#=1>", "<body a#=1>", "<BODY a#=1></BODY>"])
def test_roots_are_cut(unit: str) -> None:
    safe, problems = guard(numbered(unit, 9000), LIMITS)
    assert [problem.code for problem in problems] == ["too-many-elements"]
    assert safe.lower().count(unit[:5].lower()) == 50


def test_a_cdata_section_of_a_picture_stays_its_text() -> None:
    html = "<svg><text><![CDATA[a > <b>b</b> &amp; c]]></text></svg>" + "<p>x" * 9000
    safe, problems = guard(html, LIMITS)
    assert problems == ()
    assert text_of(safe) == text_of(html)
    assert "a><b>b</b>&amp;c" in text_of(safe)


def test_content_of_unknown_kind_is_given_one() -> None:
    unit = "<p><b id=#>x<math><annotation-xml encoding=text/html><style></b></style>y</math></p>"
    safe, problems = guard(numbered(unit, 2000), LIMITS)
    assert problems == ()
    assert "annotation-xml" not in safe
    assert depth(safe) < 20


def test_options_are_cut() -> None:
    html = "<p>story</p><select>" + numbered("<option>#</option>", 20_000) + "</select><p>end</p>"
    safe, problems = guard(html, LIMITS)
    assert [problem.code for problem in problems] == ["too-many-elements"]
    assert safe.count("<option>") == LIMITS.max_options
    assert LexborHTMLParser(safe).css("p")[-1].text() == "end"


@pytest.mark.parametrize("form", ["<div{}>x</div>", "<p>a</p><div x='<'{}>x</div>"])
def test_attributes_are_cut(form: str) -> None:
    html = form.format(numbered(" a#=1", 20_000))
    safe, problems = guard(html, LIMITS)
    assert [problem.code for problem in problems] == ["too-many-elements"]
    (div,) = LexborHTMLParser(safe).css("div")
    assert len(div.attributes) == LIMITS.max_attributes
    assert div.text() == "x"


def test_a_long_attribute_is_no_danger() -> None:
    html = f'<div title="{"word " * 200_000}">x</div>'
    assert guard(html, LIMITS) == (html, ())


def test_ordinary_markup_is_left_alone() -> None:
    row = "<tr><td>#<td><p>a<p><b class=x>b</b><ul><li>c<li>d<br></ul><img src=x>"
    html = (
        "<!doctype html><title>a < b</title><script>if (a<b) x='<div>';</script>"
        "<!-- <div> -->" + f"<table>{numbered(row, 1000)}</table>"
    )
    assert flatten(html, LIMITS) == (html, ())
    assert guard(html, LIMITS) == (html, ())


def test_script_and_comment_hold_no_tags() -> None:
    html = "<script>" + "'<div>'" * 9000 + "</script><!--" + "<div>" * 9000 + "--><p>x</p>"
    assert guard(html, LIMITS) == (html, ())


@pytest.mark.parametrize(
    "unit", ["<p>a", "<li>a", "<dd>a<dt>b", "<p><b>a</b><h2>b</h2>", "<a href=#>a", "<p><span>a"]
)
def test_implied_ends_do_not_nest(unit: str) -> None:
    html = numbered(unit, 9000)
    assert guard(html, LIMITS) == (html, ())


def test_too_large_input() -> None:
    with pytest.raises(TooLargeError, match="100"):
        guard("x" * 101, Limits(max_bytes=100))


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!--",
        "<!",
        "</",
        '<a b="',
        "<a b='\"",
        "<a =",
        "<a/",
        "<a b=c",
        "<p a\n",
        "&",
        "<![CDATA[",
    ],
)
def test_broken_markup_is_read_in_one_pass(piece: str) -> None:
    # quadratic time would not end: 300,000 pieces
    html = "<div>" * 9000 + piece * 300_000
    safe, _ = guard(html, LIMITS)
    assert safe.count("<div>") == LIMITS.max_depth


_TAGS = st.sampled_from(
    "div span p b i a font table tr td ul li dl dd select option button object svg math desc mi"
    " h1 x-y".split()
)
_PIECES = st.one_of(
    _TAGS.map("<{}>".format), _TAGS.map("</{}>".format), _TAGS.map("<{} a=1>".format), st.just("x")
)


@given(st.lists(_PIECES, max_size=60))
def test_within_the_limits_nothing_changes(pieces: list[str]) -> None:
    html = "".join(pieces)
    assert flatten(html, Limits(max_formatting=100)) == (html, ())


@given(st.text("<>/!-ab ='\"\n", max_size=120))
def test_any_text_passes(text: str) -> None:
    assert flatten(text, LIMITS)[0] == text


@given(
    st.lists(st.sampled_from(["<div>", "<span>", "<ul>", "</div>", "</span>", "w "]), max_size=200)
)
def test_flattening_keeps_the_words(pieces: list[str]) -> None:
    html = "".join(pieces)
    safe, _ = flatten(html, Limits(max_depth=5))
    assert text_of(safe) == text_of(html)
    assert depth(safe) <= 10
