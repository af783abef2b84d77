"""Total: any input gives an article or a NewsparseError, and no plugin function raises."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...errors import NewsparseError
from ..matter import front_matter
from ..mutate import mutations
from ..torture import hostile
from ..truth import Labelled
from .disguise import Disguise, own_disguises, own_documents, own_posts
from .model import ContractError, Failure, Property, Subject
from .reading import fail

_BODIES: Final = (
    "",
    "<p></p>",
    "<p>\u3000</p>",
    "<!-- text -->",
    "<img src='/a.jpg'>",
    "<p>.</p>",
    "<style>p {}</style>",
    "<table></table>",
)


def check_total(subject: Subject, document: Labelled) -> None:
    """Demand an article or a :class:`~newsparse.errors.NewsparseError`, whatever comes in.

    Raises:
        ContractError: parsing raises something else, or a function of a plugin
            raised and was reported as the problem ``plugin-failed``.
    """
    try:
        article = subject.parser.parse(document.data, url=document.url, name=document.name)
    except NewsparseError:
        return
    except Exception as error:
        raise ContractError(
            Failure(
                property_id=TOTAL.id,
                message=f"parsing raised {type(error).__name__}: {error}",
                document=document,
            )
        ) from error
    for problem in article.problems:
        if problem.code == "plugin-failed":
            empty = "" if article.body else " on a document with an empty body"
            function = problem.message.partition(" raised ")[0]
            fail(
                TOTAL.id,
                f"{problem.where}: {problem.message}{empty}",
                document,
                rule=function if "." in function else problem.where,
            )


def _documents(subject: Subject) -> SearchStrategy[Labelled]:
    """Empty, damaged, changed and hostile documents of the sources under test."""
    found = own_disguises(subject)
    sound = st.one_of(own_documents(subject), *map(st.just, subject.samples))
    kinds = [_bare(d) for d in found if d.posts]
    kinds.append(mutations(sound))
    kinds += own_posts(subject, damaged=True)
    return st.one_of(*kinds, hostile(scale=300))


def _bare(disguise: Disguise) -> SearchStrategy[Labelled]:
    """Front matter of a source with next to nothing, or something hostile, behind it."""
    matter = front_matter(
        disguise.language, site=disguise.site, zone=disguise.zone, more=disguise.more
    )
    bodies = st.sampled_from(_BODIES).map(lambda data: Labelled(data=data))
    return st.builds(
        lambda head, body: Labelled(data=f"{head.text}\n{body.text}"),
        matter,
        bodies | hostile(scale=300),
    )


TOTAL = Property(
    id="total",
    title="any input gives an article or a NewsparseError",
    demands="Whatever comes in, parsing returns an article or raises a NewsparseError; "
    "no function of the plugin raises.",
    documents=_documents,
    check=check_total,
)
