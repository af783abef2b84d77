"""Pictures and embeds: lazy loading, placeholders, decoration."""

from __future__ import annotations

import re

from ..body import Embed
from ..dom import Node, find_all, find_first
from ..image import Image
from ..urls import clean_url, is_placeholder_image, is_tracking_pixel, unproxy_image

_LAZY = (
    "data-original",
    "data-original-src",
    "data-src",
    "data-lazy-src",
    "data-actualsrc",
    "data-lazy",
    "data-hi-res-src",
    "data-full-src",
    "file",
)
"""Attributes in which scripts keep the picture's real address until it is scrolled to."""

_FILE_NAME = re.compile(r"[^\s]{0,120}\.(?:jpe?g|png|gif|webp|bmp|avif)", re.IGNORECASE)
_DECORATION = re.compile(
    r"\b(?:emoji|emoticon|smiley|icon|avatar|spinner|loading)\b", re.IGNORECASE
)

SMALL = 40
"""CSS pixels: a picture whose given width and height are not more is decoration."""


def read_image(node: Node, base: str | None) -> Image | None:
    """Return the picture of an ``<img>``, or None where it has no usable address."""
    attributes = node.attributes
    url = None
    for name in _LAZY:
        value = attributes.get(name)
        if value:
            url = clean_url(value, base)
            if url is not None:
                break
    if url is None:
        url = clean_url(attributes.get("src"), base)
        if url is None or is_placeholder_image(url):
            url = _from_srcset(node, attributes, base) or url
    if url is None:
        return None
    alt = attributes.get("alt")
    if alt is not None:
        alt = " ".join(alt.split())
        if not alt or _FILE_NAME.fullmatch(alt):
            alt = None
    return Image(
        url=unproxy_image(url),
        alt=alt,
        width=_pixels(attributes.get("width")),
        height=_pixels(attributes.get("height")),
    )


def read_own_image(node: Node) -> Image | None:
    """Return the picture of an ``<img>`` as :mod:`newsparse.render.html` writes it."""
    attributes = node.attributes
    url = attributes.get("src")
    if not url:
        return None
    return Image(
        url=url,
        alt=attributes.get("alt") or None,
        width=_pixels(attributes.get("width")),
        height=_pixels(attributes.get("height")),
    )


def _from_srcset(node: Node, attributes: dict[str, str | None], base: str | None) -> str | None:
    """Return the largest picture of a ``srcset`` (HTML Standard, 4.8.4.2.2)."""
    sets = [attributes.get("data-srcset"), attributes.get("srcset")]
    parent = node.parent
    if parent is not None and parent.tag == "picture":
        for source in find_all(parent, "source"):
            found = source.attributes
            sets += [found.get("data-srcset"), found.get("srcset")]
    for value in sets:
        best, best_size = None, -1.0
        for candidate in (value or "")[:8192].split(", "):
            words = candidate.split()
            if not words:
                continue
            size = _number(words[1][:-1]) if len(words) > 1 else 1.0
            if size > best_size:
                best, best_size = words[0].rstrip(","), size
        url = clean_url(best, base) if best else None
        if url is not None:
            return url
    return None


def _number(text: str) -> float:
    try:
        return float(text[:12])
    except ValueError:
        return 0.0


def _pixels(value: str | None) -> int | None:
    if not value:
        return None
    digits = value[:6].removesuffix("px").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() else None


def is_decoration(node: Node, image: Image) -> bool:
    """Whether a picture is an icon, an emoji, a tracking pixel or a placeholder."""
    width, height = image.width, image.height
    if width is not None and height is not None and width <= SMALL and height <= SMALL:
        return True
    if is_placeholder_image(image.url) or is_tracking_pixel(width, height):
        return True
    classes = node.attributes.get("class")
    return bool(classes and _DECORATION.search(classes))


def read_own_embed(node: Node) -> Embed | None:
    """Return the embed of ``<figure class="embed">`` as :mod:`newsparse.render.html` writes it."""
    if node.attributes.get("class") != "embed":
        return None
    link = find_first(node, "a[href]")
    url = clean_url(link.attributes.get("href")) if link is not None else None
    if link is None or url is None:
        return None
    text = " ".join(link.text().split())
    return Embed(url=url, title=None if not text or text == url else text)


def read_embed(node: Node, base: str | None) -> Embed | None:
    """Return what an ``<iframe>``, ``<embed>``, ``<video>`` or ``<audio>`` shows."""
    attributes = node.attributes
    value = attributes.get("src") or attributes.get("data-src")
    if not value:
        inner = find_first(node, "source[src]")
        value = inner.attributes.get("src") if inner is not None else None
    url = clean_url(value, base)
    if url is None:
        return None
    title = " ".join((attributes.get("title") or "").split()) or None
    return Embed(url=url, title=title)
