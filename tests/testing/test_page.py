"""The page about testing names every property and every strategy there is."""

from __future__ import annotations

from newsparse import testing
from newsparse.testing.contract import PROPERTIES
from tests.code_blocks import ROOT

PAGE = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")


def test_every_property_is_in_the_table() -> None:
    for item in PROPERTIES:
        assert f"`{item.id}`" in PAGE


def test_every_name_is_on_the_page() -> None:
    for name in testing.__all__:
        assert hasattr(testing, name)
        assert f"`{name}" in PAGE or f"testing.{name}" in PAGE or f".{name}`" in PAGE, name


def test_no_other_name() -> None:
    missing = "no_such_strategy"
    assert not hasattr(testing, missing)
