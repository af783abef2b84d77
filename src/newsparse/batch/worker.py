"""One worker process: chunks of jobs in, results out, and how far it is."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from typing import Any, Final, Protocol

import attrs

from .job import Job, what_is_wrong

_CONTEXT: Final = multiprocessing.get_context("spawn")

_HIDING: Final = threading.Lock()
"""Held while ``__main__`` is hidden; a second thread would keep it hidden for good."""


class Work(Protocol):
    """What workers do; must be picklable."""

    def prepare(self) -> Callable[[Iterable[Job]], Any]:
        """Return the function for chunks; called once in each worker."""


@attrs.frozen
class Unfit:
    """What a worker answers that cannot do its work, a plugin missing, for one."""

    message: str


@attrs.frozen
class Failed:
    """What a worker answers where its work for a chunk raised, or cannot be sent."""

    error: str
    message: str


class _State(ctypes.Structure):
    """Memory that the parent and its worker share.

    ``at`` is the job at hand by its place in the chunk, ``since`` when it was begun
    (``time.monotonic``).
    """

    _fields_ = (("at", ctypes.c_long), ("since", ctypes.c_double))


class Worker:
    """A process as its parent sees it.

    Args:
        work: the pickled work.

    Attributes:
        pipe: readable when there is a result, or when the process has died. The first
            thing in it is None, or :class:`Unfit`.
        ready: whether that came; for the pool to set.
        chunk: what the worker has been given; for the pool to set.
    """

    def __init__(self, work: bytes) -> None:
        self.ready = False
        self.chunk: Any = None
        pipe, theirs = _CONTEXT.Pipe()
        self.pipe: Connection[Any, Any] = pipe
        self._state: _State = _CONTEXT.RawValue(_State)
        self._process = _CONTEXT.Process(
            target=_serve, args=(theirs, work, self._state), daemon=True
        )
        with _without_main(), _without_interrupts():
            self._process.start()
        theirs.close()

    def give(self, jobs: list[Job]) -> None:
        """Send jobs to the process.

        Raises:
            OSError: it has died.
        """
        self._state.at = 0
        self._state.since = time.monotonic()
        self.pipe.send(jobs)

    @property
    def at(self) -> int:
        """The place in its chunk of the job at hand."""
        return int(self._state.at)

    def late(self, timeout: float) -> bool:
        """Whether the job at hand has taken more than `timeout` seconds."""
        return bool(time.monotonic() - self._state.since > timeout)

    def end(self) -> int | None:
        """End the process, politely where it has nothing to do; return its exit status."""
        if self.chunk is None and self.ready:
            with suppress(OSError):
                self.pipe.send(None)
        else:
            self._process.kill()
        self.pipe.close()
        self._process.join()
        return self._process.exitcode


def _serve(pipe: Connection, work: bytes, state: _State) -> None:
    """Run in the worker: chunks in, results out, until the pipe ends."""
    # Ctrl-C reaches the whole group of processes; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        do = pickle.loads(work).prepare()
    except Exception as error:
        pipe.send(Unfit(f"{type(error).__name__}: {error}"))
        return
    with suppress(EOFError, OSError):  # the parent is gone
        pipe.send(None)
        while (jobs := pipe.recv()) is not None:
            pipe.send_bytes(_answer(do, _told(jobs, state)))


def _answer(do: Callable[[Iterable[Job]], Any], jobs: Iterator[Job]) -> Any:
    """Return what came of jobs, pickled."""
    try:
        return ForkingPickler.dumps(do(jobs))
    except Exception as error:
        return ForkingPickler.dumps(Failed(type(error).__name__, what_is_wrong(error)))


def _told(jobs: list[Job], state: _State) -> Iterator[Job]:
    """Yield jobs, telling the parent when each begins."""
    for number, job in enumerate(jobs):
        state.at = number
        state.since = time.monotonic()
        yield job


def _end_with_parent() -> None:
    """End this process when its parent was killed, whatever it is doing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextmanager
def _without_main() -> Iterator[None]:
    """Start a process that does not import the caller's script again.

    The spawn method would; scripts without a ``__main__`` guard, and those read from
    standard input, could not use workers.
    """
    main = sys.modules["__main__"]
    with _HIDING:
        names = [name for name in ("__file__", "__spec__") if hasattr(main, name)]
        hidden = {name: getattr(main, name) for name in names}
        for name in hidden:
            setattr(main, name, None)
        try:
            yield
        finally:
            for name, value in hidden.items():
                setattr(main, name, value)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start a process that takes no notice of Ctrl-C, from its first moment on (POSIX)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
