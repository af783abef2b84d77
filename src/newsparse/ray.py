"""Parsing on a Ray cluster: a dataset of documents to a dataset of articles (extra ``ray``).

Ray Data moves record batches between machines, restarts workers that die and repeats their
blocks; what newsparse adds is a parser in each worker that knows the driver's plugins.
"""

from __future__ import annotations

import importlib
import socket
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from types import ModuleType
from typing import Any

import pyarrow as pa
import ray.data

import ray

from .arrow import parse_batches
from .errors import PluginError
from .parser import Parser, default_parser

__all__ = ["parse"]

BATCH = 256
"""Documents a batch: some seconds of work at most, so that a lost worker loses little."""


def parse(
    dataset: Any,
    *,
    parser: Parser | None = None,
    html: str = "html",
    url: str | None = "url",
    id: str | None = "id",
    encoding: str | None = None,
    batch_size: int = BATCH,
    workers: int | None = None,
) -> Any:
    """Return the articles of a dataset of documents, a row each; lazy, as Ray Data is.

    Rows are those of :data:`newsparse.arrow.SCHEMA`; a document that is no article is a row
    with ``error``. Plugins that the parser was given go to the workers with it, whether
    they are installed there or not; plugins found by entry points must be installed there.

    Args:
        dataset: a ``ray.data.Dataset`` whose rows have a column of documents.
        parser: the parser to use, the default one if not given.
        html: the column of documents, text or bytes.
        url: the column of the URLs they were found at.
        id: the column of what they are called.
        encoding: the column of their charsets, where those are known.
        batch_size: documents that a worker gets at once.
        workers: how many workers at most; as many as there are processors if not given.

    Returns:
        another ``ray.data.Dataset``.

    Raises:
        PluginError: in a worker, where a plugin of the driver is missing.
    """
    return dataset.map_batches(
        _Worker,
        fn_constructor_kwargs={
            "shipped": ship(parser or default_parser()),
            "columns": {"html": html, "url": url, "id": id, "encoding": encoding},
        },
        batch_format="pyarrow",
        batch_size=batch_size,
        concurrency=(1, workers or processors()),
    )


class _Worker:
    """What a worker process keeps: one parser."""

    def __init__(self, *, shipped: dict[str, Any], columns: dict[str, str | None]) -> None:
        self.parser = unship(shipped)
        self.columns: dict[str, Any] = columns

    def __call__(self, table: pa.Table) -> Iterator[pa.Table]:
        for batch in parse_batches(table.to_batches(), parser=self.parser, **self.columns):
            yield pa.Table.from_batches([batch])


def processors() -> int:
    """Return how many processors the cluster has, at least one."""
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def ship(parser: Parser) -> dict[str, Any]:
    """Return what a worker needs to make the same parser.

    Plugins that are no part of an installed distribution are sent as they are,
    code and all, because the worker's machine may not have their files.
    """
    plugins = tuple(_module(plugin) for plugin in parser.plugins)
    for plugin in plugins:
        if isinstance(plugin, ModuleType) and not _installed(plugin):
            ray.cloudpickle.register_pickle_by_value(plugin)
    return {
        "plugins": plugins,
        "names": parser._registry.plugins,
        "settings": {
            "block": parser.block,
            "entry_points": parser.entry_points,
            "strict": parser.strict,
            "limits": parser.limits,
            "now": parser.now,
        },
    }


def unship(shipped: dict[str, Any]) -> Parser:
    """Return the driver's parser, in a worker.

    Raises:
        PluginError: a plugin of the driver is missing here: without it the worker
            would give other articles than the others, and nobody would know.
    """
    parser = Parser(plugins=shipped["plugins"], **shipped["settings"])
    missing = sorted(set(shipped["names"]) - set(parser._registry.plugins))
    if missing:
        why = "".join(f"; {problem}" for problem in parser.problems)
        raise PluginError(
            f"the driver has the plugins {', '.join(missing)}, the worker on "
            f"{socket.gethostname()} has not; install them on all machines of the cluster{why}"
        )
    return parser


def _module(plugin: Any) -> Any:
    """Return the module that an import name stands for, the name itself if there is none."""
    if not isinstance(plugin, str):
        return plugin
    try:
        return importlib.import_module(plugin)
    except ImportError:
        return plugin


def _installed(plugin: ModuleType) -> bool:
    """Whether a module belongs to an installed distribution, which workers have as well."""
    return plugin.__name__.partition(".")[0] in packages_distributions()
