"""Web archives: WARC (ISO 28500) and WACZ, by FastWARC (extra ``warc``).

Responses of HTML become jobs, with the URL of the record and the charset of the HTTP
header. Records over the size limit are skipped with a reason, never held.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import IO, Any, Final

from ..batch.job import Job
from ..errors import WrongFormatError
from ..limits import Limits
from .http_body import BodyError, decoded_body
from .warc_end import what_breaks_off

_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_WARC: Final = (".warc", ".warc.gz")
_HTML: Final = ("text/html", "application/xhtml+xml")


def read_web_archive(stream: IO[bytes], path: str, limits: Limits) -> Iterator[Job]:
    """Yield a job for each HTML response; names are ``path#URL@offset``."""
    if path.lower().endswith(".wacz"):
        with zipfile.ZipFile(stream) as packed:
            found = [m for m in packed.infolist() if m.filename.lower().endswith(_WARC)]
            if not found:
                raise WrongFormatError("there is no WARC file in it", name=path)
            for member in found:
                with packed.open(member) as file:
                    yield from _records(file, f"{path}!{member.filename}", limits)
    else:
        yield from _records(stream, path, limits)


def _records(stream: IO[bytes], name: str, limits: Limits) -> Iterator[Job]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    last = 0
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
        last = record.stream_pos
        job = _job(record, name, limits)
        if job is not None:
            yield job
            if job.error is not None and job.error[0] == "EOFError":
                return
    # FastWARC ends where an archive is cut off, and says nothing.
    wrong = what_breaks_off(stream, last)
    if wrong is not None:
        yield Job(name=f"{name}!rest", error=("EOFError", f"cannot be read on: {wrong}"))


def _job(record: Any, archive: str, limits: Limits) -> Job | None:
    http = record.http_headers
    kind = (record.http_content_type or "").lower()
    if http is None or (http.status_code is not None and http.status_code != 200):
        return None
    if kind not in _HTML:
        return None
    url = record.headers.get("WARC-Target-URI", "").strip("<>") or None
    name = f"{archive}#{url or ''}@{record.stream_pos}"
    size = record.content_length
    if size > limits.max_bytes:
        why = f"the record has {size:,} bytes, the limit is {limits.max_bytes:,}"
        return Job(name=name, url=url, error=("TooLargeError", why))
    data = bytes(record.reader.read(limits.max_bytes + 1))
    if len(data) < size:
        why = f"the record breaks off after {len(data):,} of {size:,} bytes"
        return Job(name=name, url=url, error=("EOFError", why))
    try:
        data = decoded_body(
            data,
            transfer=http.get("Transfer-Encoding", ""),
            content=http.get("Content-Encoding", ""),
            most=limits.max_bytes,
        )
    except BodyError as error:
        return Job(name=name, url=url, error=(error.kind, error.message))
    charset = _CHARSET.search(http.get("Content-Type", ""))
    return Job(name=name, data=data, url=url, encoding=charset[1] if charset else None)
