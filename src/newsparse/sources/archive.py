"""The front matter of feed archives, in all layouts their generators wrote.

The archive that most of this was learned from fills ``author`` with the site
(``SITE`` or ``SITE - FEED``), ``categories`` with topic, site and feed in one
of three layouts, and ``headimg`` and ``thumbnail`` with any picture it finds.
The keys of other generators of front matter (Jekyll, Hexo, Hugo) are known too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..converters import Context, Converter, to_list, to_names, to_text
from ..hookspecs import hookimpl
from ..rules import key, take
from ..source import Source

SEPARATOR = " - "


def archive_site(value: Any, context: Context) -> str | None:
    """Return the site an ``author`` of the archive stands for, None for a person."""
    if not isinstance(value, str):
        return None
    site = value.partition(SEPARATOR)[0].strip()
    if site in context.sites:
        return site
    categories = context.document.matter.get("categories")
    if not isinstance(categories, tuple) or len(categories) < 2:
        return None
    named = str(categories[1]).partition(SEPARATOR)[0].strip()
    return site or None if site == named else None


def archive_people(value: Any, context: Context) -> Any:
    """Return the people an ``author`` names, None where it names the site."""
    return None if archive_site(value, context) else to_names(value, context)


def archive_categories(value: Any, context: Context) -> tuple[str, ...] | None:
    """Return topic, site and feed; the early layouts write ``SITE - FEED`` as one."""
    texts = to_list(value, context)
    if texts is None or len(texts) != 2 or SEPARATOR not in texts[1]:
        return texts
    if to_text(context.document.matter.get("author"), context) != texts[1]:
        return texts
    site, _, feed = texts[1].partition(SEPARATOR)
    return (texts[0], site.strip(), feed.strip())


@hookimpl
def newsparse_converters() -> Mapping[str, Converter]:
    return {
        "archive-site": archive_site,
        "archive-people": archive_people,
        "archive-categories": archive_categories,
    }


ARCHIVE = Source(
    id="archive",
    title="Posts with front matter",
    map=(
        take("title", key("title"), "the headline", to="title", example="title: '…'"),
        take(
            "url",
            key("url", "link", "permalink", "source_url", "canonical_url"),
            "where the article was published",
            to="url",
            example="url: https://paper.example/1",
        ),
        take(
            "published",
            key("date", "published", "pubDate", "published_at", "publish_date", "datePublished"),
            "the day the feed gave",
            to="published",
            example="date: Thu, 22 Jul 2021 13:48:41 GMT",
        ),
        take(
            "modified",
            key("updated", "modified", "lastmod", "last_modified_at", "dateModified"),
            "the day of the last change",
            to="modified",
            example="updated: 2021-07-23",
        ),
        take(
            "categories",
            key("categories", "category"),
            "topic, site and feed, or a blog's own categories",
            to="categories",
            convert="archive-categories",
            example="categories: [金融, 新浪财经, 新浪财经－国內]",
        ),
        take(
            "keywords",
            key("tags", "keywords"),
            "the author's own keywords",
            to="keywords",
            example="tags: [boats, harbour]",
        ),
        take(
            "publisher",
            key("author"),
            "the archive writes the site where the author belongs",
            to="publisher",
            convert="archive-site",
            example="author: 新浪财经 - 新浪财经－国內",
        ),
        take(
            "authors",
            key("author", "authors", "byline"),
            "other generators write the author there",
            to="authors",
            convert="archive-people",
            example="author: Ada Brook",
        ),
        take(
            "summary",
            key("description", "summary", "excerpt", "abstract"),
            "the abstract",
            to="summary",
            example="description: Seven days between two piers.",
        ),
        take(
            "cover",
            key("headimg", "thumbnail", "image", "cover", "banner"),
            "the picture shown beside the headline",
            to="cover",
            example="headimg: 'https://paper.example/1.jpg'",
        ),
        take(
            "language",
            key("lang", "language"),
            "the language, where given",
            to="language",
            example="lang: en",
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [ARCHIVE]
