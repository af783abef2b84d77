"""The list of rejected documents, a JSON object a line."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable
from pathlib import Path

import attrs

from .job import Reject


def must_be_writable(target: Path) -> None:
    """See before all the work, not after it, that a list can be written to `target`.

    Raises:
        OSError: it cannot.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if _is_special(target):
        return
    try:
        with open(_temporary(target), "a"):
            pass
        _temporary(target).unlink()
    except OSError as error:
        error.filename = str(target)
        raise


def write_rejects(target: Path, rejects: Iterable[Reject]) -> None:
    """Write a list that appears when it is whole.

    Raises:
        OSError: there is no room, or no permission.
    """
    # A pipe or /dev/null is to be written to, not to be replaced by a file.
    made = target if _is_special(target) else _temporary(target)
    try:
        with open(made, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(attrs.asdict(reject)) + "\n" for reject in rejects)
        if made != target:
            os.replace(made, target)
    except BaseException as error:
        if made != target:
            made.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(target), None
        raise


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file()


def _temporary(target: Path) -> Path:
    return target.with_name(target.name + ".tmp")
