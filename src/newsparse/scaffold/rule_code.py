"""Rules as the Python code a person would write, in the style of the built-in sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ..rules import Css, Map, MapPlace, Strip, StripPlace, Text
from ..source import Domain, Matcher, Meta, Site
from .columns import columns, cut
from .proposal import Proposal

WIDTH: Final = 100
"""Columns of a line."""

WIDEST_EXAMPLE: Final = 70
"""Columns of an example: the rest is left out."""


def quoted(text: str) -> str:
    """Return a Python literal for `text`: in double quotes, unless it holds some itself."""
    mark = "'" if '"' in text and "'" not in text else '"'
    escaped = text.replace("\\", "\\\\").replace(mark, "\\" + mark)
    return mark + "".join(map(_printable, escaped)) + mark


def quoted_pattern(pattern: str) -> str:
    """Return a literal for a regular expression, raw where it has backslashes."""
    pattern = "".join(map(_printable, pattern))
    if "\\" not in pattern or pattern.endswith("\\") or ('"' in pattern and "'" in pattern):
        return quoted(pattern)
    mark = "'" if '"' in pattern else '"'
    return f"r{mark}{pattern}{mark}"


def _printable(character: str) -> str:
    if character == " " or (character.isprintable() and not character.isspace()):
        return character
    code = ord(character)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def call(name: str, arguments: Sequence[str], indent: int) -> str:
    """Return a call, on one line where it fits, else with a line an argument."""
    line = f"{name}({', '.join(arguments)})"
    if indent + columns(line) + 1 <= WIDTH:
        return line
    inner = " " * (indent + 4)
    return f"{name}(\n" + "".join(f"{inner}{a},\n" for a in arguments) + " " * indent + ")"


def matcher_code(matcher: Matcher) -> str:
    """Return the code of a matcher."""
    if isinstance(matcher, Site):
        return f"site({quoted(matcher.name)})"
    if isinstance(matcher, Domain):
        return f"domain({quoted(matcher.name)})"
    if isinstance(matcher, Meta):
        return f"meta({quoted(matcher.name)}, {quoted(matcher.content)})"
    raise TypeError(f"no code is written for {matcher!r}")


def place_code(place: StripPlace | MapPlace) -> str:
    """Return the code of a place."""
    if isinstance(place, Css):
        attribute = f", attribute={quoted(place.attribute)}" if place.attribute else ""
        return f"css({quoted(place.selector)}{attribute})"
    if isinstance(place, Text):
        return f"text({quoted_pattern(place.pattern)})"
    raise TypeError(f"no code is written for {place!r}")


def rule_code(rule: Strip | Map, indent: int = 8) -> str:
    """Return the code of a rule."""
    arguments = [quoted(rule.id), place_code(rule.at), quoted(rule.reason)]
    if isinstance(rule, Map):
        arguments.append(f"to={quoted(rule.to or '')}")
        if rule.consume:
            arguments.append("consume=True")
    if rule.example is not None:
        whole = isinstance(rule.at, Css)  # HTML that is cut is no example
        example = rule.example if whole else cut(rule.example, WIDEST_EXAMPLE)
        arguments.append(f"example={quoted(example)}")
    return call("strip" if isinstance(rule, Strip) else "take", arguments, indent)


def source_code(proposal: Proposal) -> str:
    """Return the code of the source: ``Source(…)`` with how often each rule matched."""
    source = proposal.source
    lines = [
        f"    id={quoted(source.id)},",
        f"    title={quoted(source.title)},",
        *_field("matches", ((matcher_code(m), n) for m, n in proposal.matches), proposal),
    ]
    if source.inherits:
        names = "".join(f"{quoted(name)}, " for name in source.inherits)
        lines.append(
            f"    inherits=({names.rstrip() if len(source.inherits) == 1 else names[:-2]}),"
        )
    if source.language:
        lines.append(f"    language={quoted(source.language)},")
    if source.story:
        lines.append(f"    # {times(proposal.story_hits, proposal.samples)}")
        lines.append(f"    story=({quoted(source.story[0])},),")
    for name, rules in (("strip", source.strip), ("map", source.map)):
        lines += _field(name, ((rule_code(r), proposal.hits[r.id]) for r in rules), proposal)
    return "Source(\n" + "\n".join(lines) + "\n)"


def _field(name: str, items: Iterable[tuple[str, int]], proposal: Proposal) -> list[str]:
    lines = []
    for code, hits in items:
        lines += [f"        # {times(hits, proposal.samples)}", f"        {code},"]
    return [f"    {name}=(", *lines, "    ),"] if lines else []


def times(hits: int, samples: int) -> str:
    """Return how often something was found, for people."""
    return f"in {hits} of {samples} samples" if samples != 1 else f"in {hits} of 1 sample"


def without_code(unkept: Mapping[str, str]) -> str:
    """Return the lines of a test class that leave out properties, each with the reason why."""
    if not unkept:
        return ""
    lines = ["    # On these samples the following do not hold; ``newsparse check`` tells more."]
    for name, reason in unkept.items():
        words = "".join(map(_printable, f"{name}: {reason}"))
        lines.append("    # " + cut(words, WIDTH - 6).rstrip())
    names = [*map(quoted, unkept)]
    names = [f"{names[0]},"] if len(names) == 1 else names
    value = f"    without = ({', '.join(names)})"
    if columns(value) > WIDTH:
        value = "    without = (\n" + "".join(f"        {n},\n" for n in names) + "    )"
    return "\n".join([*lines, value]) + "\n"


def imports_code(code: str) -> str:
    """Return the import lines for the names that `code` uses."""
    used = set(re.findall(r"\b(\w+)\(", code))
    lines = ["from newsparse.hookspecs import hookimpl"]
    rules = sorted({"css", "strip", "take", "text"} & used)
    if rules:
        lines.append(f"from newsparse.rules import {', '.join(rules)}")
    sources = ["Source", *sorted({"domain", "meta", "site"} & used)]
    lines.append(f"from newsparse.source import {', '.join(sources)}")
    return "\n".join(lines)
