"""The contract itself: its run, its report, its class, and what each property catches."""

from __future__ import annotations

import inspect
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, reproduce_failure, settings
from hypothesis import strategies as st

import newsparse
from newsparse import Article, Body
from newsparse.body import Heading, Paragraph
from newsparse.document import Document
from newsparse.draft import Draft
from newsparse.errors import PluginError
from newsparse.hookspecs import hookimpl
from newsparse.rules import css, strip, take, text
from newsparse.source import Source
from newsparse.testing import (
    ContractError,
    Labelled,
    SourceContract,
    SourcePlugin,
    Subject,
    Truth,
    run_contract,
    subject_of,
)
from newsparse.testing.contract import PROPERTIES, Result
from newsparse.testing.contract.disguise import own_pages
from newsparse.testing.contract.story import check_story
from newsparse.testing.contract.total import check_total

from .broken import BROKEN
from .herald import HERALD, SAMPLE, Plugin

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SEED = 20260102


class TestSina(SourceContract):
    """The built-in source keeps the whole contract."""

    plugin = "sina"
    samples = SEEDS
    examples = 40


def broken(source: Source, name: str = "herald") -> Subject:
    return subject_of(SourcePlugin(source, name=name), samples=[SAMPLE])


def failure_of(subject: Subject, property_id: str) -> str:
    report = run_contract(subject, seed=SEED, only=[property_id])
    assert not report.ok
    return report.failures[0].text


def test_the_class_has_a_test_for_each_property() -> None:
    tests = {name for name, _ in inspect.getmembers(TestSina) if name.startswith("test_")}
    assert tests == {f"test_{item.id.replace('-', '_')}" for item in PROPERTIES}
    assert TestSina.test_total.__doc__ == PROPERTIES[4].demands  # type: ignore[attr-defined]


def test_the_class_without_a_property() -> None:
    class Some(SourceContract):
        plugin = Plugin(HERALD, "herald")
        without = ("names",)

    assert Some.test_names is None  # type: ignore[attr-defined]
    assert Some.subject() is Some.subject()


def test_the_class_fails_where_the_plugin_does() -> None:
    class Leaks(SourceContract):
        plugin = Plugin(BROKEN["leaks-editor"].source, "leaks")

    with pytest.raises(ContractError, match="rule to blame: herald:editor-line"):
        Leaks().test_boilerplate()  # type: ignore[attr-defined]
    assert Leaks.subject().samples == ()


def test_a_failure_can_be_reproduced() -> None:
    class Empty(SourceContract):
        plugin = Plugin(BROKEN["empty-body"].source, "empty")

    with pytest.raises(ContractError) as caught:
        Empty().test_total()  # type: ignore[attr-defined]
    notes = "\n".join(getattr(caught.value, "__notes__", ()))
    assert "Labelled" in notes
    again = reproduce_failure("0", b"x")(Empty.test_total)  # type: ignore[attr-defined]
    with pytest.raises(Exception, match="version"):
        again(Empty())


def test_the_report() -> None:
    seen: list[Result] = []
    subject = broken(BROKEN["foreign"].source)
    report = run_contract(
        subject, examples=30, seed=1, only=["home", "foreign"], progress=seen.append
    )
    assert seen == list(report.results)
    assert [result.property.id for result in seen] == ["home", "foreign"]
    assert not report.ok
    assert "ok  the samples are claimed by this plugin alone (home)" in report.text
    assert "FAILED  documents of other sites are not claimed (foreign)" in report.text
    assert "rule to blame: herald.matches" in report.text
    data = report.to_dict()
    assert data["ok"] is False
    assert data["properties"][0]["failure"] is None
    assert "entry-content" in data["properties"][1]["failure"]["document"]
    assert repr(report) == "<Report herald: 1 of 2 failed>"


