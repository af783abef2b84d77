"""Twelve plugins, each broken in one way, and what the contract must say of each."""

from __future__ import annotations

from typing import Final

import attrs

from newsparse.source import Source

from . import (
    attribute_order,
    drops_images,
    drops_last,
    empty_body,
    foreign,
    glued_authors,
    invented,
    leaks_editor,
    nested_text,
    quadratic,
    shared_state,
    wrong_zone,
)


@attrs.frozen
class Broken:
    """A broken plugin: its source, the property that must fail, and words its message must hold."""

    source: Source
    property_id: str
    says: str


BROKEN: Final = {
    "attribute-order": Broken(attribute_order.SOURCE, "attribute-order", "order of attributes"),
    "drops-images": Broken(drops_images.SOURCE, "story", "picture .* is lost"),
    "drops-last": Broken(drops_last.SOURCE, "story", "last of .* is lost"),
    "empty-body": Broken(empty_body.SOURCE, "total", "IndexError.* with an empty body"),
    "foreign": Broken(foreign.SOURCE, "foreign", "not of its site.*too wide"),
    "glued-authors": Broken(glued_authors.SOURCE, "names", "glued together"),
    "invented": Broken(invented.SOURCE, "no-invention", "invented text"),
    "leaks-editor": Broken(leaks_editor.SOURCE, "boilerplate", "Edited at the harbour .* leaks"),
    "nested-text": Broken(nested_text.SOURCE, "story", "is lost, whole or in part"),
    "quadratic": Broken(quadratic.SOURCE, "linear", "is not linear"),
    "shared-state": Broken(shared_state.SOURCE, "deterministic", "parsed twice"),
    "wrong-zone": Broken(wrong_zone.SOURCE, "dates", "wrong time zone"),
}
