"""Matchers for a new source: from the addresses and names its samples carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ..detect import SITE_SEPARATOR
from ..source import Matcher, domain, meta, site
from ..urls import host_of
from .hosts import bare_host, is_on, shared_hosts
from .sample import Sample

Counted = tuple[Matcher, int]
"""A matcher, and how many samples it knows."""


def propose_matchers(samples: Sequence[Sample], given: str | None = None) -> list[Counted]:
    """Return matchers that know as many samples as can be.

    Args:
        samples: the samples.
        given: a host the author named.
    """
    proposed: list[Counted] = []
    known: set[str] = set()

    def add(matcher: Matcher, knows: Callable[[Sample, str], bool], value: str) -> None:
        names = {sample.name for sample in samples if knows(sample, value)}
        if names - known:
            proposed.append((matcher, len(names)))
            known.update(names)

    for name in _frequent(_site_of(sample) for sample in samples):
        add(site(name), lambda sample, name: _site_of(sample) == name, name)
    hosts = [bare_host(given)] if given else shared_hosts(_host(sample) for sample in samples)
    for host in hosts:
        add(domain(host), lambda sample, host: is_on(_host(sample), host), host)
    for name in sorted({name for sample in samples for name in _meta_names(sample)}):
        add(meta("og:site_name", name), lambda sample, name: name in _meta_names(sample), name)
    if given and not proposed:
        proposed.append((domain(bare_host(given)), 0))
    return proposed


def _host(sample: Sample) -> str:
    return bare_host(host_of(sample.url or ""))


def _frequent(values: Iterable[str | None]) -> list[str]:
    return [value for value, _ in Counter(v for v in values if v).most_common()]


def _site_of(sample: Sample) -> str | None:
    """Return the site an archive post names as its author, where its categories agree."""
    author = sample.document.matter.get("author")
    categories = sample.document.matter.get("categories")
    if not isinstance(author, str) or not isinstance(categories, tuple) or len(categories) < 2:
        return None
    name = author.partition(SITE_SEPARATOR)[0].strip()
    return name if name == str(categories[1]).partition(SITE_SEPARATOR)[0].strip() else None


def _meta_names(sample: Sample) -> set[str]:
    nodes = sample.tree.css('meta[property="og:site_name"]') if sample.is_page else []
    return {(node.attributes.get("content") or "").strip() for node in nodes} - {""}
