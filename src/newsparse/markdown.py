"""Markdown bodies, read as HTML.

Needs the extra ``markdown`` (markdown-it-py), which is imported when used.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MAX_NESTING: Final = 100


def markdown_to_html(text: str) -> str:
    """Return Markdown (CommonMark with pipe tables, raw HTML allowed) as HTML.

    The result is input for the parser like any other HTML and no safer than
    `text` is: do not put it on a page. URLs stay as they are written.

    Raises:
        ImportError: markdown-it-py is not installed.
    """
    html: str = _reader().render(text)
    return html


@functools.cache
def _reader() -> MarkdownIt:
    try:
        from markdown_it import MarkdownIt
    except ImportError as error:
        raise ImportError(
            "a Markdown body needs markdown-it-py: pip install 'newsparse[markdown]'"
        ) from error
    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": _MAX_NESTING})
    reader.enable("table")
    # The parser judges URLs later; encoding them here would change values.
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    reader.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    return reader
