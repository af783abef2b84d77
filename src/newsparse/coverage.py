"""What a parser's sources and rules did over many documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

import attrs

from .article import FIELDS
from .explanation import Explanation

ASKED: Final = (*FIELDS, "body")
"""The fields that are looked at for being empty."""


@attrs.define(kw_only=True)
class SourceCoverage:
    """What one source did.

    Attributes:
        documents: how many it took.
        empty: field to the number of its documents without it.
        rules: rule id to how often it found something; 0 for a rule that never did.
        problems: code to the number of its documents with it.
        plugin: the plugin it comes from.
    """

    plugin: str
    documents: int = 0
    empty: Counter[str] = attrs.field(factory=Counter)
    rules: Counter[str] = attrs.field(factory=Counter)
    problems: Counter[str] = attrs.field(factory=Counter)


@attrs.define(kw_only=True)
class Coverage:
    """What all sources did.

    Attributes:
        sources: by id, in the order they were met.
        generic: names of the documents that no source claims.
        failed: names of those that could not be parsed, with the reason.
    """

    sources: dict[str, SourceCoverage] = attrs.field(factory=dict)
    generic: list[str] = attrs.field(factory=list)
    failed: dict[str, str] = attrs.field(factory=dict)

    def add(self, name: str, explanation: Explanation) -> None:
        """Count one document."""
        found = self.sources.get(explanation.source)
        if found is None:
            found = self.sources[explanation.source] = SourceCoverage(plugin=explanation.plugin)
        found.documents += 1
        if explanation.source == "generic":
            self.generic.append(name)
        article = explanation.article
        for field in ASKED:
            value = getattr(article, field)
            if value is None or (field != "free_access" and not value):
                found.empty[field] += 1
        for use in explanation.rules:
            found.rules[use.rule] += use.count
        for code in {problem.code for problem in article.problems}:
            found.problems[code] += 1

    def never(self) -> list[str]:
        """Return the rules of the sources that took documents which never found anything.

        Those of the sources themselves come first, then those that they inherit.
        """
        total: Counter[str] = Counter()
        for source in self.sources.values():
            total.update(source.rules)
        idle = (rule for rule, count in total.items() if not count)
        own = self.sources.keys() - {"generic"}
        return sorted(idle, key=lambda rule: (rule.partition(":")[0] not in own, rule))

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return {
            "documents": sum(s.documents for s in self.sources.values()),
            "sources": {
                name: {
                    "plugin": source.plugin,
                    "documents": source.documents,
                    "rules": dict(source.rules),
                    "empty": ordered(source.empty),
                    "problems": ordered(source.problems),
                }
                for name, source in self.sources.items()
            },
            "generic": self.generic,
            "never": self.never(),
            "failed": self.failed,
        }


def ordered(counts: Counter[str]) -> dict[str, int]:
    """Return counts, the largest first."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def coverage_of(explanations: Iterable[tuple[str, Explanation]]) -> Coverage:
    """Return what happened to named documents, taken together."""
    coverage = Coverage()
    for name, explanation in explanations:
        coverage.add(name, explanation)
    return coverage
