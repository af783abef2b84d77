from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest

from newsparse import Parser
from newsparse.arrow import SCHEMA, batches, from_batch, parse_batches

POST = "---\ntitle: Rain {}\n---\n<p>It rained in {} all day.</p>"


def batch(**columns: Any) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def posts(count: int) -> list[str]:
    return [POST.format(i, i) for i in range(count)]


def rows(given: Iterator[pa.RecordBatch]) -> list[dict[str, Any]]:
    return [row for found in given for row in found.to_pylist()]


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary()],
)
def test_documents_of_any_kind_of_text(kind: pa.DataType) -> None:
    documents = pa.array(posts(3), pa.string()).cast(pa.binary()).cast(kind)
    found = list(parse_batches([batch(html=documents)]))
    assert [b.num_rows for b in found] == [3]
    assert found[0].schema.equals(SCHEMA, check_metadata=True)
    assert found[0]["title"].to_pylist() == ["Rain 0", "Rain 1", "Rain 2"]


def test_dictionaries_and_nulls() -> None:
    documents = pa.array([*posts(2), None, posts(1)[0]]).dictionary_encode()
    found = rows(parse_batches([batch(html=documents)]))
    assert [row["error"] for row in found] == [None, None, "ValueError", None]
    assert "no document" in found[2]["error_message"]
    nothing = rows(parse_batches([batch(html=pa.nulls(2))]))
    assert [row["error"] for row in nothing] == ["ValueError"] * 2


def test_the_same_articles_as_parse(seed: Any) -> None:
    parser = Parser()
    documents = [seed.read_bytes(), *[post.encode() for post in posts(200)]]
    urls = [f"https://example.org/{i}" for i in range(len(documents))]
    given = pa.Table.from_pydict({"html": documents, "url": urls})
    (table,) = parse_batches(given.to_batches(), parser=parser)
    expected = [parser.parse(d, url=u) for d, u in zip(documents, urls, strict=True)]
    found = list(from_batch(table))
    assert found == expected
    assert [a and a.origins for a in found] == [a.origins for a in expected]


def test_rejects_are_rows_at_their_place() -> None:
    documents = [b"", posts(1)[0].encode(), b"\x89PNG\r\n\x1a\n\x00\x00", b"<p>Fine words.</p>"]
    given = batch(html=documents, id=[1, 2, 3, 4], url=["a", None, "http://example.org/c", None])
    found = rows(parse_batches([given]))
    assert [row["id"] for row in found] == ["1", "2", "3", "4"]
    assert [row["error"] for row in found] == ["EmptyInputError", None, "NotTextError", None]
    assert found[2]["url"] == "http://example.org/c"
    assert found[0]["error_message"]
    assert not found[0]["error_message"].startswith("1:")


def test_any_error_costs_one_row_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Breaks(Parser):
        def parse(self, source: Any, **options: Any) -> Any:
            if "Rain 1" in source:
                raise RecursionError("deep")
            return Parser.parse(self, source, **options)

    found = rows(parse_batches([batch(html=posts(3))], parser=Breaks()))
    assert [row["error"] for row in found] == [None, "RecursionError", None]


def test_a_batch_gives_a_batch_and_an_empty_one_an_empty_one() -> None:
    given = [batch(html=posts(2)), batch(html=pa.array([], pa.string())), batch(html=posts(1))]
    assert [len(b) for b in parse_batches(iter(given))] == [2, 0, 1]
    assert list(parse_batches([])) == []


def test_long_articles_are_spread_over_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "MOST_CHARACTERS", 150)
    found = list(parse_batches([batch(html=posts(130))]))
    assert len(found) > 20
    titles = [title for b in found for title in b["title"].to_pylist()]
    assert titles == [f"Rain {i}" for i in range(130)]


def test_large_batches_are_cut() -> None:
    found = list(parse_batches([batch(html=[*posts(600), ""])]))
    assert [b["error"].null_count for b in found] == [256, 256, 88]
    assert [b.num_rows for b in found] == [256, 256, 89]


def test_it_takes_one_batch_at_a_time() -> None:
    taken = []

    def source() -> Iterator[pa.RecordBatch]:
        for number in range(3):
            taken.append(number)
            yield batch(html=posts(1))

    found = parse_batches(source())
    next(found)
    assert taken == [0]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"html": "page"}, "no one column 'page'; the columns are 'html', 'n'"),
        ({"url": "link"}, "no one column 'link'"),
        ({"id": "key"}, "no one column 'key'"),
        ({"html": "n"}, "'n' must hold texts or bytes, it holds int64"),
        ({"encoding": "list"}, "no one column 'list'"),
    ],
)
def test_wrong_columns(options: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(parse_batches([batch(html=posts(1), n=[1])], **options))  # type: ignore[arg-type]


def test_a_column_that_is_no_text() -> None:
    with pytest.raises(ValueError, match="'id' cannot be read as text"):
        list(parse_batches([batch(html=posts(1), id=[[1]])]))
