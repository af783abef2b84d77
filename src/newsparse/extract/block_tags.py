"""What each tag does to the blocks of a story."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..dom import INVISIBLE

# What a tag does; tags that are not here are inline and leave no mark.
BREAK, BLOCK, HEADING, MARK, IMAGE, LIST, ITEM, QUOTE, TABLE, PRE, FIGURE = range(11)
EMBED, CONTROL, GONE, CODE, CAPTION, CREDIT, CITE = range(11, 18)

CONTROLS = "button,select,textarea,option,optgroup"
CONTROLS_IN_CODE = f":is(code,kbd,samp,tt,pre) :is({CONTROLS})"

ACTIONS: Final[Mapping[str, int]] = {
    **dict.fromkeys(
        "address article aside body caption center dd details dialog dir div dl dt fieldset footer "
        "form header hgroup hr legend listing main menu nav p plaintext search section summary "
        "tbody td tfoot th thead tr xmp".split(),
        BLOCK,
    ),
    **dict.fromkeys(INVISIBLE, GONE),
    **dict.fromkeys(CONTROLS.split(","), CONTROL),
    **{f"h{n}": HEADING for n in range(1, 7)},
    **dict.fromkeys(["strong", "b", "em", "i", "a"], MARK),
    **dict.fromkeys(["code", "kbd", "samp", "tt"], CODE),
    **dict.fromkeys(["iframe", "embed", "video", "audio"], EMBED),
    "br": BREAK,
    "img": IMAGE,
    "amp-img": IMAGE,
    "ul": LIST,
    "ol": LIST,
    "li": ITEM,
    "blockquote": QUOTE,
    "table": TABLE,
    "pre": PRE,
    "figure": FIGURE,
    "figcaption": CAPTION,
}

PLAIN = frozenset((BLOCK, HEADING, ITEM))

# Elements inside of which a single <br> is a line break, not the end of a paragraph.
BREAK_IS_LINE = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote td th dd dt figcaption address".split()
)

CONTROL_RULE: Final = "html:control"
"""The id under which the text of buttons and other form controls is left out."""

EMBED_RULE: Final = "html:embed-address"
"""The id under which the address of an embed is left out of the words of the story."""

HTML_RULES: Final = {
    CONTROL_RULE: "a button or another form control",
    EMBED_RULE: "the address of what is embedded",
}
"""What the ids say."""
