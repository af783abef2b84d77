from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

import newsparse
from newsparse.cli import main
from newsparse.report import render_report

HOSTILE = """---
title: '<script>alert(1)</script>'
categories:
 - '"><img src=x onerror=alert(2)>'
author: <b>bold</b>
date: Wed, 04 Mar 2026 09:30:00 GMT
---
<p>After a winter in the yard the ferry sails again &lt;script&gt;alert(3)&lt;/script&gt;.</p>
<p hidden>&lt;img src=x onerror=alert(4)&gt;</p>
<img src="https://pictures.example/ferry.jpg" alt="a &quot;ferry&quot;"><p>（责任编辑：李明）</p>
"""


def test_nothing_of_the_document_can_run() -> None:
    page = render_report(newsparse.explain(HOSTILE))
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert not re.search(r"<[^>]+\son\w+\s*=", page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_nothing_comes_from_the_network() -> None:
    page = render_report(newsparse.explain(HOSTILE))
    assert not re.search(r"<[^>]*\s(?:src|srcset|poster|data|action)\s*=", page)
    assert "url(" not in page
    assert "@import" not in page
    assert "<link" not in page
    assert "default-src 'none'" in page
    assert "https://pictures.example/ferry.jpg" in page


def test_all_fragments_fields_and_problems_are_shown(seed: Path) -> None:
    found = newsparse.explain(seed)
    page = unescape(render_report(found))
    for fragment in found.fragments:
        for line in fragment.text.split("\n"):
            assert line.strip() in page
    for use in found.rules:
        if use.count:
            assert use.rule in page
    for problem in found.article.problems:
        assert problem.message in page
    assert "蒋晓桐" in page
    assert "element p.article-editor by sina:editor-line" in page


def test_rules_of_newsparse_itself_have_reasons() -> None:
    html = "<html><title>T</title><nav>Home News</nav><p>" + "The ferry sails again. " * 30
    found = newsparse.explain(html + "</p><button>Buy</button></html>")
    reasons = {use.rule: use.reason for use in found.rules if use.count}
    assert {"page:navigation", "html:control"} <= reasons.keys() or "page:outside" in reasons
    assert all(reasons.values())


def test_what_went_wrong_is_told_before_the_story_which_may_be_long() -> None:
    found = newsparse.explain("---\ntitle: T\ndate: Invalid Date\nx_mark: 7\n---\n<p>One.</p>")
    page = render_report(found)
    assert f'<a href="#problems">{len(found.article.problems)} problem' in page
    assert page.index('id="problems"') < page.index('class="story"')
    assert "extra.<wbr>x_mark" in page
    clean = newsparse.explain("---\ntitle: T\ndate: 2021-04-08T09:00:00Z\n---\n<p>One two.</p>")
    assert "#problems" not in render_report(clean)


def test_a_large_page() -> None:
    row = (
        "<p>The ferry {} sails again on Tuesday, said the harbour's master, who had waited "
        "for a part from the mainland since the storm.</p><nav>Home</nav>\n"
    )
    rows = "".join(row.format(10_000 + n) for n in range(2_000_000 // len(row)))
    html = f"<html><title>T</title><article>{rows}</article>"
    assert len(html) > 2_000_000
    page = render_report(newsparse.explain(html))
    assert len(page) < 6_000_000


def test_the_command(seed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.html"
    assert main(["explain", str(seed), "--html", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert target.read_text("utf-8").startswith("<!doctype html>")
