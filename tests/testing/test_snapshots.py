"""Expected articles beside samples."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

from newsparse import Parser
from newsparse.errors import FormatError, InputError
from newsparse.testing.snapshots import (
    compare,
    expected_path,
    read_samples,
    save_sample,
    write_expected,
)
from newsparse.testing.truth import Labelled

POST = """---
title: {title}
date: 2026-05-04T09:00:00+01:00
lang: en
tags: [sea, {tag}]
---
<p>The first words.</p>
<p>{words}</p>
"""
PARSER = Parser(entry_points=False)


def sample(folder: Path, title: str = "Tide", tag: str = "sand", words: str = "More.") -> Labelled:
    path = folder / "tide.md"
    path.write_text(POST.format(title=title, tag=tag, words=words), encoding="utf-8")
    (found,) = read_samples(folder)
    return found


def test_what_was_written_is_what_is_expected(tmp_path: Path) -> None:
    before = sample(tmp_path)
    assert compare(before, PARSER).missing
    assert write_expected(before, PARSER)
    assert not write_expected(before, PARSER)
    assert expected_path(before) == tmp_path / "tide.md.json"
    comparison = compare(before, PARSER)
    assert comparison.same
    assert not comparison.missing


def test_differences_are_told_field_by_field(tmp_path: Path) -> None:
    write_expected(sample(tmp_path), PARSER)
    after = sample(tmp_path, title="Ebb", tag="salt", words="Other words.")
    found = compare(after, PARSER)
    assert [d.field for d in found.differences] == ["title", "keywords", "body"]
    assert found.text.splitlines() == [
        str(tmp_path / "tide.md"),
        "title",
        "  - Tide",
        "  + Ebb",
        "keywords",
        "  - sand",
        "  + salt",
        "body",
        '  - {"type": "paragraph", "content": ["More."]}',
        '  + {"type": "paragraph", "content": ["Other words."]}',
    ]


def test_a_value_that_comes_or_goes_is_a_difference(tmp_path: Path) -> None:
    here = sample(tmp_path)
    write_expected(here, PARSER)
    path = expected_path(here)
    data = json.loads(path.read_text(encoding="utf-8"))
    data["title"], data["publisher"] = None, "The Dune"
    data["problems"] = [{"code": "no-date", "message": "none"}]
    path.write_text(json.dumps(data), encoding="utf-8")
    assert {(d.field, d.expected, d.found) for d in compare(here, PARSER).differences} == {
        ("title", (), ("Tide",)),
        ("publisher", ("The Dune",), ()),
        ("problems", ("no-date",), ()),
    }


def test_how_a_value_was_found_may_change(tmp_path: Path) -> None:
    here = sample(tmp_path)
    write_expected(here, PARSER)
    data = json.loads(expected_path(here).read_text(encoding="utf-8"))
    assert data["origins"] == {}
    assert PARSER.parse(here.data).origins != {}


def test_a_sample_that_is_no_article_any_more(tmp_path: Path) -> None:
    here = sample(tmp_path)
    write_expected(here, PARSER)
    empty = attrs.evolve(here, data=b" ")
    (difference,) = compare(empty, PARSER).differences
    assert difference.field == "article"
    with pytest.raises(InputError):
        write_expected(empty, PARSER)


def test_what_cannot_be_read_names_the_file(tmp_path: Path) -> None:
    here = sample(tmp_path)
    expected_path(here).write_text("{", encoding="utf-8")
    with pytest.raises(FormatError, match=r"tide\.md\.json"):
        compare(here, PARSER)
    for wrong in ("[]", "{", '{"a": 1}'):
        (tmp_path / "urls.json").write_text(wrong, encoding="utf-8")
        with pytest.raises(FormatError, match=r"urls\.json"):
            read_samples(tmp_path)


def test_saved_documents_are_samples_again(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    given = [
        Labelled(data="<p>Rain \ud800</p>", url="https://dune.example/1"),
        Labelled(data="\n---\ntitle: x\n---\n"),
        Labelled(data=b"\xff\xfe"),
    ]
    paths = [save_sample(document, folder, f"f{n}") for n, document in enumerate(given)]
    assert [p.name for p in paths] == ["f0.html", "f1.md", "f2.html"]
    again = read_samples(folder)
    assert [d.url for d in again] == ["https://dune.example/1", None, None]
    assert again[2].data == b"\xff\xfe"
    assert save_sample(attrs.evolve(given[0], data="<p>Sun</p>"), folder, "f0") == paths[0]
    assert read_samples(folder)[0].data == b"<p>Sun</p>"


def test_only_files_of_some_kinds(tmp_path: Path) -> None:
    for name in ("a.html", "b.MD", "c.png", "d.json"):
        (tmp_path / name).write_bytes(b"x")
    every = [Path(str(d.name)).name for d in read_samples(tmp_path)]
    some = [Path(str(d.name)).name for d in read_samples(tmp_path, frozenset({".md", ".html"}))]
    assert (every, some) == (["a.html", "b.MD", "c.png"], ["a.html", "b.MD"])
