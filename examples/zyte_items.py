"""Articles as zyte-common-items, the item types that Zyte's tools share.

    python examples/zyte_items.py PAGE.html [URL]

Prints the item as JSON. What the item type has no place for (categories, problems, origins)
stays in the article.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import zyte_common_items as zyte
from itemadapter import ItemAdapter

import newsparse


def to_zyte(article: newsparse.Article, url: str) -> zyte.Article:
    """Return the item for `article`; `url` is where the page was found."""
    images = [zyte.Image(url=image.url) for image in article.body.images]
    return zyte.Article(
        url=article.url or url,
        headline=article.title,
        articleBody=article.body.text or None,
        articleBodyHtml=article.body.html or None,
        authors=[zyte.Author(name=person.name) for person in article.authors] or None,
        datePublished=_utc(article.published),
        dateModified=_utc(article.modified),
        description=article.summary,
        inLanguage=article.language.split("-")[0] if article.language else None,
        images=images or None,
        mainImage=zyte.Image(url=article.cover.url) if article.cover else None,
    )


def _utc(moment: dt.datetime | None) -> str | None:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None


def main(arguments: Sequence[str] | None = None) -> int:
    path, *rest = sys.argv[1:] if arguments is None else arguments
    url = rest[0] if rest else Path(path).absolute().as_uri()
    item = to_zyte(newsparse.parse_file(path, url=rest[0] if rest else None), url)
    print(json.dumps(ItemAdapter(item).asdict(), ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
