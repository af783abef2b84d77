"""Total: any input gives an article or a NewsparseError, and no plugin function raises."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...errors import NewsparseError
from ..truth import Labelled
from .model import ContractError, Failure, Property, Subject


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
            raise ContractError(
                Failure(
                    property_id=TOTAL.id,
                    message=f"{problem.where}: {problem.message}",
                    document=document,
                )
            )


def documents(_: Subject) -> SearchStrategy[Labelled]:
    """Documents of any kind."""
    return st.builds(Labelled, data=st.text() | st.binary())


TOTAL = Property(
    id="total",
    title="any input gives an article or a NewsparseError",
    demands="Whatever comes in, parsing returns an article or raises a NewsparseError; "
    "no function of the plugin raises.",
    documents=documents,
    check=check_total,
)
