"""A picture."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Image:
    """A picture: where it is, what it shows, its size in CSS pixels where given."""

    url: str
    alt: str | None = None
    width: int | None = None
    height: int | None = None
