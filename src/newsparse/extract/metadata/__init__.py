"""The metadata of a whole page: everything the page offers for the article's fields."""

from __future__ import annotations

import datetime as dt
import re

from ...authorship import is_agency, is_author, is_house
from ...dates import date_in_url, read_date
from ...dom import Node, Tree, find_all
from ...home_zones import home_zone
from ...names import read_names
from ...offer import Offer
from ...person import Person
from ...site import Site, is_full_name, title_without_site
from ...telling import Telling, telling_elements
from ...urls import clean_url, host_of
from ...words import flat, squeezed
from .byline import OWN, read_authors
from .dateline import (
    SHOWN,
    DateHabits,
    days_anywhere,
    days_in_data,
    days_in_words,
    month_comes_first,
    read_days,
    relative_day,
)
from .head import META, canonical, image_of, language_tag, read_meta, words_of
from .headline import (
    IN_TITLE,
    LAST_HEADINGS,
    LESSER_HEADINGS,
    LIKE_TITLE,
    MAX_HEADINGS,
    MOST_OF_TITLE,
    completes,
    find_headline,
    is_of_another,
    place_of,
    site_in_heading,
    speaks_of_site,
)
from .json_ld import ARTICLE_TYPES, Graph, read_block
from .microdata import read_properties
from .near import Piece, pieces_near
from .origins import dated, origin
from .schema_org import offers_of, offers_of_baidu, strings, truth
from .signature import authors_anywhere, authors_in_lines, authors_in_words

__all__ = ["PageMetadata", "read_page"]

_ALIKE = "heading like title"

_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}\s*,")

# Where the head names the day or the author so well that the page's text is not asked.
_MAIN_FIELDS = frozenset(("title", "authors", "published", "modified"))
_SURE_OF_DAY = frozenset(
    "story.datePublished page.datePublished article:published_time parsely-pub-date "
    "sailthru.date cxenseparse:publishtime cxenseparse:recs:publishtime".split()
)
_SURE_OF_AUTHOR = frozenset(
    "story.author parsely-author sailthru.author cxenseparse:author".split()
)


class PageMetadata:
    """What a page tells about its article.

    Attributes:
        offers: values for the article's fields, unjudged.
        article_body: the story as JSON-LD repeats it, None without.
        is_article_type: whether the page declares itself an article; None if it
            declares nothing.
        headline: the heading that is taken for the headline, None without.
        relative_date: a date counted from now, where that is all the page tells.
    """

    __slots__ = ("article_body", "headline", "is_article_type", "offers", "relative_date")

    def __init__(self) -> None:
        self.offers: list[Offer] = []
        self.article_body: str | None = None
        self.is_article_type: bool | None = None
        self.headline: Node | None = None
        self.relative_date: str | None = None


