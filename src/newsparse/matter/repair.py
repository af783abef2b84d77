"""Reads damaged front matter entry by entry.

An entry is a line ``key: value`` in the first column and what follows it up
to the next. Entries that are YAML by themselves are read as such. Of the
others the generator's mistake is undone: it wrote a text into a template and
quoted it wrongly or not at all, so the text is what stands between.
"""

from __future__ import annotations

import re
from typing import Any, Final

from ..limits import Limits
from ..problems import Problem, problem
from .yaml_reader import Refused, Unreadable, read_yaml

# A key is one word, so that a line of a broken title ("Update: why …") seldom is one.
KEY_LINE: Final = re.compile(r"([^\W\d][\w.-]{0,60})[ \t]*:(?=[ \t]|$)")
_TIGHT_KEY = re.compile(r"([A-Za-z_][\w-]{0,30}):(?!//)")
_QUOTED_KEY = re.compile(r"""(["'])([^"'\n]{1,60})\1[ \t]*:(?=[ \t]|$)""")
_ITEM = re.compile(r"[ \t]*-(?:[ \t]+|$)")
_TAB_INDENT = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)
# What libyaml accepts as characters: YAML 1.1, section 5.1 (c-printable), less
# the line ends NEL, LS and PS, which the archive never meant as such.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MAX_PROBLEMS: Final = 50


def repair(text: str, limits: Limits) -> tuple[dict[str, Any], list[Problem]]:
    """Return what can be read of damaged front matter, and what was wrong."""
    matter: dict[str, Any] = {}
    problems: list[Problem] = []
    for number, key, lines in _entries(text):
        if key is None:
            line = lines[0].strip()
            problems.append(
                problem("matter-unreadable", f"no key and value: {line[:200]!r}", f"line {number}")
            )
            continue
        value, found = _entry(key, lines, limits)
        problems += found
        if key in matter:
            problems.append(
                problem("matter-duplicate-key", f"{key!r} occurs twice; the last is used", key)
            )
        matter[key] = value
    if len(problems) > _MAX_PROBLEMS:
        more = len(problems) - _MAX_PROBLEMS
        problems = problems[:_MAX_PROBLEMS]
        problems.append(problem("matter-unreadable", f"{more} more problems of this kind"))
    return matter, problems


def _entries(text: str) -> list[tuple[int, str | None, list[str]]]:
    """Cut front matter into (line number, key, lines); no key where none was found."""
    entries: list[tuple[int, str | None, list[str]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        key = _key_of(line)
        if key is not None:
            entries.append((number, key, [line]))
        elif entries and entries[-1][1] is not None:
            entries[-1][2].append(line)
        else:
            entries.append((number, None, [line]))
    return entries


def _key_of(line: str) -> str | None:
    found = KEY_LINE.match(line) or _TIGHT_KEY.match(line)
    if found is not None:
        return found[1]
    found = _QUOTED_KEY.match(line)
    return found[2] if found else None


def _entry(key: str, lines: list[str], limits: Limits) -> tuple[Any, list[Problem]]:
    text = "\n".join(lines)
    try:
        return _alone(key, text, limits)
    except Unreadable:
        pass
    except Refused as error:
        return None, [problem("matter-unsafe", f"the value is {error}; it was left out", key)]
    mended = _TAB_INDENT.sub(lambda found: found[0].replace("\t", "    "), _CONTROL.sub(" ", text))
    if mended != text:
        try:
            value, found = _alone(key, mended, limits)
        except (Unreadable, Refused):
            pass
        else:
            damage = "tabs or control characters stood where YAML allows none"
            return value, [*found, problem("matter-repaired", damage, key)]
    return _by_hand(key, mended.split("\n"))


def _alone(key: str, text: str, limits: Limits) -> tuple[Any, list[Problem]]:
    value, found = read_yaml(text, limits)
    if not isinstance(value, dict) or len(value) != 1 or key not in value:
        raise Unreadable("no single key and value", 0)
    return value[key], found


def _by_hand(key: str, lines: list[str]) -> tuple[Any, list[Problem]]:
    first = lines[0].partition(":")[2].strip()
    rest = [line for line in lines[1:] if line.strip()]
    if not first and rest and all(_ITEM.match(line) for line in rest):
        items = [_ITEM.sub("", line, count=1).strip() for line in rest]
        damage = "items that are no YAML were read as text"
        return [unquote(item) for item in items], [problem("matter-repaired", damage, key)]
    written = " ".join([first, *(line.strip() for line in rest)]).strip()
    value = unquote(written)
    how = "its quotes do not match" if written[:1] in ("'", '"') else "it should be quoted"
    return value, [problem("matter-repaired", f"{written[:80]!r}: {how}; read as text", key)]


def unquote(text: str) -> str:
    r"""Return the text that a template wrapped in quotes without escaping it.

    Example:
        >>> unquote("'it's'"), unquote('"a "b" c"')
        ("it's", 'a "b" c')
    """
    wrapped = False  # in three quotes or more, which no text has of its own
    while len(text) >= 2 and text[0] == text[-1] and text[0] in "'\"":
        quote = text[0]
        run = min(_run(text, quote), _run(text[::-1], quote), len(text) // 2)
        if run >= 3:
            text = text[run:-run].strip()
            wrapped = True
            continue
        if not wrapped and _closes_early(text, quote):
            return text
        text = text[1:-1]
        text = text.replace("''", "'") if quote == "'" and run == 1 else text.replace('\\"', '"')
        if not wrapped:
            return text
    if text[:1] in ("'", '"') and text.count(text[0]) == 1:
        return text[1:].strip()
    return text


def _run(text: str, quote: str) -> int:
    return len(text) - len(text.lstrip(quote))


def _closes_early(text: str, quote: str) -> bool:
    """Tell whether the outer quotes are two pairs: ``"Yes" is not "no"``."""
    inner = text.find(quote, 1)
    if quote == "'" or inner == len(text) - 1 or text.count(quote) % 2:
        return False
    return inner > 1 and not text[inner - 1].isspace() and text[inner + 1] in " ,.;:!?，。；：！？"
