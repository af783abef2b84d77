"""The head of a page: ``<meta>``, ``<link>``, ``<title>``, ``<html lang>``.

Read are OpenGraph (https://ogp.me), Twitter cards, Dublin Core (``dc.``, ``dcterms.``),
Parse.ly, Sailthru, Highwire (``citation_*``), Cxense, the names that Chinese offices
(政府网站发展指引, 国办发〔2017〕47号, appendix 2) and Toutiao (``bytedance:``) prescribe, and
the plain names of HTML. Each name belongs to one field; how much it is trusted says
:mod:`newsparse.choose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import unquote

from ...han_names import is_chinese
from ...image import Image
from ...language import normalise_tag
from ...urls import clean_url
from ...words import squeezed

META: Final[Mapping[str, str]] = {
    name: field
    for field, names in {
        "title": "og:title twitter:title dc.title dcterms.title sailthru.title parsely-title "
        "citation_title cxenseparse:title headline title hdl article:title articletitle",
        "authors": "author article:author dc.creator dcterms.creator dc.contributor parsely-author "
        "sailthru.author citation_author byl cxenseparse:author og:author article:author_name "
        "creator article_author authors og:article:author shareaholic:article_author_name "
        "dcsext.author articleauthor author_name page.author bylines byline",
        "published": "article:published_time og:article:published_time og:published_time "
        "datepublished date dc.date dc.date.issued dc.date.created dcterms.created dcterms.issued "
        "dcterms.date parsely-pub-date sailthru.date cxenseparse:recs:publishtime "
        "cxenseparse:publishtime pubdate publish-date publish_date publishdate published_time "
        "article_date_original citation_publication_date citation_online_date citation_date "
        "originalpublicationdate ptime rnews:datepublished datecreated article.published "
        "shareaholic:article_published_time published-date published date.issued dc.created "
        "weibo:article:create_at publication_date publicationdate eomportal-published pub_date "
        "video:release_date article:create_at created timestamp og:pubdate og:regdate "
        "article.created bt:pubdate displaydate dcsext.publisheddate bytedance:published_time",
        "modified": "article:modified_time og:updated_time og:article:modified_time datemodified "
        "dcterms.modified dc.date.modified lastmod last-modified revised article.updated "
        "article:modified last_updated_date modified weibo:article:update_at updated_time "
        "shareaholic:article_modified_time utime bytedance:updated_time",
        "url": "og:url twitter:url parsely-link sailthru.url",
        "publisher": "og:site_name application-name dc.publisher dcterms.publisher publisher "
        "citation_journal_title apple-mobile-web-app-title cre site_name",
        "agency": "contentsource mediaid",
        "language": "og:locale content-language dc.language dcterms.language language "
        "citation_language inlanguage",
        "keywords": "news_keywords keywords article:tag parsely-tags sailthru.tags og:article:tag "
        "dc.subject citation_keywords",
        "categories": "article:section parsely-section og:article:section og:section "
        "cxenseparse:category articlesection columnname",
        "summary": "og:description description twitter:description dc.description "
        "dcterms.abstract sailthru.description dcterms.description",
        "cover": "og:image og:image:secure_url og:image:url twitter:image twitter:image:src "
        "sailthru.image.full parsely-image-url",
        "free_access": "article:content_tier og:content_tier isaccessibleforfree",
    }.items()
    for name in names.split()
}
"""The name of a ``<meta>``, in lower case, and the field it speaks of."""

WRITTEN_BY: Final = frozenset(
    [
        "written by",
        "author",
        "verfasst von",
        "geschrieben von",
        "autor",
        "escrito por",
        "écrit par",
        "rédigé par",
        "scritto da",
        "geschreven door",
        "napisane przez",
        "autor/a",
        "författare",
        "skrevet av",
        "skriven av",
        "yazan",
        "yazar:",
        "автор",
        "написано автором",
        "作者",
        "投稿者",
        "执笔者",
        "執筆者",
        "作者：",
        "글쓴이",
        "av",
        "by",
        "penulis",
        "ditulis oleh",
    ]
)
"""Labels of the Twitter card slot in which blog software names the author."""


def read_meta(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return name to values for the ``<meta>`` that :data:`META` knows, cleaned.

    Args:
        pairs: name (or property, itemprop, http-equiv) and content, in page order.
    """
    found: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for name, content in pairs:
        name = name.strip().lower()
        if name.startswith(("twitter:label", "twitter:data")):
            labels[name] = content
        elif name not in META:
            name = name.replace("dc:", "dc.").replace("dcterms:", "dcterms.")
            if name not in META and not name.startswith("og:image:"):
                continue
        value = squeezed(content[:10_000])
        if value:
            found.setdefault(name, []).append(value)
    for label, text in labels.items():
        if label.startswith("twitter:label") and _says_author(text.strip().lower()):
            data = labels.get(label.replace("label", "data"))
            if data and data.strip():
                found["twitter:label written by"] = [squeezed(data)]
    return found


