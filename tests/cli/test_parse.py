from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from newsparse import Article
from tests.cli.conftest import POST, Command, write_post


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_post(tmp_path / "posts" / "b.md", "乙")
    write_post(tmp_path / "posts" / "a.html", "甲")
    write_post(tmp_path / "posts" / "deep" / "er" / "c.TXT", "丙")
    write_post(tmp_path / "posts" / "notes.rst", "不读")
    return tmp_path / "posts"


def titles(lines: str) -> list[str | None]:
    return [json.loads(line)["title"] for line in lines.splitlines()]


def test_one_document_is_json_that_reads_back(newsparse: Command, tmp_path: Path) -> None:
    path = write_post(tmp_path / "x.md", "晴天")
    result = newsparse("parse", str(path))
    assert (result.status, result.err) == (0, "")
    assert Article.from_json(result.out).title == "晴天"


def test_standard_input(newsparse: Command) -> None:
    result = newsparse("parse", "-", stdin=POST.format(title="晴天").encode())
    assert result.status == 0
    assert json.loads(result.out)["title"] == "晴天"


def test_url_reaches_the_article(newsparse: Command, tmp_path: Path) -> None:
    write_post(tmp_path / "x.md", "晴天")
    result = newsparse("parse", "x.md", "--url", "https://news.example/1")
    assert json.loads(result.out)["url"] == "https://news.example/1"


def test_a_directory_is_walked_in_order_and_gives_lines(newsparse: Command, folder: Path) -> None:
    result = newsparse("parse", str(folder))
    assert result.status == 0
    assert titles(result.out) == ["甲", "乙", "丙"]


def test_a_named_file_is_parsed_whatever_its_suffix(newsparse: Command, folder: Path) -> None:
    result = newsparse("parse", str(folder / "notes.rst"), str(folder / "b.md"))
    assert titles(result.out) == ["不读", "乙"]


def test_a_document_that_is_named_twice_is_parsed_once(newsparse: Command, folder: Path) -> None:
    result = newsparse("parse", str(folder), str(folder / "b.md"), "posts/../posts/a.html")
    assert titles(result.out) == ["甲", "乙", "丙"]


@pytest.mark.parametrize("name", ["json", "schema-org"])
def test_several_in_json_are_an_array(newsparse: Command, folder: Path, name: str) -> None:
    assert len(json.loads(newsparse("parse", str(folder), "-f", name).out)) == 3


def test_schema_org(newsparse: Command, folder: Path) -> None:
    result = newsparse("parse", str(folder / "a.html"), "-f", "schema-org")
    assert json.loads(result.out)["@type"] == "NewsArticle"


@pytest.mark.parametrize("name", ["markdown", "text", "post"])
def test_several_texts_have_a_form_feed_between_them(
    newsparse: Command, folder: Path, name: str
) -> None:
    pages = newsparse("parse", str(folder), "-f", name).out.split("\n\f\n")
    assert [title for page, title in zip(pages, "甲乙丙", strict=True) if title in page] == [
        *"甲乙丙"
    ]


def test_text_is_the_headline_and_the_story(newsparse: Command, folder: Path) -> None:
    result = newsparse("parse", str(folder / "a.html"), "-f", "text")
    assert result.out == "甲\n\n甲，第一段。\n\n第二段，说了些别的话。\n"


