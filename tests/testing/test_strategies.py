"""The documents the strategies make, read by newsparse: their truth is what comes out."""

from __future__ import annotations

import datetime as dt
import random

import hypothesis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import newsparse
from newsparse import NewsparseError, Parser
from newsparse.rules import Map, Strip
from newsparse.source import Source
from newsparse.testing import Labelled, Truth
from newsparse.testing.credits import DATE_FORMATS, DateFormat, bylines, dates
from newsparse.testing.matter import DAMAGES, Parts, damaged_front_matter, lay_out
from newsparse.testing.mutate import mutations, rewritten
from newsparse.testing.pages import news_pages
from newsparse.testing.plugins import SourcePlugin, rules, sources
from newsparse.testing.posts import archive_posts
from newsparse.testing.stories import html_fragments
from newsparse.testing.torture import hostile
from newsparse.testing.words import SENTENCES, Language, cjk_text, sentence

LANGUAGES: tuple[Language, ...] = ("en", "zh")
FEW = settings(max_examples=40, suppress_health_check=list(hypothesis.HealthCheck))
both = pytest.mark.parametrize("language", LANGUAGES)


def squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def check(document: Labelled) -> newsparse.Article:
    """Demand that the article is what the document's truth says."""
    truth = document.truth
    article = newsparse.parse(document.data, url=document.url)
    text = squeezed(article.body.text)
    position = 0
    for paragraph in truth.paragraphs:
        position = text.index(squeezed(paragraph), position)
    assert tuple(image.url for image in article.body.images) == truth.images
    assert article.body.captions == truth.captions
    for words in truth.boilerplate:
        assert squeezed(words) not in text
    if truth.title is not None:
        assert article.title == truth.title
    if truth.date is not None:
        assert article.published == truth.date
    return article


@both
def test_sentences_differ(language: Language) -> None:
    assert len({sentence(n, language) for n in range(SENTENCES)}) == SENTENCES


def simplest(strategy: SearchStrategy[Labelled]) -> Labelled:
    return hypothesis.find(
        strategy,
        lambda _: True,
        settings=settings(FEW, database=None, max_examples=20),
        random=random.Random(1),
    )


@both
def test_fragments(language: Language) -> None:
    @FEW
    @given(html_fragments(language))
    def run(document: Labelled) -> None:
        check(document)

    run()


@both
@pytest.mark.parametrize("damaged", [False, True])
def test_posts(language: Language, damaged: bool) -> None:
    @FEW
    @given(archive_posts(language, site="新浪财经", zone="Asia/Shanghai", damaged=damaged))
    def run(document: Labelled) -> None:
        assert check(document).source == "sina"

    run()


@both
def test_pages(language: Language) -> None:
    @FEW
    @given(news_pages(language))
    def run(document: Labelled) -> None:
        article = check(document)
        assert tuple(person.name for person in article.authors) == document.truth.byline

    run()


@both
def test_rewritten_documents_mean_the_same(language: Language) -> None:
    @FEW
    @given((news_pages(language) | archive_posts(language)).flatmap(rewritten))
    def run(document: Labelled) -> None:
        check(document)

    run()


def test_boilerplate_stands_behind_the_story() -> None:
    advert = Labelled(data="<p>扫码关注我们的公众号</p>", truth=Truth(boilerplate=["扫码关注"]))
    seen: set[bool] = set()

    @FEW
    @given(archive_posts("zh", boilerplate=[advert]))
    def run(document: Labelled) -> None:
        seen.add("扫码关注" in document.text)
        check(document)

    run()
    assert seen == {False, True}


@both
def test_bylines(language: Language) -> None:
    @FEW
    @given(bylines(language))
    def run(byline: Labelled) -> None:
        article = newsparse.parse(f"---\nauthor: {byline.text}\n---\n<p>Rain fell.</p>")
        assert tuple(person.name for person in article.authors) == byline.truth.byline

    run()


@pytest.mark.parametrize("format", DATE_FORMATS)
def test_dates(format: DateFormat) -> None:
    @FEW
    @given(dates(format, "Asia/Shanghai"))
    def run(date: Labelled) -> None:
        post = f"---\nauthor: 新浪财经\ndate: {date.text}\n---\n<p>Rain fell.</p>"
        assert newsparse.parse(post).published == date.truth.date

    run()


@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_each_damage(name: str) -> None:
    parts = Parts(
        title="灯塔：亮了",
        moment=dt.datetime(2021, 7, 22, tzinfo=dt.UTC),
        date="2021-07-22T00:00:00Z",
        picture="https://img.example.org/cover.jpg",
    )
    found = DAMAGES[name](parts)
    assert found.data != lay_out(parts)
    check(Labelled(data=f"{found.text}\n<p>清晨下雨了。</p>", truth=found.truth))


@FEW
@given(damaged_front_matter("en", site="Herald", zone="Europe/Paris"))
def test_damaged_front_matter_is_named(document: Labelled) -> None:
    assert document.name in DAMAGES
    assert "Herald" in document.text


@given(cjk_text(least=2, most=4))
@FEW
def test_cjk_text(text: str) -> None:
    assert 2 <= text.count("。") <= 4
    assert " " not in text


@given(st.data())
@FEW
def test_mutations_and_hostile_documents(data: st.DataObject) -> None:
    document = data.draw(mutations(archive_posts("zh") | news_pages("en")) | hostile(scale=200))
    try:
        article = newsparse.parse(document.data, url=document.url)
    except NewsparseError:
        return
    assert isinstance(article, newsparse.Article)


@settings(FEW, max_examples=25)
@given(sources(), archive_posts("en", more={"url": "https://herald.example/1.html"}))
def test_any_source_parses(source: Source, document: Labelled) -> None:
    parser = Parser(plugins=(SourcePlugin(source),), entry_points=False)
    assert not parser.problems
    article = parser.parse(document.data)
    assert not any(p.code == "plugin-failed" for p in article.problems)


@FEW
@given(rules())
def test_rules_are_rules(rule: Strip | Map) -> None:
    assert rule.id.rpartition("-")[2].isdigit()


def test_documents_shrink_to_the_simplest() -> None:
    post = simplest(archive_posts("en"))
    assert post.text.count("<p>") <= 1
    assert len(post.truth.paragraphs) == 1
    page = simplest(news_pages("en"))
    assert page.truth.boilerplate == ()
    assert len(page.truth.paragraphs) == 3


def test_a_post_shrinks_to_the_piece_that_matters() -> None:
    found = hypothesis.find(
        archive_posts("en"),
        lambda document: "<blockquote>" in document.text,
        settings=settings(FEW, database=None, max_examples=200),
        random=random.Random(2),
    )
    assert found.text.count("<p>") == found.text.count("<blockquote>") + 2 == 3
