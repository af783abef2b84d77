"""The contract in pytest: ``pytest --newsparse-plugin NAME``.

Each property of the contract, and each sample with an expected article, becomes a test for every
plugin that is named. Without a path on the command line nothing else is collected.

pytest loads this module wherever newsparse is installed: hypothesis and the contract are imported
only where a plugin is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from .contract import Property, Subject
    from .truth import Labelled

SAMPLES: Final = "tests/samples"
"""Where samples are looked for where no directory is named."""

OPTION: Final = "--newsparse-plugin"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("newsparse", "plugins for newsparse")
    group.addoption(
        OPTION,
        action="append",
        default=[],
        metavar="NAME",
        help="run the contract of newsparse.testing on this plugin; may be repeated",
    )
    group.addoption(
        "--newsparse-samples",
        metavar="DIR",
        help=f"the plugin's samples; {SAMPLES} by default, where it is there",
    )
    group.addoption(
        "--newsparse-examples",
        type=int,
        default=200,
        metavar="N",
        help="how many made-up documents each property is tested with (200)",
    )


def _is_alone(config: pytest.Config) -> bool:
    """Whether nothing but the contract was asked for."""
    named = bool(config.getoption(OPTION))
    return named and config.args_source is not pytest.Config.ArgsSource.ARGS


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave out the files of the current directory where only the contract was asked for."""
    return True if _is_alone(config) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add the contract's tests."""
    for name in config.getoption(OPTION):
        items.extend(_tests(session, config, name))


def _tests(session: pytest.Session, config: pytest.Config, name: str) -> Iterator[pytest.Item]:
    from ..errors import FormatError, PluginError
    from .contract import PROPERTIES, subject_of
    from .snapshots import expected_path, read_samples

    given = config.getoption("--newsparse-samples")
    folder = config.invocation_params.dir / (given or SAMPLES)
    if given is not None and not folder.is_dir():
        raise pytest.UsageError(f"--newsparse-samples {given}: no such directory")
    try:
        samples = read_samples(folder) if folder.is_dir() else []
        subject = subject_of(name, samples=samples)
    except (PluginError, FormatError) as error:
        raise pytest.UsageError(f"{OPTION} {name}: {error}") from None
    examples = config.getoption("--newsparse-examples")
    for item in PROPERTIES:
        yield PropertyTest.from_parent(
            session, name=f"{name}::{item.id}", subject=subject, item=item, examples=examples
        )
    for sample in samples:
        if expected_path(sample).is_file():
            relative = Path(str(sample.name)).relative_to(folder).as_posix()
            yield SampleTest.from_parent(
                session, name=f"{name}::sample[{relative}]", subject=subject, sample=sample
            )


class PropertyTest(pytest.Item):
    """One property of the contract, for one plugin."""

    def __init__(self, *, subject: Subject, item: Property, examples: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._subject = subject
        self._item = item
        self._examples = examples

    def runtest(self) -> None:
        """Raise ContractError where the property does not hold."""
        from .contract import ContractError, run_property

        failure = run_property(self._item, self._subject, examples=self._examples).failure
        if failure is not None:
            raise ContractError(failure)

    def repr_failure(  # type: ignore[override]
        self, excinfo: pytest.ExceptionInfo[BaseException]
    ) -> Any:
        """Return what failed for people: no traceback, the fault and the document."""
        from .contract import ContractError

        if isinstance(excinfo.value, ContractError):
            return excinfo.value.failure.text
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return where the test is from: it stands in no file."""
        return self.path, None, f"{self.name}: {self._item.title}"


class SampleTest(pytest.Item):
    """One sample and the article expected of it."""

    def __init__(self, *, subject: Subject, sample: Labelled, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._subject = subject
        self._sample = sample

    def runtest(self) -> None:
        """Raise AssertionError where the article is another."""
        import attrs

        from .snapshots import compare

        comparison = compare(self._sample, attrs.evolve(self._subject.parser, now=None))
        if not comparison.same:
            raise AssertionError(comparison.text)

    def repr_failure(  # type: ignore[override]
        self, excinfo: pytest.ExceptionInfo[BaseException]
    ) -> Any:
        """Return the differences field by field."""
        if isinstance(excinfo.value, AssertionError):
            name = self._subject.plugin
            return f"{excinfo.value}\nwhere this is right: newsparse check {name} --update"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return where the test is from."""
        return self.path, None, self.name
