"""Inlines as Markdown: escaping, emphasis, links, code.

All references are to CommonMark 0.31.2. Text that looks like Markdown stays
text: what would be read as markup is escaped with a backslash (section 2.4).
Where emphasis cannot be written with delimiters, the tags ``<strong>`` and
``<em>`` stand in (section 6.6, raw HTML).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..body import CodeSpan, Inline, Link, Strong, plain
from .flanking import works_as_emphasis
from .urls import safe_url

_STRONG: Final = 1
_EMPHASIS: Final = 2
_LINK: Final = 4

# An underscore between ASCII letters never marks anything, so snake_case may stay.
_MARKUP: Final = re.compile(
    r"[\\`*\[\]~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|<(?! )|&(?=#?[0-9A-Za-z]{1,32};)"
)
_SUSPECT: Final = re.compile(r"[\\`*\[\]~_<&\n\r\0]")
# What would open a block at the start of a line: headings, quotes, lists, rules,
# underlines of headings, the delimiter rows of pipe tables.
_LINE_START: Final = re.compile(
    r"(?=\#{1,6}(?:[ \t]|$)|[>=|]|-(?:[ \t|:\\-]|$)|\+(?:[ \t]|$)|:-)"
    r"|([0-9]{1,9})(?=[.)](?:[ \t]|$))"
)
_BACKTICKS: Final = re.compile(r"`+")
_PLAIN_URL: Final = re.compile(r"[\w/:.?=&#%+~,;@!$'*-]+")
_URL_MARKUP: Final = re.compile(r"[\\<>`]|&(?=#?[0-9A-Za-z]{1,32};)")
_CLOSING_SEQUENCE: Final = re.compile(r"(?:^|(?<=[ \t]))#+$")


def paragraph(content: Iterable[Inline]) -> str:
    """Return inlines as the lines of a paragraph; line breaks are hard breaks."""
    text = _inlines(_settled(content, False), 0, "\\\n", "", "").strip(" \t")
    end = len(text)
    while text.endswith("\\\n", 0, end):  # a break at the end of a paragraph breaks nothing
        end -= 2
        while text.endswith((" ", "\t"), 0, end):
            end -= 1
    text = text[:end]
    if "\n" not in text:
        return _guarded(text)
    return "\n".join(map(_guarded, text.split("\n")))


def single_line(content: Iterable[Inline]) -> str:
    """Return inlines as one line, for a heading or a table cell."""
    text = _inlines(_settled(content, False), 0, "<br>", "", "").strip(" \t")
    return _CLOSING_SEQUENCE.sub(r"\\\g<0>", text)


def destination(url: str) -> str:
    """Return a checked URL as a link destination (section 6.3)."""
    if _PLAIN_URL.fullmatch(url):
        return _URL_MARKUP.sub(r"\\\g<0>", url)
    return "<" + _URL_MARKUP.sub(r"\\\g<0>", url) + ">"


def escaped(text: str, line_break: str = " ") -> str:
    """Return `text` so that Markdown reads it as text inside a line."""
    if not _SUSPECT.search(text):
        return text
    text = text.replace("\r", " ").replace("\0", "")
    return _MARKUP.sub(r"\\\g<0>", text).replace("\n", line_break)


def _guarded(line: str) -> str:
    """Return a line of a paragraph so that it does not open a block (chapter 4, 5)."""
    line = line.lstrip(" \t")
    found = _LINE_START.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def _settled(content: Iterable[Inline], in_link: bool) -> list[Inline]:
    """Return inlines without empty ones, texts joined, dead links as their words."""
    out: list[Inline] = []
    for inline in content:
        if isinstance(inline, Link) and (in_link or not safe_url(inline.url)):
            pieces = _settled(inline.content, in_link)
        elif inline if isinstance(inline, str) else plain((inline,)):
            pieces = [inline]
        else:
            continue
        for piece in pieces:
            if out and isinstance(piece, str) and isinstance(out[-1], str):
                out[-1] += piece
            else:
                out.append(piece)
    return out


def _inlines(items: list[Inline], active: int, line_break: str, before: str, after: str) -> str:
    """Return settled inlines as Markdown between the characters `before` and `after`."""
    out: list[str] = []
    for index, item in enumerate(items):
        last = out[-1][-1] if out else before
        following = items[index + 1] if index + 1 < len(items) else None
        if isinstance(item, str):
            piece = escaped(item, line_break)
            if piece.endswith("!") and isinstance(following, Link):
                piece = piece[:-1] + "\\!"  # or the link would be a picture
        elif isinstance(item, CodeSpan):
            # "[`]:`](…)" would be read as a link reference definition (section 4.7)
            as_tag = last == "`" or bool(active & _LINK and "]" in item.text)
            piece = _code(item.text, as_tag)
        elif isinstance(item, Link):
            inner = _settled(item.content, True)
            words = _inlines(inner, active | _LINK, line_break, "[", "]")
            piece = f"[{words}]({destination(safe_url(item.url))})"
        else:
            right = after if following is None else _first(following)
            piece = _mark(item, active, line_break, last, right)
        if piece:
            out.append(piece)
    return "".join(out)


def _first(inline: Inline) -> str:
    """Return a character of the kind that the source of `inline` begins with."""
    if isinstance(inline, str):
        return "\\" if inline[0] == "\n" else inline[0]
    return "<"  # whatever mark it is, it begins with ASCII punctuation


def _mark(item: Inline, active: int, line_break: str, before: str, after: str) -> str:
    strong = isinstance(item, Strong)
    kind = _STRONG if strong else _EMPHASIS
    content = _settled(item.content, bool(active & _LINK))  # type: ignore[union-attr]
    # Runs of one character in one another are ambiguous ("***"), so emphasis
    # that stands in or around strong text takes the other character.
    mixed = not strong and (active & _STRONG or _holds_strong(content))
    delimiter = "**" if strong else "_" if mixed else "*"
    inner = _inlines(content, active | kind, line_break, delimiter[0], delimiter[0])
    if (
        not active & kind
        and before != delimiter[0]
        and works_as_emphasis(before, inner, after, underscore=bool(mixed))
    ):
        return f"{delimiter}{inner}{delimiter}"
    tag = "strong" if strong else "em"
    return f"<{tag}>{inner}</{tag}>"


def _holds_strong(content: Iterable[Inline]) -> bool:
    return any(
        isinstance(inline, Strong)
        or (not isinstance(inline, str | CodeSpan) and _holds_strong(inline.content))
        for inline in content
    )


def _code(text: str, as_tag: bool) -> str:
    """Return a code span (section 6.1), or its tag where backticks would be misread."""
    text = text.replace("\n", " ").replace("\r", " ").replace("\0", "")
    if as_tag:
        return f"<code>{escaped(text)}</code>"
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    if text.startswith("`") or text.endswith("`") or (text[:1] == text[-1:] == " "):
        text = f" {text} "
    return f"{fence}{text}{fence}"
