"""What holds for any document: the rules every source ends with."""

from __future__ import annotations

from ..hookspecs import hookimpl
from ..rules import css, strip
from ..source import Source

GENERIC = Source(
    id="generic",
    title="Any document",
    inherits=("chinese-news", "archive"),
    strip=(
        strip(
            "hidden",
            # React sends late parts of a page hidden (id "S:0"): a script moves them in place.
            # "paywall" is schema.org's name for what is not free: hidden until someone has paid.
            css('[hidden]:not([id^="S:"]):not(.paywall)'),
            "the document itself hides it",
            example="<div hidden>…</div>",
        ),
    ),
    captions=(
        ".wp-caption-text",
        ".image-caption",
        ".img-caption",
        ".photo-caption",
        ".caption-text",
        ".img_descr",
        ".pictext",
    ),
    credits=("figcaption .credit", ".image-credit", ".photo-credit"),
)


@hookimpl
def newsparse_sources() -> list[Source]:
    return [GENERIC]
