"""What kind of text this is: a post, a whole page, a fragment, or none of ours."""

from __future__ import annotations

import re
from typing import Final

from .document import Shape
from .errors import WrongFormatError

# What a document is shows in its first lines; what stands before them may be long.
_HEAD: Final = 2000

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
# What Internet Explorer and Chrome write above a page they save ("mark of the web"), and
# the bare address that others write there.
_SAVED_FROM = re.compile(
    r"\s{0,99}(?:<!doctype[^>]{0,400}>\s{0,99})?"
    r"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)\s?)?(https?://[^\s<>]{1,2000})\s{0,9}-->",
    re.IGNORECASE,
)
_SERVER_ERRORS = re.compile(
    r"\s{0,99}(?:<br\s?/?>\s{0,9})?"
    r"<b>(?:Warning|Notice|Deprecated|Strict Standards|Parse error)</b>:"
)
"""How PHP shows an error (https://www.php.net/manual/en/errorfunc.configuration.php)."""

_BEFORE_PAGE = re.compile(
    r"(?:\s+|<!--(?:(?!-->)[\s\S])*+-->|<style\b(?:(?!</style)[\s\S])*+</style\s*>"
    r"|<script\b(?:(?!</script)[\s\S])*+</script\s*>|<(?:meta|link|base)\b[^>]*+>)*+",
    re.IGNORECASE,
)
"""What may stand before the first tag that only pages have."""
_TITLE = re.compile(r"<title\b", re.IGNORECASE)
_XML = re.compile(
    r"\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*+-->\s*|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*+"
    r"<(?:[\w.-]+:)?([\w.-]+)([^>]*)",
    re.IGNORECASE,
)
# HTML pages are sometimes served as XML; any root that HTML knows is no foreign one.
_HTML_ROOTS: Final = frozenset(
    ["html", "head", "body", "div", "article", "section", "main", "p", "span", "table"]
)
_FEED_CURE: Final = "read its entries with a feed reader and parse the HTML of each"
_FOREIGN: Final = {
    "rss": f"an RSS feed; {_FEED_CURE}",
    "feed": f"an Atom feed; {_FEED_CURE}",
    "rdf": f"an RDF (RSS 1.0) feed; {_FEED_CURE}",
    "urlset": "a sitemap; fetch the pages it lists and parse those",
    "sitemapindex": "an index of sitemaps; fetch the pages they list and parse those",
    "opml": "an OPML list of feeds; fetch the feeds and parse their entries",
    "svg": "an SVG image, not a text",
    "newsml": "a NewsML document; convert its text to HTML first",
    "nitf": "an NITF document; convert its text to HTML first",
}
# These roots mean what they say without an XML declaration as well.
_PLAIN: Final = frozenset(["rss", "rdf", "urlset", "sitemapindex", "opml", "nitf"])
_JSON = re.compile(r"\s*+(?:\{\s*+(?:\"|\}\s*\Z)|\[\s*+[{\[\"\]])")


def saved_from(html: str) -> str | None:
    """Return the URL a page was saved from, where a comment at its very top tells it."""
    found = _SAVED_FROM.match(html)
    return found[1] if found else None


def shape_of(html: str, has_matter: bool) -> Shape:
    """Return ``post`` with front matter, ``page`` for a whole page, else ``fragment``.

    A page says so in the first 2,000 characters after leading comments, styles,
    scripts and the like: a doctype, ``<html>``, ``<head>`` or ``<body>``. As all of
    these may be left out (HTML Standard, "Optional tags"), a title tells a page as
    well, where it is the first of what is left.
    """
    if has_matter:
        return "post"
    found = _BEFORE_PAGE.match(html)
    start = found.end() if found else 0
    if _PAGE.search(html, start, start + _HEAD) or _TITLE.match(html, start):
        return "page"
    # A server that reports its errors does so in front of the page.
    if _SERVER_ERRORS.match(html, start) and _PAGE.search(html, start):
        return "page"
    return "fragment"


def refuse_foreign(html: str, name: str | None = None) -> None:
    """Raise for a text that is neither a post nor a page.

    Args:
        html: the text after the front matter; empty is no error here.
        name: the input's name for the message.

    Raises:
        WrongFormatError: a feed, a sitemap, other XML that is not XHTML, or a
            bare JSON document; the message says which and what to do.
    """
    first = html[:1]
    if first not in "<{[":
        first = html[:_HEAD].lstrip()[:1]
    if first == "<":
        kind = _foreign_markup(html)
    elif first in ("{", "["):
        kind = _bare_json(html)
    else:
        return
    if kind:
        raise WrongFormatError(f"this is {kind}", name=name)


def _foreign_markup(html: str) -> str | None:
    start = html[:_HEAD].lstrip()
    declared = start[:5].lower() == "<?xml"
    if not declared and not _MAY_BE_FOREIGN.match(start):
        return None
    found = _XML.match(html)
    if found is None:
        return None
    root, attributes = found[1].lower(), found[2]
    if root in _FOREIGN and (
        declared or root in _PLAIN or (root != "svg" and "xmlns" in attributes)
    ):
        return _FOREIGN[root]
    if declared and root not in _HTML_ROOTS:
        return f"an XML document (<{root[:40]}>), not XHTML; convert it to HTML first"
    return None


_MAY_BE_FOREIGN = re.compile(
    r"<(?:[!?]|(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|urlset|sitemapindex|opml|newsml|nitf)\b)",
    re.IGNORECASE,
)


def _bare_json(html: str) -> str | None:
    if not _JSON.match(html):
        return None
    end = html[-_HEAD:].rstrip()[-1:]
    if end not in ("}", "]"):
        return None
    return "a JSON document; take the HTML of the story out of it and parse that"
