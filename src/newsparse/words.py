"""Words of a page cleaned for comparing and keeping."""

from __future__ import annotations

import html as _html
import re
from functools import lru_cache

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060\ufeff\u00ad\ud800-\udfff]+")
_TAG = re.compile(r"<[^<>]{0,300}>")
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return `text` with runs of white space as one blank, entities resolved, tags gone.

    Control characters, zero-width blanks and lone surrogates count as white space.
    Entities and tags are dirt in an attribute or a JSON string: they were escaped twice.
    """
    if "&" in text and ";" in text:
        text = _html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(_UNSEEN.sub(" ", text).split())
    return text


@lru_cache(maxsize=4096)
def flat(text: str) -> str:
    """Return the letters and digits of `text` only, case folded: for comparing."""
    return _NOT_WORD.sub("", text.casefold())
