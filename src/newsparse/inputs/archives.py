"""Archives of documents: tar, plain or compressed, and zip; members one at a time."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from typing import IO

from ..batch.job import Job
from ..limits import Limits


def read_archive(stream: IO[bytes], path: str, limits: Limits) -> Iterator[Job]:
    """Yield a job for each document in an archive; names are ``path!member``.

    Members over the size limit are errors and are not held in memory. Members that are no
    documents by their suffix are left out, as they are in folders.
    """
    if path.lower().endswith(".zip"):
        yield from _zip(stream, path, limits)
    else:
        yield from _tar(stream, path, limits)


def _tar(stream: IO[bytes], path: str, limits: Limits) -> Iterator[Job]:
    # "|*": a stream, read once from the beginning to the end.
    with tarfile.open(fileobj=stream, mode="r|*") as archive:
        for member in archive:
            if not member.isfile() or not _is_document(member.name):
                continue
            name = f"{path}!{member.name}"
            if member.size > limits.max_bytes:
                yield _too_large(name, member.size, limits)
                continue
            file = archive.extractfile(member)
            data = file.read(limits.max_bytes + 1) if file is not None else b""
            if len(data) < member.size:
                yield Job(name=name, error=("EOFError", "the archive breaks off in this member"))
                return
            yield Job(name=name, data=data)


def _zip(stream: IO[bytes], path: str, limits: Limits) -> Iterator[Job]:
    with zipfile.ZipFile(stream) as archive:
        for member in archive.infolist():
            if member.is_dir() or not _is_document(member.filename):
                continue
            name = f"{path}!{member.filename}"
            if member.file_size > limits.max_bytes:
                yield _too_large(name, member.file_size, limits)
                continue
            try:
                with archive.open(member) as file:
                    data = file.read(limits.max_bytes + 1)
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
                yield Job(name=name, error=(type(error).__name__, str(error)))
                continue
            yield Job(name=name, data=data)


def _is_document(name: str) -> bool:
    from .walk import PLAIN

    return name.lower().endswith(PLAIN)


def _too_large(name: str, size: int, limits: Limits) -> Job:
    why = f"the member has {size:,} bytes, the limit is {limits.max_bytes:,}"
    return Job(name=name, error=("TooLargeError", why))
