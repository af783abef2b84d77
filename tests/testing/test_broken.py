from __future__ import annotations

import re

import pytest

from newsparse.testing import run_contract, subject_of

from .broken import BROKEN
from .herald import HERALD, SAMPLE, Plugin

SEED = 20260101


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_contract_catches_it_and_names_the_fault(name: str) -> None:
    broken = BROKEN[name]
    subject = subject_of(Plugin(broken.source, name), samples=[SAMPLE])
    report = run_contract(subject, examples=200, seed=SEED, only=[broken.property_id])
    assert not report.ok
    failure = report.failures[0]
    assert failure.property_id == broken.property_id
    assert re.search(broken.says, failure.message), failure.message


def test_the_plugin_they_are_made_from_keeps_the_contract() -> None:
    subject = subject_of(Plugin(HERALD, "herald"), samples=[SAMPLE])
    report = run_contract(subject, examples=25, seed=SEED)
    assert report.ok, report.text
