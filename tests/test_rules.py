"""Rules: what they accept, what they remove and map, and what is said about it."""

from __future__ import annotations

from typing import Any

import pytest

from newsparse import Article, Parser
from newsparse.errors import RuleError
from newsparse.explanation import Explanation
from newsparse.hookspecs import hookimpl
from newsparse.rules import after, between, constant, css, key, strip, take, text
from newsparse.source import Source, domain, site

POST = """---
title: Rain over Fair Haven
author: The Gull
categories: [local, The Gull, front]
date: 2021-07-22 13:48
votes: 7
---
"""


class Plugin:
    def __init__(self, *sources: Source) -> None:
        self.sources = sources

    @hookimpl
    def newsparse_sources(self) -> tuple[Source, ...]:
        return self.sources


def explain(html: str, **source: Any) -> Explanation:
    gull = Source(id="gull", title="The Gull", matches=[site("The Gull")], **source)
    return Parser(plugins=(Plugin(gull),)).explain(POST + html)


def parse(html: str, **source: Any) -> Article:
    return explain(html, **source).article


def test_strip_by_selector_removes_every_match() -> None:
    article = parse(
        "<p>a</p><p class=ad>x</p><div><p class=ad>y</p>b</div>",
        strip=[strip("ad", css(".ad"), "adverts")],
    )
    assert article.body.text == "a\n\nb"


def test_strip_by_text_cuts_the_match_and_drops_empty_blocks() -> None:
    rules = [strip("by-line", text(r"^Buy .*$"), "adverts"), strip("end", text(r" ENDS$"), "mark")]
    article = parse("<p>Buy now</p><p>Rain <b>fell. ENDS</b></p>", strip=rules)
    assert article.body.markdown.strip() == "Rain **fell.**"


def test_strip_between_comments() -> None:
    html = "<p>a</p><!-- box --><p>x</p>y<!-- /box --><p>b</p><!-- box --><p>open"
    assert parse(html, strip=[strip("box", between("box", "/box"), "a box")]).body.text == (
        "a\n\nb\n\nopen"
    )


def test_strip_between_the_same_comment_reaches_from_the_first_to_the_last() -> None:
    html = "a<!-- qr --><p>x</p><!-- qr --><p>y</p><!-- qr -->b"
    assert parse(html, strip=[strip("qr", between("qr", "qr"), "codes")]).body.text == "a\n\nb"


def test_strip_between_keeps_elements_that_hold_the_end() -> None:
    html = "a<!-- s --><p>x</p><div>y<!-- e --><p>kept</p></div>b"
    assert parse(html, strip=[strip("s", between("s", "e"), "part")]).body.text == (
        "a\n\nkept\n\nb"
    )


@pytest.mark.parametrize("place", [css("#tail"), "tail", text(r"^More stories")])
def test_strip_after(place: Any) -> None:
    html = "<div><p>a</p><!-- tail --><div id=tail>More stories</div><ul><li>x</ul></div><p>y</p>"
    assert parse(html, strip=[strip("tail", after(place), "the tail")]).body.text == "a"


def test_map_from_matter_element_attribute_pattern_and_constant() -> None:
    article = parse(
        '<p class=by>By Ann Lee</p><meta id=m content="https://gull.example/1"><p>(London) a</p>',
        map=[
            take("by", css(".by"), "byline", to="authors", consume=True),
            take("url", css("#m", attribute="content"), "address", to="url"),
            take("place", text(r"^\((?P<place>\w+)\) "), "dateline", consume=True),
            take("agency", constant("Gull Wire"), "always", to="agency"),
            take("votes", key("votes"), "readers", to="extra.ups"),
        ],
    )
    assert [a.name for a in article.authors] == ["Ann Lee"]
    assert article.url == "https://gull.example/1"
    assert article.place == "London"
    assert article.agency == "Gull Wire"
    assert article.body.text == "a"
    assert article.extra["ups"] == 7


def test_what_is_not_consumed_stays() -> None:
    article = parse("<p>By Ann Lee</p>x", map=[take("by", text(r"^By (?P<authors>.+)$"), "byline")])
    assert article.body.text == "By Ann Lee\n\nx"
    assert [a.name for a in article.authors] == ["Ann Lee"]


def test_every_takes_all_and_otherwise_only_the_first() -> None:
    html = "<a rel=tag>rain</a><a rel=tag>wind</a><p>x</p>"
    one = take("tags", css("a[rel=tag]"), "tags", to="keywords", consume=True)
    every = take("tags", css("a[rel=tag]", every=True), "tags", to="keywords", consume=True)
    assert parse(html, map=[one]).keywords == ("rain",)
    assert parse(html, map=[every]).keywords == ("rain", "wind")
    assert parse(html, map=[every]).body.text == "x"


