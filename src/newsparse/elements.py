"""Which elements behave alike in the tree construction of HTML (section 13.2)."""

from __future__ import annotations

from typing import Final


def names(text: str) -> frozenset[str]:
    """Return the names in a text."""
    return frozenset(text.split())


VOID: Final = names(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param"
    " source track wbr"
)
RAW: Final = names("script style xmp iframe noembed noframes textarea title plaintext")
FORMATTING: Final = names("b big code em font i s small strike strong tt u a nobr")
SCOPE: Final = names(
    "applet caption html table td th marquee object template select"
    " ~foreignobject ~desc ~title ~mi ~mo ~mn ~ms ~mtext"
)
ROOTS: Final = names("html head body frameset")
MAX_ROOTS: Final = 50
MARKERS: Final = names("applet caption td th marquee object template")
CELLS: Final = names("td th")
CAPTION_OR_CELL: Final = names("caption td th")
ROW: Final = names("tr")
HEADINGS: Final = names("h1 h2 h3 h4 h5 h6")
BODIES: Final = names("tbody thead tfoot")
TABLE_SCOPE: Final = names("html table template")
CLOSE_P: Final = names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
    " footer header hgroup main menu nav ol p search section summary ul h1 h2 h3 h4 h5 h6 pre"
    " listing form li dd dt plaintext hr xmp"
)
# Elements that "any other end tag" and a new list item do not look through.
SPECIAL: Final = (
    CLOSE_P
    | SCOPE
    | BODIES
    | names(
        "body button colgroup frameset head iframe noembed noframes noscript script style textarea"
        " title tr"
    )
)
ITEM_LOOKS_THROUGH: Final = names("address div p")
# "Generate implied end tags" (13.2.6.3) pops these from the top.
IMPLIED: Final = names("dd dt li option optgroup p rb rp rt rtc")
BREAKOUT: Final = names(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li"
    " listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
# "option" is none in the standard; Lexbor stops there.
BUTTON_SCOPE: Final = SCOPE | {"button", "option"}
END_SCOPES: Final = {"p": BUTTON_SCOPE, "li": SCOPE | {"ol", "ul"}}
P: Final = names("p")
