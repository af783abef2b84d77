"""Strategies for documents made to hurt a parser: deep, wide, large, badly encoded.

Every one is far beyond what a news site serves, and within the size a parser
accepts by default, so that it has to end with an article or an error, soon.
"""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .truth import Labelled

_NESTED: Final = (
    "<div>",
    "<p>",
    "<b><i>",
    "<ul><li>",
    "<blockquote>",
    "<table><tr><td>",
    "<a href=x>",
    "<select><option>",
    "<svg><g>",
    "<template>",
    "<font><p>",
    "<!--",
    "<![CDATA[",
    "</p>",
)
_WIDE: Final = (
    "<p>x",
    "<br>",
    "<img src=x>",
    "<td>",
    "&amp;",
    "&#x110000;",
    "<a name=",
    "=\"'",
    "\u3000",
    "【】",
    "（记者",
    "责任编辑：",
    "<script>",
    "]]>--><",
)
_MATTER: Final = ("[", "{", "- ", "? ", "a: &a [*a, ", "'", '"', "\t", "a: b\n", "&#123;")
_BYTES: Final = (
    b"\xff\xfe<\x00p\x00",
    b"\xfe\xff\x00",
    b"\xef\xbb\xbf\xef\xbb\xbf<p>",
    b"<meta charset=utf-16><p>\xe4\xb8",
    b"<meta charset=gbk><p>\x81\x30\x81",
    b"\x80\x81\xff\xfe\x00",
    b"\x1b$B\x1b(B",
    b"+ADw-script+AD4-",
    b"\x00" * 64,
)


def hostile(*, scale: int = 2000) -> SearchStrategy[Labelled]:
    """A document that is deep, wide, long in one place, or in bytes of no encoding.

    Args:
        scale: how many times a piece is repeated at most; a larger one finds
            more and takes longer.
    """
    return st.one_of(badly_encoded(), nested(scale=scale), wide(scale=scale), matter(scale=scale))


def nested(*, scale: int = 2000) -> SearchStrategy[Labelled]:
    """Elements in elements, never closed, a word at the bottom."""
    return st.builds(
        lambda tag, depth: Labelled(data=f"{tag * depth}word", name=f"{tag} {depth} deep"),
        st.sampled_from(_NESTED),
        st.integers(1, scale),
    )


def wide(*, scale: int = 2000) -> SearchStrategy[Labelled]:
    """The same piece many times, or one attribute, text or tag of great length."""
    many = st.builds(lambda piece, count: piece * count, st.sampled_from(_WIDE), _to(scale))
    attribute = _to(scale).map(lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + ">word")
    value = _to(scale).map(lambda n: f'<p class="{"x " * n}">word')
    name = _to(scale).map(lambda n: f"<{'x' * n}>word")
    text = st.builds(
        lambda c, n: f"<p>{c * n}</p>", st.sampled_from("x 。\u0301\u200b"), _to(scale)
    )
    return (many | attribute | value | name | text).map(lambda data: Labelled(data=data))


def matter(*, scale: int = 2000) -> SearchStrategy[Labelled]:
    """Front matter that is deep, wide, or not closed."""
    return st.builds(
        lambda piece, count, end: Labelled(data=f"---\na: {piece * count}{end}<p>word</p>"),
        st.sampled_from(_MATTER),
        _to(scale),
        st.sampled_from(("\n---\n", "\n", "\n...\n", "\n---")),
    )


def badly_encoded() -> SearchStrategy[Labelled]:
    """Bytes of no encoding, of several, or cut in the middle of a character."""
    pieces = st.sampled_from(_BYTES) | st.binary(max_size=6)
    return st.lists(pieces, max_size=6).map(lambda given: Labelled(data=b"".join(given)))


def _to(scale: int) -> SearchStrategy[int]:
    return st.integers(1, scale)
