from __future__ import annotations

from pathlib import Path

import pytest

from tests.code_blocks import ROOT, code_blocks, run_blocks

README = ROOT / "README.md"


def test_every_block_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(tmp_path)
    assert run_blocks(README, tmp_path) >= 4


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