def _says_author(label: str) -> bool:
    return label in WRITTEN_BY or (label.endswith(" by") and "review" not in label)


def image_of(found: Mapping[str, list[str]], name: str, base: str | None) -> Image | None:
    """Return the picture of an image ``<meta>`` with the size and words told beside it."""
    url = clean_url(found[name][0], base)
    if url is None:
        return None
    if not name.startswith("og:image"):
        return Image(url=url)
    alt = found.get("og:image:alt")
    return Image(
        url=url,
        alt=alt[0] if alt else None,
        width=pixels(found.get("og:image:width", ("",))[0]),
        height=pixels(found.get("og:image:height", ("",))[0]),
    )


def canonical(href: str, base: str | None) -> str | None:
    """Return the address in a ``<link rel=canonical>``; some were escaped as a whole."""
    if href[:10].lower().startswith(("http%3a", "https%3a")):
        href = unquote(href)
    return clean_url(href, base)


def pixels(value: object) -> int | None:
    """Return a size in pixels, None for what is none or beyond all measure."""
    text = str(value)[:12].removesuffix("px").strip()
    if not text.isdecimal():
        return None
    size = int(text)
    return size if 0 < size < 100_000 else None


def language_tag(value: str) -> str | None:
    """Return a language told by the page as a BCP 47 tag, None for nonsense."""
    return normalise_tag(value.replace("_", "-").split(",")[0].strip())


_HAN = re.compile("[\u3400-\u9fff]")
_FACT = re.compile(r"[a-z]+[A-Z]\w*: ")
"""A fact for the publisher's own programs in the place of a keyword: "contentId: 7"."""


def _in_chinese(words: list[str]) -> bool:
    """Whether words are Chinese, whose blanks do not belong to a word."""
    return len(words) > 2 and 2 * sum(_HAN.search(word) is not None for word in words) > len(words)


def words_of(values: Iterable[str]) -> tuple[str, ...]:
    """Return keywords: several values, or one with commas, without doubles.

    Semicolons and bars serve as well, and blanks between Chinese words.
    """
    seen: dict[str, None] = {}
    for value in values:
        value = value.replace("，", ",").replace("、", ",")
        mark = ";" if value.count(";") > value.count(",") else ","
        if mark not in value:
            mark = "|" if "|" in value else " " if _in_chinese(value.split()) else mark
        for word in value.split(mark):
            word = word.strip(" \t\"'#[]")
            if word and len(word) <= 100 and "<" not in word and not _FACT.match(word):
                seen.setdefault(word)
            if len(seen) >= 100:
                return tuple(seen)
    if len(seen) == 1 and is_chinese(only := next(iter(seen))) and only.count(" ") > 1:
        # Chinese words hold no blanks: there, blanks part them.
        return tuple(dict.fromkeys(only.split()))
    return tuple(seen)
