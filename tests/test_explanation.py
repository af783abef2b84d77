"""What an explanation says of the values that were found: chosen, agreeing, lost."""

from __future__ import annotations

import newsparse
from newsparse.draft import Draft
from newsparse.explanation import Candidate
from newsparse.hookspecs import hookimpl
from newsparse.report import render_report
from newsparse.source import Source, matter

PAGE = """<html lang="en"><head><title>Ferry returns | The Gazette</title>
<meta property="og:title" content="Ferry  returns">
<meta property="og:site_name" content="The Gazette">
<meta property="og:description" content="A winter in the yard is over.">
<meta name="description" content="All the news of the coast.">
<meta property="article:published_time" content="2026-03-04T09:30:00Z">
<meta name="date" content="2026-03-04T11:30:00+02:00">
<meta name="author" content="The Gazette"></head>
<body><h1>Ferry returns</h1><p>After a winter in the yard the ferry sails again, and the
harbour was full of people who had waited for it since November.</p></body></html>"""


def places(candidates: tuple[Candidate, ...], field: str) -> list[str]:
    return [c.origin.where for c in candidates if c.field == field]


def test_places_that_say_the_same_agree() -> None:
    found = newsparse.explain(PAGE)
    assert found.article.published is not None
    assert found.article.published.utcoffset() is not None
    assert places(found.agreeing, "published") == ["date"]
    assert places(found.agreeing, "title") == ["og:title"]
    assert places(found.lost, "published") == []


def test_each_field_has_the_place_that_its_origin_names() -> None:
    found = newsparse.explain(PAGE)
    chosen = {c.field: c.origin.where for c in found.candidates if c.chosen}
    assert chosen == {field: origin.where for field, origin in found.article.origins.items()}


def test_what_says_something_else_is_lost() -> None:
    found = newsparse.explain(PAGE)
    assert {(c.field, c.origin.where) for c in found.lost} == {
        ("title", "title"),
        ("authors", "author"),
        ("summary", "description"),
    }
    assert not any(c.chosen and c.agrees for c in found.candidates)
    assert len(found.lost) + len(found.agreeing) < len(found.candidates)


def test_a_value_that_was_put_right_is_no_loser() -> None:
    page = PAGE.replace("<h1>Ferry returns</h1>", "").replace("og:title", "og:type")
    found = newsparse.explain(page)
    assert (found.article.title, found.article.origins["title"].where) == ("Ferry returns", "title")
    assert places(found.lost, "title") == []


def test_names_that_are_part_of_the_article_s_agree() -> None:
    post = """---
title: 雨
author: [张三, 李四]
---
<p>新华社北京7月22日电（记者李四）下雨了。</p>
"""
    found = newsparse.explain(post)
    assert [str(person) for person in found.article.authors] == ["张三", "李四"]
    assert [str(c.value[0]) for c in found.agreeing if c.field == "authors"] == ["李四"]
    assert places(found.lost, "authors") == []


def test_the_report_tells_who_agrees() -> None:
    page = render_report(newsparse.explain(PAGE))
    article, _, lost = page.partition("<summary>Candidates that lost (3)</summary>")
    assert "also said by meta og:title by page:head" in article
    assert "og:title" not in lost.partition("</details>")[0]


def test_what_a_function_said_of_one_document_is_not_told_of_the_next() -> None:
    parser = newsparse.Parser(plugins=(_Remover(),))
    story = "<p>The ferry sails again.</p>"
    first = parser.explain(f"---\nkind: daily\n---\n<i>Advert.</i>{story}")
    assert [use.reason for use in first.rules if use.rule == "daily:paid for"] == ["paid for"]
    second = parser.explain(f"---\nkind: daily\n---\n{story}")
    assert "daily:paid for" not in {use.rule for use in second.rules}


class _Remover:
    @hookimpl
    def newsparse_sources(self) -> list[Source]:
        return [
            Source(
                id="daily",
                title="The Daily",
                matches=(matter("kind", "daily"),),
                strip_with=_remove_adverts,
            )
        ]


def _remove_adverts(draft: Draft) -> None:
    for node in draft.css("i"):
        draft.remove(node, "paid for")
