"""Front matter and HTML apart; nothing of either is lost."""

from __future__ import annotations

import re
from typing import Any, Final

import attrs

from .limits import Limits
from .matter.handler import JSON, TOML, YAML, Format, MatterHandler
from .matter.repair import KEY_LINE
from .problems import Problem, problem


@attrs.frozen(kw_only=True)
class Parts:
    """A text in its two parts.

    Attributes:
        matter: the front matter: str, int, float, bool, None, lists and dicts
            of them; dates are the text they were written in.
        matter_format: None where the document has no front matter.
        html: the rest of the text.
        problems: damage found, and what was done about it.
    """

    matter: dict[str, Any]
    matter_format: Format | None
    html: str
    problems: tuple[Problem, ...] = ()


# The line that opens, after blank lines. A long run of blanks is HTML's business.
_OPEN = re.compile(r"[\ufeff\s]*+(-{3,}+|\+{3,}+|;{3,}+|\{)[ \t]*+(?:\n|\Z)")
_CLOSE: Final = {
    "-": re.compile(r"^(?:-{3,}|\.{3})[ \t]*$", re.MULTILINE),
    "+": re.compile(r"^\+{3,}[ \t]*$", re.MULTILINE),
    ";": re.compile(r"^;{3,}[ \t]*$", re.MULTILINE),
    "{": re.compile(r"^\}[ \t]*$", re.MULTILINE),
}
_HANDLERS: Final[dict[str, MatterHandler]] = {"-": YAML, "+": TOML, ";": JSON, "{": JSON}
_TOML_LINE = re.compile(r"[\w.\"'-]{1,80}[ \t]*=|\[")


def split(text: str, limits: Limits) -> Parts:
    r"""Return the front matter and the HTML of `text`.

    YAML between ``---`` lines (``...`` closes as well), TOML between ``+++``,
    JSON between ``;;;`` or in braces on lines of their own. Line ends become
    ``\n``. White space around the HTML may go, nothing else does.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    opened = _OPEN.match(text)
    if opened is None:
        return Parts(matter={}, matter_format=None, html=text)
    sign, start = opened[1][0], opened.end()
    closed = _CLOSE[sign].search(text, start)
    if sign == "{":
        if closed is None or not text[closed.end() :].strip():
            return Parts(matter={}, matter_format=None, html=text)  # a bare JSON document
        matter_text, html = text[opened.start(1) : closed.end()], text[closed.end() :]
        return _read(JSON, matter_text, html.strip(), limits, [])
    problems: list[Problem] = []
    if closed is not None:
        matter_text, html = text[start : closed.start()], text[closed.end() :]
        if "\n<" in matter_text or matter_text.startswith("<"):
            closed = closed if _ends_in_matter(matter_text) else None
    if closed is None:
        end = _end_of_keys(text, start, sign)
        if end == start:
            return Parts(matter={}, matter_format=None, html=text)  # a thematic break
        matter_text, html = text[start:end], text[end:]
        problems.append(problem("matter-unclosed", f"no line of {sign * 3} closes it"))
    return _read(_HANDLERS[sign], matter_text, html.strip(), limits, problems)


def _read(
    handler: MatterHandler, text: str, html: str, limits: Limits, problems: list[Problem]
) -> Parts:
    if len(text) > limits.max_matter_characters:
        size = f"{len(text):,} characters of front matter were not read"
        matter: dict[str, Any] = {}
        problems.append(problem("matter-unsafe", size))
    else:
        matter, found = handler.read(text, limits)
        problems += found
    return Parts(
        matter=matter, matter_format=handler.format_name, html=html, problems=tuple(problems)
    )


def _ends_in_matter(text: str) -> bool:
    """Tell whether what precedes a closing line is front matter, not the body."""
    last = text.rstrip().rpartition("\n")[2]
    return not last.startswith("<") and bool(KEY_LINE.match(last) or last.lstrip().startswith("- "))


def _end_of_keys(text: str, start: int, sign: str) -> int:
    """Return where front matter that nothing closes ends; `start` if it has no key."""
    position = end = start
    blank = False
    seen = False
    while position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        first = text[position : position + 1]
        line = text[position : min(stop, position + 200)]
        is_key = (KEY_LINE if sign == "-" else _TOML_LINE).match(line) is not None
        if not line.strip():
            blank = True
        elif first == "<" or not (is_key or (seen and not blank)):
            break
        else:
            seen = seen or is_key
            blank = False
            end = min(stop + 1, len(text))
        position = stop + 1
    return end if seen else start
