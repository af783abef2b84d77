"""Scrapy: a spider that yields articles, and a pipeline that takes them.

    scrapy runspider examples/scrapy_pipeline.py -a url=https://news.example/story -O out.jsonl

`Article` is an attrs class, which Scrapy's itemadapter understands: articles are items as they
are. A pipeline reads them by field; a frozen article is changed by `attrs.evolve`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import scrapy
from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem
from scrapy.http import Response

import newsparse


class NoEmptyStories:
    """A pipeline: what has no story is dropped, the keywords are put in order."""

    def process_item(self, item: newsparse.Article) -> dict[str, Any]:
        """Return the item as plain data, which every exporter of Scrapy can write."""
        adapter = ItemAdapter(item)
        if not adapter["body"]:
            raise DropItem(f"no story: {adapter['url']}")
        return attrs.evolve(item, keywords=tuple(sorted(item.keywords))).to_dict()


class ArticleSpider(scrapy.Spider):
    """Parses the one page it is given."""

    name = "articles"
    custom_settings = {"ITEM_PIPELINES": {NoEmptyStories: 300}}  # noqa: RUF012 - so in Scrapy

    def __init__(self, url: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.start_urls = [url] if url else []

    def parse(self, response: Response, **_: Any) -> Iterator[newsparse.Article]:
        """Yield the article of a page; what is no article is logged."""
        try:
            yield newsparse.parse(response.body, url=response.url)
        except newsparse.NewsparseError as error:
            self.logger.warning("%s", error)
