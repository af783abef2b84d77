"""Words of a page cleaned for comparing and keeping."""

from __future__ import annotations

import html as _html
import re
from functools import lru_cache

_BLANKS = re.compile(r"[\s\x00-\x1f\u200b\u200e\u200f\u2060\ufeff\u00ad\ud800-\udfff]+")
_TAG = re.compile(r"<[^<>]{0,300}>")
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return `text` with runs of white space as one blank, entities resolved, tags gone.

    Entities and tags are dirt in an attribute or a JSON string: they were escaped twice.
    """
    if "&" in text and ";" in text:
        text = _html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return _BLANKS.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def flat(text: str) -> str:
    """Return the letters and digits of `text` only, case folded: for comparing."""
    return _NOT_WORD.sub("", text.casefold())
