"""Strategies for the story itself: HTML as sources write it, every piece with its truth.

A story is a list of small pieces, each a paragraph, a heading, a list, a quote
or a picture, so that a failing one shrinks to the piece that matters.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .truth import Labelled, Truth
from .words import SENTENCES, STRIDE, Language, join, numbers, sentence


@attrs.frozen
class Piece:
    """One block of a story as HTML, with the texts and pictures a reader must find."""

    html: str
    texts: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


_ENDS: Final = ("plain", "indented", "marked", "nested")
_KINDS: Final = (
    *("plain", "figure", "marked", "list", "nested", "picture", "heading", "quote", "indented"),
)
"""In a circle: what follows each other here does so in stories, from any place on."""


@st.composite
def stories(  # noqa: D417 - hypothesis gives `draw`
    draw: st.DrawFn,
    language: Language = "en",
    *,
    least: int = 1,
    most: int = 5,
    sentences: int = 2,
    simple: bool = False,
) -> tuple[Piece, ...]:
    """The pieces of a story; it begins and ends with a paragraph.

    Args:
        language: of the words.
        least: the least number of pieces.
        most: the largest number of pieces.
        sentences: how many sentences a paragraph has.
        simple: only paragraphs, without marks in them.
    """
    count = draw(st.integers(least, most))
    if simple:
        kinds = [draw(st.sampled_from(_ENDS[:2])) for _ in range(count)]
    else:
        turn = draw(st.integers(0, len(_KINDS) - 1))
        kinds = [_KINDS[(turn + index - 1) % len(_KINDS)] for index in range(count)]
        kinds[-1] = draw(st.sampled_from(_ENDS))
        kinds[0] = draw(st.sampled_from(_ENDS))
    # One run of different sentences for the whole story, cut into paragraphs.
    first = draw(numbers())
    pieces = []
    for index, kind in enumerate(kinds):
        words = [
            sentence((first + (index * sentences + i) * STRIDE) % SENTENCES, language)
            for i in range(sentences)
        ]
        pieces.append(_piece(kind, words, index, language))
    return tuple(pieces)


def _piece(kind: str, words: list[str], index: int, language: Language) -> Piece:
    """Return a piece of some kind around sentences."""
    escaped = [html.escape(w, quote=False) for w in words]
    text, inner = join(words, language), join(escaped, language)
    if kind == "plain":
        return Piece(f"<p>{inner}</p>", (text,))
    if kind == "indented":
        return Piece(f"<p>\u3000\u3000{inner} </p>", (text,))
    if kind == "marked":
        rest = join(["", *escaped[1:]], language)
        return Piece(f'<p class="text" lang="{language}"><b>{escaped[0]}</b>{rest}</p>', (text,))
    if kind == "nested":
        rest = join(["", *escaped[1:]], language)
        link = f'<span><em>{escaped[0][:4]}</em><a href="https://example.org/{index}">'
        return Piece(f"<p>{link}{escaped[0][4:]}</a></span>{rest}</p>", (text,))
    if kind == "heading":
        title = words[0].rstrip(".。")
        return Piece(f"<h2>{html.escape(title, quote=False)}</h2>", (title,))
    if kind == "list":
        items = "".join(f"<li>{item}</li>" for item in escaped)
        return Piece(f"<ul>{items}</ul>", tuple(words))
    if kind == "quote":
        return Piece(f"<blockquote><p>{inner}</p></blockquote>", (text,))
    url = f"https://img.example.org/{language}/story-{index}.jpg"
    picture = f'<img src="{url}" alt="">'
    if kind == "picture":
        return Piece(f"<p>{picture}</p>", images=(url,))
    caption = words[0]
    whole = f"<figure>{picture}<figcaption>{escaped[0]}</figcaption></figure>"
    return Piece(whole, images=(url,), captions=(caption,))


def story_truth(pieces: Iterable[Piece]) -> Truth:
    """Return what must be found of a story of these pieces."""
    given = tuple(pieces)
    return Truth(
        paragraphs=[text for piece in given for text in piece.texts],
        images=[url for piece in given for url in piece.images],
        captions=[text for piece in given for text in piece.captions],
    )


def html_fragments(
    language: Language = "en", *, least: int = 1, most: int = 5
) -> SearchStrategy[Labelled]:
    """The HTML of a feed item: a story in a ``<div>``, in one without paragraphs, or bare."""
    blocks = st.builds(_in_blocks, stories(language, least=least, most=most), _WRAPPERS, _GAPS)
    lines = st.builds(_in_lines, stories(language, least=least, most=most, simple=True))
    return st.one_of(blocks, blocks.map(_same), lines)


def _same(document: Labelled) -> Labelled:
    return document


_WRAPPERS: Final = st.sampled_from(
    ("{}", "<div>{}</div>", '<div>\n<section id="text">{}</section></div>')
)
_GAPS: Final = st.sampled_from(("\n", "", "\n\n  ", "<!-- text -->\n", "\u200b"))


def _in_blocks(pieces: tuple[Piece, ...], wrapper: str, gap: str) -> Labelled:
    return Labelled(
        data=wrapper.format(gap.join(piece.html for piece in pieces)), truth=story_truth(pieces)
    )


def _in_lines(pieces: tuple[Piece, ...]) -> Labelled:
    """Return paragraphs as the archive often has them: text with ``<br>`` between."""
    lines = "<br><br>\n".join(
        piece.html.removeprefix("<p>").removesuffix("</p>") for piece in pieces
    )
    return Labelled(data=f"<div>{lines}</div>", truth=story_truth(pieces))
