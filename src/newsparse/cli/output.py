"""Where articles are written: standard output, one file, or a folder of files.

A file appears whole or not at all: it is written beside its place under
another name and then moved there.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TextIO

from ..article import Article
from .formats import Style
from .inputs import Input

INDENT = 2


class Output(Protocol):
    """Takes articles, one after the other."""

    def write(self, source: Input, article: Article) -> None:
        """Write the article of `source`."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class StreamOutput:
    """Writes to standard output, or to one file that appears when all is written.

    The file is left as it was when no article came, or when writing was broken off.
    """

    def __init__(self, style: Style, *, many: bool, path: Path | None = None) -> None:
        self._style = style
        self._many = many
        self._path = path
        self._stream: TextIO | None = None
        self._file = _atomic(path) if path else None

    def write(self, source: Input, article: Article) -> None:  # noqa: ARG002
        """Write `article` after those before it."""
        pretty = self._path is None and sys.stdout.isatty() and not self._many
        text = self._style.render(article, INDENT if pretty else None)
        if self._stream is None:
            self._stream = self._file.__enter__() if self._file else sys.stdout
            self._stream.write(self._style.opening if self._many else "")
        else:
            self._stream.write(self._style.separator)
        self._stream.write(text)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._stream is None:
            return
        if kind is None:
            self._stream.write(self._style.ending if self._many else "\n")
        if self._file:
            self._file.__exit__(kind, error, trace)


class FolderOutput:
    """Writes one file a document, in the folders the documents have among themselves."""

    def __init__(self, style: Style, folder: Path, inputs: Sequence[Input]) -> None:
        self._style = style
        self._places = places(inputs, folder, style.suffix)

    def write(self, source: Input, article: Article) -> None:
        """Write `article` to the file that stands for `source`."""
        path = self._places[source]
        path.parent.mkdir(parents=True, exist_ok=True)
        with _atomic(path) as file:
            file.write(self._style.render(article, INDENT) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return


def places(inputs: Sequence[Input], folder: Path, suffix: str) -> dict[Input, Path]:
    """Return the file for each of `inputs`: no two the same, and none of them an input.

    A document ``a/b.html`` becomes ``a/b.json``. Where two would meet
    (``b.html`` and ``b.md``), or the file is itself an input, the whole name is
    kept: ``a/b.html.json``.
    """
    taken = {_key(i.path) for i in inputs if i.path is not None}
    short = {
        i: folder / i.relative.with_suffix("").with_name(i.relative.stem + suffix) for i in inputs
    }
    uses = Counter(_key(p) for p in short.values())
    result = {i: p for i, p in short.items() if uses[_key(p)] == 1 and _key(p) not in taken}
    taken.update(_key(p) for p in result.values())
    for source in inputs:
        if source in result:
            continue
        number = 1
        path = whole = folder / source.relative.with_name(source.relative.name + suffix)
        while _key(path) in taken:
            number += 1
            path = whole.with_name(f"{source.relative.name}-{number}{suffix}")
        taken.add(_key(path))
        result[source] = path
    return result


def _key(path: Path) -> str:
    # Some file systems take a.json and A.json for the same file.
    return os.path.abspath(path).casefold()


@contextmanager
def _atomic(path: Path) -> Iterator[TextIO]:
    if path.exists() and not path.is_file():  # /dev/null, a named pipe: not to be replaced
        with path.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        return
    if path.is_symlink():
        path = Path(os.path.realpath(path))
    part = path.with_name(f".newsparse-{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        part.replace(path)
    except BaseException as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is not None:
            error.filename = str(path)  # the name the user gave, not that of the part
        raise
