"""The properties of the contract, in the order a report shows them."""

from __future__ import annotations

from typing import Final

from .conservation import CONSERVING, NO_INVENTION
from .credits import DATES, NAMES
from .firing import FIRING
from .foreign import FOREIGN, HOME
from .linear import LINEAR
from .model import Property
from .purity import DETERMINISTIC, IDEMPOTENT, PURE
from .stability import STABLE
from .story import BOILERPLATE, REPEATED, STORY, SURROUNDINGS
from .total import TOTAL

PROPERTIES: Final[tuple[Property, ...]] = (
    HOME,
    FOREIGN,
    FIRING,
    LINEAR,
    TOTAL,
    DETERMINISTIC,
    PURE,
    IDEMPOTENT,
    STORY,
    BOILERPLATE,
    REPEATED,
    SURROUNDINGS,
    NAMES,
    DATES,
    CONSERVING,
    NO_INVENTION,
    *STABLE,
)
