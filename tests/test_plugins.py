"""Plugins: asked once, isolated when they fail, chosen per parser."""

from __future__ import annotations

import types
from typing import Any

import attrs
import pytest

from newsparse import Article, Document, Parser, Source
from newsparse.errors import PluginError, StrictError
from newsparse.hookspecs import hookimpl
from newsparse.readers import Reader
from newsparse.rules import css, key, strip, take
from newsparse.source import domain

PAGE = "<p class=ad>advert</p><p>Rain fell.</p>"
URL = "https://news.gull.example/1"


def source(**changes: Any) -> Source:
    return Source(id="gull", title="The Gull", matches=[domain("gull.example")], **changes)


class Gull:
    def __init__(self) -> None:
        self.asked = 0

    @hookimpl
    def newsparse_sources(self) -> list[Source]:
        self.asked += 1
        return [source(strip=[strip("ad", css(".ad"), "adverts")])]


class Shouter:
    """Changes another plugin's source, brings a converter, and sees every article."""

    @hookimpl
    def newsparse_extend(self, source: Source) -> Source | None:
        if source.id != "gull":
            return None
        shout = take("shout", key("title"), "loud", to="title", convert="shout")
        return attrs.evolve(source, map=(shout, *source.map))

    @hookimpl
    def newsparse_converters(self) -> dict[str, Any]:
        return {"shout": lambda value, _: value.upper()}

    @hookimpl
    def newsparse_article(self, article: Article) -> Article:
        return attrs.evolve(article, publisher="heard")


class Broken:
    """Raises in every hook."""

    @hookimpl
    def newsparse_sources(self) -> list[Source]:
        raise RuntimeError("no sources today")

    @hookimpl
    def newsparse_extend(self, source: Source) -> Source | None:
        if source.id == "gull":
            raise RuntimeError("no changes today")
        return None

    @hookimpl
    def newsparse_converters(self) -> dict[str, Any]:
        raise RuntimeError("no converters today")

    @hookimpl
    def newsparse_readers(self) -> list[Reader]:
        raise RuntimeError("no readers today")

    @hookimpl
    def newsparse_article(self, article: Article, document: Document) -> Article | None:
        raise RuntimeError("no articles today")


def test_a_plugin_is_asked_once() -> None:
    gull = Gull()
    parser = Parser(plugins=(gull,))
    for _ in range(3):
        assert parser.parse(PAGE, url=URL).body.text == "Rain fell."
    assert gull.asked == 1


def test_extending_converting_and_finishing() -> None:
    parser = Parser(plugins=(Gull(), Shouter()))
    article = parser.parse(f"---\ntitle: rain\n---\n{PAGE}", url=URL)
    assert (article.title, article.publisher) == ("RAIN", "heard")


def test_what_a_plugin_takes_away_has_no_origin() -> None:
    class Plain:
        @hookimpl
        def newsparse_sources(self) -> list[Source]:
            return [source(finish_with=lambda a, _: attrs.evolve(a, title=None, extra={}))]

    article = Parser(plugins=(Plain(),)).parse(
        f"---\ntitle: rain\nmood: wet\ndate: 2021-04-08T09:00:00Z\n---\n{PAGE}", url=URL
    )
    assert (article.title, article.extra) == (None, {})
    assert set(article.origins) & {"title", "extra.mood"} == set()
    assert "published" in article.origins


def test_a_plugin_that_raises_is_isolated_and_named() -> None:
    parser = Parser(plugins=(Broken(), Gull()))
    article = parser.parse(PAGE, url=URL)
    assert article.body.text == "Rain fell."
    failed = [p for p in article.problems if p.code == "plugin-failed"]
    assert {p.where for p in failed} == {"plugin Broken"}
    assert [p.message.partition(":")[0] for p in failed] == [
        "newsparse_sources raised RuntimeError",
        "newsparse_extend raised RuntimeError",
        "newsparse_converters raised RuntimeError",
        "newsparse_readers raised RuntimeError",
        "newsparse_article raised RuntimeError",
    ]


@pytest.mark.parametrize("kind", ["detect_with", "strip_with", "map_with", "finish_with"])
def test_functions_of_a_source_that_raise_are_isolated(kind: str) -> None:
    def fail(*_: object) -> Any:
        raise RuntimeError("not today")

    class Plugin:
        @hookimpl
        def newsparse_sources(self) -> list[Source]:
            return [source(**{kind: fail})]

    article = Parser(plugins=(Plugin(),)).parse(PAGE, url=URL)
    assert "Rain fell." in article.body.text
    assert [p.message for p in article.problems if p.code == "plugin-failed"] == [
        f"gull.{kind} raised RuntimeError: not today"
    ]


