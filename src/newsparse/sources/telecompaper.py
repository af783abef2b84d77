"""Telecompaper: telecom news from the Netherlands, one bare paragraph."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

TELECOMPAPER = Source(
    id="telecompaper",
    title="Telecompaper",
    matches=(
        site("Telecompaper"),
        domain("telecompaper.com"),
    ),
    language="en",
    zone="Europe/Amsterdam",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [TELECOMPAPER]
