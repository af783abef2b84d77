"""The front matter keys of Markdown notes that are not called as the article's fields are.

Those who open the notes have fixed meanings for some keys. Hexo and Obsidian look for
``date`` and ``tags``, Hexo for ``updated``; in Hexo ``published`` says whether a post is
shown at all, and Hugo refuses a ``url`` that names a host.
See https://hexo.io/docs/front-matter, https://gohugo.io/content-management/front-matter/ and
https://obsidian.md/help/properties.
"""

from __future__ import annotations

from typing import Final

NOTE_KEYS: Final = {
    "url": "canonical_url",
    "published": "date",
    "modified": "updated",
    "keywords": "tags",
}
"""Field to key; the other fields are under their own names."""
