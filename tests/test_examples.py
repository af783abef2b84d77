"""The programs in ``examples/`` do what their docstrings say."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

import newsparse

from .code_blocks import ROOT

EXAMPLES = ROOT / "examples"

POST = """---
title: The ferry is {how}
author: The Harbour Times
date: Wed, 04 Mar 2026 09:30:00 GMT
---
<p>After a winter in the yard the ferry {verb} again.</p>
<p>Tickets cost as much as last year, said the harbour's master.</p>
"""


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two posts, and a file that is no article."""
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "one.md").write_text(POST.format(how="back: at last", verb="sails"), "utf-8")
    (folder / "two.md").write_text(POST.format(how="late", verb="waits"), "utf-8")
    (folder / "empty.md").write_text("", "utf-8")
    return folder


def test_vault(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vault = tmp_path / "vault"
    assert load("markdown_vault").main([str(archive), str(vault)]) == 0
    notes = sorted(vault.rglob("*.md"))
    assert [str(note.relative_to(vault)) for note in notes] == [
        "2026-03-04/The ferry is back at last.md",
        "2026-03-04/The ferry is late.md",
    ]
    found = [newsparse.parse_file(note) for note in notes]
    assert found == [newsparse.parse_file(archive / f"{n}.md") for n in ("one", "two")]
    assert "empty.md" in capsys.readouterr().err


def test_two_notes_of_one_name(archive: Path, tmp_path: Path) -> None:
    (archive / "three.md").write_text((archive / "two.md").read_text("utf-8"), "utf-8")
    load("markdown_vault").main([str(archive), str(tmp_path / "vault")])
    assert len(list((tmp_path / "vault").rglob("*.md"))) == 3


def test_duckdb_and_polars(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("duckdb")
    pytest.importorskip("polars")
    assert load("duckdb_query").main([str(archive)]) == 0
    counted, longest = capsys.readouterr().out.splitlines()
    assert counted.startswith("generic: 2 articles, ")  # the empty file is a row with an error
    assert longest in ("longest: The ferry is back: at last", "longest: The ferry is late")


def test_sqlite(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = load("sqlite_archive")
    for _ in range(2):  # the second run replaces what the first has stored
        assert program.main([str(archive), str(tmp_path / "news.db"), "sails"]) == 0
        out = capsys.readouterr().out
        assert out == "2 articles\n2026-03-04  The ferry is back: at last\n"


def test_diff(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = load("newsroom_diff")
    assert program.main([str(archive / "one.md"), str(archive / "one.md")]) == 0
    assert program.main([str(archive / "one.md"), str(archive / "two.md")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "title: The ferry is back: at last -> The ferry is late",
        "- After a winter in the yard the ferry sails again.",
        "+ After a winter in the yard the ferry waits again.",
    ]


def test_scrapy(archive: Path) -> None:
    pytest.importorskip("scrapy", reason="needs the extra `examples`")
    from scrapy.exceptions import DropItem
    from scrapy.http import HtmlResponse

    program = load("scrapy_pipeline")
    url = "https://harbour.example/ferry"
    body = (archive / "one.md").read_bytes()
    (article,) = program.ArticleSpider(url=url).parse(HtmlResponse(url, body=body))
    item = program.NoEmptyStories().process_item(article)
    assert (item["title"], item["url"]) == ("The ferry is back: at last", url)
    with pytest.raises(DropItem, match=url):
        program.NoEmptyStories().process_item(newsparse.Article(source="x", url=url))
    assert not list(program.ArticleSpider(url=url).parse(HtmlResponse(url, body=b"")))


def test_zyte(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("zyte_common_items", reason="needs the extra `examples`")
    assert load("zyte_items").main([str(archive / "one.md"), "https://harbour.example/ferry"]) == 0
    item = json.loads(capsys.readouterr().out)
    assert item["headline"] == "The ferry is back: at last"
    assert item["datePublished"] == "2026-03-04T09:30:00Z"
    assert item["articleBody"].startswith("After a winter in the yard")


def test_plot(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib", reason="needs the extra `examples`")
    target = tmp_path / "posts.svg"
    assert load("posts_per_day").main([str(archive), str(target)]) == 0
    assert capsys.readouterr().out == f"2 posts in {target}\n"
    assert "<svg" in target.read_text("utf-8")
