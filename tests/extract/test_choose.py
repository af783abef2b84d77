"""Which of several offers wins, and which never may."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from newsparse.article import FIELDS
from newsparse.choose import ChoiceContext, choose
from newsparse.confidence import CONFIDENCE, confidence
from newsparse.offer import Offer
from newsparse.origin import Origin
from newsparse.person import Person
from newsparse.site import Site, title_without_site

NOW = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
CONTEXT = ChoiceContext(url="https://www.daily-lantern.example/a", now=NOW)


def offer(field: str, value: Any, where: str, kind: Any = "meta", confidence: float = 0.0) -> Offer:
    rule = "source:rule" if confidence else f"page:{kind}"
    return Offer(field, value, Origin(kind=kind, where=where, rule=rule, confidence=confidence))


def day(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def people(*names: str) -> tuple[Person, ...]:
    return tuple(Person(name=name) for name in names)


def test_the_table_names_fields_and_probabilities_only() -> None:
    assert set(CONFIDENCE) <= set(FIELDS)
    assert all(0 < value < 1 for table in CONFIDENCE.values() for value in table.values())


def test_nothing_offered_nothing_chosen() -> None:
    assert choose([], CONTEXT) == {}


def test_a_rule_of_the_source_beats_all_that_agree() -> None:
    generic = [offer("title", "B", w) for w in ("headline", "og:title", "title")]
    ruled = offer("title", "A", "h1.t", "element", 1.0)
    assert choose([*generic, ruled], CONTEXT)["title"] is ruled


def test_the_better_place_wins_and_tells_its_confidence() -> None:
    found = choose(
        [
            offer("url", "https://a.example/1", "og:url"),
            offer("url", "https://a.example/2", "link canonical"),
        ],
        CONTEXT,
    )["url"]
    assert found.value == "https://a.example/2"
    assert found.origin.confidence == CONFIDENCE["url"]["link canonical"]


def test_an_unknown_place_is_trusted_a_little() -> None:
    assert 0 < confidence(offer("title", "x", "somewhere else")) < 0.6


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Lantern found | Daily Lantern", "Lantern found"),
        ("Lantern found - Daily Lantern", "Lantern found"),
        ("Daily Lantern: news - Lantern found", "Lantern found"),
        ("Daily Lantern | Lantern found in the mill", "Lantern found in the mill"),
        ("Lantern found – daily-lantern.example", "Lantern found"),
        ("Lantern found in the old mill | Local | Daily Lantern", "Lantern found in the old mill"),
        ("油灯在老磨坊里被发现了_新闻频道_网站", "油灯在老磨坊里被发现了"),
        ("油灯在老磨坊里被发现了-山城新闻网", "油灯在老磨坊里被发现了"),
        ("油灯在老磨坊-山城被发现了", "油灯在老磨坊-山城被发现了"),
        ("How to call snake_case_names", "How to call snake_case_names"),
        ("Mill - river - oil", "Mill - river - oil"),
        ("Lantern found - Lamps | The Valley", "Lantern found"),
        ("daily-lantern.example // » Ada Finch", "Ada Finch"),
        ("Lantern found", "Lantern found"),
        ("Daily Lantern", "Daily Lantern"),
        ("", ""),
    ],
)
def test_the_site_is_cut_off_titles(title: str, wanted: str) -> None:
    names = ["Daily Lantern", "Lamps | The Valley", "Ada Finch"]
    site = Site("https://www.daily-lantern.example/a", names)
    assert title_without_site(title, site) == wanted


def test_a_page_in_the_web_archive_is_of_its_own_site() -> None:
    stored = "https://web.archive.org/web/20140226054445/http://www.old-lamps.example/2013/08/07/a"
    assert title_without_site("Old Lamps » Blog » Lantern found", Site(stored, [])).endswith(
        "found"
    )
    assert Site(stored, []).is_site("Old Lamps")
    assert not Site(stored, []).is_site("archive")


def test_a_tail_goes_where_the_rest_is_a_headline_found_elsewhere() -> None:
    site = Site(None, [])
    assert title_without_site("Lantern - Great Mills", site, ["Lantern"]) == "Lantern"
    assert title_without_site("Great Mills - Lantern", site, ["Lantern"]) == "Lantern"


def test_the_name_of_the_site_alone_is_no_title_if_there_is_another() -> None:
    found = choose(
        [
            offer("publisher", "Daily Lantern", "og:site_name"),
            offer("title", "Daily Lantern", "og:title"),
            offer("title", "Found in the mill", "heading", "element"),
        ],
        CONTEXT,
    )
    assert found["title"].value == "Found in the mill"


@pytest.mark.parametrize(
    "name",
    [
        "Daily Lantern",
        "The Daily Lantern",
        "daily-lantern.example",
        "Editor",
        "Redaktion",
        "admin",
        "https://www.daily-lantern.example/ada",
        "ada@daily-lantern.example",
        "2024",
        "",
    ],
)
def test_sites_roles_and_addresses_are_no_authors(name: str) -> None:
    found = choose(
        [
            offer("publisher", "Daily Lantern", "story.publisher", "json-ld"),
            offer("authors", people(name), "story.author", "json-ld"),
        ],
        CONTEXT,
    )
    assert "authors" not in found


def test_the_people_stay_when_the_site_stands_beside_them() -> None:
    found = choose(
        [
            offer("publisher", "Daily Lantern", "story.publisher", "json-ld"),
            offer("authors", people("Ada Finch", "Daily Lantern"), "story.author", "json-ld"),
        ],
        CONTEXT,
    )
    assert found["authors"].value == people("Ada Finch")


def test_a_person_may_write_on_a_site_of_their_own_name() -> None:
    found = choose(
        [offer("authors", people("Ada Finch"), "author")],
        ChoiceContext(url="https://adafinch.example/notes"),
    )
    assert found["authors"].value == people("Ada Finch")


def test_places_that_agree_beat_a_better_one_alone() -> None:
    found = choose(
        [
            offer("authors", people("Ada Finch"), "story.author", "json-ld"),
            offer("authors", people("Bo Marten"), "author"),
            offer("authors", people("Bo Marten"), "byline", "element"),
        ],
        CONTEXT,
    )["authors"]
    assert found.value == people("Bo Marten")
    assert found.origin.confidence > CONFIDENCE["authors"]["author"]


@pytest.mark.parametrize("bad", ["1970-01-01T00:00", "0001-01-01", "2031-01-01T10:00"])
def test_impossible_dates_lose(bad: str) -> None:
    good = offer("published", day("2024-05-17"), "date in text", "element")
    found = choose([offer("published", day(bad), "story.datePublished", "json-ld"), good], CONTEXT)
    assert found["published"].value == good.value
    assert "published" not in choose([offer("published", day(bad), "date")], CONTEXT)


def test_without_a_now_no_date_is_in_the_future() -> None:
    late = offer("published", day("2031-01-01T10:00"), "date")
    assert choose([late], ChoiceContext())["published"].value == late.value


def test_the_time_of_day_is_kept_from_the_offer_that_has_it() -> None:
    found = choose(
        [
            offer("published", day("2024-05-17"), "story.datePublished", "json-ld"),
            offer("published", day("2024-05-17T08:30"), "article:published_time"),
        ],
        CONTEXT,
    )
    assert found["published"].value == day("2024-05-17T08:30")


def test_a_day_of_change_is_less_worth_in_running_text_than_at_the_headline() -> None:
    shown = offer("published", day("2024-03-01"), "updated date near headline", "element")
    told = offer("published", day("2024-02-01"), "updated date in text", "element")
    assert choose([told, shown], CONTEXT)["published"].value == shown.value


def test_a_change_before_publication_is_none() -> None:
    found = choose(
        [
            offer("published", day("2024-05-17T08:30"), "story.datePublished", "json-ld"),
            offer("modified", day("2024-05-16T08:30"), "story.dateModified", "json-ld"),
        ],
        CONTEXT,
    )
    assert "modified" not in found


def test_the_front_page_is_not_the_address_of_a_story() -> None:
    found = choose(
        [
            offer("url", "https://www.daily-lantern.example/", "link canonical"),
            offer("url", "https://www.daily-lantern.example/a", "document", "url"),
        ],
        CONTEXT,
    )
    assert found["url"].value == "https://www.daily-lantern.example/a"


def test_places_with_the_first_author_only_speak_for_the_whole_list() -> None:
    found = choose(
        [
            offer("authors", people("Ada Finch", "Bo Marten"), "story.author", "json-ld"),
            offer("authors", people("Ada Finch"), "author"),
            offer("authors", people("Ada Finch"), "twitter:label written by"),
        ],
        CONTEXT,
    )["authors"]
    assert found.value == people("Ada Finch", "Bo Marten")
    assert found.origin.where == "story.author"


def dates(*offers: tuple[str, str, str]) -> dt.datetime:
    """Return the day that is chosen of (moment, place, kind)."""
    found = [
        offer("published", dt.datetime.fromisoformat(moment), where, kind)
        for moment, where, kind in offers
    ]
    value: dt.datetime = choose(found, CONTEXT)["published"].value
    return value


def test_a_day_shown_to_readers_is_no_younger_than_the_story() -> None:
    declared = ("2024-05-20T10:00:00+00:00", "story.datePublished", "json-ld")
    shown = ("2023-01-05T00:00:00+00:00", "date near headline", "element")
    assert dates(declared, shown).date() == dt.date(2023, 1, 5)


@pytest.mark.parametrize(
    ("day", "where"),
    [
        ("2024-05-19", "date near headline"),
        ("2024-05-24", "date near headline"),
        ("2023-01-05", "updated date near headline"),
        ("2023-01-05", "date in text"),
    ],
)
def test_any_other_day_shown_does_not_beat_what_the_head_declares(day: str, where: str) -> None:
    declared = ("2024-05-20T10:00:00+00:00", "story.datePublished", "json-ld")
    assert dates(declared, (f"{day}T00:00:00+00:00", where, "element")).day == 20


@pytest.mark.parametrize(
    "told",
    [
        ("2024-05-21T00:30:00+02:00", "date", "meta"),
        ("2024-05-21T00:30:00+00:00", "date near headline", "element"),
    ],
)
def test_the_offset_of_the_site_is_taken_from_another_place(told: tuple[str, str, str]) -> None:
    found = dates(("2024-05-20T22:30:15+00:00", "story.datePublished", "json-ld"), told)
    assert found == dt.datetime(2024, 5, 20, 22, 30, 15, tzinfo=dt.UTC)
    assert found.utcoffset() == dt.timedelta(hours=2)


def test_a_clock_that_differs_by_no_offset_says_nothing_of_the_zone() -> None:
    declared = ("2024-05-20T22:30:00+00:00", "story.datePublished", "json-ld")
    found = dates(declared, ("2024-05-20T22:41:00+00:00", "date near headline", "element"))
    assert found.utcoffset() == dt.timedelta(0)


def test_properties_with_many_days_are_of_a_list() -> None:
    listed = [
        (f"2024-05-{day}T10:00:00+00:00", "itemprop datepublished", "microdata")
        for day in (20, 20, 20, 21, 22)
    ]
    assert dates(("2024-03-01T00:00:00+00:00", "date", "meta"), *listed).month == 3
    assert dates(*listed).day == 20


@pytest.mark.parametrize("declared", ["Ada", "ada-finch", "Paper Redaktion", "Mills", "Mill Group"])
def test_a_byline_beats_a_login_half_a_name_and_a_house(declared: str) -> None:
    found = choose(
        [
            offer("authors", people(declared), "author"),
            offer("authors", people("Ada Finch"), "byline", "element"),
        ],
        ChoiceContext(url="https://mills.example/a", site_names=("Mills",)),
    )
    assert found["authors"].value == people("Ada Finch")


def test_a_house_may_sign_where_nobody_else_does() -> None:
    found = choose([offer("authors", people("Paper Redaktion"), "author")], CONTEXT)
    assert found["authors"].value == people("Paper Redaktion")
