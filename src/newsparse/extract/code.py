"""Program code and preformatted text, white space kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..body import CodeBlock
from ..dom import Node, find_first, unseen, visible_text, walk

_LANGUAGE = re.compile(r"(?:^|\s)(?:language-|lang-|brush:\s?)([\w+#.-]{1,30})")


def read_code_span(node: Node, marks: Mapping[int, str]) -> str:
    """Return the text of ``<code>`` in a sentence, white space collapsed."""
    return " ".join(visible_text(node, marks).split())


def read_code(node: Node, marks: Mapping[int, str]) -> CodeBlock | None:
    """Return the block of a ``<pre>``, or None for one without text."""
    parts: list[str] = []
    for inner in walk(node, {**marks, **unseen(node)}):
        if inner.is_text_node:
            parts.append(inner.text_content or "")
        elif inner.tag == "br":
            parts.append("\n")
    text = "".join(parts).replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
    if not text.strip():
        return None
    language = None
    for element in (find_first(node, "code"), node):
        classes = element.attributes.get("class") if element is not None else None
        match = _LANGUAGE.search(classes or "")
        if match:
            language = match[1]
            break
    return CodeBlock(text=text, language=language)
