"""Rules that look at elements: HTML may be written in many ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from newsparse import Parser, Source
from newsparse.compiler import compile_source, needed_word
from newsparse.converters import Context
from newsparse.document import Document, Shape
from newsparse.dom import parse_html, visible_text
from newsparse.draft import Draft
from newsparse.element_rules import map_elements, map_matter, strip_elements
from newsparse.hookspecs import hookimpl
from newsparse.ledger import Ledger
from newsparse.origin import Origin
from newsparse.rules import Map, Strip, after, between, constant, css, key, strip, take
from newsparse.source import domain


class Plugin:
    @hookimpl
    def newsparse_sources(self) -> list[Source]:
        return [
            Source(
                id="tern",
                title="The Tern",
                matches=[domain("tern.example")],
                strip=[strip("ad", css("[data-advert]"), "adverts")],
                map=[
                    take("by", css("p.by"), "byline", to="authors", pattern=r"^By (?P<value>.+)$")
                ],
            )
        ]


PARSER = Parser(plugins=(Plugin(),), entry_points=False)


@pytest.mark.parametrize("name", ["data-advert", "DATA-ADVERT", "Data-Advert"])
def test_names_of_attributes_may_be_in_capitals(name: str) -> None:
    html = f"<p {name}=1>Buy!</p><p>The terns are back.</p>"
    assert PARSER.parse(html, url="https://tern.example/1").body.text == "The terns are back."


@pytest.mark.parametrize("words", ["By Ida Berg", "By\nIda\nBerg", "\n  By\tIda  Berg\n"])
def test_white_space_in_an_element_is_squeezed_for_its_pattern(words: str) -> None:
    html = f"<p class=by>{words}</p><p>The terns are back.</p>"
    (author,) = PARSER.parse(html, url="https://tern.example/1").authors
    assert author.name == "Ida Berg"


@pytest.mark.parametrize(
    ("selector", "word"),
    [
        ("p.story-text", "story-text"),
        ("#main", "main"),
        ('a[rel="author"]', "author"),
        ("[data-advert]", None),
        ("article", None),
        ("p.a, p.b", None),
    ],
)
def test_the_word_a_selector_needs(selector: str, word: str | None) -> None:
    assert needed_word(selector) == word


def drafted(
    html: str,
    strips: Sequence[Strip] = (),
    maps: Sequence[Map] = (),
    *,
    matter: dict[str, Any] | None = None,
    shape: Shape = "fragment",
    **converters: Any,
) -> Draft:
    """Return a draft after its strip rules, and its map rules for matter and elements."""
    source = Source(id="tern", title="The Tern", strip=strips, map=maps)
    compiled = compile_source(source, "test", {}, converters)
    document = Document(html=html, matter=matter or {}, shape=shape)
    tree = parse_html(html, fragment=shape != "page")
    draft = Draft(document, tree, compiled, Context(document=document), Ledger())
    strip_elements(draft)
    map_matter(draft)
    map_elements(draft)
    return draft


def words(draft: Draft) -> str:
    assert draft.root is not None
    return " ".join(visible_text(draft.root, draft.marks).split())


def values(draft: Draft, field: str) -> list[Any]:
    return [offer.value for offer in draft.offers.get(field, ())]


# ------------------------------------------------------------------------- strip


def test_each_strip_rule_has_its_turn_and_its_count() -> None:
    rules = [
        strip("none", css(".nothing"), "r"),
        strip("ad", css(".ad"), "r"),
        strip("b", css("b"), "r"),
    ]
    draft = drafted("<p class=ad>x <b>y</b></p><p class=ad>z</p><b>v</b><p>w</p>", rules)
    assert words(draft) == "w"
    assert draft.counts == {"tern:ad": 2, "tern:b": 1}
    assert sorted(draft.marks.values()) == ["tern:ad", "tern:ad", "tern:b"]


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<!--s--><i>x</i><!--e-->b", "ab"),
        ("a<!-- s --><i>x</i><!-- e --><i>b</i><!-- e -->c", "abc"),
        ("a<!--e--><i>b</i><!--s--><i>x</i><!--e-->c", "abc"),
        ("a<!--s--><i>b</i>", "ab"),
        ("a<i>b</i><!--e-->", "ab"),
        ("a<!--sad--><i>b</i><!--end-->c", "abc"),
        ("a<!--s--><i>x</i><div><div>x<!--e-->b</div>c</div>d", "abcd"),
        ("a<div><!--s-->x</div>x<!--e-->b", "ab"),
    ],
)
def test_between_reaches_from_a_comment_to_the_next_end(html: str, left: str) -> None:
    draft = drafted(html, [strip("box", between("s", "e"), "r")])
    assert words(draft).replace(" ", "") == left
    assert set(draft.marks.values()) <= {"tern:box"}
    assert set(draft.counts) <= {"tern:box"}


def test_between_the_same_comment_needs_two_of_them() -> None:
    rule = strip("box", between("s", "s"), "r")
    assert words(drafted("a<!--s-->b", [rule])) == "ab"
    assert words(drafted("a<!--s-->x<!--s-->y<!--s-->b", [rule])) == "ab"
    assert words(drafted("a<!--s-->x<!--s-->y<!--s-->z<!--s-->b", [rule])) == "ab"


@pytest.mark.parametrize("value", [None, "", ()])
def test_a_key_without_a_value_leaves_the_field_to_the_next(value: object) -> None:
    rules = [take("by", key("author", "writer"), "byline", to="authors")]
    draft = drafted("", [], rules, matter={"author": value, "writer": "Ida Berg"})
    assert draft.used_keys == {"writer": "Ida Berg"}


def test_after_takes_the_place_and_all_that_follows() -> None:
    html = "<p>a</p><div><p id=end>x</p>y</div><p>z</p>"
    draft = drafted(html, [strip("tail", after(css("#end")), "r")])
    assert words(draft) == "a"
    assert set(draft.marks.values()) == set(draft.counts) == {"tern:tail"}
    assert words(drafted(html, [strip("tail", after(css("#other")), "r")])) == "a x y z"


def test_after_a_comment_that_is_not_there_nothing_goes() -> None:
    html = "<p>a the end b</p><!-- the ending -->c"
    assert words(drafted(html, [strip("tail", after("the end"), "r")])) == "a the end b c"
    assert words(drafted(html, [strip("tail", after("nowhere"), "r")])) == "a the end b c"
    assert words(drafted(html, [strip("tail", after("the ending"), "r")])) == "a the end b"


def test_after_a_place_that_is_gone_nothing_more_goes() -> None:
    rules = [strip("ad", css(".ad"), "r"), strip("tail", after(css("#end")), "r")]
    draft = drafted("<p>a</p><div class=ad><p id=end>x</p></div><p>b</p>", rules)
    assert words(draft) == "a b"
    assert draft.counts == {"tern:ad": 1}


# ------------------------------------------------------------- map: matter


@pytest.mark.parametrize("blank", [None, "", ()])
def test_the_first_key_that_is_not_blank_is_taken(blank: Any) -> None:
    rule = take("t", key("a", "b", "c"), "r", to="title")
    draft = drafted("", maps=[rule], matter={"a": blank, "b": "Rain", "c": "Wind"})
    assert values(draft, "title") == ["Rain"]
    assert draft.offers["title"][0].origin == Origin(kind="matter", where="b", rule="tern:t")
    assert draft.used_keys == {"b": "Rain"}


def test_zero_and_false_are_values() -> None:
    rules = [take(name, key(name), "r", to=f"extra.{name}") for name in ("n", "f")]
    draft = drafted("", maps=rules, matter={"n": 0, "f": False})
    assert (values(draft, "extra.n"), values(draft, "extra.f")) == ([0], [False])


def test_a_key_whose_value_its_pattern_does_not_know_leaves_it_to_the_next() -> None:
    rule = take("t", key("a", "b", "c"), "r", pattern=r"^(?P<authors>.+) on (?P<agency>\w+)$")
    matter = {"a": "nobody", "b": "Ida Berg on Nordwire", "c": "Bo Ek on Gull"}
    draft = drafted("", maps=[rule], matter=matter)
    assert [author.name for (author,) in values(draft, "authors")] == ["Ida Berg"]
    assert values(draft, "agency") == ["Nordwire"]
    assert draft.used_keys == {"b": "Ida Berg on Nordwire"}


def test_a_value_that_comes_to_nothing_leaves_it_to_the_next_key() -> None:
    rule = take("d", key("a", "b"), "r", to="published")
    draft = drafted("", maps=[rule], matter={"a": "some day", "b": "2021-07-22T10:00:00Z"})
    assert len(values(draft, "published")) == 1
    assert set(draft.used_keys) == {"b"}
    rule = take("d", key("a", "b"), "r", to="published", pattern="day (?P<value>.+)")
    draft = drafted("", maps=[rule], matter={"a": "day x", "b": "day 2021-07-22T10:00:00Z"})
    assert set(draft.used_keys) == {"b"}


def test_a_pattern_sees_the_beginning_of_a_value() -> None:
    rule = take("n", key("n"), "r", to="extra.n", pattern="x+$")
    (value,) = values(drafted("", maps=[rule], matter={"n": "x" * 5000}), "extra.n")
    assert len(value) == 4096
    rule = take("n", key("n"), "r", to="extra.n", pattern=r"^\d")
    assert values(drafted("", maps=[rule], matter={"n": 2021}), "extra.n") == ["2"]


def test_constants_hold_without_front_matter() -> None:
    rule = take("c", constant("Gull Wire"), "r", to="agency")
    assert values(drafted("", maps=[rule]), "agency") == ["Gull Wire"]


# ----------------------------------------------------------- map: elements


def test_each_map_rule_has_its_turn_and_passes_over_what_is_gone() -> None:
    rules = [
        take("none", css(".nothing"), "r", to="title"),
        take("place", css("p b"), "r", to="place"),
    ]
    html = "<p class=ad><b>x</b></p><p><b>Oslo</b></p><p><b>Bergen</b></p>"
    draft = drafted(html, [strip("ad", css(".ad"), "r")], rules)
    assert values(draft, "place") == ["Oslo"]
    assert draft.offers["place"][0].origin == Origin(kind="element", where="p b", rule="tern:place")
    assert draft.counts == {"tern:ad": 1, "tern:place": 1}


@pytest.mark.parametrize(
    ("html", "value"),
    [
        ("<p>Rain \n fell</p>", "Rain fell"),
        ("<p>Rain <b>fell</b> \n today</p>", "Rain fell today"),
        ("<p><b>Rain</b> fell</p>", "Rain fell"),
        ("<p>Rain<!-- hidden --></p>", "Rain"),
        ("<p>Rain <i class=ad>x</i></p>", "Rain"),
        ("<p><!-- hidden --></p><p>Rain</p>", "Rain"),
        ("<p></p><p>Rain</p>", "Rain"),
        ("<p> </p><p>Rain</p>", "Rain"),
    ],
)
def test_the_value_of_an_element_is_the_text_a_reader_sees(html: str, value: str) -> None:
    rule = take("t", css("p"), "r", to="title")
    draft = drafted(html, [strip("ad", css(".ad"), "r")], [rule])
    assert values(draft, "title") == [value]
    assert draft.counts["tern:t"] == 1


def test_an_attribute_that_is_empty_or_missing_leaves_it_to_the_next_element() -> None:
    rule = take("t", css("a", attribute="title"), "r", to="title")
    draft = drafted("<a>x</a><a title>y</a><a title='Rain'>z</a>", maps=[rule])
    assert values(draft, "title") == ["Rain"]
    assert draft.offers["title"][0].origin.where == "a@title"


def test_an_element_its_pattern_does_not_know_leaves_it_to_the_next() -> None:
    rule = take("t", css("p"), "r", to="place", pattern="^In (?P<value>.+)$", consume=True)
    draft = drafted("<p>a</p><p>In Oslo</p><p>In Bergen</p>", maps=[rule])
    assert values(draft, "place") == ["Oslo"]
    assert words(draft) == "a In Bergen"


def test_a_pattern_sees_the_beginning_of_an_element() -> None:
    rule = take("t", css("p"), "r", to="extra.n", pattern="x+$")
    (value,) = values(drafted(f"<p>{'x' * 5000}</p>", maps=[rule]), "extra.n")
    assert len(value) == 4096


def test_what_is_consumed_is_marked_counted_and_written_down() -> None:
    rule = take("by", css(".by"), "r", to="authors", consume=True)
    draft = drafted("<p class=by>Ida Berg</p><p>a</p>", maps=[rule])
    assert words(draft) == "a"
    assert set(draft.marks.values()) == {"tern:by"}
    assert draft.counts == {"tern:by": 1}
    assert draft.ledger is not None
    assert draft.ledger.fields == {"tern:by": ("authors",)}


def test_of_several_fields_those_with_a_value_are_written_down() -> None:
    pattern = "^(?P<published>.+), (?P<place>.+)$"
    rule = take("d", css("p"), "r", pattern=pattern, consume=True)
    draft = drafted("<p>some day, Oslo</p>", maps=[rule])
    assert draft.ledger is not None
    assert draft.ledger.fields == {"tern:d": ("place",)}


def test_what_gives_no_value_is_consumed_only_where_the_rule_says_so() -> None:
    html = "<p>some day</p><p>2021-07-22T10:00:00Z</p>"
    draft = drafted(html, maps=[take("d", css("p"), "r", to="published")])
    assert len(values(draft, "published")) == 1
    assert draft.counts == {"tern:d": 1}
    draft = drafted(html, maps=[take("d", css("p"), "r", to="published", consume=True)])
    assert values(draft, "published") == []
    assert words(draft) == "2021-07-22T10:00:00Z"
    assert draft.ledger is not None
    assert draft.ledger.fields == {"tern:d": ("published",)}


def test_of_pages_the_head_is_looked_at_too() -> None:
    html = '<html><head><meta name=t content="Rain"></head><body><p>a</p></body></html>'
    rule = take("t", css("meta[name=t]", attribute="content"), "r", to="title")
    assert values(drafted(html, maps=[rule], shape="page"), "title") == ["Rain"]


# ---------------------------------------------------------------------- converters


def test_a_converter_that_raises_is_reported_and_gives_nothing() -> None:
    def loud(value: Any, _: Context) -> Any:
        raise KeyError(value)

    rule = take("t", css("p"), "r", to="title", convert="loud")
    draft = drafted("<p>Rain</p>", maps=[rule], loud=loud)
    assert draft.offers == {}
    assert draft.counts == {}
    (problem,) = draft.problems
    assert (problem.code, problem.message, problem.where) == (
        "plugin-failed",
        "a converter raised KeyError('Rain')",
        "tern:t",
    )


def test_an_assumption_is_noted_with_the_value_it_was_made_for() -> None:
    def unsure(value: Any, context: Context) -> Any:
        context.note = f"{value} assumed"
        return value if value != "x" else None

    rules = [
        take("a", css("b"), "r", to="title", convert="unsure"),
        take("b", css("i"), "r", to="place"),
    ]
    draft = drafted("<b>Rain</b><i>Oslo</i>", maps=rules, unsure=unsure)
    assert draft.offers["title"][0].origin == Origin(
        kind="element", where="b", rule="tern:a", note="Rain assumed"
    )
    assert draft.offers["place"][0].origin.note is None
    draft = drafted("<b>x</b><i>Oslo</i>", maps=rules, unsure=unsure)
    assert "title" not in draft.offers
    assert draft.offers["place"][0].origin.note is None


@pytest.mark.parametrize("nothing", [None, ()])
def test_nothing_is_no_value(nothing: Any) -> None:
    rule = take("t", key("k"), "r", to="keywords", convert="none")
    draft = drafted("", maps=[rule], matter={"k": "x"}, none=lambda *_: nothing)
    assert draft.offers == {}
    assert draft.used_keys == {}
