"""Where a value of an article came from."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

Kind: TypeAlias = Literal[
    "matter",  # a key of the front matter
    "element",  # an element of the document, its text or an attribute
    "pattern",  # a named group of a pattern found in the text
    "json-ld",  # a path in a JSON-LD block
    "state",  # a path in an embedded state object (__NEXT_DATA__ and its like)
    "microdata",  # itemprop or RDFa property
    "meta",  # a <meta> or <link> in the head
    "url",  # the document's own URL
    "text",  # judged from the words (language, truncation)
    "constant",  # the source says so of all its documents
    "hook",  # a function of a plugin
]


@attrs.frozen(kw_only=True)
class Origin:
    """Where a value came from.

    Attributes:
        kind: what sort of place it was.
        where: the place: front matter key, selector, JSON path, pattern.
        rule: the id of the rule that took it, ``source:rule``.
        note: what was assumed or repaired on the way, if anything.
        confidence: 0 to 1; 1 is a value that a rule of the source gave.
    """

    kind: Kind
    where: str
    rule: str
    note: str | None = None
    confidence: float = 1.0

    def __str__(self) -> str:
        note = f" ({self.note})" if self.note else ""
        return f"{self.kind} {self.where} by {self.rule}{note}"
