"""Has a pattern that goes back over the whole text from every place in it."""

from __future__ import annotations

import attrs

from newsparse.rules import strip, text

from ..herald import HERALD

SOURCE = attrs.evolve(
    HERALD,
    strip=(
        *HERALD.strip,
        strip(
            "more",
            text(r"(?:\w+\s*)+: read more$", scope="ending"),
            "a link to another story",
            example="The other mill: read more",
        ),
    ),
)
