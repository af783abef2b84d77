from __future__ import annotations

import re
from pathlib import Path

import pytest

import newsparse
from tests.code_blocks import ROOT, code_blocks, run_blocks

README = ROOT / "README.md"


def test_every_block_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(tmp_path)
    assert run_blocks(README, tmp_path) >= 7


def test_ci_runs_the_two_set_up_commands() -> None:
    """CI's environments stand elsewhere; what is installed and run there is the README's."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    set_up = [
        line for b in code_blocks(README) if b.language == "sh" for line in b.code.splitlines()
    ]
    commands = [part.strip() for line in set_up for part in line.split("&&")]
    used = [c for c in commands if not c.startswith("python -m venv")]
    assert len(used) == 4
    for command in used:
        program, _, arguments = command.removeprefix(".venv/bin/").partition(" ")
        assert f'/bin/{program}" {arguments}'.strip() in script, command


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", README.read_text("utf-8"))
    assert len(targets) > 10
    for target in targets:
        assert (ROOT / target).is_file(), target


def test_the_picture_is_small() -> None:
    picture = (ROOT / "docs" / "images" / "report.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 120_000


def test_figures_stand_in_the_readme_alone() -> None:
    readme = README.read_text("utf-8")
    comparison = (ROOT / "docs" / "comparison.md").read_text("utf-8")
    for name in ("quality", "speed"):
        _, start, rest = readme.partition(f"<!-- {name} -->\n| |")
        assert start
        assert f"\n<!-- /{name} -->" in rest
        include = f":start-after: <!-- {name} -->\n:end-before: <!-- /{name} -->"
        assert include in comparison
    assert not re.search(r"\b0\.\d{3}\b", comparison)


def test_contributing_names_every_module() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Where things live")[2]
    named = set(re.findall(r"`(\w+/?)`", table.partition("## Add a source")[0])) - {"newsparse"}
    package = ROOT / "src" / "newsparse"
    there = {path.stem for path in package.glob("*.py")}
    there |= {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    assert named - {"tests/"} == there


def test_one_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {newsparse.__version__}\n" in citation
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
