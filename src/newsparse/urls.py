"""URLs as documents write them: cleaned, resolved, freed from proxies, judged by their looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit, urlunsplit

MAX_LENGTH: Final = 8192
"""Characters; no server takes a longer request line, and no article links to one."""

MAX_HOST: Final = 253
"""Characters of a host name (RFC 1035, 2.3.4: 255 bytes on the wire)."""

# WHATWG URL Standard, 4.4: control characters and blanks at the ends, tabs and line ends
# anywhere are not part of a URL.
_ENDS: Final = "".join(map(chr, range(0x21)))
_INSIDE = re.compile(r"[\x00-\x1f\x7f]")
_FIRST_PART = re.compile(r"[/?#]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")

_PROXY = re.compile(r"https?://(?:cors\.[\w.-]+|[\w.-]+\.workers\.dev)/\?(https?://.+)")
_QUERY_PROXY = re.compile(
    r"https?://(?:images\.weserv\.nl|wsrv\.nl|[\w.-]*imageproxy[\w.-]*)/\?(?:.*&)?url=([^&]+)"
    r"|(?:https?://[^/?#]+)?/_next/image/?\?(?:.*&)?url=([^&]+)"
)
_PHOTON = re.compile(r"https?://i[0-3]\.wp\.com/([\w-]+(?:\.[\w-]+)+/[^?#]+)(?:\?.*)?")

_PLACEHOLDER_HOSTS = re.compile(
    r"(?:https?:)?//(?:[\w-]+\.)*(?:picsum\.photos|placehold\.(?:it|co|jp)|placeholder\.com|"
    r"placekitten\.com|placeimg\.com|dummyimage\.com|loremflickr\.com|fakeimg\.pl|unsplash\.it)/"
)
_PLACEHOLDER_FILES = re.compile(
    r"/(?:1x1|1px|0|spacer|blank|clear|transparent|trans|empty|gr[ae]y|white|loading|lazy(?:load)?|"
    r"placeholder|pixel|nopic|noimage|no[-_]image|default[-_]?(?:img|image|pic))"
    r"(?:[-_.]?[\w]{0,12})?\.(?:gif|png|jpe?g|svg|webp)(?:[?#].*)?$",
    re.IGNORECASE,
)

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|spm|scm|_hs(?:enc|mi)|"
    r"ref_src|ref_url|cmpid|ocid|ncid|cid|wt\.mc_id|s_kwcid|xtor|share_token|shared?_from",
    re.IGNORECASE,
)


def clean_url(value: object, base: str | None = None, *, links: bool = False) -> str | None:
    """Return an http(s) URL, resolved against `base` where that is known.

    Args:
        value: what the document says.
        base: the URL of the document; without it relative URLs stay relative.
        links: whether ``mailto:`` and ``tel:`` are good as well.

    Returns:
        None for what is no URL, for schemes that could run code or hold data,
        for bare fragments and for more than :data:`MAX_LENGTH` characters.
    """
    if type(value) is not str:
        return None
    url = value.strip(_ENDS)
    if not url or len(url) > MAX_LENGTH or url[0] == "#":
        return None
    if not url.isprintable() and _INSIDE.search(url):
        url = _INSIDE.sub("", url)
    if " " in url:
        url = url.replace(" ", "%20")
    if url.startswith(("https://", "http://")):
        return url if len(url) > len("https://") else None
    scheme = _SCHEME.match(url)
    if scheme is not None:
        name = scheme[1].lower()
        if name in ("http", "https"):
            rest = url[scheme.end() :].lstrip("/\\")
            return f"{name}://{rest}" if rest else None
        if links and name in ("mailto", "tel"):
            return url if len(url) > scheme.end() else None
        # `host.example:8080/x` without a scheme is no URL either
        return None
    if url.startswith("//"):
        secure = "http:" if base is not None and base.startswith("http:") else "https:"
        return secure + url if len(url) > len("//") else None
    if base is None:
        # RFC 3986, 4.2: in the first part of a relative path stands no colon
        return None if ":" in url and ":" in _FIRST_PART.split(url, 1)[0] else url
    try:
        joined = urljoin(base, url)
    except ValueError:
        return None
    return joined if not _SCHEME.match(joined) or joined.startswith("http") else None


def unproxy_image(url: str) -> str:
    """Return the address of the picture itself where `url` is that of an image proxy."""
    if "?" not in url and "wp.com/" not in url:
        return url
    match = _PROXY.match(url)
    if match:
        return match[1]
    match = _QUERY_PROXY.match(url)
    if match:
        inner = clean_url(unquote(match[1] or match[2]), url)
        return inner if inner is not None else url
    match = _PHOTON.match(url)
    return f"https://{match[1]}" if match else url


def is_placeholder_image(url: str) -> bool:
    """Whether a picture stands in for one that is not there (yet)."""
    return (
        url.startswith("data:")
        or _PLACEHOLDER_HOSTS.match(url) is not None
        or _PLACEHOLDER_FILES.search(url[-MAX_LENGTH // 32 :]) is not None
    )


def is_tracking_pixel(width: int | None, height: int | None) -> bool:
    """Whether a picture of that size (CSS pixels) only counts readers."""
    return (width is not None and width <= 1) or (height is not None and height <= 1)


def host_of(url: str) -> str:
    """Return the host of `url` in lower case, without port and user; empty if there is none."""
    _, mark, rest = url.partition("//")
    if not mark:
        return ""
    for end in "/?#":
        rest = rest.partition(end)[0]
    host = rest.rpartition("@")[2]
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].rstrip(".").lower()


def host_suffixes(host: str) -> Iterator[str]:
    """Yield `host` and the domains it is under, the longest first; nothing if it is no host."""
    while host and len(host) <= MAX_HOST:
        yield host
        host = host.partition(".")[2]


def strip_tracking(url: str) -> str:
    """Return `url` without the parameters that only tell where a reader came from."""
    if "?" not in url:
        return url
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return url
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    if len(kept) == len(pairs):
        return url
    return urlunsplit(parts._replace(query=urlencode(kept)))
