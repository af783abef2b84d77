"""The story: all of it in the body, none of the boilerplate, whatever stands around."""

from __future__ import annotations

import html
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...body import Body
from ...explanation import Explanation
from ..pages import SIGNS
from ..truth import Labelled, Truth
from ..words import Language, prose
from .disguise import own_documents, own_pages, own_posts
from .examples import Example, examples_of
from .markup import without_raw
from .model import Property, Subject
from .reading import (
    all_text,
    as_text,
    blame,
    explain,
    fail,
    letters,
    one_line,
    parse,
    read,
    show,
    texts_of,
)

_PARAGRAPH: Final = re.compile(r"(<p(?:\s[^<>]*)?>)(.*?)</p>", re.DOTALL | re.IGNORECASE)
_MARK: Final = re.compile(r"<[^<>]*>")


def check_story(subject: Subject, document: Labelled) -> None:
    """Demand that the headline, every paragraph and every picture of the truth is found.

    Raises:
        ContractError: one is missing, or paragraphs run together, or are out of order.
    """
    truth = document.truth
    found = explain(subject, document)
    if found is None:
        return
    body = found.article.body
    _check_paragraphs(subject, found, truth, document)
    pictures = [image.url for image in body.images]
    for url in truth.images:
        if url not in pictures:
            fail(STORY.id, f"the picture {url} of the story is lost", document)
    captions = set(map(letters, body.captions))
    for caption in truth.captions:
        if letters(caption) not in captions:
            fail(
                STORY.id,
                f"the caption {show(caption)} is lost",
                document,
                rule=blame(subject, found, caption),
            )
    title = found.article.title
    if truth.title is not None and (title is None or one_line(title) != one_line(truth.title)):
        origin = found.article.origins.get("title")
        fail(
            STORY.id,
            f"the headline is {show(truth.title)}, but the article has {show(title)}",
            document,
            rule=origin.rule if origin else None,
        )


def _check_paragraphs(
    subject: Subject, found: Explanation, truth: Truth, document: Labelled
) -> None:
    body = found.article.body
    whole, texts = all_text(body), list(texts_of(body))
    single = set(map(letters, texts))
    last = len(truth.paragraphs)
    for number, text in enumerate(truth.paragraphs, 1):
        if letters(text) in single:
            continue
        place = "last" if number == last else "first" if number == 1 else f"{number}th"
        if letters(text) not in whole:
            fail(
                STORY.id,
                f"the {place} of {last} texts of the story is lost, whole or in part: {show(text)}",
                document,
                rule=blame(subject, found, text),
                detail="the body has: " + show(_nearest(text, texts), 400),
            )
        if not any(letters(text) in letters(t) for t in (*texts, *_rows(body))):
            fail(
                STORY.id,
                f"the {place} of {last} texts of the story is torn apart: {show(text)}",
                document,
            )
    position = 0
    for text in map(letters, truth.paragraphs):
        at = whole.find(text, position)
        if at < 0:
            fail(STORY.id, f"the story is out of order: {show(text)} stands too early", document)
        position = at + len(text)


def _rows(body: Body) -> Iterator[str]:
    """Yield the text of the body's blocks, line by line: tables and code too."""
    yield from body.text.split("\n\n")


def _nearest(text: str, texts: list[str]) -> str:
    """Return the one of `texts` that shares the most letters' pairs with `text`."""
    pairs = set(itertools.pairwise(text))
    return max(texts, key=lambda t: len(pairs & set(itertools.pairwise(t))), default="")


def check_boilerplate(subject: Subject, document: Labelled) -> None:
    """Demand that nothing of the truth's boilerplate is in the body.

    Raises:
        ContractError: some is.
    """
    if not document.truth.boilerplate:
        return
    article = parse(subject, document)
    if article is None:
        return
    whole = all_text(article.body)
    story = letters("".join((*document.truth.paragraphs, *document.truth.captions)))
    for text in document.truth.boilerplate:
        wanted = letters(text)
        if wanted and wanted in whole and wanted not in story:
            rule = _rule_of(subject, text)
            why = "; the rule does not do what its example says" if rule else ""
            fail(
                BOILERPLATE.id,
                f"the boilerplate {show(text)} leaks into the body{why}",
                document,
                rule=rule,
            )


def _rule_of(subject: Subject, text: str) -> str | None:
    for source in subject.tested:
        for example in examples_of(source):
            if text in example.gone:
                return example.rule
    return None


def check_repeated(subject: Subject, _: Labelled) -> None:
    """Demand that no line stands in the bodies of two different samples.

    Raises:
        ContractError: one does: what repeats from story to story is boilerplate.
    """
    seen: dict[str, Labelled] = {}
    titles: dict[str, str | None] = {}
    for number, sample in enumerate(subject.samples):
        article = parse(subject, sample)
        if article is None or (article.title is not None and article.title in titles.values()):
            continue
        titles[str(number)] = article.title
        # One agency's name may well stand below the pictures of many stories.
        for text in set(texts_of(article.body)) - set(map(one_line, article.body.captions)):
            if not text:
                continue
            other = seen.setdefault(text, sample)
            if other is not sample:
                fail(
                    REPEATED.id,
                    f"the line {show(text)} stands in the bodies of {other.name} and "
                    f"{sample.name}: boilerplate that no rule removes",
                    sample,
                )


