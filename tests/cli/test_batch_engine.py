from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .conftest import Command


@pytest.mark.parametrize(
    "options",
    [(), ("--format", "parquet", "--resume"), ("--format", "parquet", "--timeout", "3")],
)
def test_what_the_cluster_cannot_do(
    newsparse: Command, tmp_path: Path, options: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    found = newsparse("batch", str(tmp_path), "-o", str(out), "--engine", "ray", *options)
    assert found.status == 2
    assert "--engine ray writes --format parquet" in found.err
    assert not out.exists()


def test_ray_is_missing(
    newsparse: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "newsparse.batch.cluster", raising=False)
    out = tmp_path / "out"
    found = newsparse("batch", str(tmp_path), "-o", str(out), "-f", "parquet", "--engine", "ray")
    assert found.status == 2
    assert "pip install 'newsparse[ray]'" in found.err
