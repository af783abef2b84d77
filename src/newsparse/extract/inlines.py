"""The words of one paragraph as they come: text, marks, line breaks."""

from __future__ import annotations

import re

from ..body import MAX_NESTING, CodeSpan, Emphasis, Inline, Link, Strong
from ..dom import Node
from ..urls import clean_url
from .part import join, trim

_RUN = re.compile(r"[ \t\n\r\f\xa0]+")


def collapse(text: str) -> str:
    """Return `text` with runs of white space as one blank, without zero-width blanks."""
    if "\n" in text or "  " in text or "\t" in text or "\xa0" in text or "\r" in text:
        text = _RUN.sub(" ", text)
    if "\u200b" in text or "\ufeff" in text:
        text = text.replace("\u200b", "").replace("\ufeff", "")
    return text


_LINK, _STRONG, _EMPHASIS = range(3)


class InlineBuffer:
    """Collects the inlines of one paragraph, white space collapsed on the way."""

    __slots__ = ("base", "inlines", "marks", "space")

    def __init__(self, base: str | None) -> None:
        self.base: str | None = base
        self.inlines: list[Inline] = []
        self.marks: list[tuple[int, str, list[Inline]]] = []
        self.space: bool = True

    def text(self, text: str) -> None:
        """Add text."""
        if self.space and text.isspace():
            return
        text = collapse(text)
        if self.space and text.startswith(" "):
            text = text[1:]
        if text:
            self.inlines.append(text)
            self.space = text.endswith(" ")

    def code(self, text: str) -> None:
        """Add a run of code."""
        if text:
            self.inlines.append(CodeSpan(text=text))
            self.space = False

    def line_break(self) -> bool:
        """Add a line break; return False where there is one already: an empty line."""
        inlines = self.inlines
        if not inlines:
            return bool(not self.marks)
        last = inlines[-1]
        if type(last) is str:
            if last.endswith("\n"):
                return False
            inlines[-1] = last.rstrip(" ") + "\n"
        else:
            inlines.append("\n")
        self.space = True
        return True

    def open_mark(self, tag: str, node: Node) -> bool:
        """Begin a mark; return False for one that is not to be kept."""
        if len(self.marks) >= MAX_NESTING:
            return False
        url = ""
        kind = _EMPHASIS
        if tag == "a":
            href = clean_url(node.attributes.get("href"), self.base, links=True)
            if href is None:
                return False
            kind, url = _LINK, href
        elif tag in ("strong", "b"):
            kind = _STRONG
        if any(open_kind == kind for open_kind, _, _ in self.marks):
            return False
        self.marks.append((kind, url, self.inlines))
        self.inlines = []
        return True

    def close_mark(self) -> None:
        """End the mark that was begun last."""
        kind, url, outer = self.marks.pop()
        _wrap(kind, url, self.inlines, outer)
        self.inlines = outer

    def take(self) -> list[Inline]:
        """Return the paragraph so far and begin a new one inside the same marks."""
        inner = self.inlines
        self.space = True
        if not self.marks:
            if not inner:
                return inner
            self.inlines = []
            if len(inner) == 1 and type(inner[0]) is str:
                text = inner[0].strip()
                return [text] if text else []
            return trim(_tidy(join(inner)))
        for index in range(len(self.marks) - 1, -1, -1):
            kind, url, outer = self.marks[index]
            _wrap(kind, url, inner, outer)
            inner = outer
            self.marks[index] = (kind, url, [])
        self.inlines = []
        return trim(_tidy(join(inner)))


def _tidy(content: list[Inline]) -> list[Inline]:
    """Return `content` without white space beside its line breaks.

    Indents that stood at the beginning of a mark stand before it by now.
    """
    for index, inline in enumerate(content):
        if type(inline) is str and "\n" in inline and len(inline) > 1:
            first, *lines, last = inline.split("\n")
            kept = [line for line in map(str.strip, lines) if line]
            content[index] = "\n".join((first.rstrip(), *kept, last.lstrip()))
    return content


def _wrap(kind: int, url: str, inner: list[Inline], outer: list[Inline]) -> None:
    """Add `inner` to `outer` inside its mark, outer white space and bare blanks outside."""
    if len(inner) == 1 and type(inner[0]) is str:
        _wrap_text(kind, url, inner[0], outer)
        return
    content = _tidy(join(inner))
    if not any(type(i) is not str or not i.isspace() for i in content):
        outer.extend(content)
        return
    before = after = ""
    if type(content[0]) is str:
        text = content[0].lstrip()
        before = content[0][: len(content[0]) - len(text)]
        content[0] = text
    if type(content[-1]) is str:
        text = content[-1].rstrip()
        after = content[-1][len(text) :]
        content[-1] = text
    content = join(content)
    if before:
        outer.append(before)
    outer.append(_marked(kind, url, content))
    if after:
        outer.append(after)


def _wrap_text(kind: int, url: str, whole: str, outer: list[Inline]) -> None:
    """Do the same for a mark that holds text and nothing else."""
    text = whole.strip()
    if not text:
        if whole:
            outer.append(whole)
        return
    if len(text) == len(whole):
        outer.append(_marked(kind, url, [text]))
        return
    start = whole.index(text)
    if start:
        outer.append(whole[:start])
    outer.append(_marked(kind, url, [text]))
    if start + len(text) < len(whole):
        outer.append(whole[start + len(text) :])


def _marked(kind: int, url: str, content: list[Inline]) -> Inline:
    if kind == _LINK:
        return Link(url=url, content=content)
    if kind == _STRONG:
        return Strong(content=content)
    return Emphasis(content=content)
