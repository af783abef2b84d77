"""What all tests share: the seed, the documents beside the checkout, hypothesis profiles."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# Machines differ in speed: no test fails because of the clock. In CI the examples
# are the same in each run, so that a failure there is one of the change at hand.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("default", deadline=None, suppress_health_check=_SLOW)
settings.register_profile(
    "ci", deadline=None, suppress_health_check=_SLOW, derandomize=True, print_blob=True
)
settings.register_profile(
    "fuzz", deadline=None, suppress_health_check=_SLOW, max_examples=5_000, print_blob=True
)
# Thousands of times over a broken program: a few examples find what a mutant broke.
settings.register_profile(
    "mutants",
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
    max_examples=20,
)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture(scope="session")
def seed() -> Path:
    """The post in ``seeds/``."""
    return next((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the checkout; they are no part of the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the real documents in ../shared, which are not here")
    return folder
