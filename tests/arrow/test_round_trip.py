from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.arrow import SCHEMA, Rows, from_batch, from_row, to_batch
from newsparse.article import Article
from newsparse.body import Body, Paragraph
from newsparse.errors import EmptyInputError, FormatError
from newsparse.frozenmap import freeze
from newsparse.image import Image
from newsparse.person import Person
from newsparse.testing.articles import articles


def assert_same(found: Article | None, article: Article) -> None:
    assert found == article
    assert found is not None
    assert found.origins == article.origins
    assert found.problems == article.problems
    for name in ("published", "modified"):
        mine, other = getattr(found, name), getattr(article, name)
        assert (mine and mine.utcoffset()) == (other and other.utcoffset())


@given(st.lists(articles() | articles(wild=True), max_size=4))
def test_articles_come_back(given: list[Article]) -> None:
    batch = to_batch(given)
    batch.validate(full=True)
    assert batch.schema.equals(SCHEMA, check_metadata=True)
    found = list(from_batch(batch))
    assert len(found) == len(given)
    for mine, article in zip(found, given, strict=True):
        assert_same(mine, article)


@given(articles(wild=True))
def test_columns_say_what_the_article_says(article: Article) -> None:
    row = to_batch([article], ids=["a"]).to_pylist()[0]
    data = article.to_dict()
    assert row["id"] == "a"
    assert row["error"] is row["exact"] is None
    assert row["text"] == article.body.text
    assert json.loads(row["body"]) == data["body"].get("blocks", [])
    assert json.loads(row["extra"]) == data["extra"]
    for name in ("title", "source", "categories", "keywords", "language", "free_access"):
        assert row[name] == data[name]
    assert [p["name"] for p in row["authors"]] == [p.name for p in article.authors]
    assert row["published"] == article.published
    assert_same(from_row(row), article)


LONE = "a\ud800b"


@pytest.mark.parametrize(
    "article",
    [
        Article(title=LONE),
        Article(title="x", keywords=("a", LONE)),
        Article(authors=(Person(name="A"), Person(name="B", role=LONE))),
        Article(cover=Image(url="/a", alt=LONE)),
        Article(cover=Image(url="/a", width=2**63)),
        Article(body=Body(blocks=(Paragraph(content=(LONE,)),))),
        Article(extra=freeze({"a": LONE, "b": 2**70})),
    ],
)
def test_what_columns_cannot_hold_comes_back_all_the_same(article: Article) -> None:
    plain = Article(title="plain", authors=(Person(name="C"),), keywords=("d",))
    batch = to_batch([plain, article, plain])
    batch.validate(full=True)
    found = list(from_batch(batch))
    assert found == [plain, article, plain]
    assert batch["exact"].null_count >= 2
    assert batch["exact"][0].as_py() is None


def test_a_lone_surrogate_is_replaced_and_nothing_else() -> None:
    row = to_batch([Article(title=LONE + "😀")]).to_pylist()[0]
    assert row["title"] == "a\ufffdb😀"


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize("hours", [-12, 14])
def test_the_ends_of_time(year: int, hours: int) -> None:
    zone = dt.timezone(dt.timedelta(hours=hours))
    edge = dt.datetime.min if year == 1 else dt.datetime.max
    article = Article(published=edge.replace(tzinfo=zone))
    batch = to_batch([article])
    (found,) = from_batch(batch)
    assert found is not None
    assert found.published is not None
    assert found.published.isoformat() == article.published.isoformat()  # type: ignore[union-attr]


def test_rejected_documents_are_rows() -> None:
    rows = Rows()
    rows.add(Article(title="A"), id="1")
    rows.reject(EmptyInputError("nothing", name="2"), id="2", url="http://example.org/2")
    rows.reject(KeyError("x"))
    batch = rows.batch()
    batch.validate(full=True)
    assert len(rows) == len(batch) == 3
    assert batch["error"].to_pylist() == [None, "EmptyInputError", "KeyError"]
    assert batch["error_message"].to_pylist() == [None, "nothing", "'x'"]
    second = {name: value for name, value in batch.to_pylist()[1].items() if value is not None}
    assert set(second) == {"id", "error", "error_message", "url"}
    found = list(from_batch(batch))
    assert [a and a.title for a in found] == ["A", None, None]
    with pytest.raises(FormatError, match="rejected: EmptyInputError: nothing"):
        from_row(batch.to_pylist()[1])


def test_an_empty_batch() -> None:
    batch = to_batch([])
    assert len(batch) == 0
    assert batch.schema.equals(SCHEMA)
    assert list(from_batch(batch)) == []


def test_missing_columns_leave_fields_unset() -> None:
    full = Article(title="A", language="en", keywords=("b",))
    few = to_batch([full]).select(["title", "keywords"])
    assert list(from_batch(few)) == [attrs.evolve(full, language=None)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"body": "[{"}, "row 1: body: this is no JSON"),
        ({"body": '[{"type":"x"}]'}, r"row 1: body.blocks\[0\]"),
        ({"extra": "3"}, "row 1: extra"),
        ({"source": "generic", "exact": "{}"}, "row 1"),
    ],
)
def test_rows_that_are_no_articles(change: dict[str, Any], message: str) -> None:
    rows = to_batch([Article(), Article()]).to_pylist()
    rows[1] |= change
    batch = pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    with pytest.raises(FormatError, match=message):
        list(from_batch(batch))
