"""Sources made ready: what is inherited from whom, which rules held when, what rules become."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from newsparse.compiled import LONG, SHORT, CompiledSource, TextRule
from newsparse.compiler import compile_source, line_of, needed_word
from newsparse.converters import CONVERTERS
from newsparse.errors import RuleError
from newsparse.origin import Origin
from newsparse.pattern_facts import NO_END
from newsparse.rules import after, between, constant, css, key, strip, take, text
from newsparse.source import Source, Version, domain, site


def source(id: str, **more: Any) -> Source:
    return Source(id=id, title=id.title(), **more)


def compiled(
    own: Source, *others: Source, day: dt.date | None = None, **more: Any
) -> CompiledSource:
    sources = {each.id: each for each in (own, *others)}
    return compile_source(own, "test", sources, more, day=day)


def line(own: Source, *others: Source, last: str = "generic") -> list[str]:
    return [each.id for each in line_of(own, {each.id: each for each in others}, last)]


# ------------------------------------------------------------------ inheritance


def test_the_nearest_is_first_and_the_last_is_last() -> None:
    first = source("first", inherits=["old"])
    second = source("second", inherits=["old", "older"])
    others = (first, second, source("old"), source("older"), source("generic"))
    own = source("own", inherits=["first", "second"])
    assert line(own, *others) == ["own", "first", "second", "old", "older", "generic"]


def test_what_is_inherited_twice_counts_once_and_the_others_follow() -> None:
    own = source("own", inherits=["a", "b"])
    others = (source("a", inherits=["b"]), source("b"), source("c"))
    assert line(own, *others) == ["own", "a", "b"]
    own = source("own", inherits=["a", "a", "c"])
    assert line(own, *others) == ["own", "a", "c", "b"]


def test_a_source_need_not_be_among_the_others() -> None:
    assert line(source("own")) == ["own"]
    assert line(source("own"), source("own", inherits=["nobody"])) == ["own"]


def test_what_the_last_one_inherits_comes_with_it() -> None:
    generic = source("generic", inherits=["base"])
    assert line(source("own"), generic, source("base")) == ["own", "generic", "base"]
    assert line(source("own", inherits=["base"]), generic, source("base")) == [
        "own",
        "base",
        "generic",
    ]
    assert line(source("own", inherits=["generic"]), generic, source("base")) == [
        "own",
        "generic",
        "base",
    ]


def test_a_verbatim_source_stands_alone() -> None:
    assert line(source("own", verbatim=True), source("generic")) == ["own"]


def test_a_missing_parent_is_named_with_the_one_that_asked_for_it() -> None:
    with pytest.raises(RuleError) as error:
        line(source("own", inherits=["nobody"]))
    assert str(error.value) == "source 'own' inherits from 'nobody', which is not there"
    with pytest.raises(RuleError) as error:
        line(source("own", inherits=["a"]), source("a", inherits=["nobody"]))
    assert str(error.value) == "source 'a' inherits from 'nobody', which is not there"


def test_a_circle_is_named() -> None:
    with pytest.raises(RuleError) as error:
        line(source("own", inherits=["a"]), source("a", inherits=["own"]))
    assert str(error.value) == "source 'own' inherits from itself through 'a'"


def test_rules_of_the_nearest_come_first_and_replace_those_of_their_id() -> None:
    own = source(
        "own",
        inherits=["family"],
        strip=[strip("ad", css(".own"), "own adverts")],
        map=[take("title", key("headline"), "own title", to="title")],
    )
    family = source(
        "family",
        strip=[strip("ad", css(".family"), "adverts"), strip("box", css(".box"), "boxes")],
        map=[
            take("title", key("title"), "title", to="title"),
            take("url", key("link"), "address", to="url"),
        ],
    )
    generic = source(
        "generic",
        strip=[strip("ad", css(".all"), "all adverts")],
        map=[take("title", key("name"), "any title", to="title")],
    )
    made = compiled(own, family, generic)
    assert [(rule.id, rule.selector) for rule in made.strips] == [
        ("own:ad", ".own"),
        ("family:box", ".box"),
        ("generic:ad", ".all"),
    ]
    assert [rule.names for rule in made.key_maps] == [("headline",), ("link",), ("name",)]
    assert made.keys == {"headline", "link", "name"}
    assert made.reasons == {
        "own:ad": "own adverts",
        "family:box": "boxes",
        "generic:ad": "all adverts",
        "own:title": "own title",
        "family:url": "address",
        "generic:title": "any title",
    }
    assert made.plugin == "test"


def test_without_leaves_out_what_is_inherited_not_what_is_its_own() -> None:
    rules: dict[str, Any] = {
        "strip": [strip("ad", css(".ad"), "adverts")],
        "map": [take("url", key("link"), "address", to="url")],
    }
    own = source("own", inherits=["family"], without=["ad", "url"], **rules)
    made = compiled(own, source("family", **rules), source("generic", **rules))
    assert set(made.reasons) == {"own:ad", "own:url"}


def test_language_zone_and_places_come_from_the_line() -> None:
    own = source(
        "own",
        inherits=["family"],
        matches=[site("The Tern"), site("Tern Daily"), domain("tern.example")],
        captions=["p.cap"],
        story=["div.own"],
    )
    family = source(
        "family", language="fr", zone="Europe/Paris", captions=["p.cap", "i"], credits=["b > em"]
    )
    generic = source("generic", language="en", zone="UTC", story=["div.own", "main"])
    made = compiled(own, family, generic)
    assert (made.language, made.zone) == ("fr", "Europe/Paris")
    assert made.sites == {"The Tern", "Tern Daily"}
    assert made.captions == [("p.cap", "cap"), ("i", None)]
    assert made.credits == [("b > em", None)]
    assert made.story == [("div.own", "own"), ("main", None)]
    assert compiled(source("own")).language is None


@pytest.mark.parametrize(
    ("selector", "word"),
    [
        ("div.story", "story"),
        ("div.wide p.caption", "caption"),
        ("div.wide > p.caption", "caption"),
        ("ul.pictures>li+li.caption", "caption"),
        ("div.wide p", None),
        ("figure", None),
        ('[itemprop="caption"]', "caption"),
        ('[data-a="one two"]', "one"),
        ('div.wide [itemprop="caption"]', None),
        ('div[role="main"] p.caption', None),
    ],
)
def test_captions_need_the_word_of_the_element_itself(selector: str, word: str | None) -> None:
    assert compiled(source("own", captions=[selector])).captions == [(selector, word)]


@pytest.mark.parametrize(
    ("selector", "word"),
    [
        ("div.wide p.caption", "caption"),
        ("p.abc.defg", "defg"),
        ("p.zz", None),
        ("p.story, p.text", None),
        ("p.story:first-child", None),
        ("p:not(.story)", None),
        (r"p.sto\72 y", None),
        ("a[href='gull']", "gull"),
        ("a[href=gull]", "gull"),
    ],
)
def test_the_word_without_which_a_selector_finds_nothing(selector: str, word: str | None) -> None:
    assert needed_word(selector) == word
    assert [each.needs for each in compiled(
        source("own", strip=[strip("s", css(selector), "r")])
    ).strips] == [word]  # fmt: skip
    (rule,) = compiled(source("own", map=[take("t", css(selector), "r", to="title")])).element_maps
    assert rule.needs == word


# --------------------------------------------------------------------- versions


VERSIONED = source(
    "own",
    inherits=["family"],
    strip=[strip("ad", css(".new"), "new"), strip("box", css(".box"), "boxes")],
    map=[
        take("title", key("new"), "new", to="title"),
        take("url", key("link"), "address", to="url"),
    ],
    without=["never"],
    versions=[
        Version(
            until=dt.date(2015, 1, 1),
            strip=[strip("ad", css(".middle"), "middle")],
            without=["url", "tail"],
        ),
        Version(
            until=dt.date(2010, 1, 1),
            map=[take("title", key("old"), "old", to="title")],
            without=["box"],
        ),
    ],
)
FAMILY = source(
    "family",
    strip=[strip("tail", css(".tail"), "tail"), strip("never", css(".never"), "never")],
)


@pytest.mark.parametrize(
    ("day", "reasons"),
    [
        (None, ["new", "boxes", "tail", "new", "address"]),
        (dt.date(2020, 1, 1), ["new", "boxes", "tail", "new", "address"]),
        (dt.date(2015, 1, 1), ["new", "boxes", "tail", "new", "address"]),
        (dt.date(2014, 12, 31), ["middle", "boxes", "new"]),
        (dt.date(2010, 1, 1), ["middle", "boxes", "new"]),
        (dt.date(2009, 12, 31), ["new", "tail", "old", "address"]),
        (dt.date(1990, 1, 1), ["new", "tail", "old", "address"]),
    ],
)
def test_a_version_holds_until_its_day(day: dt.date | None, reasons: list[str]) -> None:
    assert list(compiled(VERSIONED, FAMILY, day=day).reasons.values()) == reasons


# ------------------------------------------------------------- what rules become


def test_reports_are_kept_for_the_rules_that_have_one() -> None:
    rules = [strip("pay", css(".pay"), "a wall", reports="paywalled"), strip("ad", css("b"), "r")]
    assert compiled(source("own", strip=rules)).reports == {"own:pay": "paywalled"}


def test_strip_rules_are_sorted_by_their_place() -> None:
    made = compiled(
        source(
            "own",
            strip=[
                strip("b", between("s", "e"), "r"),
                strip("c", after(css("#tail-end")), "r"),
                strip("d", after("tail"), "r"),
            ],
        )
    )
    assert made.betweens == [("own:b", between("s", "e"))]
    assert made.afters == [("own:c", "#tail-end", None), ("own:d", None, "tail")]
    assert not made.strips
    assert not made.text_strips


def find(pattern: str, *, match: bool = False) -> Any:
    made = re.compile(pattern, re.DOTALL)
    return made.match if match else made.search


def test_what_a_text_rule_becomes() -> None:
    made = compiled(
        source(
            "own",
            strip=[
                strip("ad", text("^Buy.{0,9}!$", scope="ending"), "r"),
                strip("tail", after(text("More:")), "r"),
            ],
            map=[take("by", text("By (?P<authors>.+)"), "r", consume=True)],
        )
    )
    assert made.text_strips == [
        TextRule(
            id="own:ad",
            find=find("^Buy.{0,9}!$", match=True),
            needs=("Buy",),
            longest=13,
            tail=None,
            first=frozenset("B"),
            last="!",
            near=False,
            scope="ending",
            groups=(),
            cut=True,
            to_end=False,
        ),
        TextRule(
            id="own:tail",
            find=find("More:"),
            needs=("More:",),
            longest=NO_END,
            tail=None,
            first=frozenset(),
            last="",
            near=False,
            scope="anywhere",
            groups=(),
            cut=True,
            to_end=True,
        ),
    ]
    (rule,) = made.text_maps
    assert (rule.id, rule.cut, rule.to_end) == ("own:by", True, False)
    assert [(group.name, group.field) for group in rule.groups] == [("authors", "authors")]


@pytest.mark.parametrize(
    ("pattern", "longest", "tail", "near"),
    [
        ("Gull", NO_END, None, False),
        ("^Gull", NO_END, None, True),
        ("Gull$", NO_END, 4, True),
        ("^Gull$", 4, None, False),
        ("^Gull.*$", LONG, None, False),
        ("Gull.*$", NO_END, LONG, False),
        ("Gull.{0,1996}$", NO_END, LONG, False),
        ("Gull.{0,1995}$", NO_END, LONG - 1, True),
        ("(?:Auk|Gull|Swan|Tern)", NO_END, None, False),
        ("(?:Auk|Gull|Jay|Swan|Tern)", NO_END, None, True),
    ],
)
def test_how_far_a_text_rule_looks(
    pattern: str, longest: int, tail: int | None, near: bool
) -> None:
    (rule,) = compiled(source("own", strip=[strip("s", text(pattern), "r")])).text_strips
    assert (rule.longest, rule.tail, rule.near) == (longest, tail, near)


def test_words_that_rules_for_short_blocks_need() -> None:
    def words(*patterns: str) -> Any:
        rules = [strip(f"s{n}", text(p), "r") for n, p in enumerate(patterns)]
        return compiled(source("own", strip=rules)).short_words

    search = words("^Gulls$", "^Gull.$", "^T.ern$", "Auk", f"^Jay.{{{SHORT}}}$")
    found = {each for each in ("Gull", "a Gulls", "Te", "ern", "Auk", "Jay") if search(each)}
    assert found == {"Gull", "a Gulls", "ern"}
    assert words("Gull") is None
    assert words("^Gull$", r"^\d\d$") is None
    assert words("^Gull$", r"^\d\d") is not None
    assert words(f"^J.{{{SHORT - 1}}}$")("J")
    assert not words("^a[.]b$")("axb")


def test_each_kind_of_map_rule_says_where_its_value_came_from() -> None:
    made = compiled(
        source(
            "own",
            map=[
                take("m", key("by", "author"), "r", to="authors"),
                take("e", css("p.by"), "r", to="authors"),
                take("a", css("img", attribute="src", every=True), "r", to="cover", consume=True),
                take("t", text("^By (?P<authors>.+)", scope="opening"), "r"),
                take("x", text("x", scope="ending"), "r", to="title"),
                take("c", constant("Gull Wire"), "r", to="agency"),
            ],
        )
    )
    (matter,) = made.key_maps
    assert {name: group[0].origin for name, group in matter.groups.items()} == {
        "by": Origin(kind="matter", where="by", rule="own:m"),
        "author": Origin(kind="matter", where="author", rule="own:m"),
    }
    element, attribute = made.element_maps
    assert element.groups[0].origin == Origin(kind="element", where="p.by", rule="own:e")
    assert (element.id, element.attribute, element.every, element.consume) == (
        "own:e", None, False, False,
    )  # fmt: skip
    assert attribute.groups[0].origin == Origin(kind="element", where="img@src", rule="own:a")
    assert (attribute.id, attribute.attribute, attribute.every, attribute.consume) == (
        "own:a", "src", True, True,
    )  # fmt: skip
    assert [rule.groups[0].origin for rule in made.text_maps] == [
        Origin(kind="pattern", where="opening of the story", rule="own:t"),
        Origin(kind="pattern", where="end of the story", rule="own:x"),
    ]
    ((group, value),) = made.constants
    assert group.origin == Origin(kind="constant", where="own:c", rule="own:c")
    assert (group.field, value) == ("agency", "Gull Wire")


@pytest.mark.parametrize("place", [key("k"), css("p")])
@pytest.mark.parametrize(
    ("to", "pattern", "groups"),
    [
        ("title", None, [(None, "title")]),
        ("title", "a.b", [(None, "title")]),
        ("title", "a(?P<value>.)b", [("value", "title")]),
        (
            None,
            "(?P<title>.)-(?P<extra_votes>.)",
            [("title", "title"), ("extra_votes", "extra.votes")],
        ),
        (None, "(?P<title>.)-(?P<value>.)", [("title", "title")]),
    ],
)
def test_groups_of_a_pattern(place: Any, to: Any, pattern: Any, groups: Any) -> None:
    made = compiled(source("own", map=[take("m", place, "r", to=to, pattern=pattern)]))
    rule: Any = made.key_maps[0] if made.key_maps else made.element_maps[0]
    found = rule.groups["k"] if made.key_maps else rule.groups
    assert [(group.name, group.field) for group in found] == groups
    assert rule.pattern == (pattern and re.compile(pattern, re.DOTALL))


def test_text_rules_of_a_map_see_their_groups() -> None:
    rules = [
        take("v", text("a(?P<value>.)b"), "r", to="title"),
        take("w", text("a.b"), "r", to="title"),
    ]
    made = compiled(source("own", map=rules))
    assert [rule.groups[0].name for rule in made.text_maps] == ["value", None]


def test_converters_are_the_field_s_or_the_rule_s() -> None:
    def loud(value: Any, _: Any) -> str:
        return str(value).upper()

    rules = [
        take("a", key("a"), "r", to="title"),
        take("b", key("b"), "r", to="extra.b"),
        take("c", key("c"), "r", to="title", convert="loud"),
        take("d", key("d"), "r", to="title", convert="list"),
    ]
    made = compiled(source("own", map=rules), loud=loud)
    assert [rule.groups[rule.names[0]][0].convert for rule in made.key_maps] == [
        CONVERTERS["text"],
        CONVERTERS["raw"],
        loud,
        CONVERTERS["list"],
    ]


def test_a_missing_converter_is_named_with_those_there_are() -> None:
    rule = take("a", key("a"), "r", to="title", convert="loud")
    with pytest.raises(RuleError) as error:
        compiled(source("own", map=[rule]))
    known = ", ".join(sorted(CONVERTERS))
    assert str(error.value) == f"rule own:a: no converter 'loud'; there are {known}"


@pytest.mark.parametrize(
    "rules",
    [
        {"strip": [strip("a", css("p["), "r")]},
        {"strip": [strip("a", after(css("p[")), "r")]},
        {"map": [take("a", css("p["), "r", to="title")]},
        {"captions": ["p["]},
    ],
)
def test_what_is_no_selector_is_refused(rules: dict[str, Any]) -> None:
    with pytest.raises(RuleError, match=re.escape("p[")):
        compiled(source("own", **rules))


def test_functions_run_in_the_order_of_the_line() -> None:
    def act(_: Any) -> None: ...

    def finish(article: Any, _: Any) -> Any:
        return article

    own = source("own", inherits=["family"], strip_with=act)
    family = source("family", strip_with=act, map_with=act, finish_with=finish)
    made = compiled(own, family)
    assert made.strip_functions == (("own", act), ("family", act))
    assert made.map_functions == (("family", act),)
    assert made.finish_functions == (("family", finish),)
