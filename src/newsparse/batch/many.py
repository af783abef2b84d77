"""``parse_many``: an iterator of documents to an iterator of articles, over processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import attrs

from ..article import Article
from ..parser import Parser, default_parser
from .carried import Carried
from .job import Data, Job, what_is_wrong
from .pool import Lost, processors, run

CHUNK: Final = 32
"""Documents that a worker gets at once."""

CHUNK_BYTES: Final = 4 * 2**20
"""A chunk that has so many bytes is full, so that large documents do not fill the memory."""


@attrs.frozen(kw_only=True)
class Parsed:
    """What came of one document.

    Attributes:
        name: the document: its job's name, its path, or its number in the input.
        article: the article, None where there is none.
        error: the class of the error; ``Timeout`` and ``WorkerDied`` for documents that
            took too long or ended the process they were parsed in.
        message: what the error says.
    """

    name: str
    article: Article | None = None
    error: str | None = None
    message: str | None = None


def parse_many(
    inputs: Iterable[Data | Job],
    *,
    workers: int | None = None,
    ordered: bool = True,
    timeout: float | None = None,
    parser: Parser | None = None,
    chunk: int = CHUNK,
) -> Iterator[Parsed]:
    """Yield the article of each input, or its error; none stops the rest.

    Inputs are read, and results held, only as far as the workers are ahead. A worker that
    dies loses no other document: the one at hand is tried again alone, the others without it.

    Args:
        inputs: documents as text, bytes or paths, or jobs with a name and a URL.
        workers: processes; as many as there are processors to use if not given; 0 parses
            in this one, where a document can neither be timed out nor survive a crash.
        ordered: whether results come in the order of the inputs, or as they are completed.
        timeout: seconds that one document may take.
        parser: the parser to use, the default one if not given. Its plugins must be
            importable in another process.
        chunk: documents that a worker gets at once; fewer where they are large.

    Raises:
        ValueError: `timeout` with `workers` 0, or a number that is not positive.
        WorkerError: workers cannot begin; a plugin is missing where they run, for one.
        Exception: what `inputs` raised, after the results of all that came before.
    """
    if chunk < 1 or (workers is not None and workers < 0):
        raise ValueError("chunk and workers must be positive")
    if timeout is not None and (workers == 0 or timeout <= 0):
        raise ValueError("a timeout needs worker processes and must be positive")
    jobs = (as_job(number, given) for number, given in enumerate(inputs))
    if workers == 0:
        parser = parser or default_parser()
        return (parsed(parser, job) for job in jobs)
    return _over_processes(
        _Articles(carried=Carried.of(parser or Parser())),
        chunked(jobs, chunk),
        workers or processors(),
        ordered,
        timeout,
    )


def _over_processes(
    work: _Articles,
    chunks: Iterator[list[Job]],
    workers: int,
    ordered: bool,
    timeout: float | None,
) -> Iterator[Parsed]:
    for result in run(work, chunks, workers=workers, ordered=ordered, timeout=timeout):
        if isinstance(result, Lost):
            yield Parsed(name=result.job.name, error=result.error, message=result.message)
        else:
            yield from result


def as_job(number: int, given: Any) -> Job:
    """Return an input as a job; a path is its name, other documents are numbered."""
    if isinstance(given, Job):
        job = given
    elif isinstance(given, os.PathLike):
        job = Job(name=os.fsdecode(given), data=given)
    else:
        job = Job(name=str(number), data=bytes(given) if isinstance(given, memoryview) else given)
    if not isinstance(job.data, str | bytes | bytearray | os.PathLike):
        kind = type(job.data).__name__  # what cannot be sent to a worker, an open file, for one
        why = f"expected text, bytes or a path, got {kind}"
        return attrs.evolve(job, data=b"", error=("TypeError", why))
    return job


def chunked(jobs: Iterable[Job], size: int) -> Iterator[list[Job]]:
    """Yield lists of `size` jobs, shorter at the end and where documents are large.

    What `jobs` raises comes after the jobs before it.
    """
    found: list[Job] = []
    held = 0
    broken: Exception | None = None
    source = iter(jobs)
    while True:
        try:
            job = next(source, None)
        except Exception as error:
            job, broken = None, error
        if job is not None:
            found.append(job)
            held += len(job.data) if isinstance(job.data, str | bytes) else 0
        if found and (job is None or len(found) == size or held > CHUNK_BYTES):
            yield found
            found, held = [], 0
        if job is None:
            break
    if broken is not None:
        raise broken


def parsed(parser: Parser, job: Job) -> Parsed:
    """Return what a parser makes of a job; whatever it raises is its error."""
    if job.error is not None:
        return Parsed(name=job.name, error=job.error[0], message=job.error[1])
    try:
        article = parser.parse(job.data, url=job.url, name=job.name, encoding=job.encoding)
    except Exception as error:
        return Parsed(name=job.name, error=type(error).__name__, message=what_is_wrong(error))
    return Parsed(name=job.name, article=article)


@attrs.frozen(kw_only=True)
class _Articles:
    """Work: articles as they are."""

    carried: Carried

    def prepare(self) -> Callable[[Iterable[Job]], Any]:
        parser = self.carried.unpacked()
        return lambda jobs: [parsed(parser, job) for job in jobs]
