"""Each source on small documents with its site's markup and invented words.

A document ``documents/NAME.md`` (archive post) or ``.html`` (page) has an expectation
``NAME.json``: all that the article says, and no more.
"""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest

from newsparse.explanation import Explanation
from newsparse.rules import Map, Strip
from newsparse.sources import BUILT_IN

from ..test_conservation import check
from .reading import NAMES, expected, explanation, parser, table_of


@pytest.mark.parametrize("name", NAMES)
def test_document(name: str) -> None:
    found = explanation(name)
    assert table_of(found.article) == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost(name: str) -> None:
    check(explanation(name))


def rules() -> dict[str, Strip | Map]:
    """All rules of the built-in sources by their full ids."""
    found: dict[str, Strip | Map] = {}
    for info in parser().sources:
        source = info.source
        found |= {f"{source.id}:{rule.id}": rule for rule in source.strip}
        found |= {f"{source.id}:{rule.id}": rule for rule in source.map}
    return found


def uses(found: Explanation) -> Counter[str]:
    return Counter({use.rule: use.count for use in found.rules if use.count})


def test_every_rule_fires_on_a_committed_document() -> None:
    counts: Counter[str] = sum((uses(explanation(name)) for name in NAMES), Counter())
    assert sorted(rules().keys() - counts.keys()) == []


def test_every_rule_has_reason_and_example() -> None:
    assert sorted(name for name, rule in rules().items() if not rule.example) == []
    assert sorted(name for name, rule in rules().items() if len(rule.reason) < 8) == []


def test_every_source_has_a_document() -> None:
    known = {info.source.id for info in parser().sources}
    assert len(known) == len(BUILT_IN)
    families = {"archive", "chinese-news", "chinese-offices"}
    assert sorted(known - families - {explanation(name).source for name in NAMES}) == []


def test_real_documents_fall_to_their_sources(shared: Path) -> None:
    folder = shared / "corpus"
    posts = [post for post in sorted((folder / "rsshub").glob("*.md")) if post.name[0] != "M"]
    assert len(posts) > 20
    assert [p.name for p in posts if parser().explain(p).source == "generic"] == []
    pages = sorted((folder / "pages").glob("*.gz"))
    found = {p.name: parser().explain(gzip.decompress(p.read_bytes())) for p in pages}
    assert [name for name, each in found.items() if each.source == "generic"] == []
    for name, each in found.items():
        check(each)
        assert {"title", "publisher", "published"} <= set(each.article.origins), name
        assert each.article.body.text, name
