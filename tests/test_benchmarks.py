"""The benchmarks run; what they measure is no business of the tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.code_blocks import ROOT


def run(name: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / name), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_cost(seed: Path) -> None:
    out = run("cost.py", "--rounds", "1", str(seed))
    assert seed.name[:20] in out
    assert "parse        ratio to the floor" in out
    assert "build blocks" in out


def test_memory() -> None:
    assert "growth after the first 2 posts" in run("memory.py", "20")


def test_detection() -> None:
    out = run("detection.py", "--rounds", "2", "--few", "1", "--many", "3")
    assert "3 sources" in out
    assert "ratio" in out


def test_arrow(seed: Path) -> None:
    assert "ratio" in run("arrow.py", "--rounds", "1", str(seed))
