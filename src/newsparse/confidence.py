"""How far each place of a page is trusted, by field.

The figures were set by how often each place, taken alone, gave the reference's value on
labelled pages of one half of the sites, then checked on the other half.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .offer import Offer

CONFIDENCE: Final[Mapping[str, Mapping[str, float]]] = {
    "title": {
        "headline": 0.97,
        "heading like title": 0.93,
        "heading beside title": 0.4,
        "only heading": 0.85,
        "heading": 0.55,
        "one of the headings": 0.45,
        "itemprop headline": 0.5,
        "story.headline": 0.75,
        "story.name": 0.5,
        "og:title": 0.6,
        "twitter:title": 0.5,
        "title": 0.5,
        "page.headline": 0.6,
        "page.name": 0.4,
        "parsely-title": 0.75,
        "cxenseparse:title": 0.7,
        "sailthru.title": 0.6,
        "citation_title": 0.7,
        "dcterms.title": 0.6,
        "dc.title": 0.5,
        "articletitle": 0.8,
        "baidu.title": 0.6,
        "video.name": 0.3,
    },
    "authors": {
        "itemprop author": 0.5,
        "story.author": 0.8,
        "story.creator": 0.7,
        "story.author (organisation)": 0.4,
        "story.author (agency)": 0.35,
        "author (agency)": 0.3,
        "article:author (agency)": 0.3,
        "author": 0.75,
        "byline": 0.7,
        "byline (before)": 0.5,
        "byline in text": 0.5,
        "author link": 0.65,
        "author element": 0.55,
        "byline (desk)": 0.45,
        "author link (desk)": 0.4,
        "author element (desk)": 0.4,
        "name beside profile": 0.4,
        "second author element": 0.45,
        "author element anywhere": 0.4,
        "written by": 0.4,
        "line of a name": 0.35,
        "signature": 0.35,
        "twitter:label written by": 0.7,
        "parsely-author": 0.8,
        "sailthru.author": 0.85,
        "cxenseparse:author": 0.85,
        "citation_author": 0.8,
        "article:author": 0.6,
        "dc.creator": 0.6,
        "dcterms.creator": 0.6,
        "og:author": 0.6,
        "page.author": 0.5,
        "video.author": 0.2,
    },
    "published": {
        "itemprop datepublished": 0.75,
        "itemprop datecreated": 0.5,
        "story.datePublished": 0.9,
        "story.dateCreated": 0.6,
        "page.datePublished": 0.85,
        "article:published_time": 0.9,
        "og:article:published_time": 0.85,
        "parsely-pub-date": 0.85,
        "sailthru.date": 0.85,
        "cxenseparse:recs:publishtime": 0.85,
        "cxenseparse:publishtime": 0.85,
        "datepublished": 0.8,
        "date": 0.6,
        "citation_publication_date": 0.8,
        "citation_online_date": 0.8,
        "citation_date": 0.7,
        "time near headline": 0.8,
        "date near headline": 0.75,
        "time near headline (before)": 0.6,
        "date near headline (before)": 0.55,
        "date in text": 0.2,
        "relative date near headline": 0.5,
        "further time near headline": 0.5,
        "further date near headline": 0.4,
        "further date in text": 0.15,
        "updated date in text": 0.15,
        "dated element": 0.4,
        "updated dated element": 0.3,
        "labelled day": 0.35,
        "updated labelled day": 0.3,
        "day on a line of its own": 0.25,
        "day in data": 0.3,
        "updated time near headline": 0.35,
        "updated date near headline": 0.35,
        "day in path": 0.6,
        "baidu.pubDate": 0.7,
        "bytedance:published_time": 0.8,
        "video.uploadDate": 0.3,
        "time": 0.3,
    },
    "modified": {
        "itemprop datemodified": 0.7,
        "story.dateModified": 0.9,
        "page.dateModified": 0.8,
        "article:modified_time": 0.85,
        "og:updated_time": 0.7,
        "time near headline": 0.8,
        "date near headline": 0.7,
    },
    "url": {
        "link canonical": 0.95,
        "og:url": 0.8,
        "story.mainEntityOfPage": 0.7,
        "story.url": 0.75,
        "story.@id": 0.5,
        "document": 0.6,
    },
    "publisher": {
        "story.publisher": 0.9,
        "og:site_name": 0.85,
        "page.publisher": 0.7,
        "application-name": 0.6,
        "heading links home": 0.4,
        "publisher": 0.6,
        "dc.publisher": 0.6,
    },
    "agency": {"source line": 0.7, "story.author": 0.7},
    "language": {"html lang": 0.8, "story.inLanguage": 0.75, "content-language": 0.6},
    "keywords": {"story.keywords": 0.8, "news_keywords": 0.8, "article:tag": 0.75, "keywords": 0.7},
    "categories": {"story.articleSection": 0.85, "article:section": 0.8},
    "summary": {
        "og:description": 0.8,
        "story.description": 0.75,
        "description": 0.7,
        "twitter:description": 0.65,
    },
    "cover": {"og:image": 0.85, "story.image": 0.8, "twitter:image": 0.7},
    "free_access": {"story.isAccessibleForFree": 0.9, "article:content_tier": 0.7},
}
"""How far each place is trusted, by field; a place not named here gets :data:`OTHERWISE`."""

OTHERWISE: Final = 0.45


def confidence(offer: Offer) -> float:
    """Return how far an offer is trusted by its place alone, 0 to 1."""
    origin = offer.origin
    if origin.confidence:
        return origin.confidence
    table = CONFIDENCE.get(offer.field)
    return table.get(origin.where, OTHERWISE) if table is not None else OTHERWISE
