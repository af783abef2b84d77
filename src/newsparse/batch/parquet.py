"""Shards of Parquet, from the record batches that workers make (extra ``arrow``)."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
from pyarrow import ipc, parquet

from ..arrow import SCHEMA


class ParquetShard:
    """One Parquet file; each chunk of a worker is a batch in it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._batches: list[pa.RecordBatch] = []
        self._bytes = 0
        self._writer = parquet.ParquetWriter(path, SCHEMA, compression="zstd")

    def write(self, payload: bytes) -> None:
        """Add a record batch as Arrow IPC wrote it."""
        with ipc.open_stream(payload) as reader:
            for batch in reader:
                self._batches.append(batch)
                self._bytes += batch.nbytes
        if self._bytes > ROW_GROUP:
            self._flush()

    def close(self) -> None:
        """Finish the file and bring it to disk."""
        self._flush()
        self._writer.close()
        handle = os.open(self._path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def _flush(self) -> None:
        if self._batches:
            self._writer.write_table(pa.Table.from_batches(self._batches))
            self._batches, self._bytes = [], 0


ROW_GROUP = 64 * 2**20
"""Bytes of a row group, more or less: what readers take at once."""


def as_stream(batch: pa.RecordBatch) -> bytes:
    """Return a record batch as an Arrow IPC stream."""
    sink = pa.BufferOutputStream()
    with ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    data: bytes = sink.getvalue().to_pybytes()
    return data
