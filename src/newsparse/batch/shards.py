"""Shards: files that are there whole or not at all, each with the list of what is in it.

A shard is written under a temporary name, beside it its list (a line a document: name, and
for a rejected one the reason). When it is full both are brought to disk; the list gets its
name first, then the shard. The second renaming is the moment from which on the documents
count as done; a list without its shard counts for nothing.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Final

from .job import Reject

_SHARD: Final = re.compile(r"part-(\d{6,})\.(jsonl|parquet)$")


def finished(folder: Path) -> list[Path]:
    """Return the shards of a folder, in order."""
    return sorted((path for path in folder.iterdir() if _SHARD.match(path.name)), key=_number)


def _number(shard: Path) -> int:
    """By number: from the millionth shard on, names do not sort as the numbers do."""
    match = _SHARD.match(shard.name)
    return int(match[1]) if match else -1


def list_of(shard: Path) -> Path:
    """Return where the list of a shard is."""
    return shard.parent / "lists" / f"{shard.stem}.jsonl"


def read_list(shard: Path) -> Iterator[tuple[str, Reject | None]]:
    """Yield each document of a shard by name, with the reason if it was rejected."""
    with open(list_of(shard), encoding="utf-8", errors="surrogateescape") as file:
        for line in file:
            entry = json.loads(line)
            if isinstance(entry, str):
                yield entry, None
            else:
                yield entry["name"], Reject(**entry)


def clean(folder: Path) -> None:
    """Remove what a run that was killed has left unfinished."""
    whole = {list_of(shard) for shard in finished(folder)}
    for path in [*folder.glob("part-*.tmp"), *(folder / "lists").glob("part-*")]:
        if path not in whole:
            path.unlink()


class ShardWriter:
    """Writes articles into shards of a folder.

    Args:
        folder: where shards go.
        suffix: ``jsonl`` or ``parquet``.
        size: documents a shard.
    """

    def __init__(self, folder: Path, suffix: str, size: int) -> None:
        self.folder = folder
        self.suffix = suffix
        self.size = size
        self.count: int = 0
        self._number = next_number(folder)
        self._shard: Any = None
        self._list: IO[str] | None = None

    def add(self, payload: bytes, names: Iterable[str], rejects: Iterable[Reject]) -> None:
        """Add what came of a chunk of documents; a full shard is finished.

        Raises:
            OSError: there is no room, or no permission.
        """
        with self._told():
            self._add(payload, names, rejects)
        if self.count >= self.size:
            self.finish()

    def _add(self, payload: bytes, names: Iterable[str], rejects: Iterable[Reject]) -> None:
        if self._list is None:
            self._open()
        assert self._list is not None
        if payload:
            self._shard.write(payload)
        for name in names:
            self._list.write(_line(name))
            self.count += 1
        for reject in rejects:
            entry = {"name": reject.name, "error": reject.error, "message": reject.message}
            if reject.url is not None:
                entry["url"] = reject.url
            self._list.write(_line(entry))
            self.count += 1

    def finish(self) -> None:
        """Finish the open shard, if there is one.

        Raises:
            OSError: there is no room, or no permission.
        """
        if self._list is None:
            return
        with self._told():
            self._finish(self._list)
        self._list = self._shard = None
        self.count = 0
        self._number += 1

    def _finish(self, names: IO[str]) -> None:
        shard = self._path()
        self._shard.close()
        _to_disk(names)
        names.close()
        os.replace(_temporary(list_of(shard)), list_of(shard))
        _folder_to_disk(list_of(shard).parent)
        os.replace(_temporary(shard), shard)
        _folder_to_disk(self.folder)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Name the shard in an error of the system that names no file."""
        try:
            yield
        except OSError as error:
            if error.filename is None:
                error.filename = str(self._path())
            raise

    def abandon(self) -> None:
        """Remove the open shard: its documents are not done."""
        if self._list is None:
            return
        for file in (self._shard, self._list):
            with suppress(OSError, ValueError):
                if file is not None:
                    file.close()
        for path in (self._path(), list_of(self._path())):
            with suppress(OSError):
                _temporary(path).unlink()
        self._list = self._shard = None

    def _path(self) -> Path:
        return self.folder / f"part-{self._number:06}.{self.suffix}"

    def _open(self) -> None:
        shard = self._path()
        list_of(shard).parent.mkdir(exist_ok=True)
        self._list = open(  # noqa: SIM115 - closed by finish and abandon
            _temporary(list_of(shard)), "w", encoding="utf-8", errors="surrogateescape"
        )
        if self.suffix == "parquet":
            from .parquet import ParquetShard

            self._shard = ParquetShard(_temporary(shard))
        else:
            self._shard = _Lines(_temporary(shard))


class _Lines:
    """A shard of JSON lines."""

    def __init__(self, path: Path) -> None:
        self._file = open(path, "wb")  # noqa: SIM115 - closed by close

    def write(self, payload: bytes) -> None:
        self._file.write(payload)

    def close(self) -> None:
        if not self._file.closed:
            try:
                _to_disk(self._file)
            finally:
                self._file.close()


def next_number(folder: Path) -> int:
    """Return the number of the next shard."""
    shards = finished(folder)
    return _number(shards[-1]) + 1 if shards else 0


def _temporary(path: Path) -> Path:
    return path.with_name(path.name + ".tmp")


def _line(entry: Any) -> str:
    return json.dumps(entry, ensure_ascii=True) + "\n"


def _to_disk(file: IO[Any]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    """Bring the names in a folder to disk, where the system has a way to (POSIX)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