def test_every_takes_all_categories_in_their_order() -> None:
    html = "<nav><a>Sport</a><a>Rowing</a><a>Sport</a></nav><p>x</p>"
    rule = take("sections", css("nav a", every=True), "sections", to="categories")
    article = parse(html, map=[rule], without=["categories"])  # the front matter has some
    assert article.categories == ("Sport", "Rowing")


def test_a_pattern_that_does_not_match_leaves_the_element() -> None:
    rule = take(
        "ed", css(".e"), "editor", to="editors", pattern=r"Editor: (?P<value>.+)", consume=True
    )
    assert parse("<p class=e>nobody</p>", map=[rule]).body.text == "nobody"
    assert [e.name for e in parse("<p class=e>Editor: Bo Ek</p>x", map=[rule]).editors] == ["Bo Ek"]


def test_a_date_without_zone_takes_the_source_s_and_says_so() -> None:
    article = parse("x", zone="Asia/Shanghai")
    assert article.published is not None
    assert article.published.isoformat() == "2021-07-22T13:48:00+08:00"
    assert article.origins["published"].note == "time zone Asia/Shanghai assumed"
    assert "assumed" in str(article.origins["published"])


def test_explain_shows_rule_and_reason() -> None:
    found = explain("<p class=ad>x</p>a", strip=[strip("ad", css(".ad"), "adverts of the shop")])
    assert [(f.rule, f.text) for f in found.removed] == [("gull:ad", "x")]
    uses = {use.rule: use for use in found.rules}
    assert (uses["gull:ad"].count, uses["gull:ad"].reason) == (1, "adverts of the shop")
    assert uses["archive:title"].count == 1
    assert uses["archive:summary"].count == 0


def test_own_rules_come_before_inherited_ones_and_replace_those_of_the_same_id() -> None:
    family = Source(
        id="family",
        title="A family",
        zone="Europe/Paris",
        language="fr",
        strip=[strip("ad", css(".ad"), "adverts"), strip("box", css(".box"), "boxes")],
    )
    child = Source(
        id="child",
        title="A child",
        matches=[domain("child.example")],
        inherits=["family"],
        strip=[strip("ad", css(".advert"), "its own adverts")],
        without=["box"],
    )
    parser = Parser(plugins=(Plugin(child, family),))
    html = "<p class=ad>1<p class=advert>2<p class=box>3"
    found = parser.explain(html, url="https://www.child.example/x")
    assert found.source == "child"
    assert found.article.body.text == "1\n\n3"
    assert found.article.language == "fr"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: text("("), "no regular expression"),
        (lambda: text(" "), "not blank"),
        (lambda: css(""), "not blank"),
        (lambda: key(), "at least one"),
        (lambda: take("x", key("a"), "r"), "no field"),
        (lambda: take("x", key("a"), "r", to="headline"), "'headline' is no field"),
        (lambda: take("x", key("a"), "r", to="title", consume=True), "consumed"),
        (lambda: take("x", text("(?P<nothing>a)"), "r"), "names no field"),
        (lambda: take("x", text("(?P<title>a)"), "r", to="url"), "both"),
        (lambda: Source(id="x", title="X", zone="Mars/Olympus"), "no time zone"),
        (
            lambda: Source(
                id="x", title="X", strip=[strip("a", css("p"), "r"), strip("a", css("b"), "r")]
            ),
            "two rules",
        ),
    ],
)
def test_mistakes_are_found_when_rules_are_made(make: Any, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        make()


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ({"strip": [strip("a", css("p["), "r")]}, "no CSS selector"),
        ({"inherits": ["nobody"]}, "which is not there"),
        ({"inherits": ["gull"]}, "from itself"),
        ({"map": [take("a", key("a"), "r", to="title", convert="loud")]}, "no converter 'loud'"),
    ],
)
def test_a_source_that_cannot_work_is_reported_and_the_document_parsed(
    source: dict[str, Any], says: str
) -> None:
    article = parse("<p>still here</p>", **source)
    assert article.body.text == "still here"
    assert article.source == "generic"
    failures = [p for p in article.problems if p.code == "plugin-failed"]
    assert len(failures) == 1
    assert says in failures[0].message


def test_rules_that_all_sources_end_with_are_not_replaced_by_their_ids() -> None:
    rule = take("published", css("time"), "on pages", to="published")
    assert parse("<p>Rain fell.</p>", map=[rule]).published is not None
    assert parse("<p>Rain fell.</p>", map=[rule], without=["published"]).published is None
