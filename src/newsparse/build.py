"""For each field the best offer wins, and the article is frozen."""

from __future__ import annotations

from typing import Any

from .article import Article
from .body import Body, Figure
from .draft import Draft
from .explanation import Candidate
from .extract.part import Part
from .frozenmap import EMPTY, FrozenMap
from .image import Image
from .language import SAMPLE, language_of, language_of_script
from .names import name_key
from .offer import Offer
from .origin import Origin
from .person import Person
from .words import squeezed

_MANY = ("authors", "editors", "keywords")
"""Fields whose values from several places of the story are put together."""


def build(draft: Draft) -> Article:
    """Return the article of a draft whose stages are done."""
    document = draft.document
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    extra: dict[str, Any] = {}
    for field, offers in draft.offers.items():
        settled = _settled(draft, field, offers)
        if settled is None:
            continue
        value, origin = settled
        if field.startswith("extra."):
            extra[field[len("extra.") :]] = value
        else:
            values[field] = value
        origins[field] = origin
    mapped, used = draft.compiled.keys, draft.used_keys
    if not draft.compiled.source.verbatim:
        blank = (None, "", *used.values())
        extra |= {
            key: value
            for key, value in document.matter.items()
            if key not in mapped or (key not in used and value not in blank)
        }
    language = draft.compiled.language
    if language is not None and "language" not in values:
        values["language"] = language
        origins["language"] = _SOURCE_LANGUAGE
    if draft.stored is not None:
        origins["body"] = draft.stored.origin
    body = Body(blocks=[part.finish() for part in draft.parts])
    if document.shape == "page" and "language" in values:
        _check_language(draft, values, origins)
    if "language" not in values and not draft.compiled.source.verbatim:
        guess = language_of(_opening(draft.parts))
        if guess is not None:
            values["language"] = guess
            origins["language"] = _LETTERS
    return Article(
        source=values.pop("source", draft.compiled.source.id),
        body=body,
        extra=FrozenMap(extra) if extra else EMPTY,
        origins=origins,
        problems=(*document.problems, *draft.problems) if document.problems else draft.problems,
        **values,
    )


def _settled(draft: Draft, field: str, offers: list[Offer]) -> tuple[Any, Origin] | None:
    """Return the value of a field: what a rule found, or else what was chosen of the rest.

    Where the choice between the places of a page refused them all, there is none.
    """
    if draft.document.shape != "page" or any(o.origin.confidence >= 1.0 for o in offers):
        return pick(field, offers)
    chosen = draft.chosen.get(field)
    return (chosen.value, chosen.origin) if chosen is not None else None


def _check_language(draft: Draft, values: dict[str, Any], origins: dict[str, Origin]) -> None:
    """Put right a language that the letters of the story cannot be of."""
    if origins["language"].confidence >= 1.0:
        return
    told = language_of_script(_opening(draft.parts))
    if told is not None and told not in (values["language"], values["language"].split("-")[0]):
        values["language"], origins["language"] = told, _LETTERS


_SOURCE_LANGUAGE = Origin(kind="constant", where="Source.language", rule="source")
_LETTERS = Origin(kind="text", where="body", rule="language")


def _opening(parts: list[Part]) -> str:
    """Return as much of the text as tells its language."""
    words: list[str] = []
    room = SAMPLE
    for part in parts:
        if room <= 0:
            break
        words.append(part.text)
        room -= len(part.text)
    return " ".join(words)


def pick(field: str, offers: list[Offer]) -> tuple[Any, Origin]:
    """Return the value of a field and where it came from: the best offer, the first of equals.

    Names and keywords that stand in several places of the story are joined, and so are the
    categories that one rule found in several elements.
    """
    if len(offers) == 1:
        return offers[0].value, offers[0].origin
    best = offers[0]
    for offer in offers:
        if offer.origin.confidence > best.origin.confidence:
            best = offer
    if field == "categories" and best.origin.kind == "element":
        found = (item for offer in offers if offer.origin == best.origin for item in offer.value)
        return tuple(dict.fromkeys(found)), best.origin
    if field not in _MANY or best.origin.kind == "matter":
        return best.value, best.origin
    joined: dict[str, Any] = {}
    for offer in offers:
        if offer.origin.confidence == best.origin.confidence and offer.origin.kind != "matter":
            for item in offer.value:
                name = item.name if isinstance(item, Person) else item
                known = joined.get(name)
                if known is None or (isinstance(item, Person) and item.role and not known.role):
                    joined[name] = item
    return tuple(joined.values()), best.origin


def candidates(draft: Draft, article: Article) -> tuple[Candidate, ...]:
    """Return all offers: those of the place each value came from, those that agree, the rest."""
    out = []
    for field, offers in draft.offers.items():
        if field.startswith("extra."):
            final: Any = article.extra.get(field[len("extra.") :])
        else:
            final = getattr(article, field)
        chosen = _chosen(field, offers, final, article.origins.get(field))
        for number, offer in enumerate(offers):
            won = number in chosen
            agrees = not won and final is not None and _says(field, offer.value, final)
            candidate = Candidate(
                field=field, value=offer.value, origin=offer.origin, chosen=won, agrees=agrees
            )
            out.append(candidate)
    return tuple(out)


def _chosen(field: str, offers: list[Offer], final: Any, origin: Origin | None) -> list[int]:
    """Return the numbers of the offers from the place that the article names.

    Confidence and note are filled in by the choice, which may also put the value right, so
    that only the place tells. Where it offers several values, one was taken; of lists, all.
    """
    if origin is None or final is None:
        return []
    place = (origin.kind, origin.where, origin.rule)
    there = [
        number
        for number, offer in enumerate(offers)
        if (offer.origin.kind, offer.origin.where, offer.origin.rule) == place
    ]
    if field in _MANY or (field == "categories" and origin.kind == "element"):
        return there
    return [n for n in there if _says(field, offers[n].value, final)] or there[:1]


def _says(field: str, value: Any, final: Any) -> bool:
    """Whether an offer says what the article says; of names and keywords, a part of it."""
    if field in _MANY:
        return bool(value) and {_key(item) for item in value} <= {_key(item) for item in final}
    if isinstance(value, str) and isinstance(final, str):
        return squeezed(value) == squeezed(final)
    if isinstance(value, Image) and isinstance(final, Image):
        return value.url == final.url
    return bool(value == final)


def _key(item: Any) -> str:
    return name_key(item.name) if isinstance(item, Person) else str(item)


def pictures(parts: list[Part]) -> list[Image]:
    """Return the pictures of the story's top-level figures."""
    return [part.block.image for part in parts if type(part.block) is Figure]
