"""What the properties share: reading a document, comparing texts, naming the rule to blame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

import attrs

from ...article import Article
from ...body import Block, Body, Figure, Heading, Paragraph, plain, walk
from ...document import Document
from ...errors import NewsparseError
from ...explanation import Explanation
from ..truth import Labelled
from .model import ContractError, Failure, Subject


def fail(
    property_id: str,
    message: str,
    document: Labelled | None = None,
    *,
    rule: str | None = None,
    detail: str | None = None,
) -> NoReturn:
    """Raise the error that a property does not hold."""
    __tracebackhide__ = True
    raise ContractError(
        Failure(
            property_id=property_id, message=message, document=document, rule=rule, detail=detail
        )
    )


def read(subject: Subject, document: Labelled) -> Document | None:
    """Return a document decoded and split, None for what is no article."""
    try:
        return subject.parser.read(document.data, url=document.url, name=document.name)
    except NewsparseError:
        return None


def as_text(subject: Subject, document: Labelled) -> Labelled:
    """Return a document of bytes as text, read in the encoding that newsparse finds."""
    if isinstance(document.data, str):
        return document
    source = read(subject, document)
    encoding = (source.encoding if source is not None else None) or "utf-8"
    return attrs.evolve(document, data=document.data.decode(encoding, "replace").lstrip("\ufeff"))


def parse(subject: Subject, document: Labelled) -> Article | None:
    """Return the article in a document, None for what is no article."""
    try:
        return subject.parser.parse(document.data, url=document.url, name=document.name)
    except NewsparseError:
        return None


def explain(subject: Subject, document: Labelled) -> Explanation | None:
    """Return the article in a document with what happened, None for what is no article."""
    try:
        return subject.parser.explain(document.data, url=document.url, name=document.name)
    except NewsparseError:
        return None


def one_line(text: str) -> str:
    """Return a text with its words parted by one blank, invisible characters gone."""
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split())


def letters(text: str) -> str:
    """Return a text without any white space."""
    return "".join(text.replace("\u200b", "").replace("\ufeff", "").split())


def texts_of(body: Body) -> Iterator[str]:
    """Yield the text of each heading, paragraph and caption of a body, lists and quotes too."""
    for block in walk(body.blocks):
        if type(block) is Paragraph or type(block) is Heading:
            yield one_line(plain(block.content))
        elif type(block) is Figure and block.caption:
            yield one_line(plain(block.caption))


def all_text(body: Body) -> str:
    """Return all words of a body, captions too, without white space."""
    from ...render.text import render_text

    return letters(render_text(body.blocks, captions=True))


def is_own(subject: Subject, rule: str | None) -> bool:
    """Whether a rule, or a function that offered a value, is of a tested source."""
    return rule is not None and rule.partition(":")[0] in subject.sources


def functions(subject: Subject) -> str | None:
    """Return the names of the tested sources' functions that change articles."""
    names = [f"{s.id}.finish_with" for s in subject.tested if s.finish_with is not None]
    return ", ".join(names) or None


def blame(subject: Subject, found: Explanation, text: str) -> str | None:
    """Return what took `text` out of the story: a rule, or a function of the source."""
    wanted = letters(text)
    for fragment in found.fragments:
        here = letters(fragment.text)
        if here and fragment.fate != "kept" and (here in wanted or wanted in here):
            return fragment.rule
    if wanted in letters("".join(f.text for f in found.fragments if f.fate == "kept")):
        return functions(subject)
    return None


def show(value: object, most: int = 120) -> str:
    """Return a value as a text of at most `most` characters."""
    text = repr(value)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def first_difference(one: Article, other: Article) -> str | None:
    """Return the first field in which two articles differ, with both values."""
    for field in attrs.fields(Article):
        if field.eq is False or field.name == "body":
            continue
        left, right = getattr(one, field.name), getattr(other, field.name)
        if left != right:
            return f"{field.name}: {show(left)} became {show(right)}"
    blocks: tuple[tuple[Block, ...], tuple[Block, ...]] = (one.body.blocks, other.body.blocks)
    for index, (left, right) in enumerate(zip(*blocks, strict=False), 1):
        if left != right:
            return f"block {index}: {show(left)} became {show(right)}"
    if len(blocks[0]) != len(blocks[1]):
        longer = max(blocks, key=len)
        odd = show(longer[min(map(len, blocks))])
        return f"{len(blocks[0])} blocks became {len(blocks[1])}; only one side has {odd}"
    return None
