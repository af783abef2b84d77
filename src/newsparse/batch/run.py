"""A batch: documents in, shards out, to be gone on with after any interruption."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

import attrs

from ..errors import NewsparseError
from ..parser import Parser
from .carried import Carried
from .job import Job, Reject, what_is_wrong
from .lock import locked
from .many import chunked, parsed
from .pool import Lost, processors, run
from .rejects import must_be_writable, write_rejects
from .shards import ShardWriter, clean, finished, read_list

Format = Literal["jsonl", "parquet"]

SHARD: Final = 10_000
"""Documents a shard."""

CHUNK: Final = 32
"""Documents that a worker gets at once."""


class BatchError(NewsparseError):
    """A batch that cannot begin: the folder is in use, or holds another run."""


@attrs.define(kw_only=True)
class Progress:
    """How far a batch is.

    Attributes:
        done: documents finished in this run, rejects included.
        rejected: how many of them are rejects.
        before: documents that were done before and passed over.
    """

    done: int = 0
    rejected: int = 0
    before: int = 0


def run_batch(
    jobs: Iterable[Job],
    out: Path,
    *,
    parser: Parser | None = None,
    format: Format = "jsonl",
    workers: int | None = None,
    timeout: float | None = None,
    shard_size: int = SHARD,
    resume: bool = False,
    rejects: Path | None = None,
    watch: Callable[[Progress], None] = lambda _: None,
) -> Progress:
    """Parse documents into shards under `out`; return how it went.

    A run that was interrupted at any moment is gone on with by ``resume``: documents in
    finished shards are passed over by their names, so that at the end every document is
    in exactly one shard.

    Args:
        jobs: documents with names that are the same in every run.
        out: the folder; made if it is not there.
        parser: the parser to use.
        format: what shards hold: an article a line as JSON, or Parquet of
            :data:`newsparse.arrow.SCHEMA` (extra ``arrow``).
        workers: processes; as many as there are processors to use if not given.
        timeout: seconds that one document may take.
        shard_size: documents a shard.
        resume: go on with what is in `out`.
        rejects: where the rejected documents are listed, ``rejects.jsonl`` in `out` if not
            given; written when all is done.
        watch: called after each chunk.

    Raises:
        BatchError: another run uses the folder; it holds shards and `resume` is not set;
            its shards are of another format; it is no folder.
        OSError: the folder cannot be written to. Nothing unfinished is left under a name
            that looks whole.
    """
    if out.exists() and not out.is_dir():
        raise BatchError(f"{out} is no folder")
    out.mkdir(parents=True, exist_ok=True)
    target = rejects or out / "rejects.jsonl"
    with locked(out / "lock") as free:
        if not free:
            raise BatchError(f"another run is writing to {out}")
        shards = finished(out)
        if shards and not resume:
            raise BatchError(f"{out} holds {len(shards)} shards; resume, or name another folder")
        if any(not shard.name.endswith(f".{format}") for shard in shards):
            raise BatchError(f"{out} holds shards of another format than {format}")
        clean(out)
        must_be_writable(target)
        progress = Progress()
        done = {_digest(name) for shard in shards for name, _ in read_list(shard)}
        writer = ShardWriter(out, format, shard_size)
        work = _Write(carried=Carried.of(parser or Parser()), format=format)
        try:
            for result in run(
                work,
                chunked(_left(jobs, done, progress), CHUNK),
                workers=workers or processors(),
                ordered=False,
                timeout=timeout,
            ):
                payload, names, refused = _opened(result)
                writer.add(payload, names, refused)
                progress.done += len(names) + len(refused)
                progress.rejected += len(refused)
                watch(progress)
            writer.finish()
        except BaseException:
            writer.abandon()
            raise
        write_rejects(target, _rejected(out))
    return progress


def _left(jobs: Iterable[Job], done: set[bytes], progress: Progress) -> Iterator[Job]:
    """Yield the jobs that are not done."""
    for job in jobs:
        if done and _digest(job.name) in done:
            progress.before += 1
        else:
            yield job


def _digest(name: str) -> bytes:
    """Return 16 bytes for a name: of millions of names the texts would be too many."""
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _opened(result: Any) -> tuple[bytes, list[str], list[Reject]]:
    if isinstance(result, Lost):
        job = result.job
        return (
            b"",
            [],
            [Reject(name=job.name, error=result.error, message=result.message, url=job.url)],
        )
    payload, names, refused = result
    return payload, names, [Reject(name=n, error=e, message=m, url=u) for n, e, m, u in refused]


def _rejected(out: Path) -> Iterator[Reject]:
    """Yield the rejected documents of all shards."""
    for shard in finished(out):
        for _, reject in read_list(shard):
            if reject is not None:
                yield reject


@attrs.frozen(kw_only=True)
class _Write:
    """Work: the articles of a chunk as the bytes of a shard, so that workers do the writing."""

    carried: Carried
    format: Format

    def prepare(self) -> Callable[[Iterable[Job]], Any]:
        make = self._rows if self.format == "parquet" else self._lines
        return partial(make, self.carried.unpacked())

    def _lines(self, parser: Parser, jobs: Iterable[Job]) -> Any:
        lines, names, refused = [], [], []
        for job in jobs:
            found = parsed(parser, job)
            if found.article is None:
                refused.append((job.name, found.error, found.message, job.url))
                continue
            try:
                article = found.article.to_json()
            except Exception as error:  # a plugin has put in what has no form in JSON
                refused.append((job.name, type(error).__name__, what_is_wrong(error), job.url))
                continue
            head = json.dumps({"id": job.name})[:-1]
            lines.append(f"{head},{article[1:]}\n".encode("utf-8", "replace"))
            names.append(job.name)
        return b"".join(lines), names, refused

    def _rows(self, parser: Parser, jobs: Iterable[Job]) -> Any:
        from ..arrow import Rows
        from .parquet import as_stream

        rows, names, refused = Rows(), [], []
        for job in jobs:
            found = parsed(parser, job)
            if found.article is None:
                refused.append((job.name, found.error, found.message, job.url))
                continue
            try:
                rows.add(found.article, id=job.name)
            except Exception as error:  # as in _lines
                refused.append((job.name, type(error).__name__, what_is_wrong(error), job.url))
                continue
            names.append(job.name)
        return (as_stream(rows.batch()) if names else b""), names, refused
