"""Making a subject of a plugin: its parser, its sources, its samples."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ...errors import PluginError
from ...parser import Parser
from ...plugins import plugin_name
from ..truth import Labelled
from .model import Subject


def subject_of(
    plugin: Any,
    *,
    source: str | Iterable[str] | None = None,
    samples: Iterable[Labelled | Path | str | bytes] | Path | str = (),
) -> Subject:
    """Return a plugin ready to be tested.

    Args:
        plugin: the plugin itself (a module, or an object with hook functions),
            or its name: of a built-in or installed plugin, or a module to import.
        source: the id of the source to test, or several; all of the plugin's
            sources that match documents of their own, if None.
        samples: documents of the plugin's sources: labelled ones, paths, bytes,
            HTML or posts as text; or one folder, of which every file is taken
            that is not JSON. A ``str`` in a list is a document, never a path.

    Raises:
        PluginError: there is no such plugin, it raises when it is asked for its
            sources, or it has no source to test.
    """
    parser, without, name = _parsers(plugin)
    for problem in parser.problems:
        if problem.where == f"plugin {name}":
            raise PluginError(f"the plugin {name!r} does not load: {problem.message}")
    own = {info.source.id: info.source for info in parser.sources if info.plugin == name}
    if source is None:
        wanted = tuple(i for i, found in own.items() if found.matches)
    else:
        wanted = (source,) if isinstance(source, str) else tuple(source)
    missing = [i for i in wanted if i not in own]
    if missing or not wanted:
        has = ", ".join(own) or "none"
        raise PluginError(f"the plugin {name!r} has no source {', '.join(missing)} (it has {has})")
    return Subject(
        plugin=name,
        sources=wanted,
        samples=tuple(_samples(samples)),
        parser=parser,
        without=without,
    )


def _parsers(plugin: Any) -> tuple[Parser, Parser, str]:
    """Return a parser with the plugin, one without it, and the plugin's name."""
    installed = Parser()
    if isinstance(plugin, str) and plugin in {info.plugin for info in installed.sources}:
        return installed, Parser(block=(plugin,)), plugin
    name = plugin_name(plugin)
    return Parser(plugins=(plugin,), entry_points=False), Parser(entry_points=False), name


def _samples(given: Iterable[Labelled | Path | str | bytes] | Path | str) -> Iterable[Labelled]:
    if isinstance(given, str | Path):
        folder = Path(given)
        if not folder.is_dir():
            raise PluginError(f"samples: {str(folder)!r} is no folder")
        given = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".json")
    for index, sample in enumerate(given, 1):
        if isinstance(sample, Labelled):
            yield sample
        elif isinstance(sample, Path):
            yield Labelled(data=sample.read_bytes(), name=str(sample))
        else:
            yield Labelled(data=sample, name=f"sample {index}")
