"""Plugins: finding them, asking them once, and keeping their faults to themselves."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final

import attrs
import pluggy

from . import hookspecs
from .article import Article
from .converters import Converter
from .document import Document
from .problems import Problem, problem
from .readers import Reader
from .source import Source

ENTRY_POINTS: Final = "newsparse"
"""The entry point group in which installed plugins are found."""

SWITCH: Final = "NEWSPARSE_LOAD_PLUGINS"
"""Environment variable: ``0`` keeps installed plugins from being loaded; a list of
names separated by commas loads just those."""

ArticleHook = tuple[str, Callable[[Article, Document], "Article | None"]]


@attrs.define
class Answers:
    """What all plugins have answered.

    Attributes:
        sources: source id to the source and the name of its plugin.
        converters: converters by name.
        readers: readers by suffix.
        article_hooks: the plugins to show each article to.
        plugins: the names of all plugins, in the order they were asked.
        problems: what went wrong in plugins.
    """

    sources: dict[str, tuple[Source, str]] = attrs.field(factory=dict)
    converters: dict[str, Converter] = attrs.field(factory=dict)
    readers: dict[str, Reader] = attrs.field(factory=dict)
    article_hooks: list[ArticleHook] = attrs.field(factory=list)
    plugins: list[str] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)


def failed(plugin: str, function: str, error: BaseException) -> Problem:
    """Return the problem that a function of a plugin raised an error."""
    return problem(
        "plugin-failed", f"{function} raised {type(error).__name__}: {error}", f"plugin {plugin}"
    )


def ask_plugins(plugins: Iterable[Any], block: Iterable[str], *, entry_points: bool) -> Answers:
    """Register the built-in, the installed and the given plugins and ask each of them once.

    Args:
        plugins: modules or objects with hook implementations, or import names.
        block: names of plugins to leave out, built-in ones too.
        entry_points: whether installed plugins are loaded.
    """
    from .sources import BUILT_IN

    answers = Answers()
    manager = pluggy.PluginManager("newsparse")
    manager.add_hookspecs(hookspecs)
    blocked = frozenset(block)
    found: list[tuple[str, Callable[[], Any]]] = [
        (name, partial(importlib.import_module, f"newsparse.sources.{name}")) for name in BUILT_IN
    ]
    if entry_points:
        found += installed_plugins()
    found += [(plugin_name(plugin), partial(_loaded, plugin)) for plugin in plugins]
    for name, load in found:
        if name not in blocked:
            _register(manager, answers, name, load)
    answers.plugins = [name for name, _ in manager.list_name_plugin()]
    _ask(manager, answers)
    return answers


def plugin_name(plugin: Any) -> str:
    """Return what a plugin is called: a module's name, a class's or an import name."""
    if isinstance(plugin, str):
        return plugin
    name = getattr(plugin, "__name__", None)
    return name if isinstance(name, str) else type(plugin).__name__


def installed_plugins() -> list[tuple[str, Callable[[], Any]]]:
    """Return the names and loaders of installed plugins, as far as the switch allows."""
    wanted = os.environ.get(SWITCH, "").strip()
    if wanted == "0":
        return []
    from importlib.metadata import entry_points

    names = frozenset(n.strip() for n in wanted.split(",") if n.strip() and n.strip() != "1")
    found = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    return [(n, p.load) for n, p in sorted(found.items()) if not names or n in names]


def _loaded(plugin: Any) -> Any:
    return importlib.import_module(plugin) if isinstance(plugin, str) else plugin


def _register(
    manager: pluggy.PluginManager, answers: Answers, name: str, load: Callable[[], Any]
) -> None:
    try:
        plugin = load()
        if not manager.is_registered(plugin):
            manager.register(plugin, name)
    except Exception as error:
        answers.problems.append(failed(name, "import", error))


def _ask(manager: pluggy.PluginManager, answers: Answers) -> None:
    for name, given in _each(manager, answers, "newsparse_sources"):
        for source in _items(answers, name, "newsparse_sources", given, Source):
            answers.sources[source.id] = (source, name)
    for source_id, (source, owner) in list(answers.sources.items()):
        for name, given in _each(manager, answers, "newsparse_extend", source=source):
            if isinstance(given, Source) and given.id == source_id:
                answers.sources[source_id] = (given, owner)
            elif given is not None:
                wrong = TypeError(f"gave {given!r} for the source {source_id!r}")
                answers.problems.append(failed(name, "newsparse_extend", wrong))
    for _, given in _each(manager, answers, "newsparse_converters"):
        if isinstance(given, Mapping):
            answers.converters.update({str(k): v for k, v in given.items() if callable(v)})
    for name, given in _each(manager, answers, "newsparse_readers"):
        for reader in _items(answers, name, "newsparse_readers", given, Reader):
            answers.readers.update(dict.fromkeys(reader.suffixes, reader))
    for implementation in manager.hook.newsparse_article.get_hookimpls():
        answers.article_hooks.append((implementation.plugin_name, _by_name(implementation)))


def _each(
    manager: pluggy.PluginManager, answers: Answers, hook: str, **arguments: Any
) -> Iterable[tuple[str, Any]]:
    """Call each plugin's function by itself, so that one that raises stops no other."""
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        name = implementation.plugin_name
        try:
            yield (
                name,
                implementation.function(**{n: arguments[n] for n in implementation.argnames}),
            )
        except Exception as error:
            answers.problems.append(failed(name, hook, error))


def _items(answers: Answers, name: str, hook: str, given: Any, kind: type[Any]) -> list[Any]:
    """Return the items of a plugin's answer that are of the right kind, report the others."""
    try:
        items = [] if given is None else [given] if isinstance(given, kind) else list(given)
    except Exception as error:
        answers.problems.append(failed(name, hook, error))
        return []
    for item in items:
        if not isinstance(item, kind):
            wrong = TypeError(f"gave {item!r}, which is no {kind.__name__}")
            answers.problems.append(failed(name, hook, wrong))
    return [item for item in items if isinstance(item, kind)]


def _by_name(implementation: Any) -> Callable[[Article, Document], Article | None]:
    """Return a plugin's article function with the arguments it does not take left out."""
    function, wanted = implementation.function, implementation.argnames

    def call(article: Article, document: Document) -> Article | None:
        given = {"article": article, "document": document}
        result: Article | None = function(**{name: given[name] for name in wanted})
        return result

    return call
