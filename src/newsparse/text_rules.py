"""Strip and map rules that look at the text of the story's blocks."""

from __future__ import annotations

import re
from typing import Final

from .compiled import TextRule
from .draft import Draft
from .element_rules import give_groups
from .extract.part import FINISHED, Part
from .rules import ENDING_BLOCKS, OPENING_BLOCKS

LONG: Final = 2000
"""Characters: of a longer block a pattern sees the first and the last half of that."""


def apply_text_rules(draft: Draft) -> None:
    """Run the map rules, then the strip rules, and drop the blocks that have become empty."""
    if not draft.parts:
        return
    everything = "\n".join([part.text for part in draft.parts])
    shortest = min([len(part.text) for part in draft.parts if part.text], default=0)
    for rules in (draft.compiled.text_maps, draft.compiled.text_strips):
        for rule in rules:
            if rule.longest >= shortest and _may_match(rule.needs, everything):
                _run(draft, rule)


def _may_match(needs: tuple[str, ...], text: str) -> bool:
    if not needs:
        return True
    for word in needs:  # noqa: SIM110 - a generator costs more than the search itself
        if word in text:
            return True
    return False


def _run(draft: Draft, rule: TextRule) -> None:
    dropped: list[Part] = []
    longest = rule.longest
    for part in _in_scope(draft.parts, rule.scope):
        if len(part.text) > longest:
            continue
        found = _search(rule, part.text)
        if found is None:
            continue
        match, offset = found
        if rule.groups:
            fields = give_groups(draft, rule.groups, match)
            if not fields and not rule.cut:
                continue
            if rule.cut:
                draft.consumed(rule.id, fields or tuple(g.field for g in rule.groups))
        draft.count(rule.id)
        if rule.to_end:
            _cut_to_end(draft, rule, part, match.start() + offset)
            return
        if rule.cut:
            _cut(draft, part, match.start() + offset, match.end() + offset, rule.id)
            if not part.text:
                dropped.append(part)
    if dropped:
        draft.parts = [p for p in draft.parts if p.text or p.level == FINISHED]


def _in_scope(parts: list[Part], scope: str) -> list[Part]:
    words = [part for part in parts if part.text]
    if scope == "opening":
        return words[:OPENING_BLOCKS]
    return words[-ENDING_BLOCKS:] if scope == "ending" else words


def _search(rule: TextRule, text: str) -> tuple[re.Match[str], int] | None:
    """Return the match and the offset of the text that was searched."""
    length = len(text)
    if rule.tail is not None and rule.tail < length:
        match = rule.find(text, length - rule.tail)
        return (match, 0) if match and match[0] else None
    if length <= LONG:
        match = rule.find(text)
        return (match, 0) if match and match[0] else None
    match = rule.find(text[: LONG // 2])
    if match and match[0]:
        return match, 0
    offset = length - LONG // 2
    match = rule.find(text[offset:])
    return (match, offset) if match and match[0] else None


def _cut(draft: Draft, part: Part, start: int, end: int, rule: str) -> None:
    part.cut(start, end, rule)
    if draft.ledger is not None:
        draft.ledger.cuts[part.number] = part.cuts


def _cut_to_end(draft: Draft, rule: TextRule, part: Part, start: int) -> None:
    index = draft.parts.index(part)
    for later in draft.parts[index + 1 :]:
        if draft.ledger is not None:
            draft.ledger.dropped[later.number] = rule.id
    _cut(draft, part, start, len(part.text), rule.id)
    keep = index + 1 if part.text else index
    draft.parts = draft.parts[:keep]
