from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given

import newsparse
from newsparse.arrow import SCHEMA, Rows, from_batch, from_row, parse_batches, to_batch
from newsparse.errors import FormatError
from newsparse.frozenmap import freeze
from newsparse.testing.articles import articles

POST = "---\ntitle: The ferry is {}\ndate: 2026-03-04 09:30\n---\n<p>It sails again.</p>"


def batch(**columns: list[Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def rows_of(made: Iterator[pa.RecordBatch]) -> list[dict[str, object]]:
    return [row for part in made for row in part.to_pylist()]


@given(articles())
def test_an_article_reads_back(article: newsparse.Article) -> None:
    made = to_batch([article])
    assert made.schema.equals(SCHEMA, check_metadata=True)
    (again,) = from_batch(made)
    assert again == article
    assert again is not None
    assert (again.origins, again.problems) == (article.origins, article.problems)
    assert from_row(made.to_pylist()[0]) == article


def test_the_seed(seed: Path) -> None:
    article = newsparse.parse(seed)
    row = to_batch([article], ids=["seed"]).to_pylist()[0]
    assert (row["id"], row["error"], row["title"]) == ("seed", None, article.title)
    assert row["authors"] == [{"name": "王丰", "role": "记者", "url": None}]
    assert row["published"] == article.published
    assert row["text"] == article.body.text


def test_documents_to_articles_with_rejects_as_rows() -> None:
    given = batch(
        html=[POST.format("back"), "", None, POST.format("late")],
        id=["a", "b", "c", "d"],
        url=["https://harbour.example/1", "https://harbour.example/2", None, None],
    )
    rows = rows_of(parse_batches([given, batch(html=[])]))
    assert [(row["id"], row["error"]) for row in rows] == [
        ("a", None),
        ("b", "EmptyInputError"),
        ("c", "ValueError"),
        ("d", None),
    ]
    assert rows[0]["title"] == "The ferry is back"
    assert rows[1]["url"] == "https://harbour.example/2"
    assert "hand over HTML" in str(rows[1]["error_message"])
    with pytest.raises(FormatError, match="rejected: EmptyInputError"):
        from_row(rows[1])


def test_bytes_and_their_charset() -> None:
    page = "<p>深圳市总工会发布方案。</p>".encode("gbk")
    given = batch(body=[page], charset=["gbk"])
    (row,) = rows_of(parse_batches([given], html="body", encoding="charset", url=None))
    assert row["text"] == "深圳市总工会发布方案。"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (batch(page=["x"]), "no one column 'html'; the columns are 'page'"),
        (batch(html=[1]), "must hold texts or bytes, it holds int64"),
    ],
)
def test_columns_that_cannot_be_read(given: pa.RecordBatch, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        list(parse_batches([given]))


def test_long_articles_close_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.arrow.batches.MOST_CHARACTERS", 10)
    made = list(parse_batches([batch(html=[POST.format(n) for n in range(5)])]))
    assert [len(part) for part in made] == [1, 1, 1, 1, 1]


def test_what_columns_cannot_hold_is_kept_exactly() -> None:
    article = newsparse.Article(source="x", title="a\ud800b", extra=freeze({"n": 2**80}))
    made = to_batch([article])
    assert made.to_pylist()[0]["title"] == "a\ufffdb"
    assert list(from_batch(made)) == [article]


def test_rows_gather() -> None:
    rows = Rows()
    rows.add(newsparse.parse(POST.format("back")), id="a")
    rows.reject(ValueError("no"), id="b")
    assert len(rows) == 2
    assert rows.batch().column("id").to_pylist() == ["a", "b"]
    assert [article and article.title for article in from_batch(rows.batch())] == [
        "The ferry is back",
        None,
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"authors": ["Ann"]},
        {"editors": [3]},
        {"origins": {"title": "the head"}},
        {"problems": ["bad"]},
        {"cover": "a.png"},
        {"published": "today"},
        {"extra": {"made": object()}},
    ],
)
def test_what_a_plugin_has_spoilt_is_not_half_added(wrong: dict[str, Any]) -> None:
    rows = Rows()
    article = newsparse.parse(POST.format("back"))
    for name, value in wrong.items():
        object.__setattr__(article, name, value)
    with pytest.raises(Exception, match=r".+"):
        rows.add(article, id="a")
    assert len(rows) == 0
    rows.add(newsparse.parse(POST.format("late")), id="b")
    (found,) = from_batch(rows.batch())
    assert found is not None
    assert found.title == "The ferry is late"


def test_parquet_keeps_everything(tmp_path: Path, seed: Path) -> None:
    from pyarrow import parquet

    article = newsparse.parse(seed)
    path = tmp_path / "articles.parquet"
    parquet.write_table(pa.Table.from_batches([to_batch([article])]), path)
    assert list(from_batch(parquet.read_table(path))) == [article]


def test_ids_must_be_as_many_as_articles() -> None:
    with pytest.raises(ValueError, match="shorter"):
        to_batch([newsparse.parse(POST)], ids=[])
