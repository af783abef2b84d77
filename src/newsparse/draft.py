"""The draft: the working copy of one document on its way to an article.

The stages of the pipeline read and write it, and it is what a source's own
functions (``strip_with``, ``map_with``) are given.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from .article import FIELDS
from .compiled import CompiledSource
from .converters import Context
from .document import Document
from .dom import Node, Tree, root_of, select, visible_text
from .errors import RuleError
from .extract.part import Part
from .ledger import Ledger
from .offer import Offer
from .origin import Kind, Origin
from .problems import Problem
from .rules import is_target

if TYPE_CHECKING:
    from .extract.stored import StoredStory


class Draft:
    """One document being worked on.

    Attributes:
        document: what came in.
        tree: its HTML; never changed.
        root: the element the story is in, most often ``<body>``.
        marks: what is taken out: ``node.mem_id`` to the id of the rule.
        offers: values found, by field.
        parts: the story's blocks so far.
        context: what converters may know.
        captions: ``mem_id`` of elements that were found to be captions of pictures.
        around: ``mem_id`` of elements that hold the story and are no part of it.
        beside: lines before and behind the story that may be credits.
        chosen: the offers that were chosen already, by field.
        stored: the story out of the page's data, where the page shows none.
        said: the reasons of what functions took out, by the ids that were made for it.
        used_keys: the front matter keys a field's value came from, with their values.
        ledger: where everything is written down for ``explain()``, else None.
    """

    __slots__ = (
        "_acting",
        "around",
        "beside",
        "captions",
        "chosen",
        "compiled",
        "context",
        "counts",
        "document",
        "ledger",
        "marks",
        "offers",
        "parts",
        "root",
        "said",
        "stored",
        "tree",
        "used_keys",
    )

    def __init__(
        self,
        document: Document,
        tree: Tree,
        compiled: CompiledSource,
        context: Context,
        ledger: Ledger | None = None,
    ) -> None:
        self.document: Document = document
        self.tree: Tree = tree
        self.root: Node | None = root_of(tree)
        self.compiled: CompiledSource = compiled
        self.context: Context = context
        self.ledger: Ledger | None = ledger
        self.marks: dict[int, str] = {}
        self.offers: dict[str, list[Offer]] = {}
        self.parts: list[Part] = []
        self.counts: dict[str, int] = {}
        self.said: dict[str, str] = {}
        self.used_keys: dict[str, Any] = {}
        self.chosen: dict[str, Offer] = {}
        self.captions: Collection[int] = ()
        self.around: Collection[int] = ()
        self.beside: Collection[str] = ()
        self.stored: StoredStory | None = None
        self._acting = compiled.source.id

    @property
    def problems(self) -> list[Problem]:
        """The problems found so far."""
        return self.context.problems

    # ------------------------------------------------- for a source's functions

    def css(self, selector: str) -> list[Node]:
        """Return the elements that match and have not been removed."""
        return select(self.root, selector, self.marks) if self.root is not None else []

    def text_of(self, node: Node) -> str:
        """Return the visible text of an element, without what has been removed."""
        return " ".join(visible_text(node, self.marks).split())

    def remove(self, node: Node, reason: str) -> None:
        """Take an element out of the story; `reason` is shown by ``explain()``."""
        rule = f"{self._acting}:{reason}"
        self.said[rule] = reason
        self.mark(node, rule)

    def offer(
        self,
        field: str,
        value: Any,
        *,
        where: str,
        kind: Kind = "hook",
        note: str | None = None,
    ) -> None:
        """Offer a value of the field's own type.

        Raises:
            RuleError: `field` is no field of an article.
        """
        if not is_target(field):
            raise RuleError(f"{field!r} is no field; use one of {', '.join(FIELDS)}")
        self.add(Offer(field, value, Origin(kind=kind, where=where, rule=self._acting, note=note)))

    def report(self, code: str, message: str, where: str | None = None) -> None:
        """Add a problem to the article."""
        self.context.report(code, message, where)

    # ----------------------------------------------------------- for the stages

    def act_for(self, source: str) -> None:
        """Name the source whose function runs next."""
        self._acting = source

    def mark(self, node: Node, rule: str) -> None:
        """Mark a node as taken out by a rule; the first rule to take it has it."""
        self.marks.setdefault(node.mem_id, rule)
        self.count(rule)

    def add(self, offer: Offer) -> None:
        """Add an offer."""
        found = self.offers.get(offer.field)
        if found is None:
            self.offers[offer.field] = [offer]
        else:
            found.append(offer)

    def count(self, rule: str) -> None:
        """Note that a rule has found something, and report what that means."""
        code = self.compiled.reports.get(rule)
        if code is not None and not any(p.where == rule for p in self.problems):
            self.report(code, self.compiled.reasons[rule], rule)
        if self.ledger is not None:
            self.counts[rule] = self.counts.get(rule, 0) + 1

    def consumed(self, rule: str, fields: tuple[str, ...]) -> None:
        """Note the fields that a rule maps what it takes out of the story to."""
        if self.ledger is not None:
            self.ledger.fields[rule] = fields
