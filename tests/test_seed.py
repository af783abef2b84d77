"""The main job: the seed post gives exactly the article it should."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import newsparse
from newsparse import Explanation

SEED = Path(__file__).parent.parent / "seeds" / "000_cb461894a5e12d85.txt"
TITLE = "深圳：30条举措推进新就业形态劳动者权益保障"


@pytest.fixture(scope="module")
def explanation() -> Explanation:
    return newsparse.explain(SEED)


@pytest.fixture(scope="module")
def article(explanation: Explanation) -> newsparse.Article:
    return explanation.article


def test_fields(article: newsparse.Article) -> None:
    assert article.title == TITLE
    assert article.original_title == TITLE
    assert article.source == "sina"
    assert article.publisher == "新浪财经"
    assert article.agency == "新华社"
    assert article.place == "深圳"
    assert [person.name for person in article.authors] == ["王丰"]
    assert [person.role for person in article.authors] == ["记者"]
    assert [person.name for person in article.editors] == ["蒋晓桐"]
    assert article.published == dt.datetime(2021, 7, 22, 13, 48, 41, tzinfo=dt.UTC)
    assert article.categories == ("金融", "新浪财经", "新浪财经－国內")
    assert article.language == "zh-Hans"
    assert article.cover is None
    assert article.extra == {"comments": False}


def test_body(article: newsparse.Article) -> None:
    assert len(article.body) == 7
    paragraphs = article.body.paragraphs
    assert len(paragraphs) == 7
    assert paragraphs[0].startswith("新华社深圳7月22日电")
    assert paragraphs[-1].endswith("难点和堵点问题。")
    for unwanted in ("　", "原标题", "appendQr", "海量资讯", "责任编辑", "{", "&#"):
        assert unwanted not in article.body.text


def test_the_only_problem_is_the_boilerplate_picture(article: newsparse.Article) -> None:
    assert [p.code for p in article.problems] == ["boilerplate-image"]
    assert article.problems[0].where == "headimg"


def test_every_value_has_an_origin(article: newsparse.Article) -> None:
    filled = {
        name
        for name in newsparse.article.FIELDS
        if getattr(article, name) not in (None, ()) and name != "source"
    }
    assert filled == set(article.origins)
    assert str(article.origins["editors"]) == "element p.article-editor by sina:editor-line"
    assert str(article.origins["published"]) == "matter date by archive:published"
    assert article.origins["agency"].rule == "chinese-news:dateline"


def test_the_explanation_accounts_for_what_is_gone(explanation: Explanation) -> None:
    gone = {(f.rule, " ".join(f.text.split())) for f in explanation.removed}
    assert gone == {
        ("sina:original-title", f"原标题：{TITLE}"),
        ("sina:qr-box", "海量资讯、精准解读，尽在新浪财经APP"),
        ("sina:editor-line", "责任编辑：蒋晓桐"),
    }
    assert {f.fields for f in explanation.removed} == {("original_title",), (), ("editors",)}
    assert explanation.matched == "author names the site 新浪财经"


def test_same_from_text_bytes_path_and_file() -> None:
    wanted = newsparse.parse_file(SEED)
    assert newsparse.parse(SEED.read_text("utf-8")) == wanted
    assert newsparse.parse(SEED.read_bytes()) == wanted
    assert newsparse.parse_file(str(SEED)) == wanted
    with SEED.open("rb") as binary, SEED.open(encoding="utf-8") as text:
        assert newsparse.parse(binary) == wanted
        assert newsparse.parse(text) == wanted


def test_same_from_gbk() -> None:
    text = SEED.read_text("utf-8")
    assert (
        newsparse.parse(text.encode("gb18030"), encoding="gbk").body == newsparse.parse(text).body
    )
