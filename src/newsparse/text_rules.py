"""Strip and map rules that look at the text of the story's blocks."""

from __future__ import annotations

import re
from typing import Final

from .compiled import LONG, SHORT, CompiledSource, TextRule
from .draft import Draft
from .element_rules import give_groups
from .extract.part import FINISHED, Part
from .rules import ENDING_BLOCKS, OPENING_BLOCKS

_PASSES: Final = 3
"""How often the rules run at most."""


def apply_text_rules(draft: Draft) -> None:
    """Run the map rules, then the strip rules, and drop the blocks that have become empty.

    Where rules for any place have dropped the last blocks, others are the last ones now, and the
    rules for those run again.
    """
    for number in range(_PASSES):
        words = [part for part in draft.parts if part.text]
        if not words or not _apply(draft, words, only_ending=number > 0):
            return


def _apply(draft: Draft, words: list[Part], *, only_ending: bool) -> bool:
    """Run the rules once; return whether one for any place has dropped one of the last blocks."""
    compiled = draft.compiled
    # Most blocks hold none of the words that the rules for short blocks need.
    gate = compiled.short_words
    hopeful = {p.number for p in words if len(p.text) <= SHORT and (not gate or gate(p.text))}
    rules = compiled.text_index.rules
    ending = {part.number for part in words[-ENDING_BLOCKS:]}
    work = _work(compiled, words, hopeful, 0)
    moved = False
    while work:
        for number in sorted(work):
            for_ending = rules[number].scope == "ending"
            if only_ending and not for_ending:
                continue
            if _run(draft, rules[number], work[number], hopeful):
                # What is left of a block may be for other rules, and others move up to its place.
                words = [part for part in draft.parts if part.text]
                left = ending.intersection(part.number for part in words)
                moved = moved or (not for_ending and left != ending)
                ending = left
                work = _work(compiled, words, hopeful, number + 1)
                break
        else:
            break
    return moved


def _work(
    compiled: CompiledSource, words: list[Part], hopeful: set[int], start: int
) -> dict[int, list[Part]]:
    """Return the numbers of the rules from `start` on with the blocks each may match."""
    index = compiled.text_index
    firsts, lasts, known = index.firsts, index.lasts, index.known
    first_of_end = len(words) - ENDING_BLOCKS
    work: dict[int, list[Part]] = {}
    for place, part in enumerate(words):
        text = part.text
        first, last = text[0], text[-1]
        key = (
            first if first in firsts else "",
            last if last in lasts else "",
            part.number in hopeful,
            place < OPENING_BLOCKS,
            place >= first_of_end,
            text.isascii(),
        )
        some, search, wordy = known.get(key) or index.find(key)
        if search is not None and search(text):
            some += wordy
        length = len(text)
        for number, rule in some:
            if number >= start and length <= rule.longest:
                if number in work:
                    work[number].append(part)
                else:
                    work[number] = [part]
    return work


def _run(draft: Draft, rule: TextRule, parts: list[Part], hopeful: set[int]) -> bool:
    """Apply a rule to the blocks it may match; return whether it has cut one.

    What a cut leaves of a block may be short, and hold other words: it becomes `hopeful`.
    """
    needs = () if rule.near else rule.needs
    dropped = changed = False
    for part in parts:
        text = part.text
        if needs:
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
        changed = True
        hopeful.add(part.number)
        if rule.to_end:
            _cut_to_end(draft, rule, part, match.start())
            return True
        _cut(draft, part, match.start(), match.end(), rule.id)
        dropped = dropped or not part.text
    if dropped:
        draft.parts = [p for p in draft.parts if p.text or p.level == FINISHED]
    return changed


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
