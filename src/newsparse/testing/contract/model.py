"""The contract's values: whose plugin, what is demanded, what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import attrs

from ...parser import Parser
from ...source import Source
from ..truth import Labelled

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

NOTHING = Labelled(data="")
"""What a property that looks at no document is called with."""


def _samples(given: Iterable[Labelled]) -> tuple[Labelled, ...]:
    return tuple(given)


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Subject:
    """A plugin under test; made by :func:`newsparse.testing.contract.subject_of`.

    Attributes:
        plugin: the plugin's name, as newsparse calls it.
        sources: ids of the plugin's sources that are tested.
        samples: documents of those sources.
        parser: a parser that knows the plugin.
        without: the same parser without the plugin.
        reaches_out: whether it has hooks that are for other sources' documents.
    """

    plugin: str
    sources: tuple[str, ...] = attrs.field(converter=_names)
    samples: tuple[Labelled, ...] = attrs.field(default=(), converter=_samples)
    parser: Parser
    without: Parser
    reaches_out: bool = False

    @property
    def tested(self) -> tuple[Source, ...]:
        """The sources that are tested."""
        known = {info.source.id: info.source for info in self.parser.sources}
        return tuple(known[name] for name in self.sources)

    def __repr__(self) -> str:
        return f"<Subject {self.plugin}: {', '.join(self.sources)}, {len(self.samples)} samples>"


@attrs.frozen(kw_only=True, eq=False)
class Property:
    """One demand of the contract.

    Attributes:
        id: short, for the command line: ``total``.
        title: one line for a report.
        demands: what exactly must hold, in a sentence or two.
        documents: makes the strategy for documents to test a subject with; None
            for a property of the plugin as a whole.
        check: raises :class:`ContractError` where a document shows that the
            property does not hold; called with :data:`NOTHING` without documents.
        on_samples: whether the samples are tested as well, before all others.
        needs_truth: whether it looks at a document's truth.
    """

    id: str
    title: str
    demands: str
    documents: Callable[[Subject], SearchStrategy[Labelled]] | None = attrs.field(repr=False)
    check: Callable[[Subject, Labelled], None] = attrs.field(repr=False)
    on_samples: bool = True
    needs_truth: bool = False


@attrs.frozen(kw_only=True, repr=False)
class Failure:
    """What showed that a property does not hold.

    Attributes:
        property_id: the id of the property.
        message: names the fault: what was expected, what was found, what to do.
        document: the smallest document that was found to show it, if it needs one.
        rule: the id of the rule to blame, if one can be told.
        detail: a longer text, such as the lines of a traceback or a difference.
    """

    property_id: str
    message: str
    document: Labelled | None = None
    rule: str | None = None
    detail: str | None = None

    @property
    def text(self) -> str:
        """The failure as lines of text for people."""
        lines = [f"{self.property_id}: {self.message}"]
        if self.rule:
            lines.append(f"  rule to blame: {self.rule}")
        if self.detail:
            lines += ["  " + line for line in self.detail.splitlines()]
        if self.document is not None:
            name = self.document.name or "the smallest document found"
            lines.append(
                f"  in {name}" + (f", from {self.document.url}" if self.document.url else "")
            )
            lines += ["    " + line for line in self.document.text.splitlines()]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"<Failure {self.property_id}: {self.message}>"


class ContractError(AssertionError):
    """A property of the contract does not hold; `failure` says which and why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.text)
        self.failure = failure


@attrs.frozen(kw_only=True)
class Result:
    """How one property fared: how many documents it saw, and its failure if it has one."""

    property: Property
    documents: int
    failure: Failure | None = None


@attrs.frozen(kw_only=True, repr=False)
class Report:
    """The outcome of a whole contract."""

    subject: Subject
    results: tuple[Result, ...]

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The failures, in the order of the properties."""
        return tuple(r.failure for r in self.results if r.failure is not None)

    @property
    def ok(self) -> bool:
        """Whether every property holds."""
        return not self.failures

    @property
    def text(self) -> str:
        """The report as lines of text for people."""
        lines = [f"plugin {self.subject.plugin}: {', '.join(self.subject.sources)}"]
        for result in self.results:
            word = "FAILED" if result.failure else "ok"
            lines.append(f"{word:>6}  {result.property.title} ({result.property.id})")
            if result.failure:
                lines += ["        " + line for line in result.failure.text.splitlines()]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain data, for JSON."""
        return {
            "plugin": self.subject.plugin,
            "sources": list(self.subject.sources),
            "ok": self.ok,
            "properties": [_plain(result) for result in self.results],
        }

    def __repr__(self) -> str:
        return f"<Report {self.subject.plugin}: {len(self.failures)} of {len(self.results)} failed>"


def _plain(result: Result) -> dict[str, Any]:
    failure = result.failure
    return {
        "id": result.property.id,
        "title": result.property.title,
        "documents": result.documents,
        "failure": None
        if failure is None
        else {
            "message": failure.message,
            "rule": failure.rule,
            "detail": failure.detail,
            "document": None if failure.document is None else failure.document.text,
            "url": None if failure.document is None else failure.document.url,
        },
    }
