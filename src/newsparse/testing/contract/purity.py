"""Deterministic, pure and idempotent: the same again, whatever was parsed in between."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...article import Article
from ...errors import NewsparseError
from ..posts import archive_posts
from ..truth import Labelled
from .disguise import own_documents, own_posts
from .foreign import foreign_documents
from .model import Property, Subject
from .reading import explain, fail, first_difference, parse, read

_BETWEEN = Labelled(
    data="---\ntitle: 'Another story'\nauthor: another site\n---\n<p>Snow fell on the mill.</p>"
)


def check_deterministic(subject: Subject, document: Labelled) -> None:
    """Demand that the same document gives the same article, twice and explained.

    Raises:
        ContractError: it does not.
    """
    one, two = parse(subject, document), parse(subject, document)
    if one is None or two is None:
        if one is not two:
            fail(DETERMINISTIC.id, "the document is read only every other time", document)
        return
    _same(DETERMINISTIC.id, "parsed twice, the article differs", one, two, document)
    explained = explain(subject, document)
    if explained is not None:
        what = "explain() gives another article than parse()"
        _same(DETERMINISTIC.id, what, one, explained.article, document)


def check_pure(subject: Subject, document: Labelled) -> None:
    """Demand that parsing leaves nothing behind.

    The same :class:`~newsparse.document.Document` parses the same again after
    another document was parsed, and is not changed. A document of another source
    gives what it gives without the plugin; but for a plugin that has
    ``newsparse_extend`` or ``newsparse_article``, which are for that.

    Raises:
        ContractError: parsing leaves something behind.
    """
    source = read(subject, document)
    if source is None:
        return
    before = attrs.asdict(source, recurse=False)
    first = subject.parser.parse(source)
    # Not the article's source: a rule may map that field too.
    foreign = subject.parser.explain(source).source not in subject.sources
    parse(subject, _BETWEEN)
    again = subject.parser.parse(source)
    _same(
        PURE.id,
        "the same document gave another article after other documents had been parsed "
        "(the plugin keeps state between documents)",
        first,
        again,
        document,
    )
    if attrs.asdict(source, recurse=False) != before:
        fail(PURE.id, "parsing changed the document that was handed in", document)
    if foreign and not subject.reaches_out:
        try:
            plain = subject.without.parse(document.data, url=document.url, name=document.name)
        except NewsparseError:
            fail(PURE.id, "without the plugin this document of another source fails", document)
        _same(PURE.id, "the plugin changes a document of another source", plain, first, document)


def check_idempotent(subject: Subject, document: Labelled) -> None:
    """Demand that an article's own post, parsed, gives an equal article.

    Raises:
        ContractError: it does not.
    """
    article = parse(subject, document)
    if article is None:
        return
    again = subject.parser.parse(article.to_post())
    _same(
        IDEMPOTENT.id, "the article written as a post and read again differs", article, again,
        document,
    )  # fmt: skip


def _same(property_id: str, what: str, one: Article, two: Article, document: Labelled) -> None:
    if one == two:
        return
    detail = first_difference(one, two)
    fail(property_id, f"{what}: {detail}", document)


def _own(subject: Subject) -> SearchStrategy[Labelled]:
    return st.one_of(own_documents(subject), *own_posts(subject, damaged=True))


def _own_and_foreign(subject: Subject) -> SearchStrategy[Labelled]:
    return st.one_of(own_documents(subject), foreign_documents(subject), archive_posts("en"))


DETERMINISTIC = Property(
    id="deterministic",
    title="the same document always gives the same article",
    demands="Parsing a document twice, or explaining it, gives equal articles.",
    documents=_own,
    check=check_deterministic,
)
PURE = Property(
    id="pure",
    title="parsing leaves nothing behind",
    demands="A document parses the same again after others were parsed, is not changed, and "
    "documents of other sources give what they give without the plugin.",
    documents=_own_and_foreign,
    check=check_pure,
)
IDEMPOTENT = Property(
    id="idempotent",
    title="an article written as a post reads back equal",
    demands="Parsing article.to_post() gives an equal article.",
    documents=_own,
    check=check_idempotent,
)
