"""Selectors for an element: short ones that should outlive a change of the page's design."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..dom import Node

_TOKEN = re.compile(r"[A-Za-z][A-Za-z_-]{1,40}\d{0,2}")
"""Names that people give. What a build tool makes up (``css-1x2y3z``, ``Title_a81Zq``,
``post-48213``) mixes letters and digits or carries a number."""

_TAG = re.compile(r"[a-z][a-z0-9-]*")
_MADE_UP = re.compile(r"__[A-Za-z]*[A-Z][a-z]+[A-Z]|^(?:css|sc|jsx|js|svelte)-")
_MARKS: Final = ("itemprop", "rel", "role", "property")
"""Attributes whose value says what an element is."""

_MARK_VALUE = re.compile(r"[A-Za-z][A-Za-z:_-]{1,40}")
MOST_CLASSES: Final = 4


def is_stable(token: str) -> bool:
    """Whether a class or id looks as if a person had given it."""
    return _TOKEN.fullmatch(token) is not None and _MADE_UP.search(token) is None


def tag_of(node: Node) -> str:
    """Return the tag of an element as a selector writes it; ``*`` for names CSS cannot write."""
    tag = node.tag or ""
    return tag if _TAG.fullmatch(tag) else "*"


def own_selectors(node: Node) -> Iterator[str]:
    """Yield selectors that look at the element alone, the most special first."""
    tag = tag_of(node)
    attributes = node.attributes
    token = attributes.get("id") or ""
    if is_stable(token):
        yield f"#{token}"
    for name in _MARKS:
        value = attributes.get(name) or ""
        if _MARK_VALUE.fullmatch(value):
            yield f'{tag}[{name}="{value}"]'
    tokens = [t for t in (attributes.get("class") or "").split() if is_stable(t)]
    for token in tokens[:MOST_CLASSES]:
        yield f"{tag}.{token}"


def selectors(node: Node) -> Iterator[str]:
    """Yield selectors for an element, the best first; some may match other elements too."""
    tag = tag_of(node)
    yield from own_selectors(node)
    if tag in ("h1", "time", "article", "main"):
        yield tag
    above = node.parent
    for _ in range(2):
        if above is None or above.tag in ("body", "html"):
            return
        for selector in own_selectors(above):
            yield f"{selector} {tag}"
        above = above.parent
