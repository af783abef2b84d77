"""Hosts of one site: what they have in common is the site's domain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

_FRONT_LABELS: Final = ("www", "m", "amp", "mobile")

_SECOND_LEVEL: Final = frozenset("ac co com edu go gov net or org".split())
"""Under a country's domain these are no names of sites (``co.uk``, ``com.cn``)."""


def bare_host(host: str) -> str:
    """Return a host in lower case without ``www`` and the like."""
    first, _, rest = host.lower().partition(".")
    return rest if first in _FRONT_LABELS and "." in rest else host.lower()


def is_on(host: str, name: str) -> bool:
    """Whether a host is `name` or stands under it."""
    return host == name or host.endswith("." + name)


def shared_hosts(hosts: Iterable[str]) -> list[str]:
    """Return names under which all `hosts` stand, as few as can be, the most frequent first.

    Of hosts of one site (``news.dune.example``, ``sport.dune.example``) it is the site's
    domain; a host that is alone on its site stays as it is.
    """
    counted = Counter(filter(None, hosts))
    sites = defaultdict(list)
    for host in counted:
        sites[_site(host)].append(host)
    shared: Counter[str] = Counter()
    for site, members in sites.items():
        name = min(members, key=len)
        name = name if all(is_on(host, name) for host in members) else site
        shared[name] = sum(counted[host] for host in members)
    return [name for name, _ in shared.most_common()]


def _site(host: str) -> str:
    """Return the last two labels of a host, three where the two are a country's."""
    labels = host.split(".")
    country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3 if country else -2 :])
