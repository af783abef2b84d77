"""Looks for a picture with a pattern on the HTML, and so depends on the order of attributes."""

from __future__ import annotations

import re

import attrs

from newsparse.draft import Draft

from ..herald import HERALD

_PICTURE = re.compile(r'<img src="([^"]{1,200})" alt=""')


def offer_cover(draft: Draft) -> None:
    match = _PICTURE.search(draft.document.html)
    if match:
        draft.offer("extra.picture", match[1], kind="pattern", where="HTML")


SOURCE = attrs.evolve(HERALD, map_with=offer_cover)