def check_surroundings(subject: Subject, document: Labelled) -> None:
    """Demand that navigation, adverts and comments around a page's story do not change its body.

    Raises:
        ContractError: the body of the page with more around it differs.
    """
    source = read(subject, document)
    if source is None or source.shape != "page":
        return
    text = source.html
    start, end = re.search(r"<body[^<>]*>", text, re.IGNORECASE), text.rfind("</body>")
    if start is None or end < start.end():
        return
    signs = SIGNS["zh" if "\u4e00" <= max(text) <= "\u9fff" else "en"]
    one = subject.parser.parse(source)
    if not one.body:
        return
    for what, before, behind in _around(signs):
        changed = text[: start.end()] + before + text[start.end() : end] + behind + text[end:]
        two = subject.parser.parse(attrs.evolve(source, html=changed))
        if one.body != two.body:
            fail(
                SURROUNDINGS.id,
                f"with {what} around the same story, the body is another one: "
                f"{show(_changed(one.body, two.body))}",
                document,
                detail=f"added: {before}{behind}",
            )


def _changed(one: Body, two: Body) -> str:
    before, after = set(texts_of(one)), set(texts_of(two))
    lost, new = before - after, after - before
    return f"lost {min(lost)}" if lost else f"gained {min(new)}" if new else "other marks or order"


def _around(signs: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Yield what a page can have around its story, as HTML before and behind it."""
    menu = signs["menu"]
    assert isinstance(menu, tuple)
    links = "".join(f'<li><a href="/n/{i}">{word}</a></li>' for i, word in enumerate(menu))
    yield "navigation", f"<nav><ul>{links}</ul></nav>", ""
    advert = f'<div class="advert"><a href="/app">{signs["advert"]}</a></div>'
    yield "adverts", advert, advert
    comment = f'<div class="comment"><p>{signs["reader"]}</p></div>'
    yield "comments", "", f'<section id="comments" class="comments">{comment * 3}</section>'
    yield "a footer", "", f"<footer><p>{signs['footer']}</p></footer>"


def with_boilerplate(subject: Subject) -> SearchStrategy[Labelled]:
    """Documents with the boilerplate that the examples of the plugin's rules show."""
    pieces = {s.id: [e.piece for e in examples_of(s) if _goes(e)] for s in subject.tested}
    made = own_posts(subject, least=2, boilerplate=pieces) + own_pages(subject)
    injected = [_injected(subject, sample) for sample in subject.samples]
    return st.one_of([*made, *(i for i in injected if i is not None)] or [own_documents(subject)])


def _goes(example: Example) -> bool:
    return bool(example.html and example.gone and not example.first)


def _injected(subject: Subject, sample: Labelled) -> SearchStrategy[Labelled] | None:
    """Return a strategy for the sample with a made-up paragraph in the middle of its story."""
    language = language_of(subject, sample)
    places = places_in(subject, sample) if language is not None else []
    if language is None or not places:
        return None
    words = prose(language, least=2, most=3)
    text = as_text(subject, sample)
    return st.builds(with_paragraph, st.just(text), st.sampled_from(places), words)


def language_of(subject: Subject, sample: Labelled) -> Language | None:
    """Return the language of made-up words that fits a sample; None for what is no article."""
    article = parse(subject, sample)
    if article is None:
        return None
    return "zh" if (article.language or "").startswith("zh") else "en"


def places_in(subject: Subject, sample: Labelled) -> list[tuple[int, str]]:
    """Return where a paragraph can be put into a sample: the place in its text, and the tag.

    Each place is behind a paragraph of the story that another one follows, and the tag is
    that paragraph's; so what is put there is a part of the story, and must be found.
    """
    found = explain(subject, sample)
    if found is None:
        return []
    kept = set(map(letters, found.article.body.paragraphs)) - {""}
    # Of paragraphs that stand there twice, one may be hidden, or not be part of the story.
    stands = defaultdict(list)
    for match in _PARAGRAPH.finditer(without_raw(as_text(subject, sample).text)):
        stands[letters(html.unescape(_MARK.sub("", match[2])))].append((match.end(), match[1]))
    places = [at[0] for words, at in stands.items() if len(at) == 1 and words in kept]
    return sorted(places)[:-1] or places


def with_paragraph(sample: Labelled, place: tuple[int, str], words: str) -> Labelled:
    """Return a sample, given as text, with a paragraph put in, which is all that is known of it."""
    at, tag = place
    piece = f"\n{tag}{html.escape(words, quote=False)}</p>"
    return Labelled(
        data=sample.text[:at] + piece + sample.text[at:],
        truth=Truth(paragraphs=(words,), boilerplate=sample.truth.boilerplate),
        url=sample.url,
        name=f"{sample.name} with a paragraph put in" if sample.name else None,
    )


_DEMANDS_STORY: Final = (
    "The headline, every paragraph and every picture of a story is in the article, in order, "
    "in made-up documents and where a paragraph is put into a sample."
)

STORY = Property(
    id="story",
    title="nothing of the story is lost",
    demands=_DEMANDS_STORY,
    documents=with_boilerplate,
    check=check_story,
    needs_truth=True,
)
BOILERPLATE = Property(
    id="boilerplate",
    title="boilerplate does not leak into the body",
    demands="What the examples of the rules show, and what surrounds the story of a page, is "
    "not in the body.",
    documents=with_boilerplate,
    check=check_boilerplate,
    needs_truth=True,
)
REPEATED = Property(
    id="repeated",
    title="no line repeats from sample to sample",
    demands="No line stands in the bodies of two samples of different stories.",
    documents=None,
    check=check_repeated,
)
SURROUNDINGS = Property(
    id="surroundings",
    title="what surrounds a page's story does not change its body",
    demands="Navigation, adverts, comments and a footer put around the same page leave the "
    "body as it was.",
    documents=lambda subject: st.one_of(own_pages(subject) or [own_documents(subject)]),
    check=check_surroundings,
)
