"""The examples of rules as pieces of HTML, with the words each rule must take away."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

import attrs

from ...dom import parse_html, root_of, visible_text
from ...rules import After, Between, Constant, Css, Key, Map, Strip, Text
from ...source import Source
from ..truth import Labelled, Truth
from .reading import one_line

_SHORTEST: Final = 4
"""Characters: a shorter word of an example may stand in any story."""

_COMBINATOR: Final = re.compile(r"\s*[>~+]\s*|\s+")
_TAG: Final = re.compile(r"[a-zA-Z][\w-]*")
_INSIDE: Final = {
    "td": ("<table><tr>", "</tr></table>"),
    "th": ("<table><tr>", "</tr></table>"),
    "tr": ("<table>", "</table>"),
}
"""What must stand around an element, or a parser of HTML drops its tags."""

_BREAK: Final = re.compile(r"…|\.{3}|[\s：:，。,;；]+")


@attrs.frozen(kw_only=True)
class Example:
    """The example of a rule as a document can hold it.

    Attributes:
        rule: the rule's id with the prefix of its source.
        html: the example as HTML; empty for one that is front matter.
        matter: the front matter key and value of an example such as ``author: x``.
        gone: the words that must not be left in the body.
        first: whether it must stand above the story.
        last: whether the rule takes everything behind it too.
    """

    rule: str
    html: str = ""
    matter: tuple[str, str] | None = None
    gone: tuple[str, ...] = ()
    first: bool = False
    last: bool = False

    @property
    def piece(self) -> Labelled:
        """The example as boilerplate for a made-up post."""
        return Labelled(data=self.html, truth=Truth(boilerplate=self.gone), name=self.rule)


def examples_of(source: Source) -> Iterator[Example]:
    """Yield the examples of a source's own rules, as far as they can be put into a document."""
    rules: tuple[Strip | Map, ...] = (*source.strip, *source.map)
    for rule in rules:
        if rule.example:
            found = _example(f"{source.id}:{rule.id}", rule, rule.example)
            if found is not None:
                yield found


def _example(name: str, rule: Strip | Map, example: str) -> Example | None:
    at = rule.at
    place = at.place if isinstance(at, After) else at
    takes = isinstance(rule, Strip) or rule.consume
    last = isinstance(at, After)
    if isinstance(at, Key):
        key, colon, value = example.partition(":")
        matter = (key.strip(), value.strip()) if colon else (at.names[0], example.strip())
        return Example(rule=name, matter=matter)
    if isinstance(place, Constant):
        return None
    if isinstance(place, Text):
        return _text_example(name, place, example, takes=takes, last=last)
    if isinstance(place, str) and not example.lstrip().startswith("<"):
        return None
    if not example.lstrip().startswith("<"):
        return None
    words = words_of(example) if takes and not isinstance(place, Between) else ()
    housed = _housed(place.selector, example) if isinstance(place, Css) else example
    return Example(rule=name, html=housed, gone=words, last=last)


def _housed(selector: str, example: str) -> str:
    """Return an example among the elements that its rule's selector asks for around it.

    ``div.head span.date`` with the example ``<span class="date">`` gives a
    ``<div class="head">`` around it, ``#story ~ p`` an element before it. Where
    that does not help, the example is returned as it is.
    """
    if _found(selector, example):
        return example
    for alternative in selector.split(","):
        compounds = _COMBINATOR.split(alternative.strip())
        joints = _COMBINATOR.findall(alternative.strip())
        housed = example
        for compound, joint in zip(reversed(compounds[:-1]), reversed(joints), strict=False):
            tag, attributes = _element(compound)
            if joint.strip() in ("~", "+"):
                housed = f"<{tag}{attributes}></{tag}>{housed}"
            else:
                before, behind = _INSIDE.get(tag, ("", ""))
                housed = f"{before}<{tag}{attributes}>{housed}</{tag}>{behind}"
            # The example may begin with the element that comes next.
            if _found(selector, housed):
                return housed
    return example


def _found(selector: str, fragment: str) -> bool:
    return bool(parse_html(fragment, fragment=True).css(selector))


def _element(compound: str) -> tuple[str, str]:
    """Return the tag and the attributes of an element that a compound selector matches."""
    tag = _TAG.match(compound)
    classes = " ".join(re.findall(r"\.([\w-]+)", compound))
    found = re.search(r"#([\w-]+)", compound)
    return tag[0] if tag else "div", (f' class="{classes}"' if classes else "") + (
        f' id="{found[1]}"' if found else ""
    )


def _text_example(name: str, place: Text, example: str, *, takes: bool, last: bool) -> Example:
    text = " ".join(example.split())
    match = re.compile(place.pattern, re.DOTALL).search(text)
    gone = tuple(_words(match[0])) if match and takes else ()
    return Example(
        rule=name,
        html=f"<p>{html.escape(text, quote=False)}</p>",
        gone=gone,
        first=place.scope == "opening",
        last=last,
    )


def words_of(fragment: str) -> tuple[str, ...]:
    """Return the telling words a reader sees in a piece of HTML."""
    root = root_of(parse_html(fragment, fragment=True))
    return tuple(_words(visible_text(root))) if root is not None else ()


def _words(text: str) -> Iterator[str]:
    """Yield the whole text, where nothing is left out of it, and its longer words."""
    pieces = dict.fromkeys([text] if "…" not in text else [])
    pieces.update(dict.fromkeys(_BREAK.split(text)))
    return (w for w in map(one_line, pieces) if len(w) >= _SHORTEST)
