"""The public interface is what ``docs/public_names.txt`` lists, no more and no less."""

from __future__ import annotations

import importlib
import inspect
import re
import subprocess
import sys
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


REFERENCE = ("reference", "testing")
"""The pages that are made from docstrings."""


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


def test_importing_the_package_loads_no_parser() -> None:
    code = (
        "import sys, newsparse\n"
        "heavy = {'selectolax', 'yaml', 'pluggy', 'hypothesis', 'numpy', 'rich'}\n"
        "assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()\n"
        "assert set(newsparse.__all__) <= set(dir(newsparse))\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", LISTED)
def test_public_names_are_in_the_reference(name: str) -> None:
    """By name, where they are defined, or with all members of a module."""
    text = "".join((ROOT / "docs" / f"{page}.md").read_text("utf-8") for page in REFERENCE)
    told = set(re.findall(r"^\.\. auto(?:class|function|data):: ([\w.]+)$", text, re.MULTILINE))
    wholes = re.findall(r"^\.\. automodule:: ([\w.]+)\n   :members:", text, re.MULTILINE)
    module = importlib.import_module(name)
    for public_name in public(module):
        value = getattr(module, public_name)
        home = getattr(value, "__module__", name)
        assert {f"{home}.{public_name}", f"{name}.{public_name}"} & told or any(
            vars(importlib.import_module(whole)).get(public_name) is value for whole in wholes
        ), public_name
