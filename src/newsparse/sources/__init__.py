"""The built-in sources: plugins like any other, one module a site."""

from __future__ import annotations

BUILT_IN: tuple[str, ...] = (
    "generic",
    "archive",
    "chinese_news",
    "own",
    "sina",
)
"""The modules of this package that are plugins, by name; families come before sites."""
