r"""Which URLs may be written into a page.

A URL is judged as a browser would read it: the WHATWG URL standard (section
4.4, basic URL parser) drops C0 controls and blanks at both ends and tabs and
newlines anywhere, so ``" java\nscript:…"`` is a script there. What is left
must be relative or have a scheme of the list; there is no list of bad ones.
"""

from __future__ import annotations

import re
from typing import Final

LINK_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
IMAGE_SCHEMES: Final = frozenset({"http", "https"})

_EDGE: Final = "".join(map(chr, range(0x21)))
_DROPPED: Final = re.compile(r"[\t\n\r]")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_SCHEME: Final = re.compile(r"([^/?#:]*):")


def safe_url(url: str, schemes: frozenset[str] = LINK_SCHEMES) -> str:
    """Return `url` as it may be written, or an empty string if it may not.

    Anything before a first colon that is no scheme of `schemes` is refused,
    real schemes and curious file names alike. The result holds no control
    characters; it is not escaped for HTML.
    """
    if url.startswith(("https://", "http://")) and url.isprintable():
        return url.rstrip(" ")
    url = _DROPPED.sub("", url).strip(_EDGE)
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() not in schemes:
        return ""
    return _CONTROL.sub(lambda found: f"%{ord(found[0]):02X}", url)
