"""Archives of documents: tar, plain or compressed, and zip; members one at a time."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from typing import IO, Any, Final, Self

from ..batch.job import Job
from ..limits import Limits
from .names import Names
from .suffixes import is_document

_PACKED: Final[tuple[tuple[bytes, Any], ...]] = (
    (b"\x1f\x8b", gzip.open),
    (b"BZh", bz2.open),
    (b"\xfd7zXZ\x00", lzma.open),
)
"""The first bytes of compressed files, and what reads them and tells when they are cut off."""


def read_archive(stream: IO[bytes], path: str, limits: Limits) -> Iterator[Job]:
    """Yield a job for each document in an archive; names are ``path!member``.

    Members over the size limit are errors and are not held in memory. Members that are no
    documents by their suffix are left out, as they are in folders.
    """
    if path.lower().endswith(".zip"):
        yield from _zip(stream, path, limits)
    else:
        yield from _tar(stream, path, limits)


class _Member(tarfile.TarInfo):
    """A member; tarfile itself takes what cannot be read as one for the archive's end."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(archive)
        except tarfile.HeaderError as error:
            if type(error).__name__ == "EOFHeaderError":  # zeros, the end as it should be
                raise
            raise EOFError(f"the archive breaks off or is damaged here ({error})") from None


def _tar(stream: IO[bytes], path: str, limits: Limits) -> Iterator[Job]:
    names = Names()
    # "|": a stream, read once from the beginning to the end.
    with (
        _unpacked(stream) as plain,
        tarfile.open(fileobj=plain, mode="r|", tarinfo=_Member) as archive,
    ):
        for member in archive:
            vars(archive)["members"].clear()  # tarfile would keep them all
            if not member.isfile() or not is_document(member.name):
                continue
            name = names.unique(f"{path}!{member.name}")
            if member.size > limits.max_bytes:
                yield _too_large(name, member.size, limits)
                continue
            file = archive.extractfile(member)
            data = file.read(limits.max_bytes + 1) if file is not None else b""
            if len(data) < member.size:
                yield Job(name=name, error=("EOFError", "the archive breaks off in this member"))
                return
            yield Job(name=name, data=data)


def _unpacked(stream: IO[bytes]) -> Any:
    head = stream.peek(6)[:6]  # type: ignore[attr-defined]
    return next((read(stream) for mark, read in _PACKED if head.startswith(mark)), stream)


def _zip(stream: IO[bytes], path: str, limits: Limits) -> Iterator[Job]:
    names = Names()
    with zipfile.ZipFile(stream) as archive:
        for member in archive.infolist():
            if member.is_dir() or not is_document(member.filename):
                continue
            name = names.unique(f"{path}!{member.filename}")
            if member.file_size > limits.max_bytes:
                yield _too_large(name, member.file_size, limits)
                continue
            try:
                with archive.open(member) as file:
                    data = file.read(limits.max_bytes + 1)
            except Exception as error:  # damaged, encrypted, packed in an unknown way
                yield Job(name=name, error=(type(error).__name__, str(error)))
                continue
            yield Job(name=name, data=data)


def _too_large(name: str, size: int, limits: Limits) -> Job:
    why = f"the member has {size:,} bytes, the limit is {limits.max_bytes:,}"
    return Job(name=name, error=("TooLargeError", why))
