"""On a real local cluster of two nodes, one of which is killed in the middle."""

from __future__ import annotations

import sys
import threading
import time
import types
from collections.abc import Iterator
from typing import Any

import pytest

ray = pytest.importorskip("ray", reason="needs the extra `ray`; CI has a step with it")

from ray.cluster_utils import Cluster  # noqa: E402

import newsparse  # noqa: E402
from newsparse.arrow import from_row  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")

POST = "---\ntitle: The ferry is late {n}\nauthor: The Gazette\n---\n<p>It sails again, {n}.</p>"

PLUGIN = """
import time
from newsparse.hookspecs import hookimpl
from newsparse.source import Source, site


def slow(article, document):
    time.sleep(0.005)
    return article


@hookimpl
def newsparse_sources():
    return [
        Source(
            id="gazette",
            title="The Gazette",
            matches=(site("The Gazette"),),
            language="en",
            finish_with=slow,
        )
    ]
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    ray.init(address=made.address, log_to_driver=False)
    yield made
    ray.shutdown()
    made.shutdown()


@pytest.fixture(scope="module")
def gazette() -> types.ModuleType:
    """A plugin that is on the driver only: no file and no installed package."""
    module = types.ModuleType("gazette_of_the_driver")
    exec(compile(PLUGIN, "gazette_of_the_driver", "exec"), vars(module))
    sys.modules[module.__name__] = module
    return module


def documents(count: int) -> list[dict[str, Any]]:
    return [
        {"html": "" if n % 50 == 7 else POST.format(n=n), "id": f"{n:05}", "url": None}
        for n in range(count)
    ]


def rows(dataset: Any) -> list[dict[str, Any]]:
    return sorted(dataset.take_all(), key=lambda row: str(row["id"]))


def test_the_driver_s_plugins_reach_the_workers(cluster: Any, gazette: Any) -> None:
    from newsparse.ray import parse

    parser = newsparse.Parser(plugins=(gazette,))
    found = rows(parse(ray.data.from_items(documents(60)), parser=parser))
    assert len(found) == 60
    assert [row["id"] for row in found if row["error"]] == ["00007", "00057"]
    assert {row["source"] for row in found if not row["error"]} == {"gazette"}
    assert from_row(found[0]) == parser.parse(POST.format(n=0))


def test_a_node_that_is_killed_changes_nothing(cluster: Any, gazette: Any) -> None:
    from newsparse.ray import parse

    node = cluster.add_node(num_cpus=1)
    cluster.wait_for_nodes()
    given = documents(1500)
    dataset = ray.data.from_items(given, override_num_blocks=30)
    parser = newsparse.Parser(plugins=(gazette,))

    def kill() -> None:
        time.sleep(3)
        cluster.remove_node(node, allow_graceful=False)

    killer = threading.Thread(target=kill)
    killer.start()
    found = rows(parse(dataset, parser=parser, batch_size=25))
    killer.join()
    assert [row["id"] for row in found] == [row["id"] for row in given]
    assert sum(row["error"] is not None for row in found) == 30
    assert {row["source"] for row in found if not row["error"]} == {"gazette"}
