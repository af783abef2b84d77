"""Many documents: over processes, out of streams, into shards.

:func:`~newsparse.batch.many.parse_many` is for programs, ``newsparse batch`` for folders
and archives that should become files; both rest on :mod:`newsparse.batch.pool`.
"""

from __future__ import annotations

from .job import Job
from .many import Parsed, parse_many

__all__ = ["Job", "Parsed", "parse_many"]
