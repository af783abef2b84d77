"""The ledger: every visible word of a document and what became of it.

Kept only for :func:`newsparse.explain`. The block builder writes it in reading
order; text rules that cut a block later add to the block's cuts. Read out at
the end, its fragments hold exactly the visible words of the document.
"""

from __future__ import annotations

import attrs

from .explanation import Fragment


@attrs.define
class Entry:
    """A piece of text in reading order; `block` is the top-level block it went into."""

    text: str
    tag: str
    rule: str | None
    block: int


@attrs.define
class Cut:
    """A span of a block's text that a text rule took."""

    start: int
    end: int
    rule: str


@attrs.define
class Ledger:
    """What the builder saw, and what text rules did to the blocks.

    Attributes:
        entries: all visible text in reading order.
        cuts: block number to the spans taken from its text.
        dropped: block number to the rule that dropped the whole block.
        fields: rule id to the fields it mapped, for rules that consume.
    """

    entries: list[Entry] = attrs.field(factory=list)
    cuts: dict[int, list[Cut]] = attrs.field(factory=dict)
    dropped: dict[int, str] = attrs.field(factory=dict)
    fields: dict[str, tuple[str, ...]] = attrs.field(factory=dict)

    def kept(self, text: str, tag: str, block: int) -> None:
        """Write down text that went into the block of that number."""
        self.entries.append(Entry(text, tag, None, block))

    def gone(self, text: str, tag: str, rule: str) -> None:
        """Write down text that `rule` took."""
        if text and not text.isspace():
            self.entries.append(Entry(text, tag, rule, -1))

    def fragments(self) -> tuple[Fragment, ...]:
        """Return all text with its fate, in reading order."""
        out: list[Fragment] = []
        for entry in self.entries:
            rule = entry.rule or self.dropped.get(entry.block)
            if rule is not None:
                out.append(self._taken(entry.text, entry.tag, rule))
                continue
            cuts = self.cuts.get(entry.block)
            if not cuts:
                out.append(_kept(entry.text, entry.tag))
                continue
            position = 0
            for cut in sorted(cuts, key=lambda c: c.start):
                if cut.start > position:
                    out.append(_kept(entry.text[position : cut.start], entry.tag))
                out.append(self._taken(entry.text[cut.start : cut.end], entry.tag, cut.rule))
                position = cut.end
            out.append(_kept(entry.text[position:], entry.tag))
        return tuple(f for f in out if f.text and not f.text.isspace())

    def _taken(self, text: str, tag: str, rule: str) -> Fragment:
        fields = self.fields.get(rule, ())
        fate = "mapped" if fields else "removed"
        return Fragment(text=text, fate=fate, rule=rule, tag=tag, fields=fields)  # type: ignore[arg-type]


def _kept(text: str, tag: str) -> Fragment:
    return Fragment(text=text, fate="kept", tag=tag)
