"""Articles in the hands of other libraries and programs."""

from __future__ import annotations

import datetime as dt
import importlib
import json
from pathlib import Path
from typing import Any

import attrs
import cattrs
import frontmatter
import pytest
import yaml
from cattrs.preconf.json import make_converter
from hypothesis import given, settings
from itemadapter import ItemAdapter

import newsparse
from newsparse import Article, Body, Image, Person
from newsparse.body import Emphasis, Figure, Paragraph, Quote, Strong
from newsparse.frozenmap import freeze
from newsparse.testing.articles import articles

FULL = Article(
    title="The ferry is back: at last",
    original_title="Ferry back",
    url="https://harbour.example/2026/ferry",
    source="harbour",
    publisher="The Harbour Times",
    agency="Nordwire",
    place="Fair Haven",
    authors=(Person(name="Ann Byrne", role="reporter", url="https://harbour.example/ann"),),
    editors=(Person(name="Tom Walsh"),),
    published=dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC),
    modified=dt.datetime(2026, 3, 5, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=8))),
    language="en",
    categories=("News", "Harbour"),
    keywords=("ferry", "winter"),
    summary="It sails again.",
    cover=Image(url="https://img.example/ferry.jpg", alt="The ferry", width=640, height=480),
    body=Body(
        blocks=(
            Paragraph(content=("It ", Emphasis(content=("sails",)), " again.")),
            Quote(blocks=(Paragraph(content=("At ", Strong(content=("last",)), "!")),)),
            Figure(
                image=Image(url="https://img.example/ferry.jpg"),
                caption=("In the yard",),
                credit="Ida Berg",
            ),
        )
    ),
    free_access=True,
    extra=freeze({"votes": 3, "desk": {"name": "sea"}}),
)
"""An article in which every field has a value."""


def test_full_has_a_value_in_every_field() -> None:
    empty = Article()
    told = ("origins", "problems")  # of the document, not of the story
    for name in (a.name for a in attrs.fields(Article) if a.name not in told):
        assert getattr(FULL, name) != getattr(empty, name), name


# itemadapter: what Scrapy's pipelines and exporters read items with


@settings(max_examples=30)
@given(articles())
def test_itemadapter_reads_every_field(article: Article) -> None:
    adapter = ItemAdapter(article)
    assert ItemAdapter.is_item(article)
    assert list(adapter) == [a.name for a in attrs.fields(Article)]
    assert all(adapter[name] == getattr(article, name) for name in adapter)


def test_itemadapter_changes_nothing() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        ItemAdapter(FULL)["title"] = "Changed"


def test_itemadapter_as_plain_data() -> None:
    data = ItemAdapter(FULL).asdict()
    assert data["authors"][0]["name"] == "Ann Byrne"
    assert data["cover"]["width"] == 640


# cattrs


def converter() -> cattrs.Converter:
    """The converter that docs/recipes.md shows."""
    made = make_converter()
    made.register_unstructure_hook(Article, Article.to_dict)
    made.register_structure_hook(Article, lambda data, _: Article.from_dict(data))
    return made


@attrs.frozen
class Desk:
    """A class of a program that uses newsparse."""

    name: str
    stories: list[Article]


@settings(max_examples=30)
@given(articles())
def test_cattrs_with_two_hooks_loses_nothing(article: Article) -> None:
    desk = Desk("sea", [article, FULL])
    made = converter()
    text = json.dumps(made.unstructure(desk))
    again = made.structure(json.loads(text), Desk)
    assert again == desk
    assert again.stories[0].origins == article.origins
    assert again.stories[0].problems == article.problems


@settings(max_examples=30)
@given(articles())
def test_cattrs_without_hooks_writes_every_field(article: Article) -> None:
    data = make_converter().unstructure(article)
    assert list(data) == [a.name for a in attrs.fields(Article)]
    assert data["title"] == article.title
    assert len(data["body"]["blocks"]) == len(article.body)


