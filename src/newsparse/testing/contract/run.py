"""Running the contract: each property on the samples and on made-up documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs
import hypothesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..truth import Labelled
from .culprit import with_culprit
from .cutting import smaller
from .model import NOTHING, ContractError, Failure, Property, Report, Result, Subject
from .properties import PROPERTIES

QUIET = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)
"""How documents are drawn: no clocks, one failure a property, as small as can be."""


def run_contract(
    subject: Subject,
    *,
    examples: int = 200,
    seed: int | None = None,
    only: Iterable[str] | None = None,
    progress: Callable[[Result], None] | None = None,
) -> Report:
    """Return how a plugin fares against the whole contract.

    Args:
        subject: the plugin, by :func:`~newsparse.testing.contract.subject_of`.
        examples: how many made-up documents each property is tested with.
        seed: the same seed gives the same documents; without one, failing
            documents of former runs are tried first (hypothesis's database).
        only: ids of the properties to test; all if None.
        progress: called with each result as it comes.

    Raises:
        ValueError: `only` names a property that is not there.
    """
    wanted = None if only is None else tuple(only)
    known = {p.id for p in PROPERTIES}
    for name in wanted or ():
        if name not in known:
            raise ValueError(f"there is no property {name!r}; there are {', '.join(sorted(known))}")
    results = []
    for item in PROPERTIES:
        if wanted is None or item.id in wanted:
            result = run_property(item, subject, examples=examples, seed=seed)
            results.append(result)
            if progress is not None:
                progress(result)
    return Report(subject=subject, results=tuple(results))


def run_property(
    item: Property, subject: Subject, *, examples: int = 200, seed: int | None = None
) -> Result:
    """Return how a plugin fares against one property; see :func:`run_contract`."""
    run = _Run(item, subject)
    try:
        if item.documents is None:
            run(NOTHING)
        else:
            for sample in subject.samples if item.on_samples else ():
                run(sample)
            _generate(run, item, subject, examples, seed)
    except ContractError as error:
        failure = error.failure
        if item.documents is not None:
            failure = with_culprit(item, subject, smaller(item, subject, failure))
        return Result(property=item, documents=run.count, failure=failure)
    except (hypothesis.errors.Flaky, BaseExceptionGroup):
        # The plugin keeps something between documents, so that the failure does not
        # come back in the same way when hypothesis tries to make it smaller.
        if run.smallest is None:
            raise
        return Result(property=item, documents=run.count, failure=run.smallest)
    return Result(property=item, documents=run.count)


@st.composite
def drawn(draw: st.DrawFn, strategy: SearchStrategy[Labelled]) -> Labelled:
    """The documents of a strategy; hypothesis shows each as itself, not how it was made."""
    return attrs.evolve(draw(strategy))


class _Run:
    """Checks documents, counts them, and remembers the smallest that failed."""

    def __init__(self, item: Property, subject: Subject) -> None:
        self.item = item
        self.subject = subject
        self.count = 0
        self.smallest: Failure | None = None

    def __call__(self, document: Any) -> None:
        self.count += 1
        try:
            self.item.check(self.subject, document)
        except ContractError as error:
            found, best = error.failure, self.smallest
            if best is None or _size(found) < _size(best):
                self.smallest = found
            raise


def _size(failure: Failure) -> int:
    return len(failure.document.data) if failure.document is not None else 0


def _generate(run: _Run, item: Property, subject: Subject, examples: int, seed: int | None) -> None:
    assert item.documents is not None
    kept: dict[str, Any] = {} if seed is None else {"database": None}

    @settings(QUIET, max_examples=examples, **kept)
    @hypothesis.given(drawn(item.documents(subject)))
    def test(document: Any) -> None:
        run(document)

    test.__name__ = test.__qualname__ = f"{subject.plugin}_{item.id}"
    (test if seed is None else hypothesis.seed(seed)(test))()
