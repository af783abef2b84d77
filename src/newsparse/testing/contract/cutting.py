"""Cutting a failing document down to the lines that matter.

The method is delta debugging (Zeller and Hildebrandt, Simplifying and isolating
failure-inducing input, 2002), on lines and without its complements: pieces are
left out, halves first, as long as the same demand fails in the same way.
"""

from __future__ import annotations

from typing import Final

import attrs

from ..truth import Labelled, Truth
from .model import ContractError, Failure, Property, Subject
from .reading import as_text

_TRIES: Final = 300
"""How many smaller documents are tried at most."""


def smaller(item: Property, subject: Subject, failure: Failure) -> Failure:
    """Return the failure on a smaller document, if leaving out lines keeps it.

    Where the property looks at a document's truth, a document that has one is
    left as it is: nobody knows the truth of a part of it.

    Args:
        item: the property that failed.
        subject: the plugin under test.
        failure: what its check raised.
    """
    document = failure.document
    if document is None or not document.data:
        return failure
    if item.needs_truth and document.truth != Truth():
        return failure
    document = attrs.evolve(as_text(subject, document), truth=Truth())
    if _fails(item, subject, document) is None:
        return failure
    lines: list[str] = document.text.splitlines(keepends=True)
    best, size, tries = failure, len(lines) // 2, 0
    while size and tries < _TRIES:
        start, cut = 0, False
        while start < len(lines) and tries < _TRIES:
            tries += 1
            rest = lines[:start] + lines[start + size :]
            found = _fails(item, subject, attrs.evolve(document, data="".join(rest)))
            if found is not None and (found.rule, _kind(found)) == (best.rule, _kind(best)):
                best, lines, cut = found, rest, True
            else:
                start += size
        if not cut or size > len(lines):
            size //= 2
    if best is failure or best.document is None:
        return failure
    if document.name is None:
        return best
    name = f"{document.name}, cut down"
    return attrs.evolve(best, document=attrs.evolve(best.document, name=name))


def _fails(item: Property, subject: Subject, document: Labelled) -> Failure | None:
    try:
        item.check(subject, document)
    except ContractError as error:
        return error.failure
    except Exception:
        return None
    return None


def _kind(failure: Failure) -> str:
    """Return the words of a message before its first colon: what went wrong, not where."""
    return failure.message.partition(":")[0]
