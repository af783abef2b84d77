"""Says the paper is in Shanghai, although its clock is that of New York."""

from __future__ import annotations

import attrs

from ..herald import HERALD

SOURCE = attrs.evolve(HERALD, zone="Asia/Shanghai")
