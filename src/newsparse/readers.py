"""Readers turn a file of some format into the text or bytes of a document."""

from __future__ import annotations

from collections.abc import Callable

import attrs


@attrs.frozen(kw_only=True)
class Reader:
    """How to read files of one format.

    Attributes:
        id: what the format is called.
        suffixes: endings of file names, lower case, with the dot: ``.mht``.
        read: takes the file's bytes, gives the HTML or post in it.
    """

    id: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], str | bytes]