def test_what_fails_is_one_line_and_the_rest_is_parsed(newsparse: Command, folder: Path) -> None:
    (folder / "aa.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (folder / "ab.md").write_text(" \n")
    result = newsparse("parse", str(folder), "no/such\nfile")
    assert result.status == 1
    assert titles(result.out) == ["甲", "乙", "丙"]
    lines = result.err.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("newsparse: no/such file: no such file")
    assert lines[1].startswith(f"newsparse: {folder / 'aa.md'}: ")
    assert lines[1].count("aa.md") == 1
    assert lines[2].startswith(f"newsparse: {folder / 'ab.md'}: ")


def test_strict_makes_problems_failures(newsparse: Command, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<p>a story without a date</p>")
    assert newsparse("parse", "x.html").status == 0
    result = newsparse("parse", "x.html", "--strict")
    assert result.status == 1
    assert result.out == ""
    assert result.err.startswith("newsparse: x.html: ")


def test_a_directory_without_documents_is_a_failure(newsparse: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = newsparse("parse", "empty")
    assert result.status == 1
    assert result.err.startswith("newsparse: empty: no documents in it")


class TestOutput:
    def test_a_folder_gets_a_file_a_document(self, newsparse: Command, folder: Path) -> None:
        assert newsparse("parse", str(folder), "-o", "out/").status == 0
        assert tree("out") == ["a.json", "b.json", "deep/er/c.json"]
        assert Article.from_json(Path("out/deep/er/c.json").read_text("utf-8")).title == "丙"

    def test_a_folder_that_exists_needs_no_slash(self, newsparse: Command, folder: Path) -> None:
        Path("out").mkdir()
        assert newsparse("parse", str(folder / "a.html"), "-o", "out").status == 0
        assert tree("out") == ["a.json"]

    def test_same_stems_keep_their_whole_names(self, newsparse: Command, folder: Path) -> None:
        for name in ("A.md", "a.htm", "a.htm.md"):
            write_post(folder / name, name)
        assert newsparse("parse", str(folder), "-o", "out/").status == 0
        found = {Article.from_json(Path("out", p).read_text("utf-8")).title for p in tree("out")}
        assert found == {"甲", "乙", "丙", "A.md", "a.htm", "a.htm.md"}

    def test_folders_of_the_arguments_are_kept_apart(
        self, newsparse: Command, tmp_path: Path
    ) -> None:
        write_post(tmp_path / "x" / "a.md", "甲")
        write_post(tmp_path / "y" / "a.md", "乙")
        assert newsparse("parse", "x", "y/a.md", "-o", "out/").status == 0
        assert tree("out") == ["x/a.json", "y/a.json"]

    def test_an_input_is_never_overwritten(self, newsparse: Command, folder: Path) -> None:
        before = (folder / "b.md").read_bytes()
        assert newsparse("parse", str(folder), "-o", str(folder), "-f", "markdown").status == 0
        assert (folder / "b.md").read_bytes() == before
        assert (folder / "b.md.md").exists()
        assert (folder / "a.md").exists()

    def test_a_file_appears_whole_or_not_at_all(self, newsparse: Command, folder: Path) -> None:
        target = Path("all.jsonl")
        target.write_text("old")
        (folder / "bad.md").write_text("")
        assert newsparse("parse", str(folder / "bad.md"), "-o", str(target)).status == 1
        assert target.read_text() == "old"
        assert newsparse("parse", str(folder), "-o", str(target)).status == 1
        assert titles(target.read_text("utf-8")) == ["甲", "乙", "丙"]
        assert tree(".") == sorted(["all.jsonl", *(f"posts/{p}" for p in tree(str(folder)))])

    def test_a_dash_is_standard_output(self, newsparse: Command, folder: Path) -> None:
        assert titles(newsparse("parse", str(folder), "-o", "-").out) == ["甲", "乙", "丙"]
        assert not Path("-").exists()

    def test_a_link_stays_a_link(self, newsparse: Command, folder: Path) -> None:
        Path("real.json").write_text("old")
        Path("link.json").symlink_to("real.json")
        assert newsparse("parse", str(folder / "a.html"), "-o", "link.json").status == 0
        assert Path("link.json").is_symlink()
        assert Article.from_json(Path("real.json").read_text("utf-8")).title == "甲"

    def test_a_device_stays_a_device(self, newsparse: Command, folder: Path) -> None:
        assert newsparse("parse", str(folder / "a.html"), "-o", os.devnull).status == 0
        assert not Path(os.devnull).is_file()

    def test_a_place_that_is_not_there(self, newsparse: Command, folder: Path) -> None:
        result = newsparse("parse", str(folder), "-o", "no/such/place.jsonl")
        assert result.status == 1
        assert result.err.startswith("newsparse: no/such/place.jsonl: ")
        assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "about"),
    [
        ((), "Usage"),
        (("parse",), "PATH"),
        (("parse", "x.md", "--nonsense"), "--nonsense"),
        (("parse", "x.md", "-f", "pdf"), "pdf"),
        (("parse", "x.md", "y.md", "--url", "https://news.example/"), "--url"),
        (("prase", "x.md"), "prase"),
        (("explain", "x.md", "y.md"), "y.md"),
    ],
)
def test_wrong_use(newsparse: Command, arguments: tuple[str, ...], about: str) -> None:
    result = newsparse(*arguments)
    assert result.status == 2
    assert about in (result.out if about == "Usage" else result.err)


def tree(folder: str) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in Path(folder).rglob("*") if p.is_file())
