"""Which properties of the contract do not hold on the samples of a new source, and why.

A page of a real site can be such that newsparse by itself fails on it. The tests of a new package
leave such a property out, by name and with the reason, so that its author knows from the start.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ..testing.contract import PROPERTIES, ContractError, Property, Subject, subject_of
from ..testing.contract.model import NOTHING
from ..testing.contract.reading import as_text
from ..testing.contract.story import STORY, language_of, places_in, with_paragraph
from ..testing.truth import Labelled
from ..testing.words import STRIDE, join, sentence

PLACES: Final = 12
"""How many paragraphs are put into a sample, one at a time."""


def unkept(plugin: Any, samples: Sequence[Labelled]) -> dict[str, str]:
    """Return the ids of properties that do not hold on samples, each with what went wrong."""
    subject = subject_of(plugin, samples=samples)
    found: dict[str, str] = {}
    for item in PROPERTIES:
        for document in _documents(item, subject):
            try:
                item.check(subject, document)
            except ContractError as error:
                found[item.id] = error.failure.message
                break
    return found


def _documents(item: Property, subject: Subject) -> Iterator[Labelled]:
    if item.documents is None:
        yield NOTHING
    elif item.on_samples:
        yield from subject.samples
    if item.id == STORY.id:
        for sample in subject.samples:
            yield from _with_paragraphs(subject, sample)


def _with_paragraphs(subject: Subject, sample: Labelled) -> Iterator[Labelled]:
    language = language_of(subject, sample)
    if language is None:
        return
    words = join([sentence(number * STRIDE, language) for number in (1, 2)], language)
    text, places = as_text(subject, sample), places_in(subject, sample)
    for place in places[:: len(places) // PLACES + 1]:
        yield with_paragraph(text, place, words)
