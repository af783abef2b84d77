"""A document together with what is true of it.

Every strategy for whole documents gives a :class:`Labelled`, so that a test can
ask for the exact article and not only for the absence of a crash.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True)
class Truth:
    """What a parser should find in a document, as far as its maker knows.

    Attributes:
        title: the headline; None where the document has none, or nobody knows.
        paragraphs: the text of the story's paragraphs and list items, in order,
            words parted by one blank; each must be found in the body.
        images: URLs of the pictures that belong to the story.
        captions: the captions of those pictures.
        byline: the names of the authors.
        date: when it was published; always with a zone.
        boilerplate: texts that must not be found in the body.
    """

    title: str | None = None
    paragraphs: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    images: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    captions: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    byline: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    date: dt.datetime | None = None
    boilerplate: tuple[str, ...] = attrs.field(default=(), converter=_texts)


@attrs.frozen(kw_only=True)
class Labelled:
    """A document and its truth.

    Attributes:
        data: the document, as text or as bytes.
        truth: what it holds; an empty :class:`Truth` where nothing is known.
        url: where it was found, to be given to the parser.
        name: what to call it in messages, the path of a sample for instance.
    """

    data: str | bytes
    truth: Truth = attrs.field(factory=Truth)
    url: str | None = None
    name: str | None = None

    @property
    def text(self) -> str:
        """The document for people to read: bytes are shown as UTF-8, bad ones escaped."""
        if isinstance(self.data, str):
            return self.data
        return self.data.decode("utf-8", "backslashreplace")
