"""A batch on a Ray cluster: files in, Parquet out (extra ``ray``).

Workers get names of files and read them themselves, so documents never pass through the
driver. Files and the folder for the articles must have the same paths on all machines.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import ray.data
from pyarrow import dataset, parquet

import ray

from ..arrow.batches import Gathered
from ..inputs import documents
from ..inputs.walk import files
from ..parser import Parser, default_parser
from ..ray import processors, ship, unship
from .job import Job, Reject
from .lock import locked
from .rejects import must_be_writable, write_rejects
from .run import BatchError, Progress

FILES: Final = 64
"""Files that a worker gets at once, and parses again if it is lost."""


def run_on_cluster(
    inputs: Iterable[str],
    out: Path,
    *,
    parser: Parser | None = None,
    address: str | None = None,
    workers: int | None = None,
    rejects: Path | None = None,
) -> Progress:
    """Parse the documents of files to Parquet in `out`; return how it went.

    Rows are those of :data:`newsparse.arrow.SCHEMA`, rejected documents included; those are
    listed in `rejects` as well. The folder appears when everything in it is whole, so a run
    that was interrupted has left nothing in it and is simply begun again.

    Args:
        inputs: files, folders and patterns, as :func:`newsparse.inputs.documents` takes them.
        out: the folder; it must not be there, or be empty.
        parser: the parser to use; its plugins go to the workers.
        address: the cluster; one on this machine is started if not given.
        workers: how many workers at most; as many as there are processors if not given.
        rejects: ``rejects.jsonl`` in `out` if not given.

    Raises:
        BatchError: the folder holds something, or another run is writing it.
        OSError: the folder cannot be written to.
    """
    _must_be_new(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(f".{out.name}.partial")
    partial.mkdir(exist_ok=True)
    # The lock moves with the folder, so it is held until everything has its name.
    with locked(partial / "lock") as free:
        if not free:
            raise BatchError(f"another run is writing to {out}")
        _must_be_new(out)  # another run may have ended in between
        _clear(partial)
        target = rejects or partial / "rejects.jsonl"
        must_be_writable(target)
        if not ray.is_initialized():
            ray.init(address=address, log_to_driver=False)
        rows = list(_rows(inputs))
        if rows:
            ray.data.from_items(rows).map_batches(
                _Reader,
                fn_constructor_kwargs={"shipped": ship(parser or default_parser())},
                batch_format="pyarrow",
                batch_size=FILES,
                concurrency=(1, workers or processors()),
            ).write_parquet(str(partial.absolute()))
        done = _counted(partial)
        write_rejects(target, _rejected(partial))
        if out.exists():
            out.rmdir()
        os.replace(partial, out)
    return done


def _must_be_new(out: Path) -> None:
    if out.exists() and any(out.iterdir()):
        raise BatchError(f"{out} is not empty; name a new folder")


def _clear(partial: Path) -> None:
    """Remove what a run that was interrupted has left."""
    for path in partial.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != "lock":
            path.unlink()


class _Reader:
    """What a worker process keeps: one parser, for the documents of files."""

    def __init__(self, *, shipped: dict[str, Any]) -> None:
        self.parser = unship(shipped)

    def __call__(self, table: pa.Table) -> Iterator[pa.Table]:
        gathered = Gathered()
        for job in self._jobs(table.to_pylist()):
            self._parse(job, gathered)
            if gathered.full:
                yield pa.Table.from_batches([gathered.batch()])
                gathered = Gathered()
        if len(gathered):
            yield pa.Table.from_batches([gathered.batch()])

    def _jobs(self, rows: Iterable[dict[str, Any]]) -> Iterator[Job]:
        for row in rows:
            if not row["error"]:
                yield from documents([row["path"]], self.parser.limits)
            else:
                yield Job(name=row["path"], error=(row["error"], row["message"]))

    def _parse(self, job: Job, gathered: Gathered) -> None:
        if job.error is not None:
            gathered.reject(job.error, job.name, job.url)
            return
        data = job.data
        try:
            article = self.parser.parse(data, url=job.url, name=job.name, encoding=job.encoding)
            size = len(data) if isinstance(data, str | bytes) else os.stat(data).st_size
        except Exception as error:  # whatever it is, it must not cost the other documents
            gathered.reject(error, job.name, job.url)
        else:
            gathered.add(article, job.name, job.url, size)


def _rows(inputs: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield the files that `inputs` stand for, and with a reason what stands for none."""
    for found in files(inputs):
        if isinstance(found, Job):
            error, message = found.error or ("", "")
            yield {"path": found.name, "error": error, "message": message}
        else:
            yield {"path": os.path.abspath(found), "error": "", "message": ""}


def _counted(folder: Path) -> Progress:
    """Return how many documents there are in the Parquet files of `folder`."""
    files = sorted(folder.glob("*.parquet"))
    rows = sum(parquet.read_metadata(path).num_rows for path in files)
    return Progress(done=rows, rejected=sum(1 for _ in _rejected(folder)))


def _rejected(folder: Path) -> Iterator[Reject]:
    """Yield the rejected documents in the Parquet files of `folder`."""
    for path in sorted(folder.glob("*.parquet")):
        found = dataset.dataset(path).to_table(
            columns=["id", "error", "error_message", "url"],
            filter=dataset.field("error").is_valid(),
        )
        for row in found.to_pylist():
            name, message = row["id"], row["error_message"]
            yield Reject(name=name, error=row["error"], message=message, url=row["url"])
