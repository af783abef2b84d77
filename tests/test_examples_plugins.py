"""The plugin packages in ``examples/``: their own tests pass, and one harms no other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.code_blocks import ROOT
from tests.installed import Done, install, run

EXAMPLE = ROOT / "examples" / "newsparse-example"
RAISES = ROOT / "examples" / "newsparse-raises"
QUICK = ("-qx", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")


@pytest.fixture
def both(tmp_path: Path) -> list[Path]:
    """The path of a program that has both packages installed."""
    site = tmp_path / "site"
    return [*install(EXAMPLE, site), *install(RAISES, site)]


def passed(done: Done) -> bool:
    return done.status == 0 and "passed" in done.out


def test_the_example_keeps_the_contract(tmp_path: Path) -> None:
    """With few examples: ``.ci/run`` runs the package's tests as they are."""
    package = tmp_path / "newsparse-example"
    shutil.copytree(EXAMPLE, package, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    test = package / "tests" / "test_brindle.py"
    code = test.read_text(encoding="utf-8")
    few = code.replace(
        "    plugin = newsparse_example\n", "    plugin = newsparse_example\n    examples = 3\n"
    )
    assert few.count("examples = 3") == 2
    test.write_text(few, encoding="utf-8")
    path = install(package, tmp_path / "site")
    done = run(path, "-m", "pytest", *QUICK, "-k", "not Evening", cwd=package)
    assert passed(done), done.out


def test_the_plugin_that_raises_harms_nobody(both: list[Path]) -> None:
    done = run(both, "-m", "pytest", *QUICK, cwd=RAISES)
    assert passed(done), done.out


def test_the_command_line_names_the_plugin_that_raises(both: list[Path]) -> None:
    sample = EXAMPLE / "tests" / "samples" / "pilot.md"
    done = run(both, "-m", "newsparse", "explain", str(sample), cwd=ROOT)
    assert done.status == 0, done.out
    assert "brindle-gazette, from plugin brindle" in done.out
    assert "newsparse_article raised RuntimeError" in done.out
    assert "plugin raises-hooks" in done.out
