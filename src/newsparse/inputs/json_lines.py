"""JSON lines: an object a line, as crawlers write them (https://jsonlines.org)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import IO, Any, Final, cast

from ..batch.job import Job
from ..limits import Limits

HTML: Final = ("html", "content", "body", "text")
"""Keys of the document, the first that is there."""

URL: Final = ("url", "link", "uri")
"""Keys of the URL."""

_ESCAPED: Final = 6
"""Characters that JSON may write for one."""


def read_json_lines(stream: IO[bytes], path: str, limits: Limits) -> Iterator[Job]:
    """Yield a job a line; names are ``path:line``. Lines that cannot be read are errors."""
    most = limits.max_bytes * _ESCAPED
    with _unpacked(stream, path) as file:
        number = 0
        while line := file.readline(most):
            number += 1
            name = f"{path}:{number}"
            if len(line) == most and not line.endswith(b"\n"):
                while (rest := file.readline(most)) and not rest.endswith(b"\n"):
                    pass
                yield Job(name=name, error=("TooLargeError", f"the line has over {most:,} bytes"))
            elif not line.isspace():
                yield _job(name, line)


def _unpacked(stream: IO[bytes], path: str) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(stream)) if path.lower().endswith(".gz") else stream


def _job(name: str, line: bytes) -> Job:
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Job(name=name, error=("FormatError", f"this is no JSON: {error}"))
    if not isinstance(found, dict):
        return Job(name=name, error=("FormatError", "the line is no JSON object"))
    html = _first(found, HTML)
    if html is None:
        keys = ", ".join(HTML)
        return Job(name=name, error=("FormatError", f"none of the keys {keys} holds a text"))
    return Job(name=name, data=html, url=_first(found, URL))


def _first(found: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((found[key] for key in keys if isinstance(found.get(key), str)), None)
