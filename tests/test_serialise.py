from __future__ import annotations

import copy
import datetime as dt
import json
import math
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsparse.article import Article
from newsparse.body import (
    Block,
    Body,
    CodeBlock,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Strong,
)
from newsparse.errors import FormatError
from newsparse.frozenmap import freeze
from newsparse.image import Image
from newsparse.person import Person
from newsparse.plain_extra import read_extra, write_extra
from newsparse.problems import Problem
from newsparse.schema import article_schema, main
from newsparse.serialise import from_dict, from_json, to_dict, to_json
from newsparse.testing.articles import articles, extra_values

PUBLISHED = Path(__file__).parent.parent / "docs" / "article.schema.json"
VALIDATOR = Draft202012Validator(article_schema())
FULL = Article(
    title="A",
    authors=(Person(name="B", role="C"), Person(name="D")),
    published=dt.datetime(2021, 7, 22, 13, 48, tzinfo=dt.UTC),
    cover=Image(url="/e.jpg", width=3),
    body=Body(
        blocks=(
            Heading(level=2, content=("F",)),
            ListBlock(items=(ListItem(blocks=(Paragraph(content=("G",)),)),), ordered=True),
        )
    ),
    extra=freeze({"comments": False, "tags": ["a", {"b": None}]}),
    problems=(Problem(code="no-date", message="H"),),
)


def assert_same(article: Article, other: Article) -> None:
    assert other == article
    assert other.origins == article.origins
    assert other.problems == article.problems
    assert hash(other) == hash(article)


@given(articles())
def test_what_was_written_reads_back_and_is_valid(article: Article) -> None:
    data = to_dict(article)
    VALIDATOR.validate(data)
    assert_same(article, from_dict(data))
    text = to_json(article)
    assert json.loads(text) == data
    assert "\n" not in text
    assert_same(article, from_json(text))


@given(articles(wild=True))
def test_anything_in_the_fields_reads_back(article: Article) -> None:
    text = to_json(article, indent=1)
    VALIDATOR.validate(json.loads(text))
    assert_same(article, from_json(text.encode()))


