"""Takes the picture for an advert."""

from __future__ import annotations

import attrs

from newsparse.rules import css, strip

from ..herald import HERALD

SOURCE = attrs.evolve(
    HERALD,
    strip=(
        *HERALD.strip,
        strip("advert", css("figure"), "adverts are pictures", example="<figure>x</figure>"),
    ),
)
