"""Worker processes that may die without taking documents along.

Each worker gets one chunk of jobs at a time. When it dies, or a document takes longer than
the timeout, the process is replaced; the document that was at hand is tried again alone,
the others of its chunk without it. A job that fails so when it is alone is given up.
Nothing else is lost. Not more than a few chunks a worker are under way.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from typing import Any, Final

import attrs

from ..errors import NewsparseError
from .job import Job
from .worker import Failed, Unfit, Work, Worker

AHEAD: Final = 3
"""Chunks that are read ahead for each worker."""

TRIES: Final = 2
"""So often a job that ends its worker is tried."""

STILLBORN: Final = 3
"""So many workers in a row may die before they are ready."""


class WorkerError(NewsparseError):
    """No worker can do the work: a plugin is missing where they run, for one."""


@attrs.frozen
class Lost:
    """What came of a job that ended its worker, or whose result cannot be sent."""

    job: Job
    error: str
    message: str


@attrs.define(eq=False)
class _Chunk:
    """Jobs of one chunk of the source, from its job number `first` on."""

    number: int
    jobs: list[Job]
    first: int = 0
    tries: int = 0

    def split(self, at: int) -> list[_Chunk]:
        """Return the jobs before the one at `at`, that one, and those after it."""
        jobs = self.jobs
        return self._parts(((0, jobs[:at]), (at, jobs[at : at + 1]), (at + 1, jobs[at + 1 :])))

    def halves(self) -> list[_Chunk]:
        """Return both halves of the jobs."""
        half = len(self.jobs) // 2
        return self._parts(((0, self.jobs[:half]), (half, self.jobs[half:])))

    def _parts(self, parts: Iterable[tuple[int, list[Job]]]) -> list[_Chunk]:
        return [_Chunk(self.number, part, self.first + n) for n, part in parts if part]


@attrs.define(eq=False)
class _Waiting:
    """The results of a chunk whose jobs may come back in parts."""

    left: int
    results: dict[int, Any] = attrs.field(factory=dict)


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
        workers: how many processes, at most; no more are started than there are chunks.
        ordered: whether results come in the order of the chunks.
        timeout: seconds that one document may take.

    Raises:
        WorkerError: workers cannot begin.
        Exception: what `chunks` raised, after the results of all that came before.
    """
    pool = _Pool(pickle.dumps(work), enumerate(chunks), max(1, workers), timeout)
    emitted = 0
    try:
        while pool.under_way():
            pool.collect()
            while pool.waiting:
                number = emitted if ordered else pool.finished()
                if number not in pool.waiting or pool.waiting[number].left:
                    break
                found = pool.waiting.pop(number)
                emitted += ordered
                for first in sorted(found.results):
                    yield found.results[first]
        if pool.broken is not None:
            raise pool.broken
    finally:
        for worker in pool.crew:
            worker.end()


@attrs.define(eq=False)
class _Pool:
    """Workers, what they have, and what is still to come."""

    work: bytes
    source: Iterator[tuple[int, list[Job]]]
    workers: int
    timeout: float | None
    crew: list[Worker] = attrs.field(factory=list)
    pending: deque[_Chunk] = attrs.field(factory=deque)
    waiting: dict[int, _Waiting] = attrs.field(factory=dict)
    stillborn: int = 0
    broken: Exception | None = None

    def under_way(self) -> bool:
        """Give every idle worker a chunk; return whether anything is left to do."""
        busy = sum(worker.chunk is not None for worker in self.crew)
        while len(self.pending) < self.workers - busy and self._read():
            pass
        while len(self.crew) < self.workers and len(self.pending) > len(self.crew) - busy:
            self.crew.append(Worker(self.work))
        for place, worker in enumerate(self.crew):
            if self.pending and worker.ready and worker.chunk is None:
                try:
                    worker.give(self.pending[0].jobs)
                except OSError:  # it has died while it was idle
                    self._replace(place)
                else:
                    worker.chunk = self.pending.popleft()
        return bool(self.pending) or any(worker.chunk is not None for worker in self.crew)

    def _read(self) -> bool:
        """Take a chunk from the source, unless too many results wait already."""
        if len(self.waiting) >= self.workers * (1 + AHEAD):
            return False
        if self.broken is not None:
            return False
        try:
            number, jobs = next(self.source, (0, None))
        except Exception as error:
            self.broken = error
            return False
        if jobs is None:
            return False
        self.waiting[number] = _Waiting(len(jobs))
        self.pending.append(_Chunk(number, jobs))
        return True

    def collect(self) -> None:
        """Wait until workers have begun, finished, died, or are late, and see to them."""
        watched = [
            n
            for n, w in enumerate(self.crew)
            if w.chunk is not None or (self.pending and not w.ready)
        ]
        patience = None if self.timeout is None else max(0.02, min(self.timeout / 4, 1.0))
        readable = wait([self.crew[n].pipe for n in watched], patience)
        for place in watched:
            worker = self.crew[place]
            if worker.pipe in readable:
                self._take(place)
            elif worker.chunk is not None and self.timeout and worker.late(self.timeout):
                self._gone(place, late=True)

    def finished(self) -> int:
        """Return the number of a chunk that is complete, -1 if there is none."""
        return next((n for n, found in self.waiting.items() if not found.left), -1)

    def _take(self, place: int) -> None:
        worker = self.crew[place]
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            self._gone(place, late=False)
            return
        if worker.ready:
            chunk, worker.chunk = worker.chunk, None
            if not isinstance(result, Failed):
                self._settle(chunk, result)
            elif len(chunk.jobs) > 1:
                self.pending.extend(chunk.halves())
            else:
                self._settle(chunk, Lost(chunk.jobs[0], result.error, result.message))
        elif isinstance(result, Unfit):
            raise WorkerError(f"workers cannot begin: {result.message}")
        else:
            worker.ready = True

    def _settle(self, chunk: _Chunk, result: Any) -> None:
        place = self.waiting[chunk.number]
        place.results[chunk.first] = result
        place.left -= len(chunk.jobs)

    def _gone(self, place: int, *, late: bool) -> None:
        """Replace a worker that died or is late, and see to the jobs it had."""
        chunk, at = self.crew[place].chunk, self.crew[place].at
        code = self._replace(place)
        if chunk is None:
            return
        if len(chunk.jobs) > 1:
            self.pending.extend(chunk.split(at))
        elif late:
            why = f"took more than {self.timeout:g} seconds"
            self._settle(chunk, Lost(chunk.jobs[0], "Timeout", why))
        elif chunk.tries + 1 < TRIES:
            chunk.tries += 1
            self.pending.append(chunk)
        else:
            why = f"the worker ended {_status(code)}"
            self._settle(chunk, Lost(chunk.jobs[0], "WorkerDied", why))

    def _replace(self, place: int) -> int | None:
        worker = self.crew[place]
        code = worker.end()
        self.stillborn = 0 if worker.ready else self.stillborn + 1
        if self.stillborn == STILLBORN:
            raise WorkerError(f"workers end {_status(code)} before they can begin")
        self.crew[place] = Worker(self.work)
        return code


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _status(code: int | None) -> str:
    """Return how a process ended: its status, or the signal that ended it."""
    return f"by signal {-code}" if code is not None and code < 0 else f"with status {code}"
