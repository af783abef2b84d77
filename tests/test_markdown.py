from __future__ import annotations

import sys

import pytest

from newsparse import markdown
from newsparse.markdown import markdown_to_html


def test_tables_and_raw_html_are_read() -> None:
    html = markdown_to_html("| a |\n| --- |\n| b |\n\n<figure class='x'>c</figure>\n\nd <em>e</em>")
    assert "<th>a</th>" in html
    assert "<figure class='x'>c</figure>" in html
    assert "<p>d <em>e</em></p>" in html


def test_urls_stay_as_they_are_written() -> None:
    assert 'href="https://例.org/图 b"' in markdown_to_html("[a](<https://例.org/图 b>)")


def test_strikethrough_is_text() -> None:
    assert markdown_to_html("~~a~~") == "<p>~~a~~</p>\n"


def test_deep_lists_are_not_cut() -> None:
    text = "".join("  " * level + "- a\n" for level in range(24))
    assert markdown_to_html(text).count("<ul>") == 24


def test_without_the_extra_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    markdown._reader.cache_clear()
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    with pytest.raises(ImportError, match=r"newsparse\[markdown\]"):
        markdown_to_html("a")
