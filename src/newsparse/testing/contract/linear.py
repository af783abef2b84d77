"""Linear: the work grows as the document does. Steps and lines are counted, no clock is read.

Three things are counted: the steps of each pattern on texts made to hurt it
(:mod:`~newsparse.testing.contract.attack`), the lines that the plugin's own
functions run, and the calls of the whole parse, on stories of three lengths. What
a single call into C does (``text.count``, ``in``) is not seen.
"""

from __future__ import annotations

import datetime as dt
import importlib
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, Final

import attrs

from ...plugins import plugin_name
from ...rules import After, Map, Strip, Text
from ...source import Source
from ..matter import Parts, lay_out
from ..pages import PageParts
from ..pages import lay_out as lay_out_page
from ..stories import Piece
from ..truth import Labelled, Truth
from ..words import SENTENCES, Language, sentence
from .attack import SIZES, Growth, steep_growth
from .disguise import Disguise, own_disguises
from .model import NOTHING, Property, Subject
from .reading import fail, parse

_LENGTHS: Final = (32, 64, 128)
_STEEP: Final = 2.8
"""Linear work doubles from one difference to the next, quadratic work grows fourfold."""


def check_linear(subject: Subject, _: Labelled = NOTHING) -> None:
    """Demand that no pattern and no function of the plugin is slower than linear.

    Raises:
        ContractError: the work grows faster than the text.
    """
    for source in subject.tested:
        for rule_id, pattern in patterns_of(source):
            growth = steep_growth(pattern)
            if growth is not None:
                _fail_pattern(rule_id, pattern, growth)
    for disguise in own_disguises(subject)[:1]:
        documents = [_long(disguise, length) for length in _LENGTHS]
        files = _files(subject)
        lines = [count_lines(subject, document, files) for document in documents]
        _check_counts(subject, "lines of the plugin's functions", lines, documents[0])
        calls = [count_calls(subject, document) for document in documents]
        _check_counts(subject, "calls", calls, documents[0])


def _check_counts(subject: Subject, what: str, counts: list[int], document: Labelled) -> None:
    more, much_more = counts[1] - counts[0], counts[2] - counts[1]
    if more > _LENGTHS[0] and much_more / more > _STEEP:
        names = [name for name, _ in _functions(subject)]
        fail(
            LINEAR.id,
            f"parsing is not linear: stories of {', '.join(map(str, _LENGTHS))} paragraphs take "
            f"{', '.join(map(str, counts))} {what}",
            document,
            rule=", ".join(names) or None,
        )


def _fail_pattern(rule_id: str, pattern: str, growth: Growth) -> None:
    taken = ", ".join("too many" if s is None else str(s) for s in growth.steps)
    fail(
        LINEAR.id,
        f"the pattern {pattern!r} is not linear: on {growth.piece!r} repeated "
        f"{', '.join(map(str, SIZES[: len(growth.steps)]))} times it takes {taken} steps; "
        "anchor it, give its repetitions a limit ({0,40}), and let no two of them match "
        "the same characters",
        Labelled(data=growth.text, name="a text that makes it slow"),
        rule=rule_id,
    )


def patterns_of(source: Source) -> Iterator[tuple[str, str]]:
    """Yield the patterns of a source's own rules, former versions too, with the rule's id."""
    rules: list[Strip | Map] = [*source.strip, *source.map]
    for version in source.versions:
        rules += [*version.strip, *version.map]
    for rule in rules:
        place = rule.at.place if isinstance(rule.at, After) else rule.at
        if isinstance(place, Text):
            yield f"{source.id}:{rule.id}", place.pattern
        if isinstance(rule, Map) and rule.pattern is not None:
            yield f"{source.id}:{rule.id}", rule.pattern


def _functions(subject: Subject) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the functions the tested sources carry, and the plugin's hooks."""
    for source in subject.tested:
        for name in ("detect_with", "strip_with", "map_with", "finish_with"):
            function = getattr(source, name)
            if function is not None:
                yield f"{source.id}.{name}", function
    for plugin in subject.parser.plugins:
        if plugin_name(plugin) == subject.plugin:
            module = importlib.import_module(plugin) if isinstance(plugin, str) else plugin
            function = getattr(module, "newsparse_article", None)
            if function is not None:
                yield "newsparse_article", function


def _files(subject: Subject) -> frozenset[str]:
    """Return the files in which the plugin's functions stand."""
    codes = (getattr(function, "__code__", None) for _, function in _functions(subject))
    return frozenset(code.co_filename for code in codes if code is not None)


def count_lines(subject: Subject, document: Labelled, files: frozenset[str]) -> int:
    """Return how many lines of code in `files` run when the document is parsed."""
    if not files:
        return 0
    lines = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal lines
        if frame.f_code.co_filename not in files:
            return None
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        parse(subject, document)
    finally:
        sys.settrace(before)
    return lines


def count_calls(subject: Subject, document: Labelled) -> int:
    """Return how many functions, in Python and C, are called when the document is parsed."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    parse(subject, document)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parse(subject, document)
    finally:
        sys.setprofile(before)
    return calls


def _long(disguise: Disguise, paragraphs: int) -> Labelled:
    """Return a document in a disguise whose story has that many paragraphs."""
    language: Language = disguise.language
    html = "\n".join(
        f"<p>{sentence(i % SENTENCES, language)}</p>".replace("&", "&amp;")
        for i in range(paragraphs)
    )
    if disguise.posts:
        parts = Parts(
            title="Mill",
            site=disguise.site or "site",
            moment=dt.datetime(2021, 7, 22, tzinfo=dt.UTC),
            date="2021-07-22T00:00:00Z",
            more=disguise.more,
        )
        mark = f'<p class="{disguise.marker}"></p>' if disguise.marker else ""
        return Labelled(data=f"{lay_out(parts)}\n{html}{mark}")
    return _page(disguise, html)


def _page(disguise: Disguise, html: str) -> Labelled:
    page = PageParts(
        language=disguise.language,
        story=(Piece(html),),
        truth=Truth(title="Mill"),
        url=f"https://{disguise.host}/2021/07/22/story-1.html",
        date="2021-07-22T00:00:00Z",
        head=disguise.head,
    )
    text = lay_out_page(page)
    if disguise.marker is not None:
        body = f'<body class="{disguise.marker}">'
        return attrs.evolve(text, data=text.text.replace("<body>", body, 1))
    return text


LINEAR = Property(
    id="linear",
    title="the work grows as the document does",
    demands="No pattern of the rules backtracks more than in proportion to its text, and the "
    "plugin's functions run no more than in proportion to the story.",
    documents=None,
    check=check_linear,
)
