"""YAML read event by event: nothing can be constructed, expanded or overflow.

The events of libyaml are turned into plain values by a loop with a stack of
its own. No recursion takes place on the depth of the input (the recursion of
PyYAML's composer ends the interpreter at about 30,000 levels), reading stops
at the limits, and a tag, an anchor or an alias is only ever seen, never obeyed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import yaml

from ..limits import Limits
from ..problems import Problem, problem
from .scalars import TEXTUAL, resolve

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # PyYAML was built without libyaml
    _Parser = yaml.SafeLoader  # type: ignore[assignment, misc]


class Unreadable(ValueError):  # noqa: N818 - says what the text is
    """Text that is no YAML; ``line`` counts from 0."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Refused(ValueError):  # noqa: N818 - says what the text is
    """YAML that goes over a limit."""


def read_yaml(text: str, limits: Limits) -> tuple[Any, list[Problem]]:
    """Return the value of a YAML document and what was wrong with it.

    Values are str, int, float, bool, None, and lists and dicts of them; keys
    are strings. Only the first document of a stream is read.

    Raises:
        Unreadable: no YAML.
        Refused: nested deeper or with more nodes than `limits` allow.
    """
    try:
        return _build(_Parser(text).get_event, limits)
    except yaml.MarkedYAMLError as error:
        if _TOO_DEEP in (error.problem or ""):
            raise Refused(f"nested deeper than {limits.max_matter_depth} levels") from None
        mark = error.problem_mark or error.context_mark
        raise Unreadable(error.problem or "no YAML", mark.line if mark else 0) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, Refused | Unreadable):
            raise
        raise Unreadable(type(error).__name__, 0) from None


_KEY: Final = object()
# PyYAML 6.0.4's libyaml scans ahead of its events and stops by itself at 1,000 levels.
_TOO_DEEP: Final = "maximum nesting depth"


def _build(get_event: Callable[[], Any], limits: Limits) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    holder: Any = None  # the list or dict that is open
    key: Any = _KEY  # of the dict that is open: _KEY while the next scalar is a key
    stack: list[tuple[Any, Any]] = []
    nodes = 0
    deepest, most = limits.max_matter_depth, limits.max_matter_nodes
    scalar_event, alias_event = yaml.ScalarEvent, yaml.AliasEvent
    start_of_map, start_of_list = yaml.MappingStartEvent, yaml.SequenceStartEvent
    ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
    value: Any
    while True:
        event = get_event()
        kind = type(event)
        if kind is scalar_event:
            value = event.value
            if event.anchor is not None or event.tag is not None:
                value = _marked_scalar(event, key, problems)
            elif event.implicit[0] and key is not _KEY:
                value = resolve(value) if key not in TEXTUAL or not value else value
        elif kind is start_of_map or kind is start_of_list:
            if event.anchor is not None or event.tag is not None:
                problems.append(_unsafe(event, key))
            if key is _KEY and type(holder) is dict:
                raise Unreadable("a key is a list or a map", event.start_mark.line)
            stack.append((holder, key))
            if len(stack) > deepest:
                raise Refused(f"nested deeper than {deepest} levels")
            nodes += 1
            holder, key = ({}, _KEY) if kind is start_of_map else ([], None)
            continue
        elif kind in ends:
            value = holder
            holder, key = stack.pop()
        elif kind is alias_event:
            problems.append(problem("matter-unsafe", "an alias is not followed", _place(key)))
            value = "*" + event.anchor
        elif event is None or kind is yaml.DocumentEndEvent:
            return None, problems
        else:
            continue
        nodes += 1
        if nodes > most:
            raise Refused(f"more than {most} keys and values")
        if holder is None:
            return value, problems
        if type(holder) is list:
            holder.append(value)
        elif key is _KEY:
            key = value
            if key in holder:
                problems.append(_duplicate(key))
        else:
            holder[key] = value
            key = _KEY


def _duplicate(key: str) -> Problem:
    return problem("matter-duplicate-key", f"{key[:80]!r} occurs twice; the last is used", key)


def _marked_scalar(event: Any, key: Any, problems: list[Problem]) -> str:
    """Return the text of a scalar that has a tag or an anchor.

    A word of a headline can look like one (``!Important``, ``&amp``), so an
    unquoted scalar keeps it, except for the tags of YAML and of languages
    (``!!str``), which are taken off.
    """
    problems.append(_unsafe(event, key))
    text: str = event.value
    if event.style:
        return text
    if event.tag is not None and not event.tag.startswith("tag:"):
        text = f"{event.tag} {text}"
    return f"&{event.anchor} {text}" if event.anchor is not None else text


def _unsafe(event: Any, key: Any) -> Problem:
    what = f"the tag {event.tag[:60]}" if event.tag is not None else f"the anchor {event.anchor}"
    return problem("matter-unsafe", f"{what} has no effect", _place(key))


def _place(key: Any) -> str | None:
    return key if isinstance(key, str) else None
