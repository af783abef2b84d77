from __future__ import annotations

import json
from pathlib import Path

import newsparse as library
from tests.cli.conftest import Command
from tests.test_explanation import PAGE


def test_text_tells_what_happened_to_the_seed(newsparse: Command, seed: Path) -> None:
    result = newsparse("explain", str(seed))
    assert (result.status, result.err) == (0, "")
    assert "\x1b" not in result.out
    assert not any(line != line.rstrip() for line in result.out.splitlines())
    explanation = library.explain(seed)
    for origin in explanation.article.origins.values():
        assert origin.rule in result.out
    for heading in ("Document", "Fields", "Stripped", "Problems"):
        assert heading in result.out
    assert "蒋晓桐" in result.out
    for problem in explanation.article.problems:
        assert problem.code in result.out


def test_every_stripped_piece_names_its_rule(newsparse: Command, seed: Path) -> None:
    out = newsparse("explain", str(seed)).out
    removed = library.explain(seed).removed
    assert removed
    for fragment in removed:
        assert fragment.rule is not None
        assert fragment.rule in out


def test_json_holds_the_article_and_the_rest(newsparse: Command, seed: Path) -> None:
    data = json.loads(newsparse("explain", str(seed), "-f", "json").out)
    explanation = library.explain(seed)
    assert library.Article.from_dict(data["article"]) == explanation.article
    assert data["source"] == "sina"
    assert len(data["fragments"]) == len(explanation.fragments)
    assert [c["field"] for c in data["candidates"]] == [c.field for c in explanation.candidates]
    assert data["rules"][0].keys() == {"rule", "reason", "count"}


def test_standard_input(newsparse: Command) -> None:
    result = newsparse("explain", "-", stdin="<p>晴天。</p>".encode())
    assert result.status == 0
    assert "generic" in result.out


def test_what_cannot_be_read_is_one_line(newsparse: Command) -> None:
    result = newsparse("explain", "-", stdin=b"")
    assert result.status == 1
    assert result.err.startswith("newsparse: <stdin>: ")
    result = newsparse("explain", "nowhere.md")
    assert result.status == 1
    assert result.err.startswith("newsparse: nowhere.md: ")
    assert result.err.count("nowhere.md") == 1


def test_brackets_in_a_document_are_no_markup(newsparse: Command) -> None:
    result = newsparse("explain", "-", stdin=b"---\ntitle: 'a [red]b[/red] [/] c'\n---\n<p>d</p>")
    assert result.status == 0
    assert "a [red]b[/red] [/] c" in result.out


def test_the_command_tells_who_agrees(newsparse: Command) -> None:
    text = newsparse("explain", "-", stdin=PAGE.encode()).out
    fields, _, lost = text.partition("Candidates that lost (3)")
    assert "also said by meta og:title by page:head" in fields
    assert "also said by meta date by page:head" in fields
    assert "meta title by page:head" in lost
    assert "og:title" not in lost
    data = json.loads(newsparse("explain", "-", "-f", "json", stdin=PAGE.encode()).out)
    told = {(c["field"], c["origin"]["where"]) for c in data["candidates"] if c["agrees"]}
    assert told == {("title", "og:title"), ("published", "date")}