def test_functions_of_a_source_can_say_what_rules_cannot() -> None:
    def strip_with(draft: Any) -> None:
        for node in draft.css("p"):
            if "advert" in draft.text_of(node):
                draft.remove(node, "speaks of adverts")

    def map_with(draft: Any) -> None:
        draft.offer("keywords", ("rain",), where="the whole page")

    class Plugin:
        @hookimpl
        def newsparse_sources(self) -> list[Source]:
            finish = lambda article, document: attrs.evolve(article, title=document.url)  # noqa: E731
            return [source(strip_with=strip_with, map_with=map_with, finish_with=finish)]

    found = Parser(plugins=(Plugin(),)).explain(PAGE, url=URL)
    assert found.article.body.text == "Rain fell."
    assert found.article.keywords == ("rain",)
    assert found.article.title == URL
    assert [(f.rule, f.text) for f in found.removed] == [("gull:speaks of adverts", "advert")]


def test_plugins_by_module_and_by_name_survive_pickling() -> None:
    import pickle

    parser = Parser(plugins=("newsparse.sources.sina",), block=("sina",))
    assert "sina" in {info.source.id for info in parser.sources}
    again = pickle.loads(pickle.dumps(parser))
    assert again == parser
    assert [i.plugin for i in again.sources] == [i.plugin for i in parser.sources]
    module = Parser(plugins=(types.ModuleType("empty"),))
    assert module.problems == ()


def test_blocking() -> None:
    parser = Parser(block=("sina",))
    assert "sina" not in {info.source.id for info in parser.sources}
    with pytest.raises(PluginError, match="generic"):
        Parser(block=("generic",))


def test_a_name_that_cannot_be_imported_is_a_problem() -> None:
    parser = Parser(plugins=("no_such_module_anywhere",))
    assert parser.problems[0].where == "plugin no_such_module_anywhere"
    assert parser.parse("<p>x").problems[0] == parser.problems[0]


def test_installed_plugins_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.metadata

    point = importlib.metadata.EntryPoint("gull", "nowhere.gull", "newsparse")
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: [point])
    assert [p.where for p in Parser().problems] == ["plugin gull"]
    assert Parser(entry_points=False).problems == ()
    assert Parser(block=("gull",)).problems == ()
    monkeypatch.setenv("NEWSPARSE_LOAD_PLUGINS", "0")
    assert Parser().problems == ()
    monkeypatch.setenv("NEWSPARSE_LOAD_PLUGINS", "other")
    assert Parser().problems == ()
    monkeypatch.setenv("NEWSPARSE_LOAD_PLUGINS", "gull")
    assert len(Parser().problems) == 1


def test_readers_of_other_formats(tmp_path: Any) -> None:
    class Plugin:
        @hookimpl
        def newsparse_readers(self) -> list[Reader]:
            return [Reader(id="rev", suffixes=(".rev",), read=lambda data: data[::-1])]

    path = tmp_path / "a.rev"
    path.write_bytes(b"<p>rain</p>"[::-1])
    assert Parser(plugins=(Plugin(),)).parse_file(path).body.text == "rain"


def test_strict() -> None:
    with pytest.raises(StrictError, match="no-headline"):
        Parser(strict=True).parse("<p>x</p>", name="a.html")


def test_versions_by_date() -> None:
    import datetime as dt

    from newsparse.source import Version

    old = Version(until=dt.date(2020, 1, 1), strip=[strip("ad", css(".banner"), "old adverts")])

    class Plugin:
        @hookimpl
        def newsparse_sources(self) -> list[Source]:
            return [source(strip=[strip("ad", css(".ad"), "adverts")], versions=[old])]

    parser = Parser(plugins=(Plugin(),))
    html = "<p class=ad>new ad</p><p class=banner>old ad</p><p>story</p>"

    def parse(day: str) -> str:
        return parser.parse(f"---\ndate: {day}\n---\n{html}", url=URL).body.text

    assert parse("2019-05-05") == "new ad\n\nstory"
    assert parse("2021-05-05") == "old ad\n\nstory"
    assert parser.parse(html, url=f"{URL}/2019/05/05/x.html").body.text == "new ad\n\nstory"
    assert parser.parse(html, url=URL).body.text == "old ad\n\nstory"
