"""Finding the rule to blame by leaving out one after the other until the failure is gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from ...parser import Parser
from ...source import Source
from ..plugins import SourcePlugin
from ..truth import Labelled
from .model import ContractError, Failure, Property, Subject

_FUNCTIONS = ("strip_with", "map_with", "finish_with", "detect_with")


def with_culprit(item: Property, subject: Subject, failure: Failure) -> Failure:
    """Return the failure with the rule or function without which it does not come.

    A failure that names a rule already, and one that no single rule is to blame
    for, is returned as it is.
    """
    if failure.rule is not None or failure.document is None or item.documents is None:
        return failure
    for source in subject.tested:
        for name, rest in _without_one(source):
            if not _fails(item, _replaced(subject, rest), failure.document):
                return attrs.evolve(failure, rule=name)
    return failure


def _without_one(source: Source) -> Iterator[tuple[str, Source]]:
    """Yield the source without each of its functions and rules, with the name of that one."""
    for name in _FUNCTIONS:
        if getattr(source, name) is not None:
            change: dict[str, Any] = {name: None}
            yield f"{source.id}.{name}", attrs.evolve(source, **change)
    for rule in source.strip:
        rest = [other for other in source.strip if other is not rule]
        yield f"{source.id}:{rule.id}", attrs.evolve(source, strip=rest)
    for take in source.map:
        others = [other for other in source.map if other is not take]
        yield f"{source.id}:{take.id}", attrs.evolve(source, map=others)


def _replaced(subject: Subject, source: Source) -> Subject:
    """Return the subject with another source of the same id in place of its own."""
    old = subject.parser
    plugins = (*old.plugins, SourcePlugin(source, name="without-one-rule"))
    parser = Parser(
        plugins=plugins, block=old.block, entry_points=old.entry_points, limits=old.limits,
        now=old.now,
    )  # fmt: skip
    return attrs.evolve(subject, parser=parser)


def _fails(item: Property, subject: Subject, document: Labelled) -> bool:
    try:
        item.check(subject, document)
    except ContractError:
        return True
    return False
