"""An entry of a feed written as an archive post."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


def feed_post(matter: Mapping[str, Any], html: str) -> str:
    """Return an archive post with the front matter `matter`, without what is None or empty."""
    kept = {key: value for key, value in matter.items() if value}
    front = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n{html}\n"


def address(link: object) -> str | None:
    """Return the link of an entry if it is one to fetch."""
    return link if isinstance(link, str) and link.startswith("http") else None
