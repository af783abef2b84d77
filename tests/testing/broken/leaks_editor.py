"""Looks for the editor line under a class with a slip of the pen in it."""

from __future__ import annotations

import attrs

from newsparse.rules import css

from ..herald import HERALD

SOURCE = attrs.evolve(
    HERALD,
    strip=(attrs.evolve(HERALD.strip[0], at=css("p.dsek")), *HERALD.strip[1:]),
)
