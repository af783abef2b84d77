"""The Brindle Bay Gazette and The Brindle Bay Evening: two papers that do not exist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsparse.converters import Context, Converter
from newsparse.hookspecs import hookimpl
from newsparse.rules import after, css, key, strip, take, text
from newsparse.source import Source, domain, site

SECTIONS = {"HBR": "Harbour", "TWN": "Town", "WTH": "Weather"}


def section_names(value: Any, _: Context) -> tuple[str, ...] | None:
    """Return the names of sections that the papers write as codes: ``TWN/WTH``."""
    if not isinstance(value, str):
        return None
    return tuple(SECTIONS.get(code, code) for code in value.split("/") if code) or None


@hookimpl
def newsparse_converters() -> Mapping[str, Converter]:
    """Rules refer to the converter by this name."""
    return {"brindle-sections": section_names}


GROUP = Source(
    id="brindle-group",
    title="The papers of Brindle Bay",
    story=("div.bb-text",),
    strip=(
        strip(
            "letter",
            css("div.bb-letter"),
            "asks for the reader's address",
            example='<div class="bb-letter">Our letter comes before the milk.</div>',
        ),
        strip(
            "more",
            after(css("h4.bb-more")),
            "links to other stories",
            example='<h4 class="bb-more">More from the bay</h4>',
        ),
    ),
    map=(
        take(
            "byline",
            css("p.bb-by"),
            "who wrote it",
            to="authors",
            pattern=r"^By (?P<value>.+)",
            consume=True,
            example='<p class="bb-by">By Nell Harrow</p>',
        ),
        take(
            "section",
            css("[data-section]", attribute="data-section"),
            "the section, as a code",
            to="categories",
            convert="brindle-sections",
            example='<article data-section="HBR">',
        ),
    ),
)

GAZETTE = Source(
    id="brindle-gazette",
    title="The Brindle Bay Gazette",
    matches=(site("The Brindle Bay Gazette"), domain("gazette.brindle.example")),
    inherits=("brindle-group",),
    language="en",
    zone="Europe/Dublin",
    strip=(
        strip(
            "tides",
            text(r"^High water today at \d\d:\d\d and \d\d:\d\d\.$", scope="ending"),
            "the tide table under every story",
            example="High water today at 04:10 and 16:35.",
        ),
    ),
    map=(take("reads", key("reads"), "how often the story was read", to="extra.reads"),),
)

EVENING = Source(
    id="brindle-evening",
    title="The Brindle Bay Evening",
    matches=(domain("evening.brindle.example"),),
    inherits=("brindle-group",),
    without=("letter",),
    language="en",
    zone="Europe/Dublin",
    map=(
        take(
            "byline",
            text(r"^Words: (?P<authors>[^\n]{2,80})$", scope="opening"),
            "the Evening writes it into the story",
            consume=True,
            example="Words: Nell Harrow",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    """Return the family and the two papers."""
    return [GROUP, GAZETTE, EVENING]
