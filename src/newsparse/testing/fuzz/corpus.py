"""A seed corpus for each target, made by the strategies: the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..matter import damaged_front_matter, front_matter
from ..mutate import mutations
from ..pages import news_pages
from ..posts import archive_posts
from ..torture import hostile
from ..truth import Labelled

_POSTS: Final = st.one_of(archive_posts(), archive_posts("en"), archive_posts(damaged=True))
_PAGES: Final = st.one_of(news_pages(), news_pages("zh"))

DOCUMENTS: Final[Mapping[str, SearchStrategy[Labelled]]] = {
    "decoding": st.one_of(hostile(scale=20), _PAGES.flatmap(lambda page: mutations(of=page))),
    "front-matter": st.one_of(front_matter(), damaged_front_matter(), _POSTS, hostile(scale=20)),
    "json-ld": _PAGES.map(lambda page: Labelled(data=_json_ld(page.text))),
    "page": st.one_of(_PAGES, _PAGES.flatmap(lambda page: mutations(of=page)), hostile(scale=20)),
    "body": st.one_of(_POSTS, _POSTS.flatmap(lambda post: mutations(of=post)), hostile(scale=20)),
}
"""What the seeds of each target are made of."""


def _json_ld(page: str) -> str:
    start = page.find("application/ld+json")
    return page[page.find(">", start) + 1 : page.find("</script", start)] if start >= 0 else "{}"


def make(name: str, count: int = 60) -> list[bytes]:
    """Return `count` seeds for a target, or fewer where they are alike."""
    found: dict[bytes, None] = {}

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(DOCUMENTS[name])
    def collect(document: Labelled) -> None:
        data = document.data
        found.setdefault(data.encode("utf-8", "replace") if isinstance(data, str) else data)

    collect()
    return list(found)