@settings(max_examples=1, suppress_health_check=list(HealthCheck))
@given(st.none())
def test_making_documents_leaves_no_failing_example(
    request: pytest.FixtureRequest, nothing: None
) -> None:
    # Where libcst is installed, hypothesis makes a patch of what it finds there.
    assert own_pages(broken(HERALD))
    assert not getattr(request.node, "_hypothesis_failing_examples", [])


def test_the_same_seed_gives_the_same_report() -> None:
    subject = broken(BROKEN["nested-text"].source)
    one, two = (run_contract(subject, seed=5, only=["story"]).text for _ in range(2))
    assert one == two


def test_a_failing_sample_is_cut_down() -> None:
    for data in (SAMPLE.text, SAMPLE.text.encode("utf-16")):
        sample = attrs.evolve(SAMPLE, data=data)
        plugin = Plugin(BROKEN["glued-authors"].source, "glued")
        report = run_contract(subject_of(plugin, samples=[sample]), seed=1, only=["names"])
        document = report.failures[0].document
        assert document is not None
        assert document.name == "sample.html, cut down"
        assert document.text.strip() == '<p class="byline">By Ada Brook and Eva Stone</p>'


def test_unknown_names() -> None:
    with pytest.raises(ValueError, match="no property 'speed'; there are"):
        run_contract(broken(HERALD), only=["speed"])
    with pytest.raises(PluginError, match="there is no plugin 'nobody'"):
        subject_of("nobody")
    with pytest.raises(PluginError, match="has no source courier"):
        subject_of(Plugin(HERALD, "herald"), source="courier")
    with pytest.raises(PluginError, match="is no folder"):
        subject_of("sina", samples="nowhere")


def test_a_plugin_that_does_not_load() -> None:
    class Bad:
        __name__ = "bad"

        @hookimpl
        def newsparse_sources(self) -> list[Source]:
            raise ValueError("no file")

    with pytest.raises(PluginError, match=r"does not load: newsparse_sources raised .*no file"):
        subject_of(Bad())


def test_subjects() -> None:
    subject = subject_of("sina", samples=SEEDS)
    assert subject.sources == ("sina",)
    assert [source.id for source in subject.tested] == ["sina"]
    assert len(subject.samples) == len(list(SEEDS.iterdir()))


