"""What a long run shows on standard error: one line an error, and a bar on a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..errors import InputError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 0.5
"""Seconds after which a bar appears."""


def message(error: Exception, name: str | None = None) -> str:
    """Return what `error` says; the file `name` it is about is told elsewhere."""
    if isinstance(error, InputError):
        return error.message
    if isinstance(error, OSError):
        text = error.strerror or str(error)
        elsewhere = error.filename is not None and str(error.filename) != name
        return f"{error.filename}: {text}" if elsewhere else text
    return f"{type(error).__name__}: {error}"


def one_line(text: str) -> str:
    """Return `text` on one line, control characters written as escapes."""
    words = " ".join(text.split())
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode()
        for c in words
    )


class Report:
    """Counts documents and failures; shows a bar where a person would see it.

    Args:
        bar: whether a bar may be shown: results must not go to the same terminal.
    """

    def __init__(self, *, bar: bool) -> None:
        self.failures: int = 0
        self.total: int | None = None
        self._bar = bar and sys.stderr.isatty()
        self._start = time.monotonic()
        self._done = 0
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def failed(self, name: str, text: str) -> None:
        """Print that the document `name` could not be parsed, and why."""
        self.failures += 1
        line = f"newsparse: {one_line(name)}: {one_line(text)}"
        if self._progress is None:
            print(line, file=sys.stderr)
        else:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def advance(self) -> None:
        """Count one more document."""
        self._done += 1
        if not self._bar:
            return
        if self._progress is None and time.monotonic() - self._start > PATIENCE:
            self._show()
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=self._done)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        self._progress = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("", total=self.total)
        self._progress.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._progress is not None:
            self._progress.stop()
