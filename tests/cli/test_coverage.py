from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsparse.cli import main

POST = """---
title: 深圳出台新规
author: {author}
date: Wed, 04 Mar 2026 09:30:00 GMT
---
<p>新华社深圳3月4日电（记者李明）深圳市总工会四日发布方案，提出三十条具体举措。</p>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(POST.format(author="新浪财经"), "utf-8")
    (tmp_path / "b.md").write_text(POST.format(author="海港晚报"), "utf-8")
    (tmp_path / "empty.md").write_text("", "utf-8")
    return tmp_path


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "--coverage", str(folder), "-f", "json"]) == 1
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert found["documents"] == 2
    assert found["sources"]["sina"]["documents"] == 1
    assert found["sources"]["sina"]["rules"]["chinese-news:dateline"] == 1
    assert found["sources"]["sina"]["empty"]["cover"] == 1
    assert found["generic"] == [str(folder / "b.md")]
    assert "sina:qr-box" in found["never"]
    assert "chinese-news:dateline" not in found["never"]
    assert list(found["failed"]) == [str(folder / "empty.md")]
    assert "empty.md" in err


def test_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.md").unlink()
    assert main(["sources", "--coverage", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Sources"
    assert any(line.split()[:2] == ["sina", "1"] for line in lines)
    assert any(line.split()[:2] == ["chinese-news:dateline", "2"] for line in lines)
    assert "Documents no source claims (1)" in lines
    never = next(n for n, line in enumerate(lines) if line.startswith("Rules that never"))
    assert lines[never + 1].startswith("  sina:")  # before the rules that all sources inherit
