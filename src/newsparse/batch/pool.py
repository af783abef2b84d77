"""Worker processes that may die without taking documents along.

Each worker has a pipe of its own and gets one chunk of jobs at a time. When a worker dies
or a document takes longer than the timeout, the process is replaced and the jobs of its
chunk are tried again, each in a chunk of its own; a job that fails so when it is alone is
given up. Nothing else is lost. Not more than a few chunks a worker are under way.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Protocol

import attrs

from .job import Job

AHEAD: Final = 3
"""Chunks that are read ahead for each worker."""

TRIES: Final = 2
"""So often a job that ends its worker is tried."""

STARTUP: Final = 60.0
"""Seconds that a worker may take until it begins with its first document."""

_CONTEXT: Final = multiprocessing.get_context("spawn")


class Work(Protocol):
    """What workers do; must be picklable."""

    def prepare(self) -> Callable[[list[Job]], Any]:
        """Return the function for chunks; called once in each worker."""


@attrs.frozen
class Lost:
    """What came of a job that ended its worker."""

    job: Job
    error: str
    message: str


@attrs.define(eq=False)
class _Chunk:
    number: int
    jobs: list[Job]
    first: int = 0
    tries: int = 0


@attrs.define(eq=False)
class _Waiting:
    """The results of a chunk whose jobs may come back one by one."""

    left: int
    results: dict[int, Any] = attrs.field(factory=dict)


class _Worker:
    """A process, its pipe, and the chunk it has."""

    def __init__(self, work: Work) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.started = _CONTEXT.RawValue("d", 0.0)
        self.at = _CONTEXT.RawValue("l", 0)
        self.chunk: _Chunk | None = None
        self.process = _CONTEXT.Process(
            target=_serve, args=(theirs, work, self.started, self.at), daemon=True
        )
        with _without_main():
            self.process.start()
        theirs.close()

    def give(self, chunk: _Chunk) -> None:
        self.chunk = chunk
        self.at.value = 0
        # The clock runs from the first document on: a new process takes its time to begin.
        self.started.value = time.monotonic() + STARTUP
        self.pipe.send(chunk.jobs)

    def late(self, timeout: float) -> bool:
        """Whether the document at hand takes too long."""
        return self.chunk is not None and time.monotonic() - self.started.value > timeout

    def end(self, *, kill: bool) -> None:
        if kill:
            self.process.kill()
        else:
            with suppress(OSError):
                self.pipe.send(None)
        self.pipe.close()
        self.process.join()


def run(
    work: Work,
    chunks: Iterable[list[Job]],
    *,
    workers: int,
    ordered: bool,
    timeout: float | None = None,
) -> Iterator[Any]:
    """Yield what `work` makes of each chunk, or :class:`Lost` for a job that ended its worker.

    Args:
        work: what workers do.
        chunks: jobs, some at a time; read only as far ahead as workers need.
        workers: how many processes.
        ordered: whether results come in the order of the chunks.
        timeout: seconds that one document may take.
    """
    source = enumerate(chunks)
    again: deque[_Chunk] = deque()
    waiting: dict[int, _Waiting] = {}
    crew = [_Worker(work) for _ in range(max(1, workers))]
    most = len(crew) * (1 + AHEAD)
    done = False
    emitted = 0
    try:
        while True:
            for worker in crew:
                if worker.chunk is None:
                    chunk = again.popleft() if again else None
                    # Read further only while the results that wait are few.
                    if chunk is None and not done and len(waiting) < most:
                        number, jobs = next(source, (0, None))
                        if jobs is None:
                            done = True
                        else:
                            chunk = _Chunk(number, jobs)
                            waiting[number] = _Waiting(len(jobs))
                    if chunk is not None:
                        _hand_over(crew, worker, chunk, work)
            busy = [worker for worker in crew if worker.chunk is not None]
            if not busy and not again and done:
                break
            for worker in _ready(busy, timeout):
                _collect(crew, worker, work, waiting, again, timeout)
            while waiting:
                number = emitted if ordered else _finished(waiting)
                if number not in waiting or waiting[number].left:
                    break
                found = waiting.pop(number)
                emitted += ordered
                for first in sorted(found.results):
                    yield found.results[first]
    finally:
        for worker in crew:
            worker.end(kill=worker.chunk is not None)


def _finished(waiting: dict[int, _Waiting]) -> int:
    return next((number for number, found in waiting.items() if not found.left), -1)


def _hand_over(crew: list[_Worker], worker: _Worker, chunk: _Chunk, work: Work) -> None:
    """Give a chunk to a worker; one that has died while idle is replaced first."""
    try:
        worker.give(chunk)
    except OSError:
        worker.end(kill=True)
        fresh = crew[crew.index(worker)] = _Worker(work)
        fresh.give(chunk)


def _ready(busy: list[_Worker], timeout: float | None) -> list[_Worker]:
    """Wait until a worker has finished, has died, or may be late."""
    patience = None if timeout is None else max(0.02, min(timeout / 4, 1.0))
    found = wait([worker.pipe for worker in busy], patience)
    return [w for w in busy if w.pipe in found or (timeout is not None and w.late(timeout))]


def _collect(
    crew: list[_Worker],
    worker: _Worker,
    work: Work,
    waiting: dict[int, _Waiting],
    again: deque[_Chunk],
    timeout: float | None,
) -> None:
    """Take a result, or replace a worker that died or is late and try its jobs again."""
    chunk = worker.chunk
    assert chunk is not None
    place = waiting[chunk.number]
    try:
        if not worker.pipe.poll():
            raise TimeoutError
        result = worker.pipe.recv()
    except (EOFError, OSError) as error:
        late = isinstance(error, TimeoutError)
        worker.end(kill=True)
        code = worker.process.exitcode
        crew[crew.index(worker)] = _Worker(work)
        if len(chunk.jobs) > 1:
            again.extend(
                _Chunk(chunk.number, [job], chunk.first + i) for i, job in enumerate(chunk.jobs)
            )
            return
        chunk.tries += 1
        if chunk.tries < TRIES and not late:
            again.append(chunk)
            return
        result = (
            Lost(chunk.jobs[0], "Timeout", f"took more than {timeout:g} seconds")
            if late
            else Lost(chunk.jobs[0], "WorkerDied", f"the worker ended with status {code}")
        )
    else:
        worker.chunk = None
    place.results[chunk.first] = result
    place.left -= len(chunk.jobs)


def _serve(pipe: Connection, work: Work, started: Any, at: Any) -> None:
    """Run in the worker: chunks in, results out, until the pipe ends."""
    try:
        do = work.prepare()
    except Exception as error:
        do = _broken(error)
    while True:
        try:
            jobs = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        if jobs is None:
            return
        try:
            result = do(_told(jobs, started, at))
        except KeyboardInterrupt:
            return
        pipe.send(result)


def _told(jobs: list[Job], started: Any, at: Any) -> Any:
    """Yield jobs, telling the parent when each begins."""
    for number, job in enumerate(jobs):
        at.value = number
        started.value = time.monotonic()
        yield job


def _broken(error: Exception) -> Callable[[Any], Any]:
    def fail(_: Any) -> Any:
        raise error

    return fail


@contextmanager
def _without_main() -> Iterator[None]:
    """Start a process that does not import the caller's script again.

    The spawn method would; scripts without a ``__main__`` guard, and those read from
    standard input, could not use workers.
    """
    main = sys.modules["__main__"]
    hidden = {name: getattr(main, name) for name in ("__file__", "__spec__") if hasattr(main, name)}
    for name in hidden:
        setattr(main, name, None)
    try:
        yield
    finally:
        for name, value in hidden.items():
            setattr(main, name, value)
