"""Credits of a page that stand beside its story, read with the rules for those within one."""

from __future__ import annotations

import re
from typing import Final

from .draft import Draft
from .element_rules import give
from .han_names import SURNAMES, is_chinese
from .names import read_names

_CREDITED: Final = ("authors", "editors", "agency", "original_title")
_LABELLED: Final = re.compile("[:：/／|｜丨]|记者|記者|编|編")
"""What tells a credit from a name or a line of any kind."""
_LONGEST_NAME: Final = 4
"""Characters of a Chinese name."""


def read_credits_beside(draft: Draft) -> None:
    """Read the credits in the lines beside the story, for fields the story tells nothing of.

    The rules are those that take whole lines out of a story; the lines are of pages only.
    """
    if not draft.beside:
        return
    missing = {
        field
        for field in _CREDITED
        if field not in draft.chosen
        and not any(offer.origin.confidence >= 1 for offer in draft.offers.get(field, ()))
    }
    rules = [
        rule
        for rule in draft.compiled.text_index.rules
        if rule.cut and not rule.to_end and rule.groups
    ]
    for line in draft.beside:
        if not _LABELLED.search(line):
            continue
        for rule in rules:
            if len(line) > rule.longest:
                continue
            match = rule.find(line)
            if match is None or match.end() != len(line) or match.start():
                continue
            for group in rule.groups:
                value = match[group.name] if group.name is not None else match[0]
                if group.field in missing and value and _is_short_credit(group.field, value):
                    give(draft, group, value)
            draft.count(rule.id)
            break


def _is_short_credit(field: str, value: str) -> bool:
    """Whether all whom a line names look like people: beside the story stand other things too."""
    if field not in ("authors", "editors"):
        return True
    people = read_names(value)
    return all(len(p.name) <= _LONGEST_NAME or not is_chinese(p.name) for p in people) and (
        field == "editors" or all(p.name[0] in SURNAMES or p.name.isascii() for p in people)
    )
