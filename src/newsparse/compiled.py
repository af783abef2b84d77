"""A source made ready to run: its rules by kind, as the stages of the pipeline read them.

:mod:`newsparse.compiler` makes these of a source and of what it inherits from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import attrs

from .article import Article
from .converters import Converter
from .document import Document
from .explanation import RuleUse
from .origin import Origin
from .pattern_facts import fewest
from .rules import Between
from .source import Source

SHORT = 120
"""Characters: rules that match no longer text are tried on shorter blocks only."""

LONG = 2000
"""Characters: of a longer block a pattern sees the first and the last half of that,
and one that ends with ``$`` the last so many: there is no end in the midst of a text."""


@attrs.define
class Group:
    """What one named group, or the whole, of a map rule gives to."""

    name: str | None
    field: str
    convert: Converter
    origin: Origin


@attrs.define
class ElementStrip:
    """A strip rule by selector."""

    id: str
    selector: str
    needs: str | None


@attrs.define
class ElementMap:
    """A map rule by selector."""

    id: str
    selector: str
    needs: str | None
    attribute: str | None
    every: bool
    pattern: re.Pattern[str] | None
    groups: tuple[Group, ...]
    consume: bool


@attrs.define
class KeyMap:
    """A map rule by front matter key."""

    names: tuple[str, ...]
    pattern: re.Pattern[str] | None
    groups: Mapping[str, tuple[Group, ...]]


@attrs.define
class TextRule:
    """A strip or map rule by pattern; `groups` is empty for a strip rule.

    Attributes:
        find: looks for the pattern in a text: `match` where it begins with ``^``.
        needs: texts of which one must be there for the pattern to match; empty for any.
        longest: no longer text can match; only for patterns from ``^`` to ``$``.
        tail: the pattern ends with ``$``, and is looked for in this many last characters.
        first: the characters a match may begin with, where it begins the text; empty for any.
        last: the characters a match may end with, where it ends the text; empty for any.
        near: only the beginning or the end of a text is looked at, so that looking
            for `needs` first would cost more than it saves.
    """

    id: str
    find: Callable[..., re.Match[str] | None]
    needs: tuple[str, ...]
    longest: int
    tail: int | None
    first: frozenset[str]
    last: str
    near: bool
    scope: str
    groups: tuple[Group, ...]
    cut: bool
    to_end: bool


TextKey: TypeAlias = tuple[str, str, bool, bool, bool, bool]
"""What tells the rules of a block: its first and its last character, whether rules for short
blocks have to see it, whether it is in the opening, whether it is in the ending, and whether
all its characters are ASCII."""

Search: TypeAlias = Callable[[str], Any]
Numbered: TypeAlias = tuple[tuple[int, TextRule], ...]


class TextIndex:
    """The text rules of a source by the blocks they can match, so that few are tried.

    Attributes:
        rules: map rules, then strip rules; their places here are their numbers.
        firsts: the characters that texts of some rule begin with; others are "" in a key.
        lasts: the characters that texts of some rule end with; others are "" in a key.
        known: for each key that was asked for: the rules, with their numbers, that may match
            any such block, and those that may where a word of theirs is found by the search.
    """

    __slots__ = ("firsts", "known", "lasts", "rules")

    def __init__(self, rules: Iterable[TextRule]) -> None:
        self.rules: tuple[TextRule, ...] = tuple(rules)
        self.firsts: frozenset[str] = frozenset().union(*(r.first for r in self.rules))
        self.lasts: frozenset[str] = frozenset().union(*(r.last for r in self.rules))
        self.known: dict[TextKey, tuple[Numbered, Search | None, Numbered]] = {}

    def find(self, key: TextKey) -> tuple[Numbered, Search | None, Numbered]:
        """Return the rules that blocks of a key may match, and keep the answer."""
        some = [(n, rule) for n, rule in enumerate(self.rules) if _may_match(rule, key)]
        hopeful = key[2]  # then a word was found in it already
        wordy = [] if hopeful else [r for r in some if r[1].needs and not r[1].near]
        found = (
            tuple(r for r in some if r not in wordy),
            any_of([word for _, rule in wordy for word in rule.needs]),
            tuple(wordy),
        )
        self.known[key] = found
        return found


def any_of(words: list[str]) -> Search | None:
    """Return what finds one of `words` in a text; None without words."""
    return re.compile("|".join(map(re.escape, fewest(words)))).search if words else None


def _may_match(rule: TextRule, key: TextKey) -> bool:
    first, last, hopeful, opening, ending, ascii_only = key
    return (
        (hopeful or rule.longest > SHORT)
        and (not rule.first or first in rule.first)
        and (not rule.last or (last != "" and last in rule.last))
        and (opening or rule.scope != "opening")
        and (ending or rule.scope != "ending")
        and (not ascii_only or not rule.needs or any(map(str.isascii, rule.needs)))
    )


@attrs.define
class CompiledSource:
    """The rules of a source, inherited ones included, ready to run.

    Attributes:
        source: the source as its plugin gave it.
        plugin: the plugin's name.
        sites: the names by which archives call the site.
        reasons: rule id (with the source's prefix) to the rule's reason.
        reports: rule id to the code of the problem its finding means.
        unused: rule id to what ``explain()`` says of a rule that found nothing.
        keys: the front matter keys that some rule maps.
    """

    source: Source
    plugin: str
    language: str | None
    zone: str | None
    sites: frozenset[str]
    captions: list[tuple[str, str | None]]
    credits: list[tuple[str, str | None]]
    story: list[tuple[str, str | None]]
    strips: list[ElementStrip]
    betweens: list[tuple[str, Between]]
    afters: list[tuple[str, str | None, str | None]]
    key_maps: list[KeyMap]
    element_maps: list[ElementMap]
    text_maps: list[TextRule]
    text_strips: list[TextRule]
    short_words: Callable[[str], Any] | None
    text_index: TextIndex
    constants: list[tuple[Group, Any]]
    reasons: dict[str, str]
    reports: dict[str, str]
    unused: dict[str, RuleUse]
    keys: frozenset[str]
    strip_functions: tuple[tuple[str, Callable[[Any], None]], ...]
    map_functions: tuple[tuple[str, Callable[[Any], None]], ...]
    finish_functions: tuple[tuple[str, Callable[[Article, Document], Article]], ...]
