"""The public interface is what ``docs/public_names.txt`` lists, no more and no less."""

from __future__ import annotations

import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from .code_blocks import ROOT


def listed(path: Path) -> dict[str, set[str]]:
    return {
        module: set(re.findall(r"`(\w+)`", names))
        for module, names in re.findall(
            r"^`(newsparse[\w.]*)`\n: ((?:.+\n)+)", path.read_text("utf-8"), re.MULTILINE
        )
    }


LISTED = listed(ROOT / "docs" / "public_names.txt")

ANNOUNCED = listed(ROOT / "tests" / "announced_names.txt")
"""The names of the last release (until there is one: those that came with the first changelog)."""

IMPORTED = [name for name in LISTED if name != "newsparse.ray"]
"""The modules that the tests can import; that of Ray is looked at where Ray is (tests/ray)."""


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


@pytest.mark.parametrize("name", IMPORTED)
def test_public_names_are_the_listed_ones(name: str) -> None:
    assert public(importlib.import_module(name)) == LISTED[name]


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


@pytest.mark.parametrize("name", IMPORTED)
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


def untold(
    before: dict[str, set[str]], now: dict[str, set[str]], changelog: str
) -> set[tuple[str, str]]:
    """The names that came or went since `before`, and of which the newest section says nothing."""
    section = changelog.partition("\n## [")[2].partition("\n## [")[0]
    old, new = ({(module, n) for module in names for n in names[module]} for names in (before, now))
    return {(module, name) for module, name in old ^ new if f"`{name}`" not in section}


def test_the_changelog_names_what_comes_and_goes() -> None:
    assert not untold(ANNOUNCED, LISTED, (ROOT / "CHANGELOG.md").read_text("utf-8"))


def test_what_is_not_told_is_found() -> None:
    changelog = "# Changelog\n\n## [Unreleased]\n\n- `new` for `old`\n\n## [0.1.0]\n\n- `gone`\n"
    before = {"newsparse": {"kept", "old", "gone"}}
    now = {"newsparse": {"kept", "new", "come"}}
    assert untold(before, now, changelog) == {("newsparse", "gone"), ("newsparse", "come")}


TAUGHT = sorted(
    path
    for place, suffixes in (
        ("docs", (".md",)),
        ("examples", (".py",)),
        ("src/newsparse/scaffold/templates", (".tmpl",)),
    )
    for path in (ROOT / place).rglob("*.*")
    if path.suffix in suffixes and not path.is_relative_to(ROOT / "docs" / "_build")
)


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *TAUGHT], ids=lambda path: str(path.relative_to(ROOT))
)
def test_what_is_taught_is_public(path: Path) -> None:
    found = re.findall(
        r"^\W*from (newsparse(?:\.\w+)*) import (?:\(([^)]+)\)|(.+))$",
        path.read_text("utf-8"),
        re.MULTILINE,
    )
    for module, several, some in found:
        for name in re.findall(r"\w+", re.sub(r"#.*|\bas \w+", "", several or some)):
            assert name in LISTED.get(module, ()) or f"{module}.{name}" in LISTED, (module, name)