def test_cattrs_without_hooks_cannot_tell_inlines_apart() -> None:
    """The limit that docs/recipes.md names: emphasis and strong are both just ``content``."""
    made = make_converter()
    data = made.unstructure(FULL)
    assert data["body"]["blocks"][0]["content"][1] == {"content": ["sails"]}
    with pytest.raises(Exception, match=r"Article"):
        assert made.structure(data, Article) == FULL


# schema.org


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_schema_org_knows_every_property_and_type(seed: Path) -> None:
    """A validator made from the vocabulary takes it; names it does not know it refuses."""
    schema_org: Any = importlib.import_module("schema_org")
    for article in (FULL, newsparse.parse_file(seed)):
        data = as_the_validator_wants(schema_org, article.to_schema_org())
        schema_org.NewsArticle.model_validate(data)
        with pytest.raises(ValueError, match="notAProperty"):
            schema_org.NewsArticle.model_validate({**data, "notAProperty": "x"})


def as_the_validator_wants(schema_org: Any, data: dict[str, Any]) -> dict[str, Any]:
    """Return JSON-LD as it reads it: without ``@context``, dates as such, types it can tell."""
    made = {key: value for key, value in data.items() if key != "@context"}
    for key in ("datePublished", "dateModified"):
        if key in made:
            made[key] = dt.datetime.fromisoformat(made[key])
    if "mainEntityOfPage" in made:  # a WebPage is a CreativeWork, but it looks for the word
        made["mainEntityOfPage"] = schema_org.WebPage.model_validate(made["mainEntityOfPage"])
    return made


def test_json_ld_in_a_page_is_read_back() -> None:
    text = json.dumps(FULL.to_schema_org()).replace("</", "<\\/")
    script = f'<script type="application/ld+json">{text}</script>'
    page = f"<html><head>{script}</head><body>{FULL.body.html}</body></html>"
    read = newsparse.parse(page)
    for field in ("title", "published", "modified", "language", "free_access"):
        assert getattr(read, field) == getattr(FULL, field), field
    assert [person.name for person in read.authors] == ["Ann Byrne"]


# Markdown notes: Hexo, Hugo, Obsidian

NO_HUGO = {"url", "slug", "type", "layout", "draft", "aliases", "build", "cascade", "params"}
"""Keys that Hugo reads as orders to itself."""

NO_HEXO = {"published", "permalink", "layout", "disableNunjucks"}
"""Keys that Hexo reads as orders to itself."""


def test_a_note_opens_where_notes_are_opened() -> None:
    note = frontmatter.loads(FULL.to_markdown())
    assert note["title"] == FULL.title
    assert note["tags"] == ["ferry", "winter"]
    assert note["categories"] == ["News", "Harbour"]
    assert dt.datetime.fromisoformat(str(note["date"])) == FULL.published
    assert dt.datetime.fromisoformat(str(note["updated"])) == FULL.modified
    assert note.content.startswith("It *sails* again.\n\n> At **last**!")
    assert not (NO_HUGO | NO_HEXO) & set(note.keys())


@settings(max_examples=30)
@given(articles())
def test_any_note_is_front_matter_of_plain_yaml(article: Article) -> None:
    text = article.to_markdown()
    note = frontmatter.loads(text)
    assert note.get("title") == article.title
    assert note.get("tags", []) == list(article.keywords)
    assert not (NO_HUGO | NO_HEXO) & set(note.keys())
    # js-yaml and Go's yaml read version 1.2, where a line of hyphens ends the front matter
    assert yaml.safe_load(text.split("\n---\n", 1)[0][4:]) == note.metadata


def test_hexo_s_own_posts_are_read() -> None:
    post = """---
title: Frost
date: 2026-01-02 03:04:05
updated: 2026-01-03 00:00:00
tags:
- cold
categories:
- News
---
The harbour froze.
"""
    article = newsparse.parse(post)
    assert (article.title, article.keywords, article.categories) == ("Frost", ("cold",), ("News",))
    assert article.published is not None
    assert article.modified is not None
