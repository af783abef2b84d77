"""The data of pages that React Server Components stream: ``self.__next_f.push([1,"…"])``.

The strings of all such calls are one text of rows: an id in hexadecimal, a colon, then JSON up
to the end of the line, or ``T``, a length in bytes (hexadecimal), a comma and a text. A string
``$`` and an id stands for that row. (The wire format of ``react-server-dom-webpack``, as pages
of Next.js 13 to 16 show it.)
"""

from __future__ import annotations

import contextlib
import json
import re
from typing import Any, Final

MARKER: Final = "__next_f.push("
MAX_PUSHES: Final = 2000
MAX_ITEMS: Final = 100_000
MAX_GROWTH: Final = 4
"""Texts that are referred to again and again may come to so many times the rows."""

_PUSH: Final = re.compile(r'__next_f\.push\(\s*\[\s*1\s*,\s*(?=")')
_ROW: Final = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_DECODER: Final = json.JSONDecoder(strict=False)


def read_flight(html: str) -> list[Any]:
    """Return the JSON values of the rows, with the texts they refer to in their places.

    Args:
        html: the text of the page.
    """
    chunks: list[str] = []
    for number, found in enumerate(_PUSH.finditer(html)):
        if number >= MAX_PUSHES:
            break
        try:
            text = _DECODER.raw_decode(html, found.end())[0]
        except (ValueError, RecursionError):
            continue
        if isinstance(text, str):
            chunks.append(text)
    data = "".join(chunks).encode("utf-8", "surrogatepass")
    values: list[Any] = []
    texts: dict[str, str] = {}
    at = 0
    while at < len(data):
        row = _ROW.match(data, at)
        if row is None:
            end = data.find(b"\n", at)
        elif row[2] is not None:
            end = row.end() + int(row[2], 16)
            texts["$" + row[1].decode()] = data[row.end() : end].decode("utf-8", "replace")
            at = end
            continue
        else:
            end = data.find(b"\n", row.end())
            line = data[row.end() : end if end >= 0 else None]
            if line[:1] in (b"[", b"{"):
                with contextlib.suppress(ValueError, RecursionError):
                    values.append(_DECODER.decode(line.decode("utf-8", "replace")))
        if end < 0:
            break
        at = end + 1
    if texts:
        _put_in(values, texts, MAX_GROWTH * len(data))
    return values


def _put_in(values: list[Any], texts: dict[str, str], most: int) -> None:
    """Replace references to texts in lists and objects by the texts, up to `most` characters."""
    waiting: list[Any] = [values]
    left = MAX_ITEMS
    while waiting and left:
        left -= 1
        holder = waiting.pop()
        for key, value in list(holder.items() if type(holder) is dict else enumerate(holder)):
            if isinstance(value, str):
                if value[:1] == "$" and value in texts:
                    most -= len(texts[value])
                    if most < 0:
                        return
                    holder[key] = texts[value]
            elif isinstance(value, (dict, list)):
                waiting.append(value)
