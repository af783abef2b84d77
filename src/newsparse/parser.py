"""The parser: configuration and plugins, and the three things one asks it."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Iterable
from types import ModuleType
from typing import Any

import attrs

from .article import Article
from .document import Document
from .errors import StrictError
from .explanation import Explanation
from .intake import Input, read_document
from .limits import Limits
from .pipeline import explained, run
from .problems import Problem
from .registry import Registry
from .source import Source

_LOCK = threading.Lock()


def _plugins(given: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(given)


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True)
class SourceInfo:
    """A source and the name of the plugin it comes from."""

    source: Source
    plugin: str


@attrs.frozen(kw_only=True, repr=False)
class Parser:
    """Parses documents; immutable, safe to share between threads, and picklable.

    Plugins are asked once, when the parser is made; all sources are indexed,
    so that parsing takes no longer with many sources than with few.

    Attributes:
        plugins: plugins besides the built-in and installed ones: modules,
            objects with hook implementations, or names to import.
        block: names of plugins that are not used, built-in ones too.
        entry_points: whether plugins of installed packages are used.
        strict: raise :class:`~newsparse.errors.StrictError` at the first
            problem of a document instead of reporting it.
        limits: bounds on one input.
        now: the moment relative dates ("3小时前") are counted from; without it
            they are problems, so that the same input always gives the same article.
    """

    plugins: tuple[Any, ...] = attrs.field(default=(), converter=_plugins)
    block: tuple[str, ...] = attrs.field(default=(), converter=_names)
    entry_points: bool = True
    strict: bool = False
    limits: Limits = attrs.field(factory=Limits)
    now: dt.datetime | None = None
    _registry: Registry = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.now is not None and self.now.tzinfo is None:
            raise ValueError(f"now must know its time zone, got {self.now!r}")
        registry = Registry(self.plugins, self.block, entry_points=self.entry_points)
        object.__setattr__(self, "_registry", registry)

    def parse(
        self,
        source: Input,
        *,
        url: str | None = None,
        name: str | None = None,
        encoding: str | None = None,
    ) -> Article:
        """Return the article in `source`.

        Args:
            source: the document as text or bytes, a path, an open file, or a
                :class:`~newsparse.document.Document`. A ``str`` is the
                document itself, never a path.
            url: where it was found; relative links are resolved against it.
            name: what to call it in messages.
            encoding: its charset where that is known from elsewhere.

        Raises:
            InputError: the input is no article at all.
            StrictError: it has a problem, and the parser is strict.
            OSError: the file cannot be read.
        """
        document = self.read(source, url=url, name=name, encoding=encoding)
        article = run(document, self._registry, self.now, explain=False)[0]
        if self.strict and article.problems:
            raise StrictError(str(article.problems[0]), name=document.name)
        return article

    def parse_file(self, path: str | os.PathLike[str], *, url: str | None = None) -> Article:
        """Return the article in the file at `path`; see :meth:`parse`."""
        return self.parse(_as_path(path), url=url)

    def explain(
        self,
        source: Input,
        *,
        url: str | None = None,
        name: str | None = None,
        encoding: str | None = None,
    ) -> Explanation:
        """Return the article in `source` with everything that happened on the way to it.

        Takes and raises what :meth:`parse` does, and runs the same code.
        """
        document = self.read(source, url=url, name=name, encoding=encoding)
        explanation = explained(document, self._registry, self.now)
        if self.strict and explanation.article.problems:
            raise StrictError(str(explanation.article.problems[0]), name=document.name)
        return explanation

    def read(
        self,
        source: Input,
        *,
        url: str | None = None,
        name: str | None = None,
        encoding: str | None = None,
    ) -> Document:
        """Return `source` decoded and split, nothing decided yet."""
        return read_document(
            source,
            self.limits,
            url=url,
            name=name,
            encoding=encoding,
            readers=self._registry.readers,
        )

    @property
    def sources(self) -> tuple[SourceInfo, ...]:
        """All sources with the plugins they come from, in the order of their ids."""
        registry = self._registry
        return tuple(
            SourceInfo(source=source, plugin=registry.owners[source_id])
            for source_id, source in sorted(registry.sources.items())
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong in plugins when they were asked."""
        return self._registry.problems

    def __repr__(self) -> str:
        registry = self._registry
        return f"<Parser {len(registry.sources)} sources of {len(registry.plugins)} plugins>"

    def __reduce__(self) -> tuple[Any, ...]:
        plugins = tuple(
            plugin.__name__ if isinstance(plugin, ModuleType) else plugin for plugin in self.plugins
        )
        state = (plugins, self.block, self.entry_points, self.strict, self.limits, self.now)
        return _remake, state


def _remake(
    plugins: tuple[Any, ...],
    block: tuple[str, ...],
    entry_points: bool,
    strict: bool,
    limits: Limits,
    now: dt.datetime | None,
) -> Parser:
    return Parser(
        plugins=plugins,
        block=block,
        entry_points=entry_points,
        strict=strict,
        limits=limits,
        now=now,
    )


def _as_path(path: str | os.PathLike[str]) -> os.PathLike[str]:
    if isinstance(path, str):
        from pathlib import Path

        return Path(path)
    return path


_default: Parser | None = None


def default_parser() -> Parser:
    """Return the parser behind :func:`newsparse.parse`, made when first needed."""
    global _default
    if _default is None:
        with _LOCK:
            if _default is None:
                _default = Parser()
    return _default


def parse(
    source: Input, *, url: str | None = None, name: str | None = None, encoding: str | None = None
) -> Article:
    """Return the article in `source`, with the default parser; see :meth:`Parser.parse`."""
    return default_parser().parse(source, url=url, name=name, encoding=encoding)


def parse_file(path: str | os.PathLike[str], *, url: str | None = None) -> Article:
    """Return the article in the file at `path`, with the default parser."""
    return default_parser().parse_file(path, url=url)


def explain(
    source: Input, *, url: str | None = None, name: str | None = None, encoding: str | None = None
) -> Explanation:
    """Return the article in `source` and how it was found; see :meth:`Parser.explain`."""
    return default_parser().explain(source, url=url, name=name, encoding=encoding)
