"""Takes the whole byline for one name."""

from __future__ import annotations

import attrs

from newsparse import Person
from newsparse.draft import Draft

from ..herald import HERALD


def one_name(draft: Draft) -> None:
    for node in draft.css("p.byline"):
        name = (node.text() or "").removeprefix("By ").strip()
        if name:
            draft.offer("authors", (Person(name=name),), kind="element", where="p.byline")
        draft.remove(node, "the byline")


SOURCE = attrs.evolve(
    HERALD, map=tuple(rule for rule in HERALD.map if rule.id != "byline"), map_with=one_name
)
