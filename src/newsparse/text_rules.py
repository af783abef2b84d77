"""Strip and map rules that look at the text of the story's blocks."""

from __future__ import annotations

import re

from .compiled import LONG, SHORT, TextRule
from .draft import Draft
from .element_rules import give_groups
from .extract.part import FINISHED, Part
from .rules import ENDING_BLOCKS, OPENING_BLOCKS


def apply_text_rules(draft: Draft) -> None:
    """Run the map rules, then the strip rules, and drop the blocks that have become empty."""
    words = [part for part in draft.parts if part.text]
    if not words:
        return
    compiled = draft.compiled
    # Most blocks hold none of the words that the rules for short blocks need.
    gate = compiled.short_words
    hopeful = {p.number for p in words if len(p.text) <= SHORT and (not gate or gate(p.text))}
    scopes = _Scopes(words, hopeful)
    for rules in (compiled.text_maps, compiled.text_strips):
        for rule in rules:
            parts = scopes.of(rule)
            if parts and _run(draft, rule, parts, hopeful):
                scopes = _Scopes([part for part in draft.parts if part.text], hopeful)


class _Scopes:
    """The blocks of each scope: all of them, and those that rules for short ones see."""

    __slots__ = ("first", "last", "long", "short")

    def __init__(self, words: list[Part], hopeful: set[int]) -> None:
        # What the blocks begin and end with rules most rules out.
        self.first: set[str] = {part.text[0] for part in words}
        self.last: set[str] = {part.text[-1] for part in words}
        self.long: dict[str, list[Part]] = _by_scope(words)
        self.short: dict[str, list[Part]] = (
            {scope: [p for p in some if p.number in hopeful] for scope, some in self.long.items()}
            if hopeful
            else {}
        )

    def of(self, rule: TextRule) -> list[Part] | None:
        """Return the blocks that a rule has to look at."""
        if rule.first and rule.first.isdisjoint(self.first):
            return None
        if rule.last and self.last.isdisjoint(rule.last):
            return None
        return (self.short if rule.longest <= SHORT else self.long).get(rule.scope)


def _by_scope(words: list[Part]) -> dict[str, list[Part]]:
    return {
        "anywhere": words,
        "opening": words[:OPENING_BLOCKS],
        "ending": words[-ENDING_BLOCKS:],
    }


def _run(draft: Draft, rule: TextRule, parts: list[Part], hopeful: set[int]) -> bool:
    """Apply a rule to the blocks in its scope; return whether the scopes have changed.

    What a cut leaves of a block may be short, and hold other words: it becomes `hopeful`.
    """
    longest, first, last = rule.longest, rule.first, rule.last
    dropped = changed = False
    for part in parts:
        text = part.text
        if first and text[:1] not in first:
            continue
        if len(text) > longest or (last and text[-1:] not in last):
            continue
        needs = rule.needs
        if needs and not rule.near:
            for word in needs:
                if word in text:
                    break
            else:
                continue
        match = _search(rule, text)
        if match is None:
            continue
        if rule.groups:
            fields = give_groups(draft, rule.groups, match)
            if not fields and not rule.cut:
                continue
            if rule.cut:
                draft.consumed(rule.id, fields or tuple(g.field for g in rule.groups))
        draft.count(rule.id)
        if not rule.cut:
            continue
        changed = changed or part.number not in hopeful
        hopeful.add(part.number)
        if rule.to_end:
            _cut_to_end(draft, rule, part, match.start())
            return True
        _cut(draft, part, match.start(), match.end(), rule.id)
        dropped = dropped or not part.text
    if dropped:
        draft.parts = [p for p in draft.parts if p.text or p.level == FINISHED]
    return changed or dropped


def _search(rule: TextRule, text: str) -> re.Match[str] | None:
    """Return the match of a rule in a text, unless it is empty."""
    length = len(text)
    if rule.tail is not None and rule.tail < length:
        match = rule.find(text, length - rule.tail)
    elif length <= LONG:
        match = rule.find(text)
    else:
        match = rule.find(text, 0, LONG // 2)
        if not (match and match[0]):
            match = rule.find(text, length - LONG // 2)
    return match if match and match[0] else None


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
