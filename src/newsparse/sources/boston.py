"""Boston.com: local news; boxes with links and for browser alerts stand in the story."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip
from ..source import Source, domain, site

BOSTON = Source(
    id="boston",
    title="Boston.com",
    matches=(
        site("Boston.com"),
        domain("boston.com"),
    ),
    language="en",
    zone="America/New_York",
    strip=(
        strip(
            "related-links",
            css("div.related-links"),
            "links to other stories",
            example='<div class="related-links"><h3>Related Links</h3><ul>…</ul></div>',
        ),
        strip(
            "browser-alerts",
            css("div.airship-web-notifications"),
            "asks to turn on browser alerts",
            example='<div class="airship-web-notifications">Get browser alerts:</div>',
        ),
    ),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [BOSTON]
