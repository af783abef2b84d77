"""What happened to a document on its way to an article."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import attrs

from .article import Article
from .document import Document
from .origin import Origin

Fate: TypeAlias = Literal["kept", "removed", "mapped"]


@attrs.frozen(kw_only=True)
class Fragment:
    """A piece of the document's visible text, in reading order, and what became of it.

    Attributes:
        text: the words.
        fate: kept in the article, removed, or mapped to a field and removed.
        rule: the id of the rule that took it; None for kept text.
        tag: the element or kind of block it stood in, ``p.article-editor``.
        fields: the fields it was mapped to.
    """

    text: str
    fate: Fate
    tag: str
    rule: str | None = None
    fields: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Candidate:
    """A value that was found for a field, chosen or not.

    Attributes:
        field: the field.
        value: what was found, before the choice put it right.
        origin: where it was found.
        chosen: whether the article's value came from there.
        agrees: whether it is of another place that says the same as the article; of names
            and keywords, some of them.
    """

    field: str
    value: Any
    origin: Origin
    chosen: bool = False
    agrees: bool = False


@attrs.frozen(kw_only=True)
class RuleUse:
    """A rule of the source, and how often it found something in this document."""

    rule: str
    reason: str
    count: int


@attrs.frozen(kw_only=True, repr=False)
class Explanation:
    """An article and everything that happened on the way to it.

    Attributes:
        article: the same that :func:`newsparse.parse` returns.
        document: what came in.
        source: the id of the source whose rules were used.
        plugin: the name of the plugin that brought the source.
        matched: what told that the document is of this source.
        fragments: all visible text of the document, in order, with its fate.
        candidates: all values found, those that agree and those that lost too.
        rules: the rules of the source with the number of their findings.
    """

    article: Article
    document: Document
    source: str
    plugin: str
    matched: str
    fragments: tuple[Fragment, ...]
    candidates: tuple[Candidate, ...]
    rules: tuple[RuleUse, ...]

    @property
    def removed(self) -> tuple[Fragment, ...]:
        """The fragments that are not in the article's body."""
        return tuple(f for f in self.fragments if f.fate != "kept")

    @property
    def agreeing(self) -> tuple[Candidate, ...]:
        """The candidates that say what was chosen, from other places."""
        return tuple(c for c in self.candidates if c.agrees)

    @property
    def lost(self) -> tuple[Candidate, ...]:
        """The candidates that say something else than what was chosen."""
        return tuple(c for c in self.candidates if not c.chosen and not c.agrees)

    def __repr__(self) -> str:
        return (
            f"<Explanation {self.source}: {len(self.candidates)} candidates, "
            f"{len(self.removed)} fragments removed, {len(self.article.problems)} problems>"
        )
