"""The properties of the contract, in the order a report shows them."""

from __future__ import annotations

from typing import Final

from .model import Property
from .total import TOTAL

PROPERTIES: Final[tuple[Property, ...]] = (TOTAL,)
