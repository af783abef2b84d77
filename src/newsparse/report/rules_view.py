"""The list of rules: each with its reason, and how many pieces of text it took."""

from __future__ import annotations

from collections import Counter
from html import escape

from ..explanation import Explanation


def numbered_rules(explanation: Explanation) -> dict[str, int]:
    """Return a number for each rule that took text, in the order of the document."""
    found = dict.fromkeys(f.rule for f in explanation.fragments if f.rule is not None)
    return {rule: number for number, rule in enumerate(found)}


def rules_view(explanation: Explanation, numbers: dict[str, int]) -> str:
    """Return buttons for the rules that took text, then the others that found something."""
    reasons = {use.rule: use.reason for use in explanation.rules}
    taken = Counter(f.rule for f in explanation.fragments if f.rule is not None)
    fates = {f.rule: f.fate for f in explanation.fragments if f.rule is not None}
    buttons = [
        f'<li><button type="button" class="rule {fates[rule]}" data-rule="{number}" '
        f'aria-pressed="false"><span class="id">{escape(rule)}</span>'
        f'<b>{taken[rule]}</b><span class="why">{escape(reasons.get(rule, ""))}</span>'
        "</button></li>"
        for rule, number in numbers.items()
    ]
    others = [
        f'<li title="{escape(use.reason)}"><span class="id">{escape(use.rule)}</span>'
        f"<b>{use.count}</b></li>"
        for use in explanation.rules
        if use.count and use.rule not in numbers
    ]
    idle = sum(not use.count and use.rule not in numbers for use in explanation.rules)
    parts = []
    if buttons:
        parts.append(f"<ul>{''.join(buttons)}</ul>")
    else:
        parts.append('<p class="none">No rule took anything out.</p>')
    if others:
        parts.append(f'<h3>Found values</h3><ul class="quiet">{"".join(others)}</ul>')
    if idle:
        parts.append(f'<p class="none">{idle} more rules found nothing here.</p>')
    return "".join(parts)
