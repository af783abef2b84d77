"""Every rule fires: on a sample, or at least on the example it gives of itself."""

from __future__ import annotations

import attrs

from ...rules import Constant, Map, Strip
from ...source import Source
from ..truth import Labelled
from .disguise import Disguise, own_disguises
from .examples import Example, examples_of
from .model import NOTHING, Property, Subject
from .reading import explain, fail

_STORY = {
    "en": "<p>Rain fell on the mill. The river rose until noon.</p>",
    "zh": "<p>雨下了一夜，河水涨到了中午。水车停了下来。</p>",
}


def check_rules_fire(subject: Subject, _: Labelled = NOTHING) -> None:
    """Demand that each rule of the sources finds something.

    A rule is tried on all samples, and, where none holds what it is for, on a
    made-up document that holds its own ``example``.

    Raises:
        ContractError: a rule finds nothing anywhere.
    """
    fired: set[str] = set()
    for sample in subject.samples:
        found = explain(subject, sample)
        if found is not None:
            fired.update(use.rule for use in found.rules if use.count)
    for source in subject.tested:
        examples = {example.rule: example for example in examples_of(source)}
        homes = [d for d in own_disguises(subject) if d.source == source.id]
        rules: tuple[Strip | Map, ...] = (*source.strip, *source.map)
        for rule in rules:
            name = f"{source.id}:{rule.id}"
            if name in fired or isinstance(rule.at, Constant):
                continue
            if name not in examples:
                fail(
                    FIRING.id,
                    f"the rule {name} finds nothing in the {len(subject.samples)} samples, and has "
                    "no example of what it is for: add a sample or an example, or drop the rule",
                    rule=name,
                )
            _try(subject, source, examples[name], homes)


def _try(subject: Subject, source: Source, example: Example, homes: list[Disguise]) -> None:
    """Try a rule on its example, in a post or else in a page of the source."""
    tried: Labelled | None = None
    for home in homes:
        for document in _documents(example, home):
            found = explain(subject, document)
            if found is None or found.source != source.id:
                continue
            tried = document
            if any(use.rule == example.rule and use.count for use in found.rules):
                return
    if tried is None:
        return
    fail(
        FIRING.id,
        f"the rule {example.rule} finds nothing, neither in the {len(subject.samples)} samples "
        "nor in its own example",
        tried,
        rule=example.rule,
    )


def _documents(example: Example, home: Disguise) -> list[Labelled]:
    """Return documents that hold an example: a post, a page, with it above and below the story."""
    story = _STORY[home.language]
    matter = {"title": "Mill", "date": "2021-07-22T00:00:00Z", **home.more}
    if home.site is not None:
        matter["author"] = home.site
    if example.matter is not None:
        matter[example.matter[0]] = example.matter[1]
    lines = "\n".join(f"{name}: {value}" for name, value in matter.items())
    mark = f'<p class="{home.marker}"></p>' if home.marker else ""
    url = f"https://{home.host}/2021/07/22/story-1.html"
    out = []
    for html in (f"{story}\n{example.html}", f"{example.html}\n{story}"):
        if home.posts:
            out.append(Labelled(data=f"---\n{lines}\n---\n{html}{mark}", url=url))
        if home.pages:
            head = f'<html><head><link rel="canonical" href="{url}">{home.head}</head>'
            out.append(Labelled(data=f"{head}<body>{mark}{html}</body></html>", url=url))
            inside = attrs.evolve(out[-1], data=f"{head}{example.html}<body>{story}</body></html>")
            out.append(inside)
    return out


FIRING = Property(
    id="rules-fire",
    title="every rule finds something",
    demands="Each rule of the sources finds something in a sample, or in its own example.",
    documents=None,
    check=check_rules_fire,
)