def read_page(
    tree: Tree,
    html: str,
    url: str | None,
    zone: str | None = None,
    now: dt.datetime | None = None,
    telling: Telling | None = None,
) -> PageMetadata:
    """Return everything the page offers for the fields of its article.

    Args:
        tree: the tree of the page.
        html: its text.
        url: where the page was found, if known.
        zone: IANA time zone of dates that give none; without it that of the page's language.
        now: the moment that dates such as "3 hours ago" are counted from.
        telling: the elements that tell of the page, where they are known already.
    """
    page = PageMetadata()
    offers = page.offers
    pairs: list[tuple[str, str]] = []
    blocks: list[object] = []
    headings: list[Node] = []
    properties: list[Node] = []
    title = lang = base = link = ""
    for node, tag, attributes in telling_elements(tree) if telling is None else telling:
        if tag == "meta":
            content = attributes.get("content")
            if not content:
                continue
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = attributes.get(key)
                if name:
                    if key == "itemprop":
                        properties.append(node)
                    else:
                        pairs.append((name, content))
        elif tag == "script":
            blocks.extend(read_block(node.text()))
        elif tag == "link":
            if not link and "canonical" in (attributes.get("rel") or "").lower():
                link = attributes.get("href") or ""
        elif tag == "h1":
            if "itemprop" in attributes or "property" in attributes:
                properties.append(node)
            if len(headings) < MAX_HEADINGS:
                headings.append(node)
        elif tag == "title":
            title = title or squeezed(node.text()[:2000])
        elif tag == "html":
            lang = attributes.get("lang") or attributes.get("xml:lang") or ""
        elif tag == "base":
            base = base or attributes.get("href") or ""
        else:
            properties.append(node)
    address = (clean_url(base, url) if base else None) or url
    meta = read_meta(pairs)
    tag_ = language_tag(lang) if lang else None
    zone = zone or home_zone(tag_, title)
    graph = Graph(blocks)
    story = graph.story([u for u in (url, link) if u])
    told = [title] if title else []
    for name in ("og:title", "twitter:title"):
        told += meta.get(name, ())
    if story is not None:
        kind, thing = story
        told += strings(thing.get("headline"))[:1]
        offers += offers_of(graph, kind, thing, address, zone)
        body = thing.get("articleBody")
        if isinstance(body, str) and body.strip():
            page.article_body = body
        if ARTICLE_TYPES[kind] >= 2:
            page.is_article_type = True
            told_already = {offer.field for offer in offers}
            about = None if told_already >= _MAIN_FIELDS else graph.page()
            if about is not None:
                offers += offers_of(graph, "WebPage", about, address, zone)
    offers += offers_of_baidu(blocks, address, zone)
    if page.is_article_type is None:
        declared = {value.lower() for name, value in pairs if name.lower() == "og:type"}
        if declared:
            page.is_article_type = "article" in declared
    _head(offers, meta, address, zone)
    if title:
        offers.append(Offer("title", title, origin("meta", "title")))
    own = canonical(link, address) if link else None
    if own:
        offers.append(Offer("url", own, origin("meta", "link canonical")))
    if tag_:
        offers.append(Offer("language", tag_, origin("element", "html lang")))
    if properties:
        offers += read_properties(properties[:300], zone)
    if url:
        offers.append(Offer("url", url, origin("url", "document")))
        day = date_in_url(url)
        if day is not None:
            reading = read_date(day, zone=zone)
            if reading is not None:
                offers.append(dated("published", reading, origin("url", "day in path")))
    headings = _own_headings(headings, offers)
    offers[:] = [o for o in offers if o.field != "publisher" or _is_house(o.value, told)]
    site = Site(url, [offer.value for offer in offers if offer.field == "publisher"])
    told = list(dict.fromkeys(told))
    told = list(dict.fromkeys([*told, *(title_without_site(title, site) for title in told)]))
    american = month_comes_first(tag_, host_of(url or ""))
    habits = DateHabits(zone=zone, month_first=american)
    pieces = _headline(page, tree, headings, told, site, url, tag_, habits)
    offers += _authors_afar(tree, html, offers, site, tag_)
    days = [o for o in offers if o.field == "published" and not o.origin.where.endswith("in text")]
    if not days:
        days = [*days_anywhere(tree, habits)]
        offers += days
    if not days:
        days = [*days_in_words(html, habits)] or [*days_in_data(html, habits)]
        offers += days
    if not days:
        relative = page.relative_date = relative_day(pieces)
        reading = read_date(relative, zone=zone, now=now) if relative and now else None
        if reading is not None:
            place = origin("element", "relative date near headline")
            offers.append(dated("published", reading, place))
    return page


def _authors_afar(
    tree: Tree, html: str, offers: list[Offer], site: Site, language: str | None
) -> list[Offer]:
    """Return what the rest of the page offers where head and headline name no person."""
    named = [offer for offer in offers if offer.field == "authors"]
    authors = [
        person.name
        for offer in named
        for person in offer.value
        if is_author(person.name, site, declared=True)
    ]
    if authors:
        if all(is_house(name, site) for name in authors):
            return [*authors_in_words(html, language)]
        return []
    found = [*authors_anywhere(tree, language)] or [*authors_in_words(html, language)]
    if not found and not any(offer.origin.kind == "element" for offer in named):
        found = [*authors_in_lines(html, language)]
    return found


def _own_headings(headings: list[Node], offers: list[Offer]) -> list[Node]:
    """Return the headings without those that only link to the front page, and offer its name."""
    own = []
    for node in headings:
        name = site_in_heading(node)
        if name is None:
            own.append(node)
        elif 0 < len(name) <= 60:
            offers.append(Offer("publisher", name, origin("element", "heading links home")))
    return own


