"""The way of a document to an article, stage by stage; parse and explain take the same.

::

    Document ─► detect ─► strip and map ─► extract ─► text rules ─► check ─► build ─► Article
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable

import attrs

from .article import Article
from .build import build, candidates
from .checks import check
from .compiled import CompiledSource
from .converters import Context
from .credits_beside import read_credits_beside
from .detect import Match, detect
from .document import Document
from .dom import parse_html, root_of
from .draft import Draft
from .element_rules import map_elements, map_matter, strip_elements
from .explanation import Explanation, Fragment, RuleUse
from .extract.block_tags import HTML_RULES
from .extract.blocks import BlockBuilder
from .ledger import Ledger
from .offer import Offer
from .origin import Origin
from .plugins import failed
from .problems import Problem
from .registry import Registry
from .telling import telling_elements
from .text_rules import apply_text_rules

_CALLER = Origin(kind="url", where="the caller", rule="document:url", confidence=0.6)


def run(
    document: Document, registry: Registry, now: dt.datetime | None, *, explain: bool
) -> tuple[Article, Draft, Match]:
    """Take a document through all stages."""
    tree = parse_html(document.markup(), fragment=document.shape != "page")
    problems: list[Problem] = []

    def veto_failed(source: str, error: Exception) -> None:
        problems.append(failed(registry.plugin_of(source), f"{source}.detect_with", error))

    telling = telling_elements(tree) if document.shape == "page" else None
    match = detect(document, tree, registry.index, veto_failed, telling)
    compiled = registry.compiled(match.source, document)
    problems.extend(registry.problems)
    context = Context(
        document=document,
        base=document.url,
        zone=compiled.zone,
        now=now,
        sites=compiled.sites,
        problems=problems,
    )
    draft = Draft(document, tree, compiled, context, Ledger() if explain else None)
    strip_elements(draft)
    _call(draft, compiled, "strip_with")
    map_matter(draft)
    map_elements(draft)
    _call(draft, compiled, "map_with")
    if document.url is not None and "url" not in draft.offers:
        draft.add(Offer("url", document.url, _CALLER))
    if document.shape == "page":
        from .extract.page import read_whole_page

        read_whole_page(draft, telling)
    if draft.root is not None:
        builder = BlockBuilder(
            draft.marks,
            base=context.base,
            captions=compiled.captions,
            credits=compiled.credits,
            found_captions=draft.captions,
            around=draft.around,
            verbatim=compiled.source.verbatim,
            ledger=draft.ledger,
        )
        draft.parts = builder.build(draft.root)
    if draft.stored is not None and (stored_root := root_of(draft.stored.tree)) is not None:
        draft.parts = BlockBuilder({}, base=context.base).build(stored_root)
    apply_text_rules(draft)
    read_credits_beside(draft)
    check(draft)
    article = build(draft)
    for source, finish in compiled.finish_functions:
        article = _changed(article, document, compiled.plugin, f"{source}.finish_with", finish)
    for plugin, hook in registry.article_hooks:
        article = _changed(article, document, plugin, "newsparse_article", hook)
    return article, draft, match


def explained(document: Document, registry: Registry, now: dt.datetime | None) -> Explanation:
    """Take a document through all stages and keep everything that happened."""
    article, draft, match = run(document, registry, now, explain=True)
    assert draft.ledger is not None
    fragments = draft.ledger.fragments()
    return Explanation(
        article=article,
        document=document,
        source=draft.compiled.source.id,
        plugin=draft.compiled.plugin,
        matched=match.clue,
        fragments=fragments,
        candidates=candidates(draft, article),
        rules=_rule_uses(draft, fragments),
    )


def _rule_uses(draft: Draft, fragments: tuple[Fragment, ...]) -> tuple[RuleUse, ...]:
    """Return the rules of the source, then those of newsparse itself that took text."""
    reasons, unused = {**draft.compiled.reasons, **draft.said}, draft.compiled.unused
    # What a rule took out, or else what it offered.
    counts = {**_offered(draft), **draft.counts}
    uses = []
    for rule, reason in reasons.items():
        count = counts.get(rule)
        if count:
            uses.append(RuleUse(rule=rule, reason=reason, count=count))
        else:
            if rule not in unused:
                unused[rule] = RuleUse(rule=rule, reason=reason, count=0)
            uses.append(unused[rule])
    own = Counter(f.rule for f in fragments if f.rule is not None and f.rule not in reasons)
    if own:
        from .extract.story import STORY_RULES

        said = {**HTML_RULES, **STORY_RULES}
        uses += [
            RuleUse(rule=rule, reason=said.get(rule, ""), count=count)
            for rule, count in own.items()
        ]
    return tuple(uses)


def _offered(draft: Draft) -> dict[str, int]:
    """Return how often each rule offered a value."""
    found: dict[str, int] = {}
    for offers in draft.offers.values():
        for offer in offers:
            rule = offer.origin.rule
            found[rule] = found.get(rule, 0) + 1
    return found


def _call(draft: Draft, compiled: CompiledSource, kind: str) -> None:
    """Run the functions of a source; one that raises is a problem, not an end."""
    functions = compiled.strip_functions if kind == "strip_with" else compiled.map_functions
    for source, function in functions:
        draft.act_for(source)
        try:
            function(draft)
        except Exception as error:
            draft.problems.append(failed(compiled.plugin, f"{source}.{kind}", error))


def _changed(
    article: Article,
    document: Document,
    plugin: str,
    name: str,
    function: Callable[[Article, Document], Article | None],
) -> Article:
    """Return what a plugin's function makes of an article; one that raises is a problem."""
    try:
        changed = function(article, document)
        if changed is None:
            return article
        if not isinstance(changed, Article):
            raise TypeError(f"gave {changed!r}, which is no Article")
    except Exception as error:
        return attrs.evolve(article, problems=(*article.problems, failed(plugin, name, error)))
    return changed if changed is article else _without_idle_origins(changed)


def _without_idle_origins(article: Article) -> Article:
    """Return an article without the origins of values that a plugin took away."""
    kept = {
        field: origin
        for field, origin in article.origins.items()
        if (
            field[len("extra.") :] in article.extra
            if field.startswith("extra.")
            else getattr(article, field) not in (None, ())
        )
    }
    return article if len(kept) == len(article.origins) else attrs.evolve(article, origins=kept)
