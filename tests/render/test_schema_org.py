from __future__ import annotations

import datetime as dt
import json
from typing import Any

from hypothesis import given

from newsparse.article import Article
from newsparse.body import Body, Figure, Paragraph, Quote
from newsparse.image import Image
from newsparse.person import Person
from newsparse.render.schema_org import to_schema_org
from newsparse.testing.articles import articles

# what https://schema.org defines for these types, as far as it is of use here
DEFINED = {
    "NewsArticle": {
        *("@context", "@type", "headline", "alternativeHeadline", "url", "mainEntityOfPage"),
        *("datePublished", "dateModified", "author", "editor", "publisher", "sourceOrganization"),
        *("dateline", "articleSection", "keywords", "inLanguage", "description", "image"),
        *("articleBody", "isAccessibleForFree"),
    },
    "Person": {"@type", "name", "jobTitle", "url"},
    "Organization": {"@type", "name"},
    "WebPage": {"@type", "@id"},
    "ImageObject": {
        *("@type", "url", "description", "width", "height", "caption", "creditText"),
    },
}


def check(data: Any) -> None:
    if isinstance(data, dict):
        assert set(data) <= DEFINED[data["@type"]]
        for value in data.values():
            assert value is False or value, data
            check(value)
    elif isinstance(data, list):
        for value in data:
            check(value)
    else:
        assert isinstance(data, str | int)


@given(articles())
def test_only_defined_properties_with_a_value(article: Article) -> None:
    data = to_schema_org(article)
    json.dumps(data, allow_nan=False)
    check(data)


def test_all_properties() -> None:
    figure = Figure(image=Image(url="/b.jpg", alt="c"), caption=("d",), credit="e")
    article = Article(
        title="A",
        original_title="B",
        url="https://example.org/a",
        publisher="P",
        agency="Q",
        place="R",
        authors=(Person(name="S", role="reporter", url="/s"), Person(name="T")),
        editors=(Person(name="U"),),
        published=dt.datetime(2021, 7, 22, 13, 48, tzinfo=dt.UTC),
        modified=dt.datetime(2021, 7, 23, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=8))),
        language="en",
        categories=("v", "w"),
        keywords=("x",),
        summary="y",
        cover=Image(url="/b.jpg", width=3, height=4),
        body=Body(blocks=(Paragraph(content=("z",)), Quote(blocks=(figure,)))),
        free_access=False,
    )
    assert to_schema_org(article) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "A",
        "alternativeHeadline": "B",
        "url": "https://example.org/a",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.org/a"},
        "datePublished": "2021-07-22T13:48:00+00:00",
        "dateModified": "2021-07-23T08:00:00+08:00",
        "author": [
            {"@type": "Person", "name": "S", "jobTitle": "reporter", "url": "/s"},
            {"@type": "Person", "name": "T"},
        ],
        "editor": [{"@type": "Person", "name": "U"}],
        "publisher": {"@type": "Organization", "name": "P"},
        "sourceOrganization": {"@type": "Organization", "name": "Q"},
        "dateline": "R",
        "articleSection": ["v", "w"],
        "keywords": ["x"],
        "inLanguage": "en",
        "description": "y",
        "image": [
            {
                "@type": "ImageObject",
                "url": "/b.jpg",
                "description": "c",
                "width": "3 px",
                "height": "4 px",
                "caption": "d",
                "creditText": "e",
            }
        ],
        "articleBody": "z",
        "isAccessibleForFree": False,
    }


def test_nothing_is_written_for_nothing() -> None:
    assert to_schema_org(Article(title="A", original_title="A")) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "A",
    }
