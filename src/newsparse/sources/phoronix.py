"""Phoronix: news of Linux hardware; bare text split by <br>."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip
from ..source import Source, domain, site

PHORONIX = Source(
    id="phoronix",
    title="Phoronix",
    matches=(
        site("Phoronix"),
        domain("phoronix.com"),
    ),
    language="en",
    zone="America/New_York",
    strip=(
        strip(
            "category-icon",
            css('img[src*="/assets/categories/"]'),
            "the icon of the story's category, no picture of the story",
            example='<img alt="MESA -- " src="https://www.phoronix.com/assets/categories/mesa.jpg">',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [PHORONIX]
