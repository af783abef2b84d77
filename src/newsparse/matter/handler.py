"""Handlers for python-frontmatter that read what archives really hold.

They work wherever python-frontmatter takes a handler
(``frontmatter.loads(text, handler=ArchiveYAML())``); :meth:`read` also tells
what was wrong. None of them raises on damaged front matter.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from typing import Any, Final, Literal, Protocol, TypeAlias

from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from ..limits import Limits
from ..problems import Problem, problem
from .bounds import Bounds, too_deep
from .repair import repair
from .simple import read_simple
from .yaml_reader import Refused, Unreadable, read_yaml

Format: TypeAlias = Literal["yaml", "toml", "json"]
Reading: TypeAlias = tuple[dict[str, Any], list[Problem]]

_LIMITS: Final = Limits()


class MatterHandler(Protocol):
    """What all handlers here can do."""

    format_name: Format

    def read(self, text: str, limits: Limits) -> Reading:
        """Return keys and values and what was wrong; never raises on bad input."""


class ArchiveYAML(YAMLHandler):
    """YAML between lines of dashes, safe and tolerant."""

    format_name: Format = "yaml"

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the keys and values in `fm`."""
        return self.read(fm, _LIMITS)[0]

    def read(self, text: str, limits: Limits) -> Reading:
        """Return keys and values and what was wrong."""
        simple = read_simple(text)
        if simple is not None and "&#12" not in text:
            return simple, []
        if "&#12" not in text:
            return _read_yaml(text, limits)
        # The archive escapes braces in the whole file. A brace at the start of a
        # value would be a YAML map, so they come back after the reading.
        left, right = _unused(text)
        text = text.replace("&#123;", left).replace("&#125;", right)
        matter, problems = _read_yaml(text, limits)
        matter = _translated(matter, {ord(left): "{", ord(right): "}"})
        problems.append(problem("matter-repaired", "braces were written as &#123; and &#125;"))
        return matter, problems


class ArchiveTOML(BaseHandler):
    """TOML between lines of plus signs; dates become ISO 8601 text."""

    # python-frontmatter's own class needs the package `toml`; the standard library reads TOML.
    FM_BOUNDARY: re.Pattern[str] | None = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER: str | None = "+++"
    END_DELIMITER: str | None = "+++"
    format_name: Format = "toml"

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the keys and values in `fm`."""
        return self.read(fm, _LIMITS)[0]

    def read(self, text: str, limits: Limits) -> Reading:
        """Return keys and values and what was wrong."""
        if too_deep(text, limits.max_matter_depth) or _LONG_DOTTED.search(text):
            return {}, [_deep(limits)]
        try:
            return Bounds(limits).plain_map(tomllib.loads(text))
        except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
            return {}, [problem("matter-unreadable", f"no TOML: {str(error)[:200]}")]


class ArchiveJSON(JSONHandler):
    """JSON between lines of semicolons, or braces on lines of their own."""

    format_name: Format = "json"

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the keys and values in `fm`."""
        return self.read(fm, _LIMITS)[0]

    def read(self, text: str, limits: Limits) -> Reading:
        """Return keys and values and what was wrong."""
        if too_deep(text, limits.max_matter_depth):
            return {}, [_deep(limits)]
        twice: list[str] = []

        def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
            whole = dict(items)
            if len(whole) < len(items):
                counts = Counter(key for key, _ in items)
                twice.extend(key for key, count in counts.items() if count > 1)
            return whole

        try:
            value = json.loads(text, object_pairs_hook=pairs, parse_int=_number, parse_constant=str)
        except (ValueError, RecursionError) as error:
            return {}, [problem("matter-unreadable", f"no JSON: {str(error)[:200]}")]
        if not isinstance(value, dict):
            return {}, [not_a_mapping(value)]
        matter, problems = Bounds(limits).plain_map(value)
        problems += [
            problem("matter-duplicate-key", f"{key[:80]!r} occurs twice; the last is used", key)
            for key in twice[:10]
        ]
        return matter, problems


YAML: Final = ArchiveYAML()
TOML: Final = ArchiveTOML()
JSON: Final = ArchiveJSON()


def not_a_mapping(value: Any) -> Problem:
    """Return the problem of front matter that is a list or a single value."""
    kind = "a list" if isinstance(value, list) else "a single value"
    return problem("matter-not-a-mapping", f"the front matter is {kind}: {str(value)[:120]!r}")


# a.b.c.d… makes tomllib nest tables; a hundred dots are no key of anybody's.
_LONG_DOTTED = re.compile(r"(?:[\w\"'-]{1,80}[ \t]*\.[ \t]*){60}")


def _deep(limits: Limits) -> Problem:
    levels = limits.max_matter_depth
    return problem("matter-unsafe", f"nested deeper than {levels} levels; it was not read")


def _number(digits: str) -> int | str:
    # 64 bits have up to 19 digits and a sign; the length of a number costs its square.
    return int(digits) if len(digits) <= 20 else digits


def _read_yaml(text: str, limits: Limits) -> Reading:
    try:
        value, problems = read_yaml(text, limits)
    except Refused as error:
        matter, problems = repair(text, limits)
        if not any(each.code == "matter-unsafe" for each in problems):
            problems.append(problem("matter-unsafe", f"the front matter has {error}"))
        return matter, problems
    except Unreadable:
        return repair(text, limits)
    if isinstance(value, dict):
        if isinstance(value.get("title"), list | dict) or " #" in text:
            _whole_title(value, text, problems)
        return value, problems
    if value is None:
        return {}, problems
    if isinstance(value, str):
        matter, found = repair(text, limits)  # "title:no blank after the colon"
        if matter:
            return matter, found
    return {}, [*problems, not_a_mapping(value)]


_TITLE = re.compile(r"^title:[ \t]+([^'\"\s].*)$", re.MULTILINE)


def _whole_title(matter: dict[str, Any], text: str, problems: list[Problem]) -> None:
    """Give back to a title what YAML takes for a list, a map or a comment."""
    found = _TITLE.search(text)
    if found is None:
        return
    written = found[1].strip()
    value = matter.get("title")
    cut = isinstance(value, str) and written != value and written.startswith(f"{value} ")
    if isinstance(value, list | dict) or (cut and " #" in written):
        matter["title"] = written
        problems.append(
            problem("matter-repaired", f"{written[:80]!r}: it should be quoted", "title")
        )


def _unused(text: str) -> tuple[str, str]:
    """Return two private-use characters that do not occur in `text`."""
    used = set(text)
    free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in used)
    return next(free, "{"), next(free, "}")


def _translated(value: Any, table: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, list):
        return [_translated(item, table) for item in value]
    if isinstance(value, dict):
        return {_translated(key, table): _translated(item, table) for key, item in value.items()}
    return value