def _is_house(name: str, told: list[str]) -> bool:
    """Whether a name may be the publisher's: no address, and not the title of the page.

    Some templates fill in either where the name of the site belongs.
    """
    if name.startswith(("http:", "https:", "//", "@")) or not flat(name):
        return False
    return len(name) <= 30 or name not in told


def _headline(
    page: PageMetadata,
    tree: Tree,
    headings: list[Node],
    told: list[str],
    site: Site,
    url: str | None,
    language: str | None,
    habits: DateHabits,
) -> list[Piece]:
    found = find_headline(headings, told, site, url)
    if told and (found is None or found[2] < 4.0):
        lesser = find_headline(find_all(tree, LESSER_HEADINGS)[:60], told, site, url)
        if lesser is not None and (
            (lesser[2] >= IN_TITLE and (found is None or found[2] < LIKE_TITLE))
            or (lesser[2] > 3.0 and found is not None and found[2] < IN_TITLE)
            or (found is not None and found[2] >= 2.0 and completes(lesser[1], found[1], told))
        ):
            found = lesser
    if found is None and told:
        last = find_headline(find_all(tree, LAST_HEADINGS)[:60], told, site, url)
        found = last if last is not None and last[2] >= MOST_OF_TITLE else None
    if found is None:
        return []
    node, text, score = found
    page.headline = node
    place = place_of(text, score, alone=len(headings) == 1)
    if place == "only heading" and speaks_of_site(text, told, site):
        place = "heading"
    elif place == _ALIKE and url and is_of_another(text, told, url):
        place = "one of the headings"
    page.offers.append(Offer("title", text, origin("element", place)))
    dated = any(o.field == "published" and o.origin.where in _SURE_OF_DAY for o in page.offers)
    named = any(
        o.field == "authors"
        and o.origin.where in _SURE_OF_AUTHOR
        and any(
            is_full_name(person.name) and is_author(person.name, site, declared=True)
            for person in o.value
        )
        for o in page.offers
    )
    pieces = pieces_near(node)
    days = read_days(pieces, habits)
    page.offers += (o for o in days if o.origin.where in SHOWN) if dated else days
    if not named:
        page.offers += read_authors(pieces, language, site)
    return pieces


def _head(
    offers: list[Offer], meta: dict[str, list[str]], base: str | None, zone: str | None
) -> None:
    covered = False
    for name, values in meta.items():
        field = META.get(name)
        if name == "twitter:label written by":
            field = "authors"
        if field is None:
            continue
        place = origin("meta", name)
        if field == "authors":
            people = []
            for value in values[:30]:
                if value.startswith(("http:", "https:", "//", "@")):
                    continue
                if "," in value and _ADDRESS.match(value):
                    continue  # "paper.example, Springfield, USA": the house and its address
                if is_agency(value):
                    offers.append(Offer("agency", value, place))
                    signed = origin("meta", f"{name} (agency)")
                    offers.append(Offer(field, (Person(name=value),), signed))
                    continue
                if name == "citation_author" and value.count(",") == 1:
                    last, _, first = value.partition(",")
                    people.append(Person(name=f"{first.strip()} {last.strip()}"))
                else:
                    people += read_names(value)
            if people:
                offers.append(Offer(field, tuple(dict.fromkeys(people)), place))
        elif field in ("published", "modified"):
            reading = read_date(values[0], zone=zone)
            if reading is not None:
                offers.append(dated(field, reading, place))
        elif field in ("keywords", "categories"):
            words = words_of(values)
            if words:
                offers.append(Offer(field, words, place))
        elif field == "cover":
            if covered:
                continue
            covered = True
            image = image_of(meta, name, base)
            if image is not None:
                offers.append(Offer(field, image, place))
        elif field == "url":
            url = clean_url(values[0], base)
            if url:
                offers.append(Offer(field, url, place))
        elif field == "language":
            tag = language_tag(values[0])
            if tag:
                offers.append(Offer(field, tag, place))
        elif field == "agency":
            if not values[0].startswith(OWN):
                offers.append(Offer(field, values[0], place))
        elif field == "free_access":
            tier = values[0].lower()
            free = True if tier == "free" else False if tier == "locked" else truth(tier)
            if free is not None:
                offers.append(Offer(field, free, place))
        else:
            offers.append(Offer(field, values[0], place))