def places(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all values in plain data but those in `extra`."""
    found = [at]
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    for key, item in items:
        if at or key != "extra":
            found += places(item, (*at, key))
    return found


@given(st.data())
def test_reader_and_schema_refuse_the_same(data: st.DataObject) -> None:
    plain = to_dict(data.draw(articles()))
    path = data.draw(st.sampled_from([p for p in places(plain) if p]))
    value: Any = data.draw(
        st.sampled_from(
            (None, True, 0, 7, 1001, 0.5, "", "list", "code", [], [[]], {}, {"type": "embed"})
        )
    )
    *parents, last = path
    holder = plain
    for key in parents:
        holder = holder[key]
    what = data.draw(st.sampled_from(("replace", "delete", "add")))
    if what == "delete":
        del holder[last]
    elif what == "add" and isinstance(holder, dict):
        holder["type"] = value
    elif path[0] not in ("published", "modified"):  # their form is a note in the schema
        holder[last] = value
    found = None
    try:
        from_dict(plain)
    except FormatError as error:
        found = error
    assert VALIDATOR.is_valid(plain) == (found is None), found


def test_schema_is_published_and_sound(capsys: pytest.CaptureFixture[str]) -> None:
    Draft202012Validator.check_schema(article_schema())
    main()
    assert PUBLISHED.read_text(encoding="utf-8") == capsys.readouterr().out, (
        "docs/article.schema.json is old: python -m newsparse.schema > docs/article.schema.json"
    )


def test_schema_has_the_fields_of_the_article() -> None:
    properties = list(article_schema()["properties"])
    assert properties == ["newsparse", *(field.name for field in attrs.fields(Article))]


def test_form() -> None:
    data = to_dict(FULL)
    assert data["newsparse"] == 1
    assert data["authors"] == [{"name": "B", "role": "C"}, {"name": "D"}]
    assert data["published"] == "2021-07-22T13:48:00+00:00"
    assert data["modified"] is None
    assert data["cover"] == {"url": "/e.jpg", "width": 3}
    assert data["body"] == {
        "blocks": [
            {"type": "heading", "level": 2, "content": ["F"]},
            {
                "type": "list",
                "items": [{"blocks": [{"type": "paragraph", "content": ["G"]}]}],
                "ordered": True,
            },
        ]
    }
    assert data["extra"] == {"comments": False, "tags": ["a", {"b": None}]}


def changed(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    data = copy.deepcopy(to_dict(FULL))
    holder: Any = data
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return data


BAD: list[tuple[tuple[Any, ...], Any, str]] = [
    (("newsparse",), 2, '"newsparse" must be 1'),
    (("newsparse",), True, '"newsparse" must be 1'),
    (("headline",), "x", "article: unknown key 'headline'"),
    (("title",), 1, "title: a text is expected, found 1"),
    (("source",), None, "source: a text is expected, found nothing"),
    (("published",), "2021-07-22T10:00:00", "published: a date and time with its zone"),
    (("published",), "yesterday", "published: a date and time as in ISO 8601"),
    (("authors", 1, "name"), None, r"authors\[1\]\.name: a text is expected"),
    (("authors", 1), "x", r"authors\[1\]: a mapping is expected"),
    (("cover", "width"), 1.5, r"cover\.width: a whole number is expected"),
    (("body",), [], "body: a mapping is expected"),
    (("body", "blocks", 1, "items"), 3, r"body\.blocks\[1\]\.items: a list is expected, found 3"),
    (("body", "blocks", 0, "level"), 7, r"body\.blocks\[0\]\.level: a number from 1 to 6"),
    (("body", "blocks", 0, "type"), "h2", r"body\.blocks\[0\]: \"type\" must be one of heading"),
    (("body", "blocks", 0), {"type": []}, r"body\.blocks\[0\]: \"type\" must be"),
    (("body", "blocks", 0), {"type": "paragraph"}, r"\[0\]: the key 'content' is missing"),
    (("body", "blocks", 0, "content", 0), 1, r"content\[0\]: a text or a mark is expected"),
    (("origins",), {"title": {"kind": "guess"}}, r"origins\.title\.kind: one of matter"),
    (("extra", "a"), {"b": [{"$date": "x"}]}, r"extra\.a\.b\[0\]: 'x' is no date"),
    (("extra", "a"), {"$odd": "x"}, r"extra\.a: unknown mark '\$odd'"),
    (("problems",), "no-date", "problems: a list is expected, found 'no-date'"),
    (("free_access",), 1, "free_access: true or false is expected"),
]


@pytest.mark.parametrize(("path", "value", "message"), BAD)
def test_errors_name_the_place(path: tuple[Any, ...], value: Any, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        from_dict(changed(path, value))


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", b"\xff\xfe\x00", b"\xff", "{}", '{"newsparse": NaN}', "9" * 5000],
)
def test_what_is_no_article_is_a_format_error(text: str | bytes) -> None:
    with pytest.raises(FormatError):
        from_json(text)


def deep(levels: int) -> dict[str, Any]:
    block: dict[str, Any] = {"type": "paragraph", "content": []}
    for _ in range(levels):
        block = {"type": "quote", "blocks": [block]}
    return {"newsparse": 1, "body": {"blocks": [block]}}


@pytest.mark.parametrize("levels", [100, 1_000, 100_000])
def test_deep_data_are_a_format_error(levels: int) -> None:
    with pytest.raises(FormatError, match="nested"):
        from_dict(deep(levels))
    extra = '{"newsparse":1,"extra":{"a":' + "[" * levels * 2 + "]" * levels * 2 + "}}"
    with pytest.raises(FormatError, match="nested"):
        from_json(extra)


def test_what_the_parser_makes_is_never_too_deep() -> None:
    block: Block = Paragraph(content=("a",))
    for _ in range(12):
        block = Quote(blocks=(block,))
    inline: Inline = "a"
    for _ in range(12):
        inline = Strong(content=(inline,))
    value: Any = 1
    for _ in range(100):
        value = [value]
    article = Article(
        body=Body(blocks=(block, Paragraph(content=(inline,)))), extra=freeze({"a": value})
    )
    assert_same(article, from_json(to_json(article)))


def test_an_article_too_deep_to_write_is_a_format_error() -> None:
    block: Block = CodeBlock(text="a")
    for _ in range(5_000):
        block = Quote(blocks=(block,))
    with pytest.raises(FormatError, match="nested"):
        to_dict(Article(body=Body(blocks=(block,))))


@given(st.dictionaries(st.text(), extra_values()))
def test_extra_reads_back(extra: dict[str, Any]) -> None:
    data = write_extra(extra)
    assert read_extra(json.loads(json.dumps(data, allow_nan=False))) == freeze(extra)


def test_extra_says_what_json_cannot() -> None:
    extra = freeze(
        {
            "a": math.inf,
            "b": dt.datetime(2021, 7, 22, 1, 2, 3),
            "c": dt.date(2021, 7, 22),
            "d": (dt.time(1, 2), {"$date": "no"}),
        }
    )
    data = write_extra(extra)
    assert data == {
        "a": {"$float": "inf"},
        "b": {"$datetime": "2021-07-22T01:02:03"},
        "c": {"$date": "2021-07-22"},
        "d": [{"$time": "01:02:00"}, {"$map": {"$date": "no"}}],
    }
    assert read_extra(data) == extra
    assert math.isnan(read_extra(write_extra({"a": math.nan}))["a"])


def test_extra_of_an_unknown_type_is_named() -> None:
    with pytest.raises(FormatError, match=r"extra\.a\.b: a object has no form"):
        to_dict(Article(extra=freeze({"a": {"b": object()}})))
    with pytest.raises(FormatError, match=r"extra\.a: a bytes has no form"):
        write_extra({"a": b""})


def test_lone_surrogates_can_be_stored() -> None:
    article = Article(title="a\ud800")
    assert from_json(to_json(article).encode()) == article


def test_chinese_stays_readable() -> None:
    assert "深圳" in to_json(Article(title="深圳"))
