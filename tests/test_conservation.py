"""Nothing of the story is lost, nothing is invented: kept and removed words are the document's."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given

import newsparse
from newsparse import Explanation, NewsparseError
from newsparse.render.text import render_text
from newsparse.testing.contract.conservation import visible

from .test_parser import SOUP


def characters(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace() and c not in "\u200b\ufeff")


def check(found: Explanation) -> None:
    document = found.document
    whole = characters(visible(document.html, fragment=document.shape != "page"))
    assert characters("".join(f.text for f in found.fragments)) == whole
    kept = characters("".join(f.text for f in found.fragments if f.fate == "kept"))
    assert characters(render_text(found.article.body.blocks, captions=True)) == kept


@given(SOUP)
def test_any_document(text: str) -> None:
    try:
        found = newsparse.explain(text)
    except NewsparseError:
        return
    check(found)


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>a<td>b<tr><td>c<td><button>Open</button></table>",
        "<table><tr><td>a<td>b<tr><td><select><option>One<option>Two</select><td>c</table>",
        "<blockquote>Late again.<footer>Ann Lee</footer><footer>Pilot</footer></blockquote>",
        "<blockquote><footer>Ann Lee<p></footer><footer>Pilot",
        "<pre>a<svg><g>drawn</g></svg></pre>",
        "<table><td>a<th><tt>b<option>c</tt><option>d</table>",
        "<figure><figcaption>Rain <b class=photo-credit>Ann Lee</b></figcaption></figure><p>One.",
        "<figcaption><i class=photo-credit>Ann Lee</i></figcaption><p>One.",
        "<table><tr><td>a<td>b<svg><tr><td>drawn</svg></table>",
    ],
)
def test_what_fuzzing_found(html: str) -> None:
    check(newsparse.explain(f"---\ntitle: T\n---\n{html}"))


def test_the_seed(seed: Path) -> None:
    check(newsparse.explain(seed))


def test_real_posts(shared: Path) -> None:
    posts = sorted((shared / "corpus" / "rsshub").glob("*.md"))
    assert len(posts) > 20
    for post in posts:
        if post.name != "MANIFEST.md":
            check(newsparse.explain(post))
