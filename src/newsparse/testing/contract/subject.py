"""Making a subject of a plugin: its parser, its sources, its samples."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from ...errors import PluginError
from ...parser import Parser
from ...plugins import installed_plugins, plugin_name
from ...sources import BUILT_IN
from ..truth import Labelled
from .model import Subject

NOW: Final = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
"""The moment from which relative dates ("3 hours ago") are counted in all tests."""

_FOR_OTHERS: Final = ("newsparse_extend", "newsparse_article")


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
    parser, without, name, module = _parsers(plugin)
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
        samples=labelled_samples(samples),
        parser=parser,
        without=without,
        reaches_out=any(hasattr(module, hook) for hook in _FOR_OTHERS),
    )


def _parsers(plugin: Any) -> tuple[Parser, Parser, str, Any]:
    """Return a parser with the plugin, one without it, the plugin's name and the plugin."""
    if isinstance(plugin, str):
        if plugin in BUILT_IN:
            module = importlib.import_module(f"newsparse.sources.{plugin}")
            return (
                Parser(entry_points=False, now=NOW),
                Parser(block=(plugin,), entry_points=False, now=NOW),
                plugin,
                module,
            )
        for name, load in installed_plugins():
            if name == plugin:
                return Parser(now=NOW), Parser(block=(plugin,), now=NOW), plugin, load()
        try:
            module = importlib.import_module(plugin)
        except ImportError as error:
            known = ", ".join((*BUILT_IN, *(name for name, _ in installed_plugins())))
            raise PluginError(
                f"there is no plugin {plugin!r}: it is not installed and no module ({error}); "
                f"there are {known}"
            ) from error
    else:
        module = plugin
    return (
        Parser(plugins=(module,), entry_points=False, now=NOW),
        Parser(entry_points=False, now=NOW),
        plugin_name(module),
        module,
    )


def labelled_samples(
    given: Iterable[Labelled | Path | str | bytes] | Path | str,
) -> tuple[Labelled, ...]:
    """Return samples as labelled documents; see :func:`subject_of`."""
    return tuple(_samples(given))


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
