"""Where ``*``, ``**`` and ``_`` work as emphasis in CommonMark.

CommonMark 0.31.2, section 6.2, lets a run of delimiters open or close emphasis
by the characters on both sides of it. Chinese and Japanese are written without
blanks, so ``**深圳：**30条`` closes nothing: the run stands between punctuation
and a letter. Whoever writes Markdown has to ask first.
"""

from __future__ import annotations

import string
import unicodedata
from typing import Final

_SPACE: Final = 0
_PUNCTUATION: Final = 1
_OTHER: Final = 2

_ASCII: Final = frozenset(string.punctuation)


def works_as_emphasis(before: str, inner: str, after: str, *, underscore: bool = False) -> bool:
    """Whether delimiters around `inner` open and close emphasis.

    `before` and `after` are the source characters on the outer sides, empty at
    the ends of a line; `inner` is the source between. The answer is yes only if
    both readings of "punctuation" agree: version 0.31 counts symbols (``€``),
    older readers do not.
    """
    first, last = inner[:1], inner[-1:]
    if not first:
        return False
    return all(
        _works(
            _kind(before, symbols),
            _kind(first, symbols),
            _kind(last, symbols),
            _kind(after, symbols),
            underscore,
        )
        for symbols in (True, False)
    )


def _works(before: int, first: int, last: int, after: int, underscore: bool) -> bool:
    opens = _flanks(before, first)
    closes = _flanks(after, last)
    if underscore:
        # inside a word an underscore is only an underscore
        opens = opens and (not _flanks(first, before) or before == _PUNCTUATION)
        closes = closes and (not _flanks(last, after) or after == _PUNCTUATION)
    return opens and closes


def _flanks(outer: int, inner: int) -> bool:
    """Whether a run with `outer` on one side flanks what is on its other side."""
    return inner == _OTHER or (inner == _PUNCTUATION and outer != _OTHER)


def _kind(character: str, symbols: bool) -> int:
    if not character or character in "\t\n\f\r ":
        return _SPACE
    if character in _ASCII:
        return _PUNCTUATION
    category = unicodedata.category(character)
    if category == "Zs":
        return _SPACE
    if category[0] == "P" or (symbols and category[0] == "S"):
        return _PUNCTUATION
    return _OTHER
