"""The report's page: everything in one file, nothing from the network.

The content security policy (CSP Level 3) of the page allows the one style sheet and the
one script it holds, by their hashes, and no picture, frame, form or connection. Texts of
the document are escaped; the story is rendered by :mod:`newsparse.render.html`.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

from ..explanation import Explanation
from .article_view import candidates_view, fields_view, problems_view, story_view
from .document_view import document_view
from .rules_view import numbered_rules, rules_view

_PAGE: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src '{style_hash}'; script-src '{script_hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title} · newsparse explain</title>
<style>{style}</style>
</head>
<body>
<header class="top">
<div><p class="kicker">newsparse explain</p><h1>{title}</h1>
<p class="facts">{facts}</p></div>
<div class="switches" role="group" aria-label="Show">
<button type="button" data-show="kept" aria-pressed="true">kept <b>{kept}</b></button>
<button type="button" data-show="removed" aria-pressed="true">removed <b>{removed}</b></button>
<button type="button" data-show="mapped" aria-pressed="true">mapped <b>{mapped}</b></button>
<button type="button" id="theme" aria-label="Light or dark">◐</button>
</div>
</header>
<main>
<nav class="rules" aria-label="Rules"><h2>Rules</h2>{rules}</nav>
<section class="document" aria-label="Document"><h2>Document</h2>{document}</section>
<section class="article" aria-label="Article"><h2>Article</h2>{fields}{problems}{candidates}\
{story}</section>
</main>
<footer class="status">Point at a piece to see which rule took it; click a rule or a piece to see \
all that the rule took; Escape ends it.</footer>
<script>{script}</script>
</body>
</html>
"""


def render_report(explanation: Explanation) -> str:
    """Return `explanation` as a self-contained HTML page.

    Shown are the document with what was kept, removed (and by which rule) and mapped (to
    which field), the article, its problems, and the candidates that lost. The story comes
    last, as it may be long.
    """
    article, document = explanation.article, explanation.document
    fates = [fragment.fate for fragment in explanation.fragments]
    facts = [
        f"source <b>{escape(explanation.source)}</b> of plugin {escape(explanation.plugin)}",
        escape(explanation.matched),
        escape(document.shape),
        escape(document.encoding or "text came in"),
    ]
    if count := len(article.problems):
        facts.append(f'<a href="#problems">{count} problem{"s" * (count > 1)}</a>')
    numbers = numbered_rules(explanation)
    style, script = _asset("report.css"), _asset("report.js")
    return _PAGE.format(
        title=escape(article.title or document.name or "untitled"),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        facts=" · ".join(facts),
        **{fate: f"{fates.count(fate):,}" for fate in ("kept", "removed", "mapped")},
        rules=rules_view(explanation, numbers),
        document=document_view(explanation, numbers),
        fields=fields_view(explanation),
        problems=problems_view(article),
        candidates=candidates_view(explanation),
        story=story_view(article),
    )


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    """Return the source expression of an inline text (CSP Level 3, 2.3.1)."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
