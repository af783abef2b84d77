"""The public interface is what ``docs/public_names.txt`` lists, no more and no less."""

from __future__ import annotations

import importlib
import inspect
import re
from types import ModuleType

import pytest

from .code_blocks import ROOT

LISTED = {
    module: set(names.split())
    for module, names in re.findall(
        r"^`(newsparse[\w.]*)`\n: ((?:.+\n)+)",
        (ROOT / "docs" / "public_names.txt").read_text("utf-8"),
        re.MULTILINE,
    )
}


def public(module: ModuleType) -> set[str]:
    """The names a module offers: its ``__all__``, or what is defined in it."""
    declared = getattr(module, "__all__", None)
    if declared is not None:
        return set(declared)
    return {
        name
        for name, value in vars(module).items()
        if not name.startswith("_")
        and (inspect.isclass(value) or inspect.isfunction(value))
        and value.__module__ == module.__name__
    }


@pytest.mark.parametrize("name", LISTED)
def test_public_names_are_the_listed_ones(name: str) -> None:
    assert public(importlib.import_module(name)) == {n.strip("`,") for n in LISTED[name]}


def test_the_list_holds_the_main_modules() -> None:
    assert {"newsparse", "newsparse.rules", "newsparse.source", "newsparse.errors"} <= set(LISTED)
