"""What tests of newsparse, of its plugins and of users' code may share.

Strategies for documents that look like news, and the contract every source
must keep. Nothing here is imported by the library itself; it needs hypothesis
(extra ``testing``), which is imported when a name is first used. Strategies for
articles are in :mod:`newsparse.testing.articles`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .contract import (
        ContractError,
        Failure,
        Report,
        SourceContract,
        Subject,
        run_contract,
        subject_of,
    )
    from .credits import bylines, dates
    from .matter import damaged_front_matter, front_matter
    from .mutate import mutations
    from .pages import news_pages
    from .plugins import SourcePlugin, rules, sources
    from .posts import archive_posts
    from .stories import html_fragments
    from .torture import hostile
    from .truth import Labelled, Truth
    from .words import cjk_text

__all__ = [
    "ContractError",
    "Failure",
    "Labelled",
    "Report",
    "SourceContract",
    "SourcePlugin",
    "Subject",
    "Truth",
    "archive_posts",
    "bylines",
    "cjk_text",
    "damaged_front_matter",
    "dates",
    "front_matter",
    "hostile",
    "html_fragments",
    "mutations",
    "news_pages",
    "rules",
    "run_contract",
    "sources",
    "subject_of",
]

_MODULES: Final = {
    "contract": (
        "ContractError",
        "Failure",
        "Report",
        "SourceContract",
        "Subject",
        "run_contract",
        "subject_of",
    ),
    "credits": ("bylines", "dates"),
    "matter": ("damaged_front_matter", "front_matter"),
    "torture": ("hostile",),
    "mutate": ("mutations",),
    "pages": ("news_pages",),
    "plugins": ("SourcePlugin", "rules", "sources"),
    "posts": ("archive_posts",),
    "stories": ("html_fragments",),
    "truth": ("Labelled", "Truth"),
    "words": ("cjk_text",),
}
_WHERE: Final = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_WHERE[name]}", __name__), name)
