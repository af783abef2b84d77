"""A value that some part of the document offers for a field of the article."""

from __future__ import annotations

from typing import Any

import attrs

from .origin import Origin


@attrs.define
class Offer:
    """One value for one field, and where it was found; never changed.

    Not frozen, since a document makes dozens and a frozen one takes twice as long to make.

    Attributes:
        field: a name of :data:`newsparse.article.FIELDS`.
        value: of the field's own type: text, a tuple of people, an aware
            datetime, an :class:`~newsparse.image.Image`, a tuple of words, a bool.
        origin: where the value came from. The confidence of a rule of the source
            is 1; that of the generic readers is filled in by
            :func:`newsparse.choose.choose`.
    """

    field: str
    value: Any
    origin: Origin
