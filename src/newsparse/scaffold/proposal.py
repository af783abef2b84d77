"""Everything that is proposed for a new source, tried on the samples it was made from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, TypeVar

import attrs

from ..detect import FALLBACK
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
from .unkept import propose_unkept
from .values import propose_values

MOST_NEW: Final = 0.1
"""How much a story may grow, where an element is taken for it, by what newsparse left out."""

STORIES: Final = 5
"""How many elements are tried for the story's."""

Rule = TypeVar("Rule", Strip, Map)


@attrs.frozen(kw_only=True)
class Proposal:
    """A source made from samples.

    Attributes:
        source: the source.
        story_hits: in how many samples the element it names as the story was found.
        matches: the source's matchers, each with the number of samples it knows.
        hits: rule id to the number of samples in which it found something.
        samples: how many samples there were.
        strangers: names of samples that are left out, each with the source that claims it.
    """

    source: Source
    story_hits: int
    matches: tuple[tuple[Matcher, int], ...]
    hits: dict[str, int]
    samples: int
    strangers: dict[str, str] = attrs.field(factory=dict)


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
    parent = _parent(samples)
    base = Source(
        id=id,
        title=title or _title(samples) or id.replace("-", " ").title(),
        matches=[matcher for matcher, _ in matches],
        inherits=(parent,) if parent else (),
        language=_common([s.article.language for s in samples]),
    )
    strangers = _strangers(samples, base)
    known = [sample for sample in samples if sample.name not in strangers]
    if strangers and known:
        proposal = propose(known, id, title=title, domain=domain)
        return attrs.evolve(proposal, strangers={**strangers, **proposal.strangers})
    maps = propose_values(samples)
    spare = [rule.at.selector for rule, _ in maps if isinstance(rule.at, Css)]
    source = _with_rules(samples, base, maps, spare, None)
    for story in propose_story(samples, spare)[:STORIES]:
        named = _with_rules(samples, base, maps, spare, story)
        if _does_good(samples, named, base, spare):
            source = named
            break
    source, hits = _tried(samples, source)
    return Proposal(
        source=source,
        story_hits=sum(bool(s.tree.css(c)) for s in samples for c in source.story),
        matches=tuple(matches),
        hits=hits,
        samples=len(samples),
        strangers=strangers,
    )


def _parent(samples: Sequence[Sample]) -> str | None:
    """Return the source that at least half of the samples are of already."""
    source, count = Counter(s.matched for s in samples).most_common(1)[0]
    return source if source != FALLBACK and 2 * count >= len(samples) else None


def _strangers(samples: Sequence[Sample], source: Source) -> dict[str, str]:
    """Return the samples that `source` does not know, or another source as well, with its id."""
    strangers = {}
    for sample in samples:
        claims = _explained(sample, source).source
        if claims != source.id:
            strangers[sample.name] = claims
        elif sample.matched not in (FALLBACK, *source.inherits):
            strangers[sample.name] = sample.matched
    return strangers


def _with_rules(
    samples: Sequence[Sample],
    base: Source,
    maps: Sequence[tuple[Map, int]],
    spare: Sequence[str],
    story: str | None,
) -> Source:
    """Return the source with map rules, and strip rules for what is left in its stories."""
    taken = [rule.id for rule, _ in maps]
    strips = propose_strips(samples, spare, story, taken)
    if story is not None:
        named = [rule.at.selector for rule, _ in strips if isinstance(rule.at, Css)]
        taken += [rule.id for rule, _ in strips]
        strips += propose_unkept(samples, story, taken, [*spare, *named])
    return attrs.evolve(
        base,
        story=(story,) if story is not None else (),
        strip=[rule for rule, _ in strips],
        map=[_consuming(samples, rule, story) for rule, _ in maps],
    )


def _consuming(samples: Sequence[Sample], rule: Map, story: str | None) -> Map:
    """Return the rule so that it takes out of the story what it finds in it."""
    if not isinstance(rule.at, Css) or rule.consume:
        return rule
    for sample in samples if story is not None else ():
        node = sample.tree.css_first(rule.at.selector)
        for element, inside in zip(sample.elements, sample.inside(story), strict=True):
            if node is not None and inside and element.node.mem_id == node.mem_id:
                return attrs.evolve(rule, consume=True)
    return rule


def _tried(samples: Sequence[Sample], source: Source) -> tuple[Source, dict[str, int]]:
    """Return the source without the rules that find nothing, and how often each other does."""
    prefix = f"{source.id}:"
    hits = Counter(
        use.rule.removeprefix(prefix)
        for sample in samples
        for use in _explained(sample, source).rules
        if use.count and use.rule.startswith(prefix)
    )

    def useful(rules: Sequence[Rule]) -> list[Rule]:
        return [rule for rule in rules if hits[rule.id]]

    lean = attrs.evolve(source, strip=useful(source.strip), map=useful(source.map))
    ids = [*(rule.id for rule in lean.strip), *(rule.id for rule in lean.map)]
    return lean, {name: hits[name] for name in ids}


def _does_good(
    samples: Sequence[Sample], source: Source, base: Source, spare: Sequence[str]
) -> bool:
    """Whether no words of any story are lost with `source`, and few come in, against `base`.

    Lost may be what repeats, and the words of the elements that `spare` selects.
    """
    for sample in samples:
        before, run = _kept(_explained(sample, base)), _explained(sample, source)
        after = _kept(run)
        ruled = [f.text for f in run.fragments if (f.rule or "").startswith(f"{source.id}:")]
        gone = "\n".join(map(squeezed, ruled))
        spared = {value for selector in spare for value in sample.values(selector)}
        if any(words not in gone for words in before - after - spared):
            return False
        if sum(map(len, after - before)) > MOST_NEW * sum(map(len, before)):
            return False
    return True


def _kept(run: Explanation) -> set[str]:
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


def _common(values: Sequence[str | None]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _title(samples: Sequence[Sample]) -> str | None:
    names = Counter(s.article.publisher for s in samples if s.article.publisher)
    name = names.most_common(1)[0][0] if names else None
    return re.sub(r"\s+", " ", name) if name else None
