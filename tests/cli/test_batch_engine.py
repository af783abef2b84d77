from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from .conftest import Command


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("-f", "jsonl"), "--engine ray writes Parquet; leave --format out"),
        (("--resume",), "--resume is for the local engine"),
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
    found = newsparse("batch", str(tmp_path), "-o", str(out), "--engine", "ray")
    assert found.status == 2
    assert "pip install 'newsparse[ray]'" in found.err


def test_a_plugin_that_is_not_there(newsparse: Command, tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = newsparse("batch", str(tmp_path), "-o", str(out), "--plugin", "gull_of_nowhere")
    assert found.status == 2
    assert "--plugin gull_of_nowhere: " in found.err
    assert "No module named" in found.err
    assert not out.exists()


def test_a_plugin_that_is_not_there_for_the_workers(
    newsparse: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "gull_of_here", ModuleType("gull_of_here"))
    (tmp_path / "a.html").write_text("<p>It sails again.</p>", "utf-8")
    out = tmp_path / "out"
    found = newsparse("batch", str(tmp_path), "-o", str(out), "--plugin", "gull_of_here")
    assert found.status == 1
    assert "workers cannot begin: " in found.err
    assert "gull_of_here" in found.err
    assert len(found.err.splitlines()) == 1
    assert not list(out.glob("part-*"))


def test_parquet_needs_an_extra(
    newsparse: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsparse.cli.batch.find_spec", lambda _: None)
    found = newsparse("batch", str(tmp_path), "-o", str(tmp_path / "out"), "-f", "parquet")
    assert found.status == 2
    assert "pip install 'newsparse[arrow]'" in found.err
