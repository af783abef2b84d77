from __future__ import annotations

import json

from newsparse import Parser
from tests.cli.conftest import Command


def test_the_table_has_a_line_a_source(newsparse: Command) -> None:
    result = newsparse("sources")
    assert result.status == 0
    lines = result.out.splitlines()
    sources = Parser().sources
    assert len(lines) == len(sources) + 1
    for line, info in zip(lines[1:], sources, strict=True):
        assert line.startswith(info.source.id)
        assert info.source.title in line
        assert info.plugin in line


def test_json(newsparse: Command) -> None:
    rows = json.loads(newsparse("sources", "-f", "json").out)
    assert [r["id"] for r in rows] == [info.source.id for info in Parser().sources]
    assert {"sina", "generic"} <= {r["id"] for r in rows}
    assert rows[0].keys() == {"id", "title", "plugin", "inherits", "rules"}
