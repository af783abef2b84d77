"""What a parser knows: all sources, indexed, and compiled when they are first needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from .compiled import CompiledSource
from .compiler import compile_source
from .dates import read_date
from .detect import FALLBACK, Index, index_sources
from .document import Document
from .errors import PluginError, RuleError
from .plugins import ArticleHook, ask_plugins, failed
from .problems import Problem
from .readers import Reader
from .source import Source

_DATE_KEYS = ("date", "published", "pubDate", "publish_date")


class Registry:
    """The sources of all plugins of one parser; safe to share between threads."""

    def __init__(self, plugins: Iterable[Any], block: Iterable[str], *, entry_points: bool) -> None:
        answers = ask_plugins(plugins, block, entry_points=entry_points)
        self.problems: tuple[Problem, ...] = tuple(answers.problems)
        self.owners: dict[str, str] = {i: plugin for i, (_, plugin) in answers.sources.items()}
        self.sources: Mapping[str, Source] = {i: s for i, (s, _) in answers.sources.items()}
        self.plugins: tuple[str, ...] = tuple(answers.plugins)
        self.readers: Mapping[str, Reader] = answers.readers
        self.article_hooks: tuple[ArticleHook, ...] = tuple(answers.article_hooks)
        self._converters = answers.converters
        if FALLBACK not in self.sources:
            raise PluginError(f"the source {FALLBACK!r} is missing; do not block its plugin")
        self.index: Index = index_sources(self.sources.values())
        self._compiled: dict[tuple[str, dt.date | None], CompiledSource] = {}

    def plugin_of(self, source: str) -> str:
        """Return the name of the plugin that brought a source."""
        return self.owners.get(source, "?")

    def compiled(self, source_id: str, document: Document) -> CompiledSource:
        """Return a source ready to run, in the version of the document's day.

        A source that cannot be compiled is reported and ``generic`` used.
        """
        source = self.sources[source_id]
        day = self._version_day(source, document) if source.versions else None
        found = self._compiled.get((source_id, day))
        if found is None:
            try:
                found = compile_source(
                    source, self.owners[source_id], self.sources, self._converters, day=day
                )
            except RuleError as error:
                if source_id == FALLBACK:
                    raise
                self.problems = (
                    *self.problems,
                    failed(self.owners[source_id], f"source {source_id}", error),
                )
                found = self.compiled(FALLBACK, document)
            self._compiled[source_id, day] = found
        return found

    def _version_day(self, source: Source, document: Document) -> dt.date | None:
        """Return a day that stands for the version: the day before the version ends.

        Documents of one version so share what is compiled.
        """
        moment = None
        for key in _DATE_KEYS:
            if key in document.matter:
                reading = read_date(document.matter[key], zone=source.zone)
                moment = reading.value if reading else None
                break
        if moment is None and document.url:
            from .dates import date_in_url

            day = date_in_url(document.url)
        else:
            day = moment.astimezone(dt.UTC).date() if moment else None
        if day is None:
            return None
        ends = [version.until for version in source.versions if day < version.until]
        return min(ends) - dt.timedelta(days=1) if ends else None
