"""``parse_many``: an iterator of documents to an iterator of articles, over processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import attrs

from ..article import Article
from ..errors import what_is_wrong
from ..parser import Parser, default_parser
from .carried import Carried
from .job import Data, Job
from .pool import Lost, run

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
        workers: processes; the number of processors if not given; 0 parses in this one,
            where a document can neither be timed out nor survive a crash.
        ordered: whether results come in the order of the inputs, or as they are completed.
        timeout: seconds that one document may take.
        parser: the parser to use, the default one if not given. Its plugins must be
            importable in another process.
        chunk: documents that a worker gets at once; fewer where they are large.

    Raises:
        ValueError: `timeout` with `workers` 0, or a number that is not positive.
        WorkerError: workers cannot begin; a plugin is missing where they run, for one.
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
        workers or os.cpu_count() or 1,
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


def as_job(number: int, given: Data | Job) -> Job:
    """Return an input as a job; a path is its name, other documents are numbered."""
    if isinstance(given, Job):
        return given
    name = os.fspath(given) if isinstance(given, os.PathLike) else str(number)
    return Job(name=name, data=given)


def chunked(jobs: Iterable[Job], size: int) -> Iterator[list[Job]]:
    """Yield lists of `size` jobs, shorter at the end and where documents are large."""
    found: list[Job] = []
    held = 0
    for job in jobs:
        found.append(job)
        held += len(job.data) if isinstance(job.data, str | bytes) else 0
        if len(found) == size or held > CHUNK_BYTES:
            yield found
            found, held = [], 0
    if found:
        yield found


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
