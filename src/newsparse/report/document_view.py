"""The document: all its visible text in order, each piece with what became of it."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from ..explanation import Explanation, Fragment

_HEADING: Final = re.compile(r"h[1-6]\b")
_BLANKS: Final = re.compile(r"[ \t\u3000]*\n\s*")


def document_view(explanation: Explanation, numbers: dict[str, int]) -> str:
    """Return the fragments, one after the other."""
    reasons = {use.rule: use.reason for use in explanation.rules}
    pieces = [_piece(f, numbers, reasons) for f in explanation.fragments if f.text.strip()]
    if not pieces:
        return '<p class="none">The document has no visible text.</p>'
    return f'<div class="text" lang="{escape(explanation.article.language or "und")}">' + (
        "\n".join(pieces) + "</div>"
    )


def _piece(fragment: Fragment, numbers: dict[str, int], reasons: dict[str, str]) -> str:
    between = "\n" if fragment.rule is None else " · "
    text = escape(_BLANKS.sub(between, fragment.text.strip()))
    kind = " head" if _HEADING.match(fragment.tag) else ""
    if fragment.rule is None:
        return f'<p class="kept{kind}">{text}</p>'
    reason = reasons.get(fragment.rule, "")
    because = f"{fragment.rule}: {reason}" if reason else fragment.rule
    fields = "".join(f'<i class="field">{escape(field)}</i>' for field in fragment.fields)
    return (
        f'<p class="{fragment.fate}{kind}" data-rule="{numbers[fragment.rule]}" tabindex="0" '
        f'title="{escape(because)} ({escape(fragment.tag)})">{fields}{text}</p>'
    )
