"""Which of the addresses that a page gives for itself can be those of a page."""

from __future__ import annotations

from collections.abc import Iterable

from .offer import Offer
from .urls import host_of


def is_front_page(url: str) -> bool:
    """Whether `url` has a host and no path."""
    _, _, rest = url.partition("//")
    return not rest.partition("/")[2]


def addresses_of_pages(offers: Iterable[Offer]) -> list[Offer]:
    """Return the offers of addresses inside a site, those of real hosts if there are any.

    Some templates give the front page as the canonical address of all pages, or the name
    of the project as the host.
    """
    inside = [offer for offer in offers if not is_front_page(offer.value)]
    return [offer for offer in inside if "." in host_of(offer.value)] or inside
