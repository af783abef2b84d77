"""What a page tells about its article, place by place."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from newsparse.choose import ChoiceContext, choose
from newsparse.extract.metadata import PageMetadata, read_page
from newsparse.extract.metadata.state import find_state_story
from newsparse.offer import Offer

URL = "https://www.paper.example/2024/05/17/lantern"


def read(head: str = "", body: str = "", url: str | None = URL) -> PageMetadata:
    html = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    return read_page(LexborHTMLParser(html), html, url)


def values(page: PageMetadata, field: str) -> dict[str, Any]:
    return {offer.origin.where: offer.value for offer in page.offers if offer.field == field}


def chosen(head: str = "", body: str = "", url: str | None = URL) -> dict[str, Offer]:
    return choose(read(head, body, url).offers, ChoiceContext(url=url))


def names(found: dict[str, Offer]) -> list[str]:
    return [person.name for person in found["authors"].value] if "authors" in found else []


def ld(**data: Any) -> str:
    return (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | data)}</script>'
    )


def test_json_ld_fills_every_field() -> None:
    page = read(
        ld(
            headline="Lantern found in old mill",
            datePublished="2024-05-17T08:30:00+02:00",
            dateModified="2024-05-17T09:00:00+02:00",
            author=[{"@type": "Person", "name": "Ada Finch", "url": "https://paper.example/ada"}],
            publisher={"@type": "Organization", "name": "The Paper"},
            description="A lantern was found.",
            image={"url": "/i/lantern.jpg", "width": 1200, "height": "800px", "caption": "Lantern"},
            keywords="mills, lanterns",
            articleSection=["Local", "History"],
            inLanguage="en-GB",
            isAccessibleForFree="False",
            mainEntityOfPage={"@id": URL},
            articleBody="It was dark.",
        )
    )
    assert page.is_article_type is True
    assert page.article_body == "It was dark."
    assert values(page, "title")["story.headline"] == "Lantern found in old mill"
    published = values(page, "published")["story.datePublished"]
    assert published == dt.datetime(2024, 5, 17, 6, 30, tzinfo=dt.UTC)
    assert published.utcoffset() == dt.timedelta(hours=2)
    (person,) = values(page, "authors")["story.author"]
    assert (person.name, person.url) == ("Ada Finch", "https://paper.example/ada")
    assert values(page, "publisher")["story.publisher"] == "The Paper"
    assert values(page, "summary")["story.description"] == "A lantern was found."
    image = values(page, "cover")["story.image"]
    assert image.url == "https://www.paper.example/i/lantern.jpg"
    assert (image.width, image.height, image.alt) == (1200, 800, "Lantern")
    assert values(page, "keywords")["story.keywords"] == ("mills", "lanterns")
    assert values(page, "categories")["story.articleSection"] == ("Local", "History")
    assert values(page, "free_access")["story.isAccessibleForFree"] is False
    assert values(page, "url")["story.mainEntityOfPage"] == URL


def test_an_offer_says_where_it_came_from() -> None:
    offer = next(o for o in read(ld(headline="Lantern")).offers if o.field == "title")
    assert offer.origin.kind == "json-ld"
    assert offer.origin.rule == "page:json-ld"
    assert offer.origin.where == "story.headline"
    assert offer.origin.note == "NewsArticle"


@pytest.mark.parametrize(
    "thing",
    [
        "Ada Finch",
        ["Ada Finch"],
        {"name": "Ada Finch"},
        [{"@type": "Person", "name": ["Ada Finch"]}],
        {"name": ["Ada Finch", "Ada Finch"]},
        {"@type": "Person", "givenName": "Ada", "familyName": "Finch"},
    ],
)
def test_authors_come_in_many_shapes(thing: object) -> None:
    assert names(chosen(ld(headline="Lantern", author=thing))) == ["Ada Finch"]


@pytest.mark.parametrize("thing", [None, 7, {}, [], [None], [[]], {"name": None}, {"name": {}}, ""])
def test_broken_authors_are_nobody(thing: object) -> None:
    assert names(chosen(ld(headline="Lantern", author=thing, creator=thing))) == []


@pytest.mark.parametrize("key", ["headline", "datePublished", "author", "image", "keywords", "url"])
@pytest.mark.parametrize("thing", [None, 7, True, {}, [], [{}], [[["x"]]], {"@value": 3}, "\ud800"])
def test_values_of_a_wrong_type_do_no_harm(key: str, thing: object) -> None:
    read(ld(**{key: thing}))


def test_one_author_object_may_name_several() -> None:
    assert names(chosen(ld(author={"name": ["Ada Finch", "Bo Reed"]}))) == ["Ada Finch", "Bo Reed"]


@pytest.mark.parametrize(
    "head",
    [
        ld(author=[{"@type": "Organization", "name": "AFP"}, {"name": "Ada Finch"}]),
        ld(author={"@type": "Person", "name": "Ada Finch"}) + '<meta name=author content="AFP">',
    ],
)
def test_an_agency_is_no_author(head: str) -> None:
    found = chosen(head)
    assert found["agency"].value == "AFP"
    assert names(found) == ["Ada Finch"]


def test_an_agency_signs_where_nobody_else_does() -> None:
    found = chosen(ld(author={"@type": "Person", "name": "AFP"}))
    assert (found["agency"].value, names(found)) == ("AFP", ["AFP"])
    assert names(chosen(ld(author="AFP"), "<h1>Lantern</h1><p>By Ada Finch</p>")) == ["Ada Finch"]


def test_meta_of_many_dialects() -> None:
    page = read(
        '<meta property="og:title" content="Lantern | The Paper">'
        '<meta name="parsely-author" content="Ada Finch">'
        '<meta name="DC.date.issued" content="2024-05-17">'
        '<meta property="article:published_time" content="2024-05-17T06:30:00Z">'
        '<meta name="twitter:label1" content="Written by">'
        '<meta name="twitter:data1" content="Ada Finch">'
        '<meta property="article:tag" content="mills"><meta property="article:tag" content="light">'
        '<meta property="og:image" content="//img.example/l.jpg">'
        '<meta property="og:image:width" content="640">'
        '<meta property="article:content_tier" content="locked">'
        '<link rel="canonical" href="/lantern">'
    )
    assert values(page, "title")["og:title"] == "Lantern | The Paper"
    assert "parsely-author" in values(page, "authors")
    assert "twitter:label written by" in values(page, "authors")
    assert {"dc.date.issued", "article:published_time"} <= set(values(page, "published"))
    assert values(page, "keywords")["article:tag"] == ("mills", "light")
    cover = values(page, "cover")["og:image"]
    assert (cover.url, cover.width) == ("https://img.example/l.jpg", 640)
    assert values(page, "free_access")["article:content_tier"] is False
    assert values(page, "url")["link canonical"] == "https://www.paper.example/lantern"


def test_the_base_of_the_page_resolves_its_urls_and_nonsense_does_not() -> None:
    link = '<link rel="canonical" href="lantern">'
    good = read('<base href="https://other.example/a/">' + link)
    assert values(good, "url")["link canonical"] == "https://other.example/a/lantern"
    bad = read('<base href="javascript:alert(1)">' + link)
    assert values(bad, "url")["link canonical"] == "https://www.paper.example/2024/05/17/lantern"


def test_the_headline_is_the_heading_that_the_title_holds() -> None:
    page = read(
        "<title>Lantern found in old mill - The Paper</title>",
        "<h1>The Paper</h1><h1>Lantern found in old mill</h1><h1>More</h1>",
    )
    assert values(page, "title")["headline"] == "Lantern found in old mill"
    assert page.headline is not None
    assert page.headline.text() == "Lantern found in old mill"


def test_a_heading_of_one_part_of_the_page_is_not_its_headline() -> None:
    head = "<title>Lamps of the valley: oil, brass and wicks compared in one table</title>"
    body = "<h1>Brass</h1><p>a</p><h1>Wicks</h1><p>b</p>"
    assert chosen(head, body)["title"].value.startswith("Lamps of the valley")


def test_words_of_the_site_make_no_headline() -> None:
    told = "Lamps of the valley - Paper Mill Group"
    head = f'<meta property="og:title" content="{told}">' + ld(headline="Lamps of the valley")
    found = chosen(head, "<h1>Back to Paper Mill website</h1>")
    assert found["title"].value == "Lamps of the valley"


def test_a_second_rank_heading_is_the_headline_where_the_first_is_the_site() -> None:
    found = chosen(
        "<title>Lantern found in old mill | Paper</title>",
        "<h1>Paper</h1><article><h2>Lantern found in old mill</h2></article>",
    )
    assert found["title"].value == "Lantern found in old mill"


def test_a_kicker_in_the_heading_is_not_of_the_headline() -> None:
    found = chosen(
        '<meta property="og:title" content="Lantern found in old mill">',
        "<h1><span class=kicker>Local history</span> Lantern found in old mill</h1>",
    )
    assert found["title"].value == "Lantern found in old mill"


@pytest.mark.parametrize(
    ("told", "heading", "wanted"),
    [
        (
            "Local history - Lantern found in old mill",
            "<span class=overline>Local history</span>Lantern found in old mill",
            "Lantern found in old mill",
        ),
        (
            "Local history: Lantern found in old mill",
            "<span class=kicker>Local history</span> <span>Lantern found in old mill</span>",
            "Local history: Lantern found in old mill",
        ),
        (
            "Lantern found in old mill - Local history",
            "<span class=dachzeile>Local history</span>: Lantern found in old mill",
            "Lantern found in old mill",
        ),
        (
            "Lantern found in old mill",
            "Lantern found in old mill <small>A light goes on again</small>",
            "Lantern found in old mill",
        ),
    ],
)
def test_what_stands_in_the_heading_beside_the_headline(
    told: str, heading: str, wanted: str
) -> None:
    head = f'<title>{told} | Paper</title><meta property="og:title" content="{told}">'
    assert chosen(head, f"<h1>{heading}</h1>")["title"].value == wanted


@pytest.mark.parametrize("address", ["/", "https://www.paper.example", "//paper.example/index.php"])
def test_a_heading_that_links_home_names_the_site(address: str) -> None:
    found = chosen(
        "<title>Enlightened Millers - Lanterns of Old - The Valley</title>",
        f"<h1> <a href='{address}'>Lanterns of Old - The Valley</a></h1><p>Words</p>",
    )
    assert found["title"].value == "Enlightened Millers"
    assert found["publisher"].value == "Lanterns of Old - The Valley"
    logo = read("", f"<h1><a href='{address}'><img src=/logo.png alt=Paper></a></h1>")
    assert "publisher" not in {offer.field for offer in logo.offers}


def test_the_title_in_the_place_of_the_site_is_no_site() -> None:
    told = "How lanterns are lit: a guide for millers | Wick"
    head = f'<title>{told}</title><meta property="og:site_name" content="{told}">'
    found = chosen(head, "<h1>How lanterns are lit: a guide for millers</h1>")
    assert found["title"].value == "How lanterns are lit: a guide for millers"
    assert "publisher" not in found


def test_the_only_heading_beats_a_title_that_says_nothing_of_it() -> None:
    found = chosen("<title>Home</title>", "<h1>Lantern found in mill</h1>")
    assert found["title"].value == "Lantern found in mill"


def test_the_section_in_the_heading_is_no_headline() -> None:
    wanted = "Lantern found in the old mill"
    head = f"<title>News - Paper</title><meta property=og:title content='{wanted}'>"
    assert chosen(head, "<h1>News</h1>")["title"].value == wanted
    beside = f"<h1>News</h1><h2>{wanted}</h2>"
    assert values(read(head, beside), "title")["headline"] == wanted


def test_a_heading_in_the_navigation_is_a_copy() -> None:
    head = (
        "<title>Mill: lantern found</title>"
        "<meta property=og:title content='Lantern found in old mill'>"
    )
    body = "<nav><ol><li><h1>Mill: lantern found</h1></ol></nav><h2>Lantern found in old mill</h2>"
    assert chosen(head, body)["title"].value == "Lantern found in old mill"


def test_headings_beside_the_story_are_of_other_stories() -> None:
    head = "<meta property=og:title content='Where lanterns are found in the valley'>"
    body = (
        "<h1>Old mills, new light in the valley</h1><aside><h1>More lanterns in the valley</h1>"
        "</aside><h1><a href=/2024/05/16/owl>Where lanterns are found by night</a></h1>"
    )
    assert chosen(head, body)["title"].value == "Old mills, new light in the valley"


def test_small_words_do_not_make_a_heading_like_the_title() -> None:
    head = "<meta property=og:title content='Our guide to the lanterns in the valley for you'>"
    body = "<h1>Valley lanterns by name</h1><h1>Next in to our in to to</h1>"
    assert chosen(head, body)["title"].value == "Valley lanterns by name"


def test_readings_of_characters_are_not_of_the_headline() -> None:
    body = "<h1><ruby>灯<rt>ひ</rt></ruby>が見つかる、古い水車の中から</h1>"
    head = "<title>灯が見つかる、古い水車の中から</title>"
    assert chosen(head, body)["title"].value == "灯が見つかる、古い水車の中から"


def test_a_heading_that_is_declared_the_headline() -> None:
    head = "<title>Nine lanterns</title><meta property=og:title content='Nine lanterns'>"
    body = "<h1 itemprop=headline>My best Nine lanterns of the whole old valley</h1>"
    assert chosen(head, body)["title"].value == "My best Nine lanterns of the whole old valley"


@pytest.mark.parametrize(
    "heading",
    [
        "<span>Open valley</span><br><span>Lantern found in old mill</span>",
        "<span><small>Open valley</small> Lantern found in old mill</span>",
        "<span class=subtitle>Open valley</span> Lantern found in old mill",
    ],
)
def test_words_set_apart_before_what_is_told_to_be_the_headline(heading: str) -> None:
    head = "<title>Open valley - Lantern found in old mill</title>"
    head += ld(headline="Lantern found in old mill")
    assert chosen(head, f"<h1>{heading}</h1>")["title"].value == "Lantern found in old mill"


def test_a_headline_of_two_lines_stays_whole() -> None:
    wanted = "How mills of the valley are lit Lanterns, part two"
    head = "<title>Paper | Lanterns, part two</title>" + ld(headline=wanted)
    body = "<h1>How mills of the valley are lit <br>Lanterns, part two</h1>"
    assert chosen(head, body)["title"].value == wanted


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Why nobody had been there for years", "Why nobody had been there for years"),
        ("那座磨坊里找到一盏亮着的灯", "那座磨坊里找到一盏亮着的灯"),
        ("Old things", "Lantern found in mill"),
        ("要闻", "Lantern found in mill"),
    ],
)
def test_the_only_heading_of_a_page_is_its_headline_whatever_the_head_says(
    heading: str, wanted: str
) -> None:
    head = "<title>Lantern found in mill</title>" + ld(headline="Lantern found in mill")
    assert chosen(head, f"<h1>{heading}</h1><h2>Old things</h2>")["title"].value == wanted
    other = "<h1>Whom the valley remembers today</h1>"
    both = chosen(head, f"<h1>{heading}</h1>{other}")
    assert both["title"].value == "Lantern found in mill"


@pytest.mark.parametrize(
    ("slug", "wanted"),
    [
        ("how-to-light-a-lantern", "How to light a lantern"),
        ("lit-lanterns-for-your-mill", "Order your lantern today"),
        ("lantern", "Order your lantern today"),
        ("4711", "Order your lantern today"),
    ],
)
def test_the_address_tells_the_title_from_a_heading_that_is_like_it(slug: str, wanted: str) -> None:
    head = "<title>How to light a lantern</title>"
    found = chosen(head, "<h1>Order your lantern today</h1>", f"https://paper.example/{slug}.html")
    assert found["title"].value == wanted


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Lantern found in old mill – Paper", "Lantern found in old mill"),
        ("Lantern found in old mill - a photograph", "Lantern found in old mill - a photograph"),
        ("Lantern found in paper", "Lantern found in paper"),
    ],
)
def test_a_headline_ends_before_the_name_of_the_site(heading: str, wanted: str) -> None:
    head = f'<title>{heading}</title><meta property="og:site_name" content="Paper">'
    assert chosen(head, f"<h1>{heading}</h1>")["title"].value == wanted


@pytest.mark.parametrize(
    ("byline", "wanted"),
    [
        ("<p class=byline>By Ada Finch</p>", ["Ada Finch"]),
        ("<p>By <a href='/authors/ada'>Ada Finch</a></p>", ["Ada Finch"]),
        (
            "<p>By <a href='/a/ada'>Ada Finch</a> and <a href='/a/bo'>Bo Marten</a></p>",
            ["Ada Finch", "Bo Marten"],
        ),
        ("<div><span>Written by</span><span>Ada Finch</span></div>", ["Ada Finch"]),
        ("<span class=post-author>Ada Finch</span>", ["Ada Finch"]),
        ("<a rel=author href=/x>Ada Finch</a>", ["Ada Finch"]),
        ("<p>Von Ada Finch</p>", ["Ada Finch"]),
        ("<p>By Ada Finch | May 17, 2024</p>", ["Ada Finch"]),
        ("<div class=share-bar><p class=by-author>By Ada Finch</p></div>", ["Ada Finch"]),
        ("<p>Posted on May 17, 2024 by Ada Finch</p>", ["Ada Finch"]),
        ("<p>Erstellt von Ada Finch</p>", ["Ada Finch"]),
        ("<a href=/autoren/ada>Interview: Ada Finch</a>", ["Ada Finch"]),
        ("<a href=/authors/ada><div><p>Ada Finch</p></div></a>", ["Ada Finch"]),
        ("<p>By <a href=/a/ada><img alt=Ada><b>Ada Finch</b></a></p>", ["Ada Finch"]),
        ("<p>Ada Finch for The Hill Post</p>", []),
        ("<p>By Ada Finch for The Hill Post</p>", ["Ada Finch"]),
        ("<p class=author>By Ada Finch, PAPER SPRINGFIELD</p>", ["Ada Finch"]),
        ("<p class=author>Donnerstag, 16. Mai 2024</p>", []),
        ("<p class=author>Hill Team</p>", ["Hill Team"]),
        ("<p class=author>Editorial Team</p>", []),
        ("<p class=author>Meet the Team</p>", []),
        ("<p>By Hill Team</p>", ["Hill Team"]),
        ("<a href=/author/hill>Hill Staff</a>", ["Hill Staff"]),
        ("<img alt='Portrait of Ada Finch'><p>Ada Finch</p>", ["Ada Finch"]),
        ("<img class=avatar><p>Ada Finch</p>", ["Ada Finch"]),
        ("<p>Ada Finch</p><a href=/authors/ada-finch>More</a>", ["Ada Finch"]),
        ("<figure><img alt='Ada Finch'><figcaption>Ada Finch</figcaption></figure>", []),
        ("<img alt='Ada Finch'><p>We met <b>Ada Finch</b> there.</p>", []),
        ("<img alt='Ada Finch'><p>Ada Finch</p><img alt='Bo Marten'><p>Bo Marten</p>", []),
        ("<p>Por la compra de votos</p>", []),
        ("<p>By the way, nothing was found.</p>", []),
        ("<p>By lighting the mill of the lower valley with tools like Ada Finch 3</p>", []),
        ("<p class=author>News Desk</p>", ["News Desk"]),
        ("<p>Von Redaktion</p>", ["Redaktion"]),
        ("<a href=/author/staff>Staff</a>", ["Staff"]),
        ("<p class=author>Guest</p>", []),
        ("<p class=author>hill.example Redaktion</p>", ["hill.example Redaktion"]),
        ("<h4 class=author>vom <span>Finch</span></h4>", ["Finch"]),
        ("<p class=comment-author>Ada Finch</p>", []),
        ("<p>Author: <a href=/u><b>finch77</b></a> am 29.12.2010</p>", ["finch77"]),
        ("<p>By <b>finch</b> 29.12.2010</p>", ["finch"]),
        ("<p class=author>Finch (Editor in Chief)</p>", ["Finch"]),
        ("<p>- Redaktion: Ada Finch (Sprecherin)</p>", ["Ada Finch"]),
        ("<p>Redaktion Finch</p>", []),
        ("<a rel=author href=/x>Zur Startseite</a>", []),
        ("<p>Blog-Beitrag von Ada Finch</p>", ["Ada Finch"]),
        ("<p>Contributors: Ada Finch</p>", ["Ada Finch"]),
        ("<p class=author>Pressemitteilung von Ada Finch</p>", ["Ada Finch"]),
        ("<p>Auteur(s) :</p><p>Les Membres du Moulin</p>", []),
        ("<p>By <a href=/hill>The Hill editors</a></p>", ["The Hill editors"]),
        ("<p class=author>By the Hill Team</p>", ["the Hill Team"]),
    ],
)
def test_bylines_near_the_headline(byline: str, wanted: list[str]) -> None:
    assert names(chosen("<title>Lantern</title>", f"<h1>Lantern</h1>{byline}")) == wanted


@pytest.mark.parametrize(
    "shown",
    [
        "<p>February 24, 2020 | 9:25pm</p>",
        "<p><span>February 24, 2020</span><span>|</span><span>9:25pm</span></p>",
        "<p><span>Published on Monday, February 24, 2020</span> <span>at 9:25 p.m.</span></p>",
    ],
)
def test_the_clock_beside_the_day_tells_how_far_from_utc_the_site_is(shown: str) -> None:
    head = ld(datePublished="2020-02-25T02:25:54Z")
    published = chosen(head, f"<h1>Lantern</h1>{shown}")["published"].value
    assert published.isoformat() == "2020-02-24T21:25:54-05:00"


@pytest.mark.parametrize(
    ("declared", "wanted"),
    [("2020-02-25T14:00:00Z", "2020-02-24"), ("2020-02-25T10:00:00Z", "2020-02-25")],
)
def test_a_day_shown_that_cannot_be_the_one_declared_in_any_zone(
    declared: str, wanted: str
) -> None:
    shown = "<h1>Lantern</h1><p>February 24, 2020</p>"
    assert str(chosen(ld(datePublished=declared), shown)["published"].value.date()) == wanted


def test_a_house_that_signs_before_its_readers_is_the_author() -> None:
    declared = "<meta property=og:site_name content=Paper>" + ld(author={"name": "Paper"})
    byline = "<h1>Lantern</h1><p class=author>By Paper</p>"
    found = chosen(declared, byline)
    assert names(found) == ["Paper"]
    assert found["authors"].origin.where == "story.author"
    assert names(chosen(declared, "<h1>Lantern</h1>")) == []
    named = "<meta property=og:site_name content=Paper>"
    assert names(chosen(named, byline)) == ["Paper"]
    assert names(chosen(named, "<h1>Lantern</h1><p class=author>Paper</p>")) == ["Paper"]
    assert names(chosen(named, "<h1>Lantern</h1><p>Paper</p>")) == []
    assert names(chosen(declared, byline + "<p>By Ada Finch</p>")) == ["Ada Finch"]
    preview = (
        "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content=Paper>"
    )
    assert names(chosen(declared)) == []
    assert names(chosen(declared + preview)) == ["Paper"]
    linked = "<h1>Lantern</h1><p>By <a href=/about>Paper</a></p>"
    assert names(chosen("<meta property=og:site_name content=Paper>", linked)) == ["Paper"]
    house = {"@type": "Organization", "name": "4 Mills"}
    numbered = ld(author=house, publisher=house)
    assert names(chosen(numbered, "<h1>Lantern</h1><p>By 4 Mills</p>")) == ["4 Mills"]


def test_a_newsroom_signs_where_nobody_else_does() -> None:
    byline = "<h1>Lantern</h1><p class=author>Newsdesk</p>"
    assert names(chosen(ld(author="Newsdesk"))) == []
    assert names(chosen(ld(author="Ada Finch"), byline)) == ["Ada Finch"]
    story = "<p>" + "Nobody had been in the mill for years. " * 8 + "</p>"
    box = f"{story * 4}<div class=author>Ada Finch</div>"
    assert names(chosen("", byline + box)) == ["Ada Finch"]


def test_the_categories_of_a_post_say_nothing_of_its_byline() -> None:
    line = "<div class=byline>von <a class=author href=/author/f>finch77</a></div>"
    post = f'<div class="hentry category-mills tag-oil"><h1>Lantern</h1>{line}</div>'
    assert "byline" in values(read("", post), "authors")


def test_a_person_named_below_the_story_beats_the_house_declared() -> None:
    head = "<meta name=author content='Hill Team'>"
    story = "<h1>Lantern</h1><p>Nobody had been in the mill for years.</p>"
    assert names(chosen(head, story)) == ["Hill Team"]
    assert names(chosen(head, f"{story}<p>Written by <a href=/x>Ada Finch</a></p>")) == [
        "Ada Finch"
    ]
    person = "<meta name=author content='Bo Marten'>"
    assert names(chosen(person, f"{story}<p>Written by Ada Finch</p>")) == ["Bo Marten"]


def test_people_the_story_links_to_beside_its_author() -> None:
    story = "<p>" + "Nobody had been in the mill for years. " * 8 + "</p>"
    links = "<a href=/profile/bo>Bo Marten</a>"
    body = f"<h1>Lantern</h1><a href=/profile/ada>Ada Finch</a>{story * 2}{links}"
    assert names(chosen("", body)) == ["Ada Finch"]
    assert names(chosen("", f"<h1>Lantern</h1>{story * 2}{links}")) == ["Bo Marten"]


def test_a_byline_is_read_where_a_meta_alone_names_somebody() -> None:
    head = "<meta name=author content='Paper Illustrated'>"
    found = values(read(head, "<h1>Lantern</h1><p>By Ada Finch</p>"), "authors")
    assert set(found) == {"author", "byline"}


def test_the_author_of_a_thing_the_story_tells_of() -> None:
    story = "<p>" + "Nobody had been in the mill for years. " * 8 + "</p>"
    body = f"<h1>Lantern</h1><a href=/author/ada>Ada Finch</a>{story * 2}<p>By Bo Marten</p>"
    assert names(chosen("", body)) == ["Ada Finch"]


def test_a_desk_declared_with_a_figure_in_its_name() -> None:
    assert names(chosen(ld(author={"name": "Hill24 Redaktion"}))) == ["Hill24 Redaktion"]


def test_the_line_of_a_chinese_page() -> None:
    body = "<h1>老磨坊里的油灯</h1><div>2024年5月17日 08:30 来源：油灯日报 作者：王小明</div>"
    found = chosen("<title>老磨坊里的油灯_油灯日报</title>", body, url=None)
    assert found["title"].value == "老磨坊里的油灯"
    assert names(found) == ["王小明"]
    assert found["agency"].value == "油灯日报"
    assert found["published"].value.date() == dt.date(2024, 5, 17)


def test_a_byline_under_the_story_is_found_last() -> None:
    story = "<p>" + "The mill stood by the river for two hundred years. " * 8 + "</p>"
    body = f"<h1>Lantern</h1>{story * 5}<div class=author-box>Written by Ada Finch</div>"
    assert names(chosen("<title>Lantern</title>", body)) == ["Ada Finch"]


@pytest.mark.parametrize(
    "line",
    [
        "<time datetime='2024-05-17T08:30:00Z'>last Friday</time>",
        "<span>May 17, 2024</span>",
        "<p>Published on 17 May 2024 at noon</p>",
        "<p>2024年5月17日 08:30</p>",
        "<p>17.05.2024</p>",
    ],
)
def test_the_day_near_the_headline(line: str) -> None:
    found = chosen("<title>Lantern</title>", f"<h1>Lantern</h1>{line}", url=None)
    assert found["published"].value.date() == dt.date(2024, 5, 17)


def test_a_day_of_change_is_told_from_the_day_of_publication() -> None:
    body = "<h1>Lantern</h1><p>Updated: May 19, 2024</p><p>May 17, 2024</p>"
    found = chosen("<title>Lantern</title>", body, url=None)
    assert found["published"].value.date() == dt.date(2024, 5, 17)
    assert found["modified"].value.date() == dt.date(2024, 5, 19)


def test_a_labelled_day_far_from_the_headline() -> None:
    story = "<p>" + "The mill stood by the river for two hundred years. " * 8 + "</p>"
    body = f"<h1>Lantern</h1>{story * 5}<div>Published: 17 May 2024</div>"
    found = chosen("<title>Lantern</title>", body, url=None)
    assert found["published"].value.date() == dt.date(2024, 5, 17)


@pytest.mark.parametrize(
    "label",
    [
        "Erschienen am: 17.05.2024",
        "Publié le 17/05/2024",
        "Publicada el 17/05/2024",
        "Publicado em 17/05/2024",
        "Pubblicata il 17/05/2024",
        "Geplaatst op 17-05-2024",
        "Opublikowano: 17.05.2024",
        "Publicerad den 17 maj 2024",
        "Опубликовано: 17.05.2024",
        "公開日：2024年5月17日",
        "發布日期：2024-05-17",
        "입력 2024.05.17",
    ],
)
def test_a_labelled_day_goes_before_the_first_that_has_none(label: str) -> None:
    story = "<p>" + "The mill stood by the river for two hundred years. " * 8 + "</p>"
    teaser = f"<ul><li>3 March 2024</li></ul>{story * 5}"
    found = chosen("", f"{teaser}<h1>Lantern</h1>{story * 5}<p>{label}</p>", url=None)["published"]
    assert (found.value.date(), found.origin.where) == (dt.date(2024, 5, 17), "labelled day")


@pytest.mark.parametrize("change", ["Letzte Änderung: 19.05.2024", "Last updated: 19 May 2024"])
def test_a_labelled_day_of_change_does_not_hide_that_of_publication(change: str) -> None:
    story = "<p>" + "The mill stood by the river for two hundred years. " * 8 + "</p>"
    foot = f"<p>{change}<br>Erschienen am: 17.05.2024</p>"
    found = chosen("", f"<h1>Lantern</h1>{story * 5}{foot}", url=None)
    assert found["published"].value.date() == dt.date(2024, 5, 17)
    found = chosen("", f"<h1>Lantern</h1>{story * 5}<p>{change}</p>", url=None)
    assert found["modified"].value.date() == dt.date(2024, 5, 19)


@pytest.mark.parametrize(
    ("around", "read"),
    [
        ('<ol class="comment-list"><li id="comment-7"><div>', False),
        ('<div id="comments"><article>', False),
        ('<div class="user-comments"><div>', False),
        ('<article class="post comments-open"><div>', True),
        ('<div class="commentary"><div>', True),
    ],
)
def test_the_day_of_a_comment_is_not_of_the_story(around: str, read: bool) -> None:
    story = "<p>" + "The mill stood by the river for two hundred years. " * 8 + "</p>"
    body = f"<h1>Lantern</h1>{story * 5}{around}<time datetime=2024-05-17>then</time>"
    assert ("published" in chosen("", body, url=None)) == read


@pytest.mark.parametrize("url", [URL, "https://paper.example/news/17-05-2024"])
def test_the_day_in_the_url(url: str) -> None:
    assert chosen(url=url)["published"].value.date() == dt.date(2024, 5, 17)


@pytest.mark.parametrize(
    "data",
    [
        '{"published_at":"2024-05-17T06:22:28+01:00","x":"2023-01-01"}',
        r'"[{\"datePublished\":\"2024-05-17\"},{\"datePublished\":\"2024-05-17\"}]"',
        '"<i data-x="{&quot;publishDate&quot;: &quot;17 May 2024&quot;}"></i>"',
    ],
)
def test_the_day_in_the_data_of_a_script(data: str) -> None:
    found = chosen("", f"<h1>Lantern</h1><script>x = {data}</script>", url=None)["published"]
    assert found.value.date() == dt.date(2024, 5, 17)
    assert found.origin.where == "day in data"


def test_days_in_the_data_of_many_stories_say_nothing() -> None:
    data = '[{"published_at":"2024-05-17"},{"published_at":"2024-05-18"}]'
    assert "published" not in chosen("", f"<h1>Lantern</h1><script>x = {data}</script>", url=None)


@pytest.mark.parametrize(
    "body",
    [
        "<p>This post was written by Ada Finch, who keeps lamps.</p>",
        '<div class="box"><p>Written by <a href="/x">Ada Finch</a></p></div>',
        "<p><strong>Autorin:</strong> Ada Finch</p>",
        "<p><span>| By </span><span>Ada Finch</span> | May 2024</p>",
        '<div class="author-box"><div><b>Ada Finch</b></div><p>All articles</p></div>',
        '<div class="author-box">Autorin:<br><a href="/x">Ada Finch</a> Kontakt</div>',
        "<h3>by Ada Finch</h3>",
        "<p>Posted by: Ada Finch</p>",
        "<p>Author: Ada Finch, who keeps lamps</p>",
        "<p class=posted>posted by Ada Finch at 9:30</p>",
        "<ul class=autoren><li>Ada Finch</li></ul>",
        '<p>By <a href="/x">Ada Finch</a></p><p>By Ada Finch.</p>',
    ],
)
def test_an_author_named_below_the_story(body: str) -> None:
    story = "<p>Nobody had been in the mill for years, so much is sure of it all.</p>" * 30
    assert names(chosen("", f"<h1>Lantern</h1>{story}{body}")) == ["Ada Finch"]


def test_the_account_that_a_line_below_the_story_names() -> None:
    story = "<p>Nobody had been in the mill for years, so much is sure of it all.</p>" * 30
    body = f"<h1>Lantern</h1>{story}<p class=submitted>Gespeichert von <b>finch</b> am 1. Mai</p>"
    assert names(chosen("", body)) == ["finch"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>They found a book written by hand in the mill.</p>",
        '<div class="author-box"><b>Datum</b></div>',
        '<div class="author-box"></div>',
        "<p>Written by</p>",
        '<ul class="comments"><li><b class="author">Ada Finch</b> says</li></ul>',
        '<div class="teasers"><a href="/b"><b class="author">Ada Finch</b> on oil</a></div>',
        '<p><a href="/author/ada">Foto von Ada Finch</a></p>',
        "<p>Text Size</p>",
        "<h3>Lamps and oil</h3>" * 99 + "<p>By Ada Finch</p><p>By Bo Marten</p>",
    ],
)
def test_words_that_name_no_author(body: str) -> None:
    assert names(chosen("", f"<h1>Lantern</h1>{body}")) == []


def test_the_house_and_its_address_are_no_authors() -> None:
    head = '<meta name=author content="paper.example, Springfield, USA">'
    assert names(chosen(head)) == []


@pytest.mark.parametrize(
    ("declared", "wanted"),
    [
        ("Mill Verlag GmbH", []),
        ("Mill Verlag GmbH, Mühlstadt, Germany", []),
        ("Mill Pages Inc.", []),
        ("Ada Finch, Mill Verlag GmbH", ["Ada Finch"]),
        ("AG Finch", ["AG Finch"]),
        ("Ada Incze", ["Ada Incze"]),
        ("publisher", []),
        ("Anónimo", []),
    ],
)
def test_a_firm_is_no_author(declared: str, wanted: list[str]) -> None:
    assert names(chosen(f"<meta name=author content='{declared}'>")) == wanted


def test_the_house_beside_its_people_is_no_author() -> None:
    url = "https://www.oldmillpost.example/a"
    assert names(chosen(ld(author=["Ada Finch", "Old Mill"]), url=url)) == ["Ada Finch", "Old Mill"]
    url = "https://www.oldmill.example/a"
    assert names(chosen(ld(author=["Ada Finch", "Old Mill"]), url=url)) == ["Ada Finch"]
    assert names(chosen(ld(author=["Ada Finch"]), url="https://adafinch.example/a")) == [
        "Ada Finch"
    ]


def test_topics_beside_the_author_are_no_authors() -> None:
    line = (
        'By <a href="/authors/ada">Ada Finch</a> <a href="/mills">Mills</a> '
        '<a href="/old-oil">Old Oil</a>'
    )
    assert names(chosen("", f"<h1>Lantern</h1><p>{line}</p>")) == ["Ada Finch"]
    line = 'By <a href="/a">Ada Finch</a> and <a href="/b">Bo Reed</a> <a href="/c">Old Oil</a>'
    assert names(chosen("", f"<h1>Lantern</h1><p>{line}</p>")) == ["Ada Finch", "Bo Reed"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>17 May 2024 - The mill was dark when the lantern was found.</p>",
        "<p>Pressemitteilung vom 17. Mai 2024 über eine Laterne in der alten Mühle</p>",
    ],
)
def test_a_day_that_opens_the_text(body: str) -> None:
    found = chosen("", f"<h1>Lantern</h1>{body}", "https://paper.example/lantern")
    assert found["published"].value.date() == dt.date(2024, 5, 17)


@pytest.mark.parametrize(
    ("language", "month"), [("en-US", 7), ("en", 8), ("en-GB", 8), ("de", 8), ("", 8)]
)
def test_americans_write_the_month_first(language: str, month: int) -> None:
    html = f"<html lang={language!r}><body><h1>Lantern</h1><p>7/8/2021</p></body></html>"
    page = read_page(LexborHTMLParser(html), html, None)
    assert values(page, "published")["date near headline"].month == month


def test_a_date_counted_from_now_needs_a_now() -> None:
    html = "<h1>Lantern</h1><div class=date>3 hours ago</div>"
    page = read_page(LexborHTMLParser(html), html, None)
    assert page.relative_date == "3 hours ago"
    assert values(page, "published") == {}
    now = dt.datetime(2024, 5, 17, 12, tzinfo=dt.UTC)
    page = read_page(LexborHTMLParser(html), html, None, now=now)
    assert values(page, "published") == {
        "relative date near headline": dt.datetime(2024, 5, 17, 9, tzinfo=dt.UTC)
    }


def test_a_day_within_the_story_does_not_hide_one_below_it() -> None:
    prose = "Nobody had been in the mill for years, so much is sure of it all. " * 4
    body = (
        f"<h1>Lantern</h1><p>{prose}</p><p>It began on 3 March 2020 in the mill.</p>"
        f'<p>{prose}</p><p class="info"><time datetime="2024-05-17">17 May 2024</time></p>'
    )
    found = chosen("", body, "https://paper.example/lantern")
    assert found["published"].value.date() == dt.date(2024, 5, 17)


def test_microdata_of_a_comment_is_not_of_the_story() -> None:
    page = read(
        "",
        "<div itemscope itemtype='http://schema.org/Article'><b itemprop=headline>Lantern</b>"
        "<div itemscope itemtype='http://schema.org/Comment'><i itemprop=author>Troll</i></div>"
        "<span itemprop=author itemscope><span itemprop=name>Ada Finch</span></span></div>",
    )
    assert values(page, "title")["itemprop headline"] == "Lantern"
    assert [p.name for p in values(page, "authors")["itemprop author"]] == ["Ada Finch"]


def test_rdfa_properties() -> None:
    page = read("", '<span property="schema:datePublished" content="2024-05-17T08:00Z"></span>')
    assert values(page, "published")["itemprop datepublished"].day == 17


def test_an_empty_page_offers_nothing_but_its_language() -> None:
    assert {offer.field for offer in read(url=None).offers} <= {"language"}


def test_hostile_pages_do_no_harm() -> None:
    deep = '<script type="application/ld+json">' + '{"a":' * 50_000 + "</script>"
    read(deep, "<h1>Lantern</h1>" + "<time>" * 2_000)
    read("<meta name=author content='" + "a," * 50_000 + "'>", "<h1>" + "by " * 50_000 + "</h1>")
    read("<title>" + " | " * 50_000 + "</title>", "<h1></h1>" * 5_000)
    read(f"<script type='application/ld+json'>[{'[' * 900}{']' * 900}]</script>")


STORY = "The mill stood by the river for two hundred years. " * 4


@pytest.mark.parametrize(
    "script",
    [
        '<script id="__NEXT_DATA__" type="application/json">%s</script>',
        "<script>window.__INITIAL_STATE__ = %s;</script>",
        "<script>window.__PRELOADED_STATE__=%s;(function(){})()</script>",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        f"<p>{STORY}</p><p>{STORY}</p>",
        [{"type": "paragraph", "text": STORY}, {"type": "paragraph", "content": STORY}],
        {"type": "doc", "content": [{"type": "p", "content": [{"text": STORY}]}] * 2},
        f"{STORY}\n{STORY}",
    ],
)
def test_the_story_in_a_state_object(script: str, body: object) -> None:
    state = {
        "props": {"menu": [{"title": "Home", "body": "x"}]},
        "page": {
            "article": {
                "headline": "Lantern found",
                "body": body,
                "publishedAt": "2024-05-17T08:30:00Z",
                "author": {"name": "Ada Finch"},
            }
        },
    }
    found = find_state_story(script % json.dumps(state))
    assert found is not None
    assert found.html.count("<p>") == 2
    assert found.path.endswith("page.article.body")
    fields = {offer.field: offer.value for offer in found.offers}
    assert fields["title"] == "Lantern found"
    assert fields["published"] == dt.datetime(2024, 5, 17, 8, 30, tzinfo=dt.UTC)
    assert [person.name for person in fields["authors"]] == ["Ada Finch"]
    assert {offer.origin.kind for offer in found.offers} == {"state"}


def test_state_in_a_javascript_string() -> None:
    inner = json.dumps({"headline": "Lantern's tale", "body": STORY * 2})
    double = f"<script>window.__INITIAL_STATE__=JSON.parse({json.dumps(inner)})</script>"
    quoted = inner.replace("\\", "\\\\").replace("'", "\\'")
    single = f"<script>window.__INITIAL_STATE__=JSON.parse('{quoted}')</script>"
    for html in (double, single):
        found = find_state_story(html)
        assert found is not None
        assert found.offers[0].value == "Lantern's tale"


@pytest.mark.parametrize(
    "html",
    [
        "<p>nothing</p>",
        "<script>window.__INITIAL_STATE__ = function() { return 1 }</script>",
        "<script>window.__INITIAL_STATE__ = {broken</script>",
        '<script>window.__NUXT__=(function(a){return {"a":1}})(2)</script>',
        "<script>window.__INITIAL_STATE__ = " + "[" * 50_000 + "</script>",
    ],
)
def test_state_that_holds_no_story(html: str) -> None:
    assert find_state_story(html) is None


def test_a_canonical_address_that_was_escaped_as_a_whole() -> None:
    found = chosen('<link rel=canonical href="https%3A%2F%2Fwww.paper.example%2Flantern">')
    assert found["url"].value == "https://www.paper.example/lantern"


def test_the_name_of_a_project_is_no_host() -> None:
    head = "<link rel=canonical href=http://web-app/lantern><meta property=og:url content="
    found = chosen(f'{head}"https://www.paper.example/lantern">')
    assert found["url"].value == "https://www.paper.example/lantern"


@pytest.mark.parametrize("name", ["https://www.facebook.com/paper", "@paper", "--"])
def test_an_address_in_the_place_of_the_site_is_no_site(name: str) -> None:
    assert "publisher" not in chosen(f'<meta property="og:site_name" content="{name}">')


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("boats, harbour", ("boats", "harbour")),
        ("boats; old harbour; ferries", ("boats", "old harbour", "ferries")),
        ("boats|old harbour", ("boats", "old harbour")),
        ("渔船 港口 灯塔", ("渔船", "港口", "灯塔")),
        ("渔船、港口，灯塔", ("渔船", "港口", "灯塔")),
        ("old harbour", ("old harbour",)),
        ("contentId: 7, boats", ("boats",)),
    ],
)
def test_keywords_and_what_stands_between_them(content: str, wanted: tuple[str, ...]) -> None:
    assert chosen(f'<meta name=keywords content="{content}">')["keywords"].value == wanted


def test_a_part_behind_the_wall_makes_the_story_not_free() -> None:
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".wall"}
    assert chosen(ld(hasPart=part))["free_access"].value is False
    assert chosen(ld(hasPart=[part | {"isAccessibleForFree": True}]))["free_access"].value is True
    assert "free_access" not in chosen(ld(hasPart={"@type": "WebPageElement"}))


def test_free_access_in_microdata() -> None:
    body = '<div itemscope itemtype="https://schema.org/NewsArticle">'
    found = chosen("", body + '<meta itemprop=isAccessibleForFree content="false"></div>')
    assert found["free_access"].value is False


def test_what_templates_declare_yields_to_another_language() -> None:
    found = chosen('<meta property="og:locale" content="de_DE">', "<p>Der Leuchtturm.</p>")
    assert found["language"].value == "de-DE"
    assert chosen("", "")["language"].value == "en"


@pytest.mark.parametrize(
    ("head", "url", "note"),
    [
        (ld(datePublished="2024-05-17T08:30:00+02:00"), None, "NewsArticle"),
        (ld(datePublished="2024-05-17T08:30:00"), None, "NewsArticle; time zone UTC assumed"),
        ('<meta name=date content="2024-05-17 08:30">', None, "time zone UTC assumed"),
        ('<meta name=date content="2024-05-17T08:30Z">', None, None),
        ("", URL, "time zone UTC assumed"),
    ],
)
def test_the_origin_of_a_date_tells_a_zone_that_was_assumed(
    head: str, url: str | None, note: str | None
) -> None:
    assert chosen(head, url=url)["published"].origin.note == note


def test_a_zone_of_the_readers_is_told_as_assumed_too() -> None:
    body = "<h1>渔市下月重新开放</h1><p>2024-05-17 08:30</p>"
    found = chosen("<title>渔市下月重新开放</title>", body, None)["published"]
    assert found.value.isoformat() == "2024-05-17T08:30:00+08:00"
    assert found.origin.note == "time zone Asia/Shanghai assumed"