def test_a_plugin_by_the_name_of_its_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "from tests.testing.herald import HERALD, hookimpl\n"
    code += "@hookimpl\ndef newsparse_sources():\n    return [HERALD]\n"
    (tmp_path / "my_herald.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert subject_of("my_herald").sources == ("herald",)


def test_properties_are_plain_functions_too() -> None:
    subject = broken(BROKEN["drops-images"].source)
    check_total(subject, SAMPLE)
    known = attrs.evolve(SAMPLE, truth=Truth(images=["https://img.herald.example/mill.jpg"]))
    with pytest.raises(ContractError, match=r"mill\.jpg of the story is lost"):
        check_story(subject, known)


def test_the_rule_to_blame_is_found_by_leaving_rules_out() -> None:
    report = run_contract(broken(BROKEN["drops-images"].source), seed=SEED, only=["story"])
    assert report.failures[0].rule == "herald:advert"
    report = run_contract(
        broken(BROKEN["attribute-order"].source), seed=SEED, only=["attribute-order"]
    )
    assert report.failures[0].rule == "herald.map_with"


def test_a_sample_of_another_source() -> None:
    other = Labelled(data="---\nauthor: 新浪财经\n---\n<p>下雨了。</p>", name="other.html")
    subject = subject_of(Plugin(HERALD, "herald"), samples=[other])
    with pytest.raises(ContractError, match="is claimed by 'sina'"):
        PROPERTIES[0].check(subject, other)


def test_a_sample_two_sources_claim() -> None:
    other = Labelled(data="---\nauthor: 新浪财经\n---\n<p>下雨了。</p>")
    source = attrs.evolve(HERALD, matches=(newsparse.source.site("新浪财经"),))
    subject = subject_of(Plugin(source, "herald"), samples=[other])
    with pytest.raises(ContractError, match="the source 'sina' of the plugin 'sina' claims"):
        PROPERTIES[0].check(subject, other)
    heir = attrs.evolve(source, inherits=("sina",))
    PROPERTIES[0].check(subject_of(Plugin(heir, "herald"), samples=[other]), other)


def test_a_rule_that_never_fires() -> None:
    rule = strip("box", css("div.box"), "a box")
    text = failure_of(broken(attrs.evolve(HERALD, strip=(*HERALD.strip, rule))), "rules-fire")
    assert "herald:box finds nothing in the 1 samples, and has no example" in text


def test_a_rule_whose_example_is_something_else() -> None:
    rule = strip("box", text("^Read more"), "a link", example="More to read")
    found = failure_of(broken(attrs.evolve(HERALD, strip=(*HERALD.strip, rule))), "rules-fire")
    assert "neither in the 1 samples nor in its own example" in found


def test_an_example_needs_not_show_what_is_around_it() -> None:
    rules = (
        take("a", css("div.head > span.x"), "x", to="extra.a", example='<span class="x">1</span>'),
        take("b", css("#top ~ p.y"), "x", to="extra.b", example='<p class="y">2</p>'),
        take("c", css("td > b.z"), "x", to="extra.c", example='<b class="z">3</b>'),
    )
    subject = broken(attrs.evolve(HERALD, map=(*HERALD.map, *rules)))
    report = run_contract(subject, only=["rules-fire"])
    assert report.ok, report.text


def test_a_quadratic_function() -> None:
    def compare_all(draft: Draft) -> None:
        paragraphs = draft.css("p")
        for one in paragraphs:
            for other in paragraphs:
                if one.mem_id == other.mem_id:
                    pass

    found = failure_of(broken(attrs.evolve(HERALD, map_with=compare_all)), "linear")
    assert "parsing is not linear: stories of 32, 64, 128 paragraphs" in found
    assert "rule to blame: herald.map_with" in found


def test_a_function_that_depends_on_comments() -> None:
    def count_comments(draft: Draft) -> None:
        draft.offer("extra.count", draft.document.html.count("<!--"), where="comments")

    found = failure_of(broken(attrs.evolve(HERALD, map_with=count_comments)), "comments")
    assert "extra: {'count': 0} became" in found


def test_a_function_that_depends_on_white_space() -> None:
    def by_lines(draft: Draft) -> None:
        draft.offer("extra.lines", draft.document.html.count("\n"), where="lines")

    found = failure_of(broken(attrs.evolve(HERALD, map_with=by_lines)), "white-space")
    assert "the article depends on the white space: extra" in found


def test_a_function_that_depends_on_the_case_of_tags() -> None:
    def shouting(draft: Draft) -> None:
        draft.offer("extra.p", "<p" in draft.document.html, where="tags")

    found = failure_of(broken(attrs.evolve(HERALD, map_with=shouting)), "tag-case")
    assert "the article depends on the case of tags: extra" in found


def test_a_hook_that_marks_every_article() -> None:
    class Marks(Plugin):
        @hookimpl
        def newsparse_article(self, article: Article, document: Document) -> Article:
            return attrs.evolve(article, keywords=(*article.keywords, "read"))

    subject = subject_of(Marks(HERALD, "marks"), samples=[SAMPLE])
    assert subject.reaches_out
    found = failure_of(subject, "idempotent")
    assert "keywords: ('read',) became ('read', 'read')" in found
    assert run_contract(subject, examples=20, seed=1, only=["pure"]).ok


def test_a_converter_that_reaches_into_other_sources() -> None:
    class Reaches(Plugin):
        @hookimpl
        def newsparse_converters(self) -> dict[str, object]:
            return {"archive-categories": lambda value, context: ("News",)}

    found = failure_of(subject_of(Reaches(HERALD, "reaches")), "pure")
    assert "the plugin changes a document of another source: categories" in found


def test_a_function_that_takes_text_out_unseen() -> None:
    def no_headings(article: Article, _: Document) -> Article:
        blocks = [b for b in article.body if not isinstance(b, Heading)]
        return attrs.evolve(article, body=Body(blocks=blocks))

    source = attrs.evolve(HERALD, finish_with=no_headings)
    found = failure_of(broken(source), "conserving")
    assert "a function of the plugin took it out unseen" in found
    assert "rule to blame: herald.finish_with" in found


def test_a_function_that_doubles_text() -> None:
    def twice(article: Article, _: Document) -> Article:
        return attrs.evolve(article, body=Body(blocks=article.body.blocks * 2))

    found = failure_of(broken(attrs.evolve(HERALD, finish_with=twice)), "no-invention")
    assert "more than the document: text was added or doubled" in found


def test_a_headline_that_is_made_up() -> None:
    def shout(article: Article, _: Document) -> Article:
        return attrs.evolve(article, title=f"BREAKING {article.title}")

    found = failure_of(broken(attrs.evolve(HERALD, finish_with=shout)), "no-invention")
    assert "the document has no 'BREAKING'" in found


def test_a_function_that_puts_paragraphs_in_another_order() -> None:
    def upside_down(article: Article, _: Document) -> Article:
        return attrs.evolve(article, body=Body(blocks=article.body.blocks[::-1]))

    found = failure_of(broken(attrs.evolve(HERALD, finish_with=upside_down)), "story")
    assert "the story is out of order" in found


def test_a_function_that_runs_paragraphs_together() -> None:
    def one_block(article: Article, _: Document) -> Article:
        content = [" ".join(article.body.paragraphs)] if article.body.paragraphs else []
        others = [b for b in article.body if not isinstance(b, Paragraph)]
        return attrs.evolve(article, body=Body(blocks=[Paragraph(content=content), *others]))

    subject = broken(attrs.evolve(HERALD, finish_with=one_block))
    assert not run_contract(subject, seed=1, only=["story"]).ok


def test_a_body_taken_from_the_whole_page() -> None:
    def everything(article: Article, document: Document) -> Article:
        if document.shape != "page" or "<nav" not in document.html:
            return article
        blocks = (*article.body.blocks, Paragraph(content=("Home",)))
        return attrs.evolve(article, body=Body(blocks=blocks))

    found = failure_of(broken(attrs.evolve(HERALD, finish_with=everything)), "surroundings")
    assert "with navigation around the same story, the body is another one" in found


def test_a_line_that_repeats() -> None:
    advert = "<p>Wear a Herald hat.</p>"
    samples = [
        Labelled(
            data=f"---\ntitle: {name}\nurl: https://herald.example/{name}\n---\n"
            f"<p>A story of {name}.</p>{advert}",
            name=name,
        )
        for name in ("mills", "bridges")
    ]
    subject = subject_of(Plugin(HERALD, "herald"), samples=samples)
    found = failure_of(subject, "repeated")
    assert "'Wear a Herald hat.' stands in the bodies of mills and bridges" in found


def test_a_date_off_by_its_zone() -> None:
    def naive(article: Article, _: Document) -> Article:
        import datetime as dt

        moment = article.published
        zone = dt.timezone(dt.timedelta(hours=8))
        return attrs.evolve(article, published=moment and moment.replace(tzinfo=zone))

    source = attrs.evolve(HERALD, finish_with=naive)
    subject = subject_of(SourcePlugin(source, name="naive"))
    found = failure_of(subject, "dates")
    assert "8 hours too early: the wrong time zone" in found


@pytest.mark.parametrize("name", ["baijiahao", "sina"])
def test_a_source_may_take_the_documents_of_those_it_inherits_from(name: str) -> None:
    (theirs,) = (s.source for s in newsparse.Parser().sources if s.source.id == name)
    ours = Source(id="ours", title="Ours", matches=theirs.matches, inherits=(name,))
    report = run_contract(broken(ours, "ours"), examples=60, seed=SEED, only=["foreign"])
    assert report.ok, report.text
