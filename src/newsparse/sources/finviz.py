"""finviz: headlines of the wires on listed companies; the body is the headline again."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..source import Source, domain, site

FINVIZ = Source(
    id="finviz",
    title="finviz",
    matches=(
        site("finviz"),
        domain("finviz.com"),
    ),
    language="en",
    zone="America/New_York",
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [FINVIZ]
