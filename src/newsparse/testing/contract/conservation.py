"""Conserving and no invention: the document's words, all of them, and no others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...article import Article
from ...body import Body
from ...dom import INVISIBLE, Node, parse_html, root_of
from ...explanation import Explanation
from ..truth import Labelled
from .disguise import own_documents, own_posts
from .model import Property, Subject
from .reading import all_text, explain, fail, functions, letters, parse, read, show, texts_of

_WORD = re.compile(r"\w+")


def check_conserving(subject: Subject, document: Labelled) -> None:
    """Demand that kept, removed and mapped words together are the visible words.

    Raises:
        ContractError: words are neither in the article nor accounted for, or
            what the explanation calls kept is not what the body holds.
    """
    found = explain(subject, document)
    if found is None:
        return
    whole = Counter(letters(visible(found.document.html, fragment=found.document.shape != "page")))
    told = Counter(letters("".join(f.text for f in found.fragments)))
    if told != whole:
        fail(
            CONSERVING.id,
            f"{_counted(whole - told)} of the document are neither kept nor removed nor mapped; "
            f"{_counted(told - whole)} are accounted for that it does not have",
            document,
        )
    kept = _kept(found)
    body = all_text(found.article.body)
    if Counter(body) == Counter(kept) or _is_stored(found.article):
        return
    gone = _missing(found, body)
    if gone is not None:
        fail(
            CONSERVING.id,
            f"the text {show(gone)} was kept by all rules and yet is not in the body: "
            "a function of the plugin took it out unseen; remove with draft.remove in strip_with",
            document,
            rule=functions(subject),
        )
    fail(
        CONSERVING.id,
        f"the body holds {_counted(Counter(body) - Counter(kept))} that no rule kept",
        document,
        rule=functions(subject),
    )


def _kept(found: Explanation) -> str:
    return letters("".join(f.text for f in found.fragments if f.fate == "kept"))


def _is_stored(article: Article) -> bool:
    """Whether the story is from the data of a page that does not show it."""
    return "body" in article.origins


def _missing(found: Explanation, body: str) -> str | None:
    """Return a kept fragment that is not in the body."""
    for fragment in found.fragments:
        if fragment.fate == "kept" and letters(fragment.text) not in body:
            return fragment.text.strip()
    return None


def _counted(characters: Counter[str]) -> str:
    count = characters.total()
    return f"{count} characters ({show(''.join(characters.elements()), 40)})" if count else "none"


def visible(html: str, *, fragment: bool) -> str:
    """Return the text a reader sees, read by a walk that is not the block builder's."""
    root = root_of(parse_html(html, fragment=fragment))
    if root is None:
        return ""
    return "".join(
        node.text_content or ""
        for node in root.traverse(include_text=True)
        if node.is_text_node and not _hidden(node, root)
    )


def _hidden(node: Node, root: Node) -> bool:
    above = node.parent
    while above is not None and above.mem_id != root.mem_id:
        if above.tag in INVISIBLE:
            return True
        above = above.parent
    return False


def check_no_invention(subject: Subject, document: Labelled) -> None:
    """Demand that every word of headline and body occurs in the document.

    Raises:
        ContractError: a word does not.
    """
    article = parse(subject, document)
    source = read(subject, document)
    if article is None or source is None:
        return
    shown = letters(visible(source.html, fragment=source.shape != "page"))
    body = () if _is_stored(article) else article.body.blocks
    kept = ""
    for text in texts_of(Body(blocks=body)):
        for word in _WORD.findall(text):
            if word in shown or word in kept:
                continue
            # Where something is taken out between two characters, they become neighbours.
            found = None if kept else explain(subject, document)
            kept = kept if found is None else _kept(found)
            if word not in kept:
                fail(
                    NO_INVENTION.id,
                    f"the body says {show(text)}, but the document has no {word!r}: invented text",
                    document,
                    rule=functions(subject),
                )
    known = Counter(shown)
    surplus = Counter(all_text(Body(blocks=body))) - known
    if surplus:
        fail(
            NO_INVENTION.id,
            f"the body has {_counted(surplus)} more than the document: text was added or doubled",
            document,
            rule=functions(subject),
        )
    origin = article.origins.get("title")
    if article.title and (origin is None or origin.kind != "constant"):
        everywhere = letters(source.html + "".join(_flat(source.matter))) + shown
        for word in _WORD.findall(article.title):
            if word not in everywhere and not word.startswith("_"):
                fail(
                    NO_INVENTION.id,
                    f"the headline is {show(article.title)}, but the document has no {word!r}",
                    document,
                    rule=origin.rule if origin else functions(subject),
                )


def _flat(value: Any) -> Iterable[str]:
    """Yield all texts of front matter."""
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, Mapping):
            stack.extend(item.values())
        elif isinstance(item, tuple):
            stack.extend(item)


def _documents(subject: Subject) -> SearchStrategy[Labelled]:
    return st.one_of(own_documents(subject), *own_posts(subject, damaged=True))


CONSERVING = Property(
    id="conserving",
    title="no word is lost without an account",
    demands="The words kept in the article, removed by rules and mapped to fields are together "
    "exactly the words a reader sees in the document.",
    documents=_documents,
    check=check_conserving,
)
NO_INVENTION = Property(
    id="no-invention",
    title="no word is invented",
    demands="Every word of the headline and the body occurs in the document.",
    documents=_documents,
    check=check_no_invention,
)
