"""The papers of Brindle Bay: the contract every source keeps, and what is special of them."""

from __future__ import annotations

from pathlib import Path

import newsparse_example
import pytest

from newsparse import Parser
from newsparse.testing import Labelled, SourceContract
from newsparse.testing.snapshots import compare, read_samples

SAMPLES = read_samples(Path(__file__).parent / "samples")
PARSER = Parser(plugins=(newsparse_example,), entry_points=False)


def of_paper(source: str) -> list[Labelled]:
    """Return the samples of one paper."""
    return [s for s in SAMPLES if PARSER.parse(s.data, url=s.url).source == source]


class TestGazette(SourceContract):
    """The contract, kept by the Gazette."""

    plugin = newsparse_example
    source = "brindle-gazette"
    samples = of_paper("brindle-gazette")


class TestEvening(SourceContract):
    """The contract, kept by the Evening."""

    plugin = newsparse_example
    source = "brindle-evening"
    samples = of_paper("brindle-evening")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: Path(sample.name).name)
def test_a_sample_gives_the_expected_article(sample: Labelled) -> None:
    """A change on purpose is taken over by ``newsparse check brindle --update``."""
    comparison = compare(sample, PARSER)
    assert comparison.same, comparison.text


def test_the_plugin_is_installed() -> None:
    """What ``pip install`` has written down is what newsparse finds."""
    plugins = {info.source.id: info.plugin for info in Parser().sources}
    assert plugins["brindle-gazette"] == plugins["brindle-evening"] == "brindle"


def test_sections_are_written_as_codes() -> None:
    """A code that is not known is kept: the papers invent new ones."""
    page = '<article data-section="TWN/ZZZ"><p>The clock is right again.</p></article>'
    article = PARSER.parse(page, url="https://gazette.brindle.example/town/clock")
    assert article.categories == ("Town", "ZZZ")


def test_the_evening_has_no_letter_and_another_byline() -> None:
    """A rule that is left out, and one that is replaced, are those of the other paper only."""
    words = '<div class="bb-letter">Letter</div><p class="bb-by">By Nell Harrow</p><p>Words.</p>'
    gazette = PARSER.parse(words, url="https://gazette.brindle.example/1")
    evening = PARSER.parse(words, url="https://evening.brindle.example/1")
    assert gazette.body.text == "Words."
    assert [person.name for person in gazette.authors] == ["Nell Harrow"]
    assert evening.body.text.startswith("Letter")
