"""An explanation as plain data, for JSON."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from ..explanation import Explanation
from ..frozenmap import thaw


def explanation_data(explanation: Explanation) -> dict[str, Any]:
    """Return `explanation` as dictionaries, lists, texts and numbers.

    The article has the form of ``Article.to_dict``; the other keys are those of
    :class:`newsparse.explanation.Explanation`, dates as ISO 8601.
    """
    document = explanation.document
    return {
        "article": explanation.article.to_dict(),
        "document": {
            "name": document.name,
            "url": document.url,
            "shape": document.shape,
            "encoding": document.encoding,
            "matter_format": document.matter_format,
            "characters": len(document.html),
        },
        "source": explanation.source,
        "plugin": explanation.plugin,
        "matched": explanation.matched,
        "fragments": [_data(f) for f in explanation.fragments],
        "candidates": [_data(c) for c in explanation.candidates],
        "rules": [_data(r) for r in explanation.rules],
    }


def _data(value: Any) -> Any:
    if attrs.has(type(value)):
        return {a.name: _data(getattr(value, a.name)) for a in attrs.fields(type(value))}
    if isinstance(value, list | tuple):
        return [_data(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _data(item) for key, item in value.items()}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    thawed = thaw(value)
    return str(value) if thawed is value else _data(thawed)
