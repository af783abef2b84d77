"""Compiles a source: rules inherited and sorted by kind, patterns compiled, origins made once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .compiled import (
    LONG,
    SHORT,
    CompiledSource,
    ElementMap,
    ElementStrip,
    Group,
    KeyMap,
    TextIndex,
    TextRule,
    any_of,
)
from .converters import CONVERTERS, FIELD_CONVERTERS, Converter
from .dom import check_selector
from .errors import RuleError
from .origin import Kind, Origin
from .pattern_facts import (
    NO_END,
    anchors,
    first_characters,
    last_characters,
    needed_literals,
)
from .rules import After, Between, Css, Key, Map, Strip, Text, group_target
from .source import Site, Source

_NAME = re.compile(r"[.#]([\w-]{3,})|=\s*[\"']?([\w-]{3,})")
_IN_BRACKETS = re.compile(r"\[[^\]]{0,200}\]")
_STEP = re.compile(r"[\s>+~]+")


_MANY_WORDS = 24
"""A rule that needs one of more words is left out of the search for the words of short blocks."""

_FEW_WORDS = 4
"""To look for more words than this takes longer than to try the pattern."""

_SCOPES = {
    "anywhere": "text of the story",
    "opening": "opening of the story",
    "ending": "end of the story",
}


def needed_word(selector: str) -> str | None:
    """Return a class, id or attribute value without which `selector` matches nothing.

    None for selectors that need no such word, or offer alternatives. Names of tags and
    attributes are none: a document may write them in capitals.
    """
    if "," in selector or ":" in selector or "\\" in selector:
        return None
    words = [a or b for a, b in _NAME.findall(selector)]
    return max(words, key=len) if words else None


def line_of(source: Source, sources: Mapping[str, Source], last: str) -> tuple[Source, ...]:
    """Return `source` and all it inherits from, nearest first, `last` at the end.

    Raises:
        RuleError: it inherits from a source that is not there, or from itself.
    """
    line: list[Source] = []
    queue = [source.id]
    asked_by = {source.id: source.id}
    while queue:
        name = queue.pop(0)
        found = source if name == source.id else sources.get(name)
        if found is None:
            raise RuleError(f"source {asked_by[name]!r} inherits from {name!r}, which is not there")
        if found in line:
            continue
        line.append(found)
        for parent in found.inherits:
            if parent == source.id:
                raise RuleError(f"source {source.id!r} inherits from itself through {name!r}")
            asked_by.setdefault(parent, name)
            queue.append(parent)
    if not source.verbatim and last in sources and sources[last] not in line:
        line += line_of(sources[last], sources, last)
    return tuple(dict.fromkeys(line))


def compile_source(
    source: Source,
    plugin: str,
    sources: Mapping[str, Source],
    converters: Mapping[str, Converter],
    *,
    last: str = "generic",
    day: dt.date | None = None,
) -> CompiledSource:
    """Return `source` ready to run, with the rules it had on `day`.

    Args:
        source: the source.
        plugin: the name of its plugin.
        sources: all sources by id, to inherit from.
        converters: converters of plugins by name, besides the built-in ones.
        last: the id of the source whose rules come after all others.
        day: the day of the document, for sources with versions.

    Raises:
        RuleError: a rule cannot work.
    """
    line = line_of(source, sources, last)
    own = line_of(source, sources, "")
    strips: dict[str, tuple[str, Strip]] = {}
    maps: dict[str, tuple[str, Map]] = {}
    unwanted: set[str] = set()
    for member in line:
        # Only what a source inherits from is replaced by id, not what all sources end with.
        prefix = "" if member in own else f"{member.id}:"
        rules = _rules_on(member, day)
        for rule in rules[0]:
            if rule.id not in unwanted:
                strips.setdefault(prefix + rule.id, (member.id, rule))
        for take in rules[1]:
            if take.id not in unwanted:
                maps.setdefault(prefix + take.id, (member.id, take))
        unwanted.update(rules[2])
    compiled = CompiledSource(
        source=source,
        plugin=plugin,
        language=next((s.language for s in line if s.language), None),
        zone=next((s.zone for s in line if s.zone), None),
        sites=frozenset(m.name for m in source.matches if isinstance(m, Site)),
        captions=_selectors(c for s in line for c in s.captions),
        credits=_selectors(c for s in line for c in s.credits),
        story=_selectors(c for s in line for c in s.story),
        strips=[],
        betweens=[],
        afters=[],
        key_maps=[],
        element_maps=[],
        text_maps=[],
        text_strips=[],
        short_words=None,
        text_index=TextIndex(()),
        constants=[],
        reasons={},
        reports={},
        unused={},
        keys=frozenset(
            name for _, rule in maps.values() if isinstance(rule.at, Key) for name in rule.at.names
        ),
        strip_functions=tuple((s.id, s.strip_with) for s in line if s.strip_with),
        map_functions=tuple((s.id, s.map_with) for s in line if s.map_with),
        finish_functions=tuple((s.id, s.finish_with) for s in line if s.finish_with),
    )
    for owner, strip in strips.values():
        _add_strip(compiled, f"{owner}:{strip.id}", strip)
    known = {**CONVERTERS, **converters}
    for owner, take in maps.values():
        _add_map(compiled, f"{owner}:{take.id}", take, known)
    compiled.text_index = TextIndex([*compiled.text_maps, *compiled.text_strips])
    compiled.short_words = _any_need(compiled.text_index.rules)
    return compiled


def _any_need(rules: Iterable[TextRule]) -> Callable[[str], Any] | None:
    """Return what finds a word that some rule for short blocks needs; None if one needs none."""
    words: dict[str, None] = {}
    for rule in rules:
        if rule.longest <= SHORT:
            if not rule.needs:
                return None
            words.update(dict.fromkeys(rule.needs))
    return any_of(list(words))


def _selectors(given: Iterable[str]) -> list[tuple[str, str | None]]:
    """Return selectors, each once, with the word each needs."""
    out = []
    for selector in dict.fromkeys(given):
        check_selector(selector)
        out.append((selector, needed_word(_last_step(selector))))
    return out


def _last_step(selector: str) -> str:
    """Return the part of a selector that the element itself must match."""
    plain = _IN_BRACKETS.sub("", selector)
    if not _STEP.search(plain):
        return selector
    return "*" if plain != selector else _STEP.split(plain)[-1]


def _rules_on(
    source: Source, day: dt.date | None
) -> tuple[Iterable[Strip], Iterable[Map], tuple[str, ...]]:
    """Return the rules `source` had on a day: those of the version that held then first."""
    if day is not None:
        for version in sorted(source.versions, key=lambda v: v.until):
            if day < version.until:
                replaced = {*(r.id for r in version.strip), *(r.id for r in version.map)}
                replaced.update(version.without)
                strips = [*version.strip, *(r for r in source.strip if r.id not in replaced)]
                maps = [*version.map, *(r for r in source.map if r.id not in replaced)]
                return strips, maps, (*source.without, *version.without)
    return source.strip, source.map, source.without


def _add_strip(compiled: CompiledSource, rule_id: str, rule: Strip) -> None:
    compiled.reasons[rule_id] = rule.reason
    if rule.reports is not None:
        compiled.reports[rule_id] = rule.reports
    at = rule.at
    if isinstance(at, Css):
        check_selector(at.selector)
        compiled.strips.append(ElementStrip(rule_id, at.selector, needed_word(at.selector)))
    elif isinstance(at, Between):
        compiled.betweens.append((rule_id, at))
    elif isinstance(at, Text):
        compiled.text_strips.append(_text_rule(rule_id, at, (), cut=True, to_end=False))
    else:
        _add_after(compiled, rule_id, at)


def _add_after(compiled: CompiledSource, rule_id: str, at: After) -> None:
    place = at.place
    if isinstance(place, Text):
        compiled.text_strips.append(_text_rule(rule_id, place, (), cut=True, to_end=True))
    elif isinstance(place, Css):
        check_selector(place.selector)
        compiled.afters.append((rule_id, place.selector, None))
    else:
        compiled.afters.append((rule_id, None, place))


def _add_map(
    compiled: CompiledSource, rule_id: str, rule: Map, converters: Mapping[str, Converter]
) -> None:
    compiled.reasons[rule_id] = rule.reason
    at = rule.at
    if isinstance(at, Key):
        pattern = re.compile(rule.pattern, re.DOTALL) if rule.pattern else None
        groups = {n: _groups(rule, rule_id, "matter", n, pattern, converters) for n in at.names}
        compiled.key_maps.append(KeyMap(at.names, pattern, groups))
    elif isinstance(at, Css):
        check_selector(at.selector)
        pattern = re.compile(rule.pattern, re.DOTALL) if rule.pattern else None
        where = at.selector if at.attribute is None else f"{at.selector}@{at.attribute}"
        compiled.element_maps.append(
            ElementMap(
                id=rule_id,
                selector=at.selector,
                needs=needed_word(at.selector),
                attribute=at.attribute,
                every=at.every,
                pattern=pattern,
                groups=_groups(rule, rule_id, "element", where, pattern, converters),
                consume=rule.consume,
            )
        )
    elif isinstance(at, Text):
        pattern = re.compile(at.pattern, re.DOTALL)
        made = _groups(rule, rule_id, "pattern", _SCOPES[at.scope], pattern, converters)
        compiled.text_maps.append(_text_rule(rule_id, at, made, cut=rule.consume, to_end=False))
    else:
        group = _groups(rule, rule_id, "constant", rule_id, None, converters)[0]
        compiled.constants.append((group, at.value))


def _groups(
    rule: Map,
    rule_id: str,
    kind: Kind,
    where: str,
    pattern: re.Pattern[str] | None,
    converters: Mapping[str, Converter],
) -> tuple[Group, ...]:
    origin = Origin(kind=kind, where=where, rule=rule_id)
    targets: list[tuple[str | None, str]] = []
    if rule.to is not None:
        named = pattern is not None and "value" in pattern.groupindex
        targets.append(("value" if named else None, rule.to))
    elif pattern is not None:
        targets += [(g, group_target(g)) for g in pattern.groupindex if g != "value"]
    out = []
    for name, field in targets:
        convert = rule.convert or FIELD_CONVERTERS.get(field, "raw")
        if convert not in converters:
            known = ", ".join(sorted(converters))
            raise RuleError(f"rule {rule_id}: no converter {convert!r}; there are {known}")
        out.append(Group(name, field, converters[convert], origin))
    return tuple(out)


def _text_rule(
    rule_id: str, at: Text, groups: tuple[Group, ...], *, cut: bool, to_end: bool
) -> TextRule:
    pattern = re.compile(at.pattern, re.DOTALL)
    from_start, to_last, widest = anchors(at.pattern)
    needs = needed_literals(at.pattern)
    tail = min(widest, LONG) if to_last and not from_start else None
    short_tail = tail is not None and tail < LONG
    longest = min(widest, LONG) if from_start and to_last else NO_END
    if len(needs) > _MANY_WORDS:
        longest = max(longest, SHORT + 1)
    return TextRule(
        id=rule_id,
        find=pattern.match if from_start else pattern.search,
        needs=needs,
        longest=longest,
        tail=tail,
        first=first_characters(at.pattern) if from_start else frozenset(),
        last=last_characters(at.pattern) if to_last else "",
        near=short_tail or (from_start and not to_last) or len(needs) > _FEW_WORDS,
        scope=at.scope,
        groups=groups,
        cut=cut,
        to_end=to_end,
    )
