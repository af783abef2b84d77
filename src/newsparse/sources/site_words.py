"""Summaries and keywords that stand in the head of every page of a site, and are the site's."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from ..article import Article
from ..document import Document


def without_words_of_site(*, opening: str, keyword: str) -> Callable[[Article, Document], Article]:
    """Return a function for ``finish_with`` that takes away what describes the site.

    Args:
        opening: how the site's description of itself begins.
        keyword: one of the site's keywords that no story has; where it is, all are the site's.
    """

    def finish(article: Article, _: Document) -> Article:
        changes: dict[str, object] = {}
        if article.summary is not None and article.summary.startswith(opening):
            changes["summary"] = None
        if keyword in article.keywords:
            changes["keywords"] = ()
        return attrs.evolve(article, **changes) if changes else article  # type: ignore[arg-type]

    return finish
