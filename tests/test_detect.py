"""Detection: which source a document is of, and what told it."""

from __future__ import annotations

import pytest

from newsparse import Parser, Source
from newsparse.hookspecs import hookimpl
from newsparse.source import Matcher, domain, marker, matter, meta, site


def parser(**sources: list[Matcher]) -> Parser:
    class Plugin:
        @hookimpl
        def newsparse_sources(self) -> list[Source]:
            return [Source(id=name, title=name, matches=given) for name, given in sources.items()]

    return Parser(plugins=(Plugin(),), entry_points=False)


@pytest.mark.parametrize(
    ("matcher", "document", "url"),
    [
        (site("The Gull"), "---\nauthor: The Gull\n---\nx", None),
        (site("The Gull"), "---\nauthor: The Gull - Front page\n---\nx", None),
        (site("The Gull"), "---\ncategories: [a, The Gull - Front page]\n---\nx", None),
        (matter("generator", "gull 2"), "---\ngenerator: gull 2\n---\nx", None),
        (domain("gull.example"), "<p>x", "https://www.gull.example:8080/a?b"),
        (domain("Gull.Example"), "---\nlink: http://gull.example/1\n---\nx", None),
        (domain("gull.example"), '<html><link rel=canonical href="//gull.example/1"><p>x', None),
        (
            domain("gull.example"),
            '<html><meta property=og:url content="https://gull.example"><p>x',
            None,
        ),
        (
            meta("og:site_name", "The Gull"),
            '<html><meta property="og:site_name" content="The Gull"><p>x',
            None,
        ),
        (
            domain("gull.example"),
            '<html><meta name="mobile-agent" content="format=html5;url=//m.gull.example/1"><p>x',
            None,
        ),
        (domain("gull.example"), "<!--https://gull.example/1?a=b--><html><p>x", None),
        (
            domain("gull.example"),
            "<!DOCTYPE html>\n<!-- saved from url=(0022)https://gull.example/1 -->\n<html><p>x",
            None,
        ),
        (site("The Gull"), "<html><title>Rain over Fair Haven | The Gull</title><p>x", None),
        (site("海鸥网"), "<html><title>大雨_要闻_海鸥网</title><p>x", None),
        (marker("gull-story"), '<div class="a gull-story">x</div>', None),
        (marker("gull-story"), "<div id=gull-story>x</div>", None),
    ],
)
def test_matchers(matcher: Matcher, document: str, url: str | None) -> None:
    assert parser(gull=[matcher]).explain(document, url=url).source == "gull"
    assert parser(other=[site("x")]).explain(document, url=url).source == "generic"


def test_the_more_special_wins() -> None:
    both = parser(gull=[domain("gull.example")], sport=[domain("sport.gull.example")])
    assert both.parse("<p>x", url="https://sport.gull.example/1").source == "sport"
    assert both.parse("<p>x", url="https://www.gull.example/1").source == "gull"
    mixed = parser(wire=[site("Wire")], gull=[domain("gull.example")])
    assert mixed.parse("---\nauthor: Wire\n---\nx", url="https://gull.example").source == "wire"


@pytest.mark.parametrize("heir_first", [True, False])
def test_a_source_that_inherits_wins_over_what_it_inherits_from(heir_first: bool) -> None:
    gull = Source(id="gull", title="G", matches=[meta("site", "Gull"), domain("gull.example")])
    family = Source(id="family", title="F", inherits=["gull"])
    mine = Source(id="mine", title="M", matches=[domain("gull.example")], inherits=["family"])

    class Plugin:
        @hookimpl
        def newsparse_sources(self) -> list[Source]:
            return [mine, family, gull] if heir_first else [gull, family, mine]

    both = Parser(plugins=(Plugin(),), entry_points=False)
    page = "<html><meta name=site content=Gull><p>x"
    assert both.explain(page, url="https://gull.example/1").source == "mine"
    assert both.explain("<p>x", url="https://gull.example/1").source == "mine"
    assert both.explain(page).source == "gull"


def test_a_host_is_not_a_part_of_a_word() -> None:
    assert parser(gull=[domain("gull.example")]).parse(
        "x", url="https://seagull.example"
    ).source == ("generic")


def test_comments_that_are_no_address_of_the_page() -> None:
    gull = parser(gull=[domain("gull.example")])
    for html in (
        "<!-- theme: https://gull.example/ --><html><p>x",
        "<html><!-- https://gull.example/ --><p>x",
        "<p>x</p><!-- https://gull.example/ -->",
    ):
        assert gull.parse(html).source == "generic"


def test_what_told_it_is_said() -> None:
    found = parser(gull=[domain("gull.example")]).explain("<p>x", url="https://a.gull.example/1")
    assert found.matched == "the URL is on gull.example"
    assert parser().explain("<p>x").matched == "no source claims it"


def test_a_name_too_long_for_a_host_is_of_no_source() -> None:
    # to look at each of its endings would not end
    page = f"<html><meta property=og:url content='//{'a.' * 1_000_000}gull.example'><p>x"
    source = parser(gull=[domain("gull.example")]).explain(page).source
    assert source == "generic"


def test_only_a_canonical_link_tells_the_site() -> None:
    known = parser(gull=[domain("gull.example")])
    page = '<html><link rel="{}" href="//gull.example/1"><h1 itemprop=headline>Rain</h1><p>x'
    assert known.explain(page.format("Canonical")).source == "gull"
    assert known.explain(page.format("alternate")).source == "generic"
    assert known.explain(page.format("canonical alternate")).source == "generic"


def test_a_meta_without_content_tells_nothing() -> None:
    known = parser(gull=[meta("generator", "")])
    assert known.explain('<html><meta name=generator content=""><p>x').source == "gull"
    assert known.explain("<html><meta name=generator><p>x").source == "generic"
