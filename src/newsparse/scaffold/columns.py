"""Text that must fit into a line of code: Chinese characters are two columns wide."""

from __future__ import annotations

from unicodedata import east_asian_width


def columns(text: str) -> int:
    """Return how many columns `text` takes (Unicode Standard Annex 11)."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def cut(text: str, most: int) -> str:
    """Return the beginning of `text` that fits into `most` columns."""
    taken = 0
    for number, character in enumerate(text):
        taken += columns(character)
        if taken > most:
            return text[:number]
    return text


def cut_left(text: str, most: int) -> str:
    """Return the end of `text` that fits into `most` columns."""
    return cut(text[::-1], most)[::-1]
