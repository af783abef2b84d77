from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .conftest import Command


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((), "add --format parquet"),
        (("-f", "parquet", "--resume"), "--resume is for the local engine"),
        (("-f", "parquet", "--timeout", "3"), "are for the local engine"),
        (("-f", "parquet", "--shard-size", "3"), "are for the local engine"),
        (("-f", "parquet", "--workers", "0"), "--workers and --shard-size are 1 or more"),
    ],
)
def test_what_the_cluster_cannot_do(
    newsparse: Command, tmp_path: Path, options: tuple[str, ...], why: str
) -> None:
    out = tmp_path / "out"
    found = newsparse("batch", str(tmp_path), "-o", str(out), "--engine", "ray", *options)
    assert found.status == 2
    assert why in found.err
    assert not out.exists()


def test_an_address_needs_the_cluster(newsparse: Command, tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = newsparse("batch", str(tmp_path), "-o", str(out), "--address", "auto")
    assert found.status == 2
    assert "--address is for --engine ray" in found.err
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
