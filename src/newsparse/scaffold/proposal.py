"""Everything that is proposed for a new source, tried on the samples it was made from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, TypeVar

import attrs

from ..detect import FALLBACK
from ..draft import Draft
from ..explanation import Explanation
from ..hookspecs import hookimpl
from ..parser import Parser
from ..rules import Css, Map, Strip
from ..source import Matcher, Source
from ..words import squeezed
from .matching import propose_matchers
from .repeats import propose_strips
from .sample import Sample
from .story import propose_story
from .values import propose_values

AROUND_STORY: Final = "around-the-story"
"""The reason given for what stands around the story."""

Rule = TypeVar("Rule", Strip, Map)


@attrs.frozen(kw_only=True)
class Proposal:
    """A source made from samples.

    Attributes:
        source: the source; its `map_with` keeps the story's element alone, where there is one.
        story: the selector of that element.
        story_hits: in how many samples it was found.
        matches: the source's matchers, each with the number of samples it knows.
        hits: rule id to the number of samples in which it found something.
        samples: how many samples there were.
        unknown: the names of the samples that no matcher knows.
        claimed: ids of other sources that claim some of the samples now.
    """

    source: Source
    story: str | None
    story_hits: int
    matches: tuple[tuple[Matcher, int], ...]
    hits: dict[str, int]
    samples: int
    unknown: tuple[str, ...] = ()
    claimed: tuple[str, ...] = ()


def propose(
    samples: Sequence[Sample], id: str, *, title: str | None = None, domain: str | None = None
) -> Proposal:
    """Return a source for samples; rules that do no good on them are left out.

    Args:
        samples: documents of the source.
        id: the source's id.
        title: what people call it; by default what the samples say.
        domain: its host, where the samples do not say it.
    """
    matches = propose_matchers(samples, domain)
    maps = propose_values(samples)
    spare = [rule.at.selector for rule, _ in maps if isinstance(rule.at, Css)]
    strips = propose_strips(samples, spare)
    found = propose_story(samples, spare)
    claimed = sorted({s.matched for s in samples} - {FALLBACK})
    inherits = claimed if len(claimed) == 1 and _all_of(samples, claimed[0]) else []
    source = Source(
        id=id,
        title=title or _title(samples) or id.replace("-", " ").title(),
        matches=[matcher for matcher, _ in matches],
        inherits=inherits,
        strip=[rule for rule, _ in strips],
        map=[rule for rule, _ in maps],
        language=_common([s.article.language for s in samples]),
    )
    story = found[0] if found is not None else None
    if story is not None and not _is_kept(samples, source, story, spare):
        story = None
    source, hits = _tried(samples, source, story)
    return Proposal(
        source=source,
        story=story,
        story_hits=found[1] if found is not None and story is not None else 0,
        matches=tuple(matches),
        hits=hits,
        samples=len(samples),
        unknown=tuple(s.name for s in samples if _explained(s, source).source != id),
        claimed=tuple(claimed),
    )


def _tried(
    samples: Sequence[Sample], source: Source, story: str | None
) -> tuple[Source, dict[str, int]]:
    """Return the source without the rules that find nothing, and how often each other does."""
    runs = [_explained(sample, with_story(source, story)) for sample in samples]
    prefix = f"{source.id}:"
    hits = Counter(
        use.rule.removeprefix(prefix)
        for run in runs
        for use in run.rules
        if use.count and use.rule.startswith(prefix)
    )

    def useful(rules: Sequence[Rule]) -> list[Rule]:
        return [rule for rule in rules if hits[rule.id]]

    lean = attrs.evolve(source, strip=useful(source.strip), map=useful(source.map))
    ids = [*(rule.id for rule in lean.strip), *(rule.id for rule in lean.map)]
    return with_story(lean, story), {name: hits[name] for name in ids}


def with_story(source: Source, story: str | None) -> Source:
    """Return the source with a function that keeps the element `story` alone."""
    if story is None:
        return source

    def story_only(draft: Draft) -> None:
        draft.keep_only(story, AROUND_STORY)

    return attrs.evolve(source, map_with=story_only)


def _is_kept(samples: Sequence[Sample], source: Source, story: str, spare: Sequence[str]) -> bool:
    """Whether no words of any story are lost where the element `story` is kept alone.

    The words of the elements that `spare` selects are no story.
    """
    for sample in samples:
        before = _words(_explained(sample, source))
        after = _words(_explained(sample, with_story(source, story)))
        spared = {value for selector in spare for value in sample.values(selector)}
        if not before - spared <= after:
            return False
    return True


def _words(run: Explanation) -> set[str]:
    return {squeezed(fragment.text) for fragment in run.fragments if fragment.fate == "kept"}


@attrs.frozen
class _Plugin:
    source: Source

    @hookimpl
    def newsparse_sources(self) -> list[Source]:
        return [self.source]


def _explained(sample: Sample, source: Source) -> Explanation:
    parser = Parser(plugins=(_Plugin(source),), entry_points=False)
    return parser.explain(sample.document)


def _all_of(samples: Sequence[Sample], source: str) -> bool:
    return all(sample.matched == source for sample in samples)


def _common(values: Sequence[str | None]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _title(samples: Sequence[Sample]) -> str | None:
    names = Counter(s.article.publisher for s in samples if s.article.publisher)
    name = names.most_common(1)[0][0] if names else None
    return re.sub(r"\s+", " ", name) if name else None
