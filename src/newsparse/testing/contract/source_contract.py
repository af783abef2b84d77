"""The contract as a class to subclass in pytest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar

import hypothesis
from hypothesis import settings

from ..truth import Labelled
from .model import NOTHING, Property, Subject
from .properties import PROPERTIES
from .run import QUIET, drawn
from .subject import labelled_samples, subject_of


class SourceContract:
    """Subclass it in a test module, and pytest runs the whole contract on your plugin.

    ::

        class TestHerald(SourceContract):
            plugin = herald
            samples = Path(__file__).parent / "samples"

    Each property is a test of its own, ``test_total``, ``test_conserving``, ...
    They are ordinary hypothesis tests, with the samples as explicit examples:
    failing documents are kept in hypothesis's database and tried first the next
    time, and ``@reproduce_failure`` works.

    Attributes:
        plugin: the plugin itself, or its name; see :func:`subject_of`.
        source: the id of the source to test, several, or None for all.
        samples: a folder, or a list of documents; see :func:`subject_of`.
        examples: how many made-up documents each property is tested with.
        without: ids of properties the plugin does not keep, by its nature.
    """

    plugin: ClassVar[Any] = None
    source: ClassVar[str | Iterable[str] | None] = None
    samples: ClassVar[Iterable[Labelled | Path | str | bytes] | Path | str] = ()
    examples: ClassVar[int] = 200
    without: ClassVar[Iterable[str]] = ()

    @classmethod
    def subject(cls) -> Subject:
        """Return the plugin under test; made once a class."""
        found: Subject | None = cls.__dict__.get("_subject")
        if found is None:
            found = subject_of(cls.plugin, source=cls.source, samples=cls.samples)
            cls._subject = found  # type: ignore[attr-defined]
        return found

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.plugin is None:
            return
        unwanted = set(cls.without)
        for item in PROPERTIES:
            name = f"test_{item.id.replace('-', '_')}"
            if item.id in unwanted:
                setattr(cls, name, None)
            elif name not in cls.__dict__:
                setattr(cls, name, _test(cls, item, name))


def _test(cls: type[SourceContract], item: Property, name: str) -> Callable[..., None]:
    """Return the test method for a property: made for each class, so that none is shared."""
    if item.documents is None:

        def test(self: SourceContract) -> None:
            item.check(self.subject(), NOTHING)

    else:
        make = item.documents

        def test_documents(self: SourceContract, document: Labelled) -> None:
            item.check(self.subject(), document)

        strategy = hypothesis.strategies.deferred(lambda: drawn(make(cls.subject())))
        given = hypothesis.given(document=strategy)(test_documents)
        for sample in reversed(labelled_samples(cls.samples) if item.on_samples else ()):
            given = hypothesis.example(document=sample)(given)
        test = settings(QUIET, max_examples=cls.examples)(given)
    test.__name__ = name
    test.__qualname__ = f"{cls.__qualname__}.{name}"
    test.__module__ = cls.__module__
    test.__doc__ = item.demands
    return test
