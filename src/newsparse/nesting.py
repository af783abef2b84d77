"""Flattens HTML that is nested too deep, tag by tag, in one pass.

The pass follows the standard's tokenizer (HTML, section 13.2.5) exactly in
where tags begin and end, and its stack of open elements (13.2.6) closely
enough: where the two differ, more elements are taken to be open, not fewer.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from .limits import Limits
from .problems import Problem, problem


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID: Final = _names(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param"
    " source track wbr"
)
_RAW: Final = _names("script style xmp iframe noembed noframes textarea title plaintext")
_FORMATTING: Final = _names("b big code em font i s small strike strong tt u a nobr")
_SCOPE: Final = _names(
    "applet caption html table td th marquee object template select"
    " ~foreignobject ~desc ~title ~annotation-xml ~mi ~mo ~mn ~ms ~mtext"
)
_ROOTS: Final = _names("html head body frameset")
_MAX_ROOTS: Final = 50
_MARKERS: Final = _names("applet caption td th marquee object template")
_CELLS: Final = _names("td th")
_BODIES: Final = _names("tbody thead tfoot")
_TABLE_SCOPE: Final = _names("html table template")
_CLOSE_P: Final = _names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
    " footer header hgroup main menu nav ol p search section summary ul h1 h2 h3 h4 h5 h6 pre"
    " listing form li dd dt plaintext hr xmp"
)
# Elements that "any other end tag" and a new list item do not look through.
_SPECIAL: Final = (
    _CLOSE_P
    | _SCOPE
    | _BODIES
    | _names(
        "body button colgroup frameset head iframe noembed noframes noscript script style textarea"
        " title tr"
    )
)
_ITEM_LOOKS_THROUGH: Final = _names("address div p")
# "Generate implied end tags" (13.2.6.3) pops these from the top.
_IMPLIED: Final = _names("dd dt li option optgroup p rb rp rt rtc")
_BREAKOUT: Final = _names(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li"
    " listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
# What the content of an element is; the last: foreign or HTML, we cannot tell.
_HTML, _SVG, _MATH, _EITHER = 0, 1, 2, 3
# Inside SVG and MathML these hold HTML again (HTML, section 13.2.6, integration points).
_INTEGRATION: Final = {
    _SVG: _names("foreignobject desc title"),
    _MATH: _names("mi mo mn ms mtext"),
    _EITHER: _names(""),
}
_TABLE_PARTS: Final = _names("caption col colgroup tbody td tfoot th thead tr")

_ATTRIBUTE = (
    r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?)?+"
)
_TOKEN = re.compile(
    r"<(?:(/?)([A-Za-z][^\s/>]*+)((?:[\s/]++|" + _ATTRIBUTE + r")*+)(?:>|\Z)"
    r"|!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))|[!?/][^>]*+(?:>|\Z))"
)
ATTRIBUTES: Final = re.compile(_ATTRIBUTE)
TAG_REST: Final = re.compile(r"(?:[\s/]++|" + _ATTRIBUTE + r")*+")


def flatten(html: str, limits: Limits) -> tuple[str, tuple[Problem, ...]]:
    """Return `html` within `limits`, and a problem for each limit it was over."""
    pass_ = _Pass(html, limits)
    return pass_.run()


def _is_styled(attributes: str) -> bool:
    """Tell whether a ``<font>`` ends SVG or MathML: it does with these attributes."""
    return any(
        found[0].partition("=")[0].strip().lower() in ("color", "face", "size")
        for found in ATTRIBUTES.finditer(attributes)
    )


class _Pass:
    """One walk over the tags of a document."""

    def __init__(self, html: str, limits: Limits) -> None:
        self.html = html
        self.limits = limits
        # name, with a tilde for an element of SVG or MathML; what its content is
        self.stack: list[tuple[str, int]] = []
        self.open: Counter[str] = Counter()  # names on the stack
        self.barriers = 0  # elements on the stack that end a scope
        self.formatting: list[tuple[str, int] | None] = []  # name, barriers then; None: marker
        self.since_marker = 0
        self.dropped: Counter[str] = Counter()  # start tags taken out whose end is to come
        self.options = 0
        self.roots: Counter[str] = Counter()
        self.cut: Counter[str] = Counter()

    def run(self) -> tuple[str, tuple[Problem, ...]]:
        html = self.html
        search = _TOKEN.search
        pieces: list[str] = []
        kept = position = 0
        while (token := search(html, position)) is not None:
            position = token.end()
            name = token[2]
            if name is None:
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
                pieces += (html[kept : token.start()], "\n" if name in _SPECIAL else "")
                kept = position
            elif name in _RAW and not token[1] and self.content() == _HTML:
                position = self.after_raw(name, position)
        problems = self.problems()
        if not pieces:
            return html, problems
        pieces.append(html[kept:])
        return "".join(pieces), problems

    def content(self) -> int:
        return self.stack[-1][1] if self.stack else _HTML

    def after_raw(self, name: str, position: int) -> int:
        """Return where the text of ``<script>`` and its like ends."""
        html, length = self.html, len(name)
        if name == "plaintext":
            return len(html)
        while (position := html.find("</", position)) >= 0:
            end = position + 2 + length
            if html[position + 2 : end].lower() == name and html[end : end + 1] in _ENDS_NAME:
                return position
            position += 2
        return len(html)

    # start tags

    def start(self, name: str, attributes: str) -> bool:
        """Follow a start tag; False where it has to go."""
        limits = self.limits
        content = self.content()
        # A tag that goes must not have closed anything before.
        if name in _ROOTS:
            self.roots[name] += 1
            if self.roots[name] > _MAX_ROOTS:
                self.cut["roots"] += 1
                return False
        elif name in _FORMATTING and self.since_marker >= limits.max_formatting:
            return self.drop(name, "formatting")
        if content != _HTML:
            if name in _BREAKOUT or (name == "font" and _is_styled(attributes)):
                while self.content() != _HTML:
                    self.pop()
                content = _HTML
            elif attributes.endswith("/") and content != _EITHER:
                return True
        elif name in ("svg", "math") and attributes.endswith("/"):
            return True
        if content == _HTML:
            if name in _VOID or name in _RAW or name in _ROOTS:
                if name in _CLOSE_P:
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
            if name == "annotation-xml":
                content = _EITHER
            elif name in _INTEGRATION[content]:
                content = _HTML
            name = f"~{name}"
        elif name in ("svg", "math"):
            content = _SVG if name == "svg" else _MATH
            name = f"~{name}"
        self.stack.append((name, content))
        self.open[name] += 1
        if name in _SCOPE:
            self.barriers += 1
        if name in _MARKERS:
            self.formatting.append(None)
            self.since_marker = 0
        elif name in _FORMATTING:
            self.formatting.append((name, self.barriers))
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
        if name in _CLOSE_P:
            if name == "li":
                self.close_item(("li",))
            elif name in ("dd", "dt"):
                self.close_item(("dd", "dt"))
            self.close_p()
        elif name in _CELLS:
            self.close_in(_CELLS, _TABLE_SCOPE)
        elif name == "tr":
            self.close_in(_names_tr, _TABLE_SCOPE)
        elif name in _BODIES:
            self.close_in(_BODIES, _TABLE_SCOPE)
        elif name in ("option", "optgroup"):
            if self.stack and self.stack[-1][0] == "option":
                self.pop()
        elif name in ("rt", "rp"):
            if self.has_ruby():
                while self.stack[-1][0] in _IMPLIED:
                    self.pop()
        elif name == "a" and self.open["a"]:
            self.end_formatting("a")

    def has_ruby(self) -> bool:
        if self.open["ruby"]:
            for name, _ in reversed(self.stack):
                if name == "ruby" or name in _SCOPE:
                    return name == "ruby"
        return False

    def close_p(self) -> None:
        if self.open["p"]:
            self.close_in(_names_p, _BUTTON_SCOPE)

    def close_item(self, names: tuple[str, ...]) -> None:
        if not any(self.open[name] for name in names):
            return
        for index in range(len(self.stack) - 1, -1, -1):
            name = self.stack[index][0]
            if name in names:
                self.pop_to(index)
                return
            if name in _SPECIAL and name not in _ITEM_LOOKS_THROUGH:
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
        if self.content() != _HTML and self.end_foreign(name):
            return True
        if not self.open[name]:
            return True
        if self.stack[-1][0] == name and name not in _FORMATTING:
            self.pop()
        elif name == "form":
            self.remove(name)
        elif name in _FORMATTING:
            self.end_formatting(name)
        elif name == "table" or name in _CELLS or name in _BODIES or name in ("tr", "caption"):
            self.close_in(frozenset((name,)), _TABLE_SCOPE - {name})
        elif name in _SPECIAL:
            scope = _BUTTON_SCOPE if name == "p" else _SCOPE
            self.close_in(frozenset((name,)), scope - {name})
        else:
            self.close_in(frozenset((name,)), _SPECIAL)
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
        """Follow the adoption agency: a block inside stays open."""
        entries = self.formatting
        for index in range(len(entries) - 1, -1, -1):
            entry = entries[index]
            if entry is None:
                break
            if entry[0] == name:
                if entry[1] == self.barriers:
                    del entries[index]
                    self.since_marker -= 1
                break
        self.close_in(frozenset((name,)), _SPECIAL)

    def pop_to(self, index: int) -> None:
        while len(self.stack) > index:
            self.pop()

    def pop(self) -> None:
        name, _ = self.stack.pop()
        self.open[name] -= 1
        if name in _SCOPE:
            self.barriers -= 1
        if name in _MARKERS:
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


_BUTTON_SCOPE: Final = _SCOPE | {"button"}
_names_p: Final = frozenset(("p",))
_names_tr: Final = frozenset(("tr",))
# What may follow the name in an end tag; the empty string is the end of the text.
_ENDS_NAME: Final = frozenset(("", " ", "\t", "\n", "\f", "\r", "/", ">"))
