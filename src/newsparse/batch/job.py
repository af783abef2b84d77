"""One document of many: what it holds, and what it is called."""

from __future__ import annotations

import os
from typing import TypeAlias

import attrs

from ..errors import InputError

Data: TypeAlias = "str | bytes | os.PathLike[str]"


@attrs.frozen(kw_only=True)
class Job:
    """A document to parse.

    Attributes:
        name: what to call it; names tell documents apart when a batch is resumed.
        data: the document; a path is read by the worker.
        url: where it was found.
        encoding: its charset, where that is known from elsewhere.
        error: why it cannot be read; such a job is rejected without being parsed.
    """

    name: str
    data: Data = b""
    url: str | None = None
    encoding: str | None = None
    error: tuple[str, str] | None = None


@attrs.frozen(kw_only=True)
class Reject:
    """A document that gave no article.

    Attributes:
        name: the document.
        error: the class of the error; ``Timeout`` and ``WorkerDied`` for documents
            that took too long or ended the process.
        message: what the error says.
        url: where it was found.
    """

    name: str
    error: str
    message: str
    url: str | None = None


def what_is_wrong(error: Exception) -> str:
    """Return what an error says, without the name of the input."""
    if isinstance(error, InputError):
        return error.message
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error)
