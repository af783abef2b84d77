"""Flattens HTML that is nested too deep, tag by tag, in one pass.

The pass follows the standard's tokenizer (HTML, section 13.2.5) exactly in
where tags begin and end, and its stack of open elements (13.2.6) closely
enough: where the two differ, more elements are taken to be open, not fewer.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Final

from .elements import (
    BODIES,
    BREAKOUT,
    BUTTON_SCOPE,
    CAPTION_OR_CELL,
    CELLS,
    CLOSE_P,
    END_SCOPES,
    FORMATTING,
    HEADINGS,
    IMPLIED,
    ITEM_LOOKS_THROUGH,
    MARKERS,
    MAX_ROOTS,
    RAW,
    ROOTS,
    ROW,
    SCOPE,
    SPECIAL,
    TABLE_SCOPE,
    VOID,
    P,
    names,
)
from .limits import Limits
from .problems import Problem, problem
from .tags import ATTRIBUTES, TOKEN, closes_itself, end_of_raw, is_styled

# What the content of an element is.
_HTML, _SVG, _MATH = 0, 1, 2
# Inside SVG and MathML these hold HTML again (HTML, section 13.2.6, integration points).
_INTEGRATION: Final = {
    _SVG: names("foreignobject desc title"),
    _MATH: names("mi mo mn ms mtext"),
}
_CDATA: Final = "<![CDATA["
_TABLE_PARTS: Final = names("caption col colgroup tbody td tfoot th thead tr")


def flatten(html: str, limits: Limits) -> tuple[str, tuple[Problem, ...]]:
    """Return `html` within `limits`, and a problem for each limit it was over."""
    pass_ = _Pass(html, limits)
    return pass_.run()


class _Pass:
    """One walk over the tags of a document."""

    def __init__(self, html: str, limits: Limits) -> None:
        self.html = html
        self.limits = limits
        # name, with a tilde for an element of SVG or MathML; what its content is
        self.stack: list[tuple[str, int]] = []
        self.open: Counter[str] = Counter()  # names on the stack
        self.formatting: list[str | None] = []  # names; None is a marker
        self.since_marker = 0
        self.dropped: Counter[str] = Counter()  # start tags taken out whose end is to come
        self.options = 0
        self.roots: Counter[str] = Counter()
        self.cut: Counter[str] = Counter()

    def run(self) -> tuple[str, tuple[Problem, ...]]:
        html = self.html
        search = TOKEN.search
        pieces: list[str] = []
        kept = position = 0
        while (token := search(html, position)) is not None:
            position = token.end()
            name = token[2]
            if name is None:
                if token[0].startswith(_CDATA) and self.stack and self.stack[-1][0][0] == "~":
                    # as references it is the same text to every tokenizer
                    start = token.start() + len(_CDATA)
                    end = html.find("]]>", start)
                    text = escape(html[start : end if end >= 0 else None], quote=False)
                    pieces += (html[kept : token.start()], text)
                    kept = position = end + 3 if end >= 0 else len(html)
                continue
            name = name.lower()
            if token[1]:
                stays = self.end(name)
            else:
                attributes = token[3]
                stays = self.start(name, attributes)
                if len(attributes) > 2 * self.limits.max_attributes:
                    shorter = self.fewer(attributes)
                    if stays and shorter is not None:
                        pieces += (html[kept : token.start(3)], shorter, ">")
                        kept = position
            if not stays:
                pieces += (html[kept : token.start()], "\n" if name in SPECIAL else "")
                kept = position
            elif name in RAW and not token[1] and self.content() == _HTML:
                position = end_of_raw(html, name, position)
        problems = self.problems()
        if not pieces:
            return html, problems
        pieces.append(html[kept:])
        return "".join(pieces), problems

    def content(self) -> int:
        return self.stack[-1][1] if self.stack else _HTML

    # start tags

    def start(self, name: str, attributes: str) -> bool:
        """Follow a start tag; False where it has to go."""
        limits = self.limits
        content = self.content()
        # A tag that goes must not have closed anything before.
        if name in ROOTS:
            self.roots[name] += 1
            if self.roots[name] > MAX_ROOTS:
                self.cut["roots"] += 1
                return False
        elif name in FORMATTING and self.since_marker >= limits.max_formatting:
            return self.drop(name, "formatting")
        if content != _HTML:
            if name in BREAKOUT or (name == "font" and is_styled(attributes)):
                while self.content() != _HTML:
                    self.pop()
                content = _HTML
            elif closes_itself(attributes):
                return True
            elif name == "annotation-xml":
                # its content is MathML, SVG or HTML by its encoding
                self.dropped[name] += 1
                return False
        elif name in ("svg", "math") and closes_itself(attributes):
            return True
        if content == _HTML:
            if name in VOID or name in RAW or name in ROOTS:
                if name in CLOSE_P:
                    self.close_p()
                return True
            if name in _TABLE_PARTS and not self.in_table():
                return True  # the parser ignores it, and so its end
            if name == "select":
                self.options = 0
            elif name == "option":
                self.options += 1
                if self.options > limits.max_options:
                    return self.drop(name, "options")
            self.imply_ends(name)
        if len(self.stack) >= limits.max_depth:
            return self.drop(name, "depth")
        self.push(name, content)
        return True

    def push(self, name: str, content: int) -> None:
        if content != _HTML:
            if name in _INTEGRATION[content]:
                content = _HTML
            name = f"~{name}"
        elif name in ("svg", "math"):
            content = _SVG if name == "svg" else _MATH
            name = f"~{name}"
        self.stack.append((name, content))
        self.open[name] += 1
        if name in MARKERS:
            self.formatting.append(None)
            self.since_marker = 0
        elif name in FORMATTING:
            self.formatting.append(name)
            self.since_marker += 1

    def drop(self, name: str, why: str) -> bool:
        self.dropped[name] += 1
        self.cut[why] += 1
        return False

    def in_table(self) -> bool:
        """Tell whether the parts of a table mean anything here."""
        if not self.open["table"]:
            return False
        if not self.open["template"]:
            return True
        for name, _ in reversed(self.stack):
            if name in ("table", "template"):
                return name == "table"
        return False

    def imply_ends(self, name: str) -> None:
        """Close what the standard closes before this element opens."""
        if name in CLOSE_P:
            if name == "li":
                self.close_item(("li",))
            elif name in ("dd", "dt"):
                self.close_item(("dd", "dt"))
            self.close_p()
            if name in HEADINGS and self.stack and self.stack[-1][0] in HEADINGS:
                self.pop()
        elif name in _TABLE_PARTS:
            self.close_in(CAPTION_OR_CELL, TABLE_SCOPE)
            if name not in CELLS:
                self.close_in(ROW, TABLE_SCOPE)
                if name != "tr":
                    self.close_in(BODIES, TABLE_SCOPE)
        elif name in ("option", "optgroup"):
            if self.stack and self.stack[-1][0] == "option":
                self.pop()
        elif name in ("rt", "rp"):
            if self.has_ruby():
                while self.stack[-1][0] in IMPLIED:
                    self.pop()
        elif name in ("a", "nobr") and self.open[name]:
            self.end_formatting(name)

    def has_ruby(self) -> bool:
        if self.open["ruby"]:
            for name, _ in reversed(self.stack):
                if name == "ruby" or name in SCOPE:
                    return name == "ruby"
        return False

    def close_p(self) -> None:
        if self.open["p"]:
            self.close_in(P, BUTTON_SCOPE)

    def close_item(self, names: tuple[str, ...]) -> None:
        if not any(self.open[name] for name in names):
            return
        for index in range(len(self.stack) - 1, -1, -1):
            name = self.stack[index][0]
            if name in names:
                self.pop_to(index)
                return
            if name in SPECIAL and name not in ITEM_LOOKS_THROUGH:
                return

    def close_in(self, names: frozenset[str], scope: frozenset[str]) -> bool:
        """Pop the nearest of these elements if no element of `scope` is above it."""
        if not any(self.open[name] for name in names):
            return False
        for index in range(len(self.stack) - 1, -1, -1):
            name = self.stack[index][0]
            if name in names:
                self.pop_to(index)
                return True
            if name in scope:
                return False
        return False

    # end tags

    def end(self, name: str) -> bool:
        """Follow an end tag; False where it has to go with its start tag."""
        if self.dropped[name]:
            self.dropped[name] -= 1
            return False
        if self.stack and self.stack[-1][0][0] == "~" and self.end_foreign(name):
            return True
        if not self.open[name]:
            return True
        if self.stack[-1][0] == name and name not in FORMATTING:
            self.pop()
        elif name == "form":
            self.remove(name)
        elif name in FORMATTING:
            self.end_formatting(name)
        elif name == "table" or name in CELLS or name in BODIES or name in ("tr", "caption"):
            self.close_in(frozenset((name,)), TABLE_SCOPE - {name})
        elif name in SPECIAL:
            scope = END_SCOPES.get(name, SCOPE)
            self.close_in(frozenset((name,)), scope - {name})
        else:
            self.close_in(frozenset((name,)), SPECIAL)
        return True

    def end_foreign(self, name: str) -> bool:
        """Follow an end tag in SVG or MathML; False where HTML's rules hold."""
        if name in ("p", "br"):
            while self.content() != _HTML:
                self.pop()
            return False
        foreign = f"~{name}"
        for index in range(len(self.stack) - 1, -1, -1):
            entry = self.stack[index][0]
            if entry == foreign:
                self.pop_to(index)
                return True
            if entry[0] != "~":
                return False
        return False

    def remove(self, name: str) -> None:
        """Take an element off the stack and leave what is above it: ``</form>``."""
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index][0] == name:
                del self.stack[index]
                self.open[name] -= 1
                return

    def end_formatting(self, name: str) -> None:
        """Follow the adoption agency algorithm (13.2.6.4.7)."""
        entries, stack = self.formatting, self.stack
        for _ in range(8):
            entry = self.last_formatting(name)
            if entry is None:
                self.close_in(frozenset((name,)), SPECIAL)
                return
            index = len(stack) - 1
            while index >= 0 and stack[index][0] != name:
                if stack[index][0] in SCOPE:
                    return
                index -= 1
            block = next((i for i in range(index + 1, len(stack)) if stack[i][0] in SPECIAL), None)
            if index < 0 or block is None:
                del entries[entry]
                self.since_marker -= 1
                if index >= 0:
                    self.pop_to(index)
                return
            # The block stays where it is, and the element moves into it.
            moved = stack.pop(index)
            stack.insert(block, moved)

    def last_formatting(self, name: str) -> int | None:
        """Return where this name is in the list of active formatting elements."""
        entries = self.formatting
        for index in range(len(entries) - 1, -1, -1):
            entry = entries[index]
            if entry is None:
                return None
            if entry == name:
                return index
        return None

    def pop_to(self, index: int) -> None:
        while len(self.stack) > index:
            self.pop()

    def pop(self) -> None:
        name, _ = self.stack.pop()
        self.open[name] -= 1
        if name in MARKERS:
            entries = self.formatting
            while entries and entries.pop() is not None:
                pass
            self.since_marker = 0
            for entry in reversed(entries):
                if entry is None:
                    break
                self.since_marker += 1

    # attributes and the report

    def fewer(self, attributes: str) -> str | None:
        """Return the first attributes of a tag, None if they are not too many."""
        most = self.limits.max_attributes
        end = 0
        for count, found in enumerate(ATTRIBUTES.finditer(attributes), 1):
            if count > most:
                self.cut["attributes"] += 1
                return attributes[:end]
            end = found.end()
        return None

    def problems(self) -> tuple[Problem, ...]:
        cut, limits = self.cut, self.limits
        found: list[Problem] = []
        if cut["depth"]:
            message = f"{cut['depth']} elements are nested deeper than {limits.max_depth} levels"
            found.append(problem("too-deep", message))
        if cut["formatting"]:
            message = f"{cut['formatting']} formatting elements beside {limits.max_formatting} open"
            found.append(problem("too-deep", message))
        if cut["options"]:
            message = f"{cut['options']} options over the {limits.max_options} of one select"
            found.append(problem("too-many-elements", message))
        if cut["attributes"]:
            message = f"{cut['attributes']} tags have more than {limits.max_attributes} attributes"
            found.append(problem("too-many-elements", message))
        if cut["roots"]:
            message = f"{cut['roots']} tags too many that open the document"
            found.append(problem("too-many-elements", message))
        return tuple(found)
