"""A person who made the article."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Person:
    """A person by `name`, with the `role` the document gives them.

    People are values of their own and not plain names because the document
    tells more than the name: 记者, 通讯员, "Photographer", a profile page. The
    words of the role are those of the document. ``str(person)`` is the name.
    """

    name: str
    role: str | None = None
    url: str | None = None

    def __str__(self) -> str:
        return self.name
