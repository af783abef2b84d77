"""How far a batch is: a bar that moves on a terminal, plain lines in a pipe."""

from __future__ import annotations

import datetime as dt
import sys
import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..inputs.reading import Reading

if TYPE_CHECKING:
    from ..batch.run import Progress

EVERY = 10.0
"""Seconds between the lines that a pipe gets."""


class Display:
    """Documents, documents a second, rejects, and the time left.

    The time left is told by the bytes of the inputs that are read, against all of them; how
    many those are is counted meanwhile. Of streams it is not known.

    Args:
        inputs: what is to be counted.
    """

    def __init__(self, inputs: Iterable[str]) -> None:
        self.reading: Reading = Reading()
        self._start = self._said = time.monotonic()
        self._first: tuple[float, float] | None = None
        self._counter = threading.Thread(
            target=self.reading.count, args=(tuple(inputs),), daemon=True
        )
        self._bar: Any = None
        self._task: Any = None
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

            self._bar = Progress(
                BarColumn(bar_width=None),  # whatever the words leave
                TaskProgressColumn(),
                TextColumn("{task.description}", markup=False),
                console=Console(stderr=True),
                transient=True,
                expand=True,
            )
            self._task = self._bar.add_task("begins", total=None)

    def show(self, progress: Progress) -> None:
        """Tell how far it is."""
        now = time.monotonic()
        share = self._share(progress)
        if share is not None and self._first is None:
            # From here on, because workers had to begin and what was done before was passed over.
            self._first = (now, share)
        if self._bar is not None:
            self._bar.update(
                self._task,
                description=f"{self.line(progress)}, {self._left(now, share)}",
                total=None if share is None else 1.0,
                completed=share or 0.0,
            )
        elif now - self._said > EVERY:
            self._said = now
            line = f"{self.line(progress)}, {self._left(now, share)}"
            print(line, file=sys.stderr, flush=True)

    def line(self, progress: Progress) -> str:
        """Return the state in a line, without the time left."""
        seconds = max(time.monotonic() - self._start, 1e-6)
        before = f", {progress.before:,} done before" if progress.before else ""
        return (
            f"{progress.done:,} documents, {progress.rejected:,} rejected{before}, "
            f"{progress.done / seconds:,.0f} a second"
        )

    def _share(self, progress: Progress) -> float | None:
        """Return how much of all is done, 0 to 1; None where that is not known.

        Documents that were read and are not done yet count as not read.
        """
        total, found = self.reading.total, self.reading.jobs
        if not total or not found:
            return None
        finished = min(1.0, (progress.done + progress.before) / found)
        return min(1.0, self.reading.read / total) * finished

    def _left(self, now: float, share: float | None) -> str:
        """Return the time left in words: what is left takes as long as its like took so far."""
        if share is None:
            return "time left unknown" if self.reading.counted else "time left: counting"
        since, before = self._first or (now, share)
        if share <= before:
            return "time left: measuring"
        seconds = round((now - since) * (1.0 - share) / (share - before))
        return f"time left {dt.timedelta(seconds=seconds)}"

    def __enter__(self) -> Display:
        self._counter.start()
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
