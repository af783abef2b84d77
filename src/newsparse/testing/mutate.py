"""Strategies that damage or rewrite a given document.

Those that keep the meaning (another encoding, characters written as entities)
keep its truth as well; the others give an empty one.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Final, TypeAlias

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .truth import Labelled, Truth

_TOKEN: Final = re.compile(r"<!--.*?-->|<[^<>]*>|[^<]+|<", re.DOTALL)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_RAW: Final = re.compile(r"<(script|style|textarea|title|!--)", re.IGNORECASE)
_MATTER: Final = re.compile(r"\s*---\r?\n.*?\n---\s*\n", re.DOTALL)

_SPLICES: Final = (
    "",
    "<",
    "<p>",
    "</div>",
    "<!--",
    "]]>",
    "&#x110000;",
    "\x00",
    "---\n",
    "<script>",
    "<table><td>",
    "\u202e",
    "<svg><title>",
)

_Mutation: TypeAlias = Callable[[str], SearchStrategy[str]]


def mutations(
    of: Labelled | SearchStrategy[Labelled], *, most: int = 3
) -> SearchStrategy[Labelled]:
    """Up to `most` changes to a document: cut, doubled, spliced, nested anew, recoded.

    Args:
        of: the document, or a strategy for documents.
        most: the largest number of changes; none is the simplest.
    """
    given = st.just(of) if isinstance(of, Labelled) else of
    return st.one_of(given.flatmap(lambda d: _damaged(d, most)), given.flatmap(rewritten))


@st.composite
def _damaged(draw: st.DrawFn, document: Labelled, most: int) -> Labelled:
    text = document.text
    changed = False
    for _ in range(draw(st.integers(0, most))):
        mutate = draw(st.sampled_from((truncated, spliced, duplicated, renested)))
        text = draw(mutate(text))
        changed = True
    return attrs.evolve(document, data=text, truth=Truth()) if changed else document


def truncated(text: str) -> SearchStrategy[str]:
    """The beginning of a text."""
    return st.integers(0, len(text)).map(lambda n: text[: len(text) - n])


def spliced(text: str) -> SearchStrategy[str]:
    """A text in which a short stretch is replaced by something that means trouble."""
    return st.builds(
        lambda start, length, what: text[:start] + what + text[start + length :],
        st.integers(0, len(text)),
        st.integers(0, 20),
        st.sampled_from(_SPLICES),
    )


def duplicated(text: str) -> SearchStrategy[str]:
    """A text in which one tag with what follows it, up to 400 characters, stands twice."""
    starts = [match.start() for match in _TAG.finditer(text)] or [0]
    return st.builds(
        lambda start, length: text[: start + length] + text[start:],
        st.sampled_from(starts),
        st.integers(0, 400),
    )


def renested(text: str) -> SearchStrategy[str]:
    """A text in which one tag stands at the place of another one."""
    spans = [match.span() for match in _TAG.finditer(text)]
    if len(spans) < 2:
        return st.just(text)

    def move(one: int, other: int) -> str:
        (start, end), (to, _) = spans[one], spans[other]
        rest = text[:start] + text[end:]
        to -= (end - start) if to > start else 0
        return rest[:to] + text[start:end] + rest[to:]

    which = st.integers(0, len(spans) - 1)
    return st.builds(move, which, which)


ENCODINGS: Final = ("utf-8-sig", "utf-16", "gb18030", "utf-8")
"""The encodings that :func:`recoded` writes; a reader can tell each by itself."""


def rewritten(document: Labelled) -> SearchStrategy[Labelled]:
    """The same document in other bytes or with entities: its truth holds as before."""
    return st.one_of(recoded(document), entity_encoded(document))


def recoded(document: Labelled) -> SearchStrategy[Labelled]:
    """The document as bytes in another encoding.

    GB 18030 is only written where there is enough Chinese text to tell it by.
    """
    text = document.text
    chinese = sum("\u4e00" <= c <= "\u9fff" for c in text)
    names = [n for n in ENCODINGS if n != "gb18030" or chinese > 40]
    if "charset" in text.lower():
        names = ["utf-8-sig", "utf-8"]
    return st.sampled_from(names).map(
        lambda name: attrs.evolve(
            document, data=text.encode(codecs.lookup(name).name, "replace"), name=f"as {name}"
        )
    )


@st.composite
def entity_encoded(draw: st.DrawFn, document: Labelled) -> Labelled:
    """The document with some characters of its visible text written as references.

    Front matter, tags, comments, scripts and styles are left as they are.
    """
    text = document.text
    matter = _MATTER.match(text)
    head, rest = (text[: matter.end()], text[matter.end() :]) if matter else ("", text)
    every = draw(st.integers(2, 9))
    form = draw(st.sampled_from(("&#{};", "&#x{:x};", "&#{:07};")))
    out = [head]
    raw = ""
    for token in _TOKEN.findall(rest):
        opened = _RAW.match(token)
        if raw:
            raw = "" if token.lower().startswith(f"</{raw}") else raw
        elif opened and opened[1] != "!--":
            raw = opened[1].lower()
        elif not token.startswith("<") and "&" not in token:
            token = "".join(
                form.format(ord(c)) if i % every == 1 and not c.isspace() else c
                for i, c in enumerate(token)
            )
        out.append(token)
    return attrs.evolve(document, data="".join(out))
