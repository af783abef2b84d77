"""What is proposed for a source: matchers, values, the story's element, boilerplate."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse.rules import Text, css
from newsparse.scaffold.hosts import shared_hosts
from newsparse.scaffold.matching import propose_matchers
from newsparse.scaffold.proposal import propose
from newsparse.scaffold.repeats import propose_strips
from newsparse.scaffold.sample import read_samples
from newsparse.scaffold.selectors import is_stable, selectors
from newsparse.scaffold.story import propose_story
from newsparse.scaffold.values import propose_values
from newsparse.source import domain, meta, site
from tests.scaffold.conftest import PAGE, Read, page, post

BOX = '<div class="letter big">Our letter, each morning</div>'


# ------------------------------------------------------------------- samples


def test_the_same_story_is_one_sample(read: Read) -> None:
    assert len(read([page(0), page(0), page(1)])) == 2


def test_what_is_kept_is_counted_up_to_the_root(read: Read) -> None:
    (sample,) = read([page(0)])
    sizes = {e.node.attributes.get("class"): e for e in sample.elements}
    assert sizes["words"].kept == sizes["words"].size > 200
    assert sizes["menu"].kept == 0 < sizes["menu"].size
    assert sample.elements[0].kept <= sample.elements[0].size


def test_samples_of_one_name_get_names_of_their_own(tmp_path: Path) -> None:
    paths = []
    for number in (0, 1, 2):
        path = tmp_path / str(number) / ("A.html" if number else "a.html")
        path.parent.mkdir()
        path.write_text(page(number), encoding="utf-8")
        paths.append(path)
    assert [s.name for s in read_samples(paths)] == ["a.html", "A-2.html", "A-3.html"]


# ------------------------------------------------------------------ matchers


def test_the_host_and_the_site_are_matchers(read: Read) -> None:
    assert propose_matchers(read([page(0), page(1)])) == [(domain("dune.example"), 2)]
    assert propose_matchers(read([post(0), post(1)])) == [(site("The Dune"), 2)]
    assert propose_matchers(read([post(0), page(1)])) == [
        (site("The Dune"), 1),
        (domain("dune.example"), 1),
    ]


def test_hosts_under_one_host_are_one_matcher(read: Read) -> None:
    other = page(1).replace("www.dune.example", "shore.dune.example")
    far = page(2).replace("www.dune.example", "dune.invalid")
    assert propose_matchers(read([page(0), other, far])) == [
        (domain("dune.example"), 2),
        (domain("dune.invalid"), 1),
    ]


def test_hosts_of_one_site_are_known_by_its_domain() -> None:
    assert shared_hosts(["news.dune.example", "sea.dune.example", "far.example"]) == [
        "dune.example",
        "far.example",
    ]
    assert shared_hosts(["news.dune.example", "news.dune.example"]) == ["news.dune.example"]
    assert shared_hosts(["dune.co.uk", "gull.co.uk"]) == ["dune.co.uk", "gull.co.uk"]
    assert shared_hosts(["a.dune.com.cn", "b.dune.com.cn"]) == ["dune.com.cn"]
    assert shared_hosts([""]) == []


def test_a_comment_of_the_browser_or_the_author_tells_the_host(read: Read, tmp_path: Path) -> None:
    bare = page(0).replace('<link rel="canonical" href="https://www.dune.example/gulls">', "")
    unnamed = bare.replace('<meta property="og:site_name" content="The Dune">', "")
    saved = f"<!-- saved from url=(0029)https://www.dune.example/gulls -->\n{unnamed}"
    assert propose_matchers(read([saved])) == [(domain("dune.example"), 1)]
    assert propose_matchers(read([bare])) == [(meta("og:site_name", "The Dune"), 1)]
    path = tmp_path / "unnamed.html"
    path.write_text(unnamed, encoding="utf-8")
    assert propose_matchers(read_samples([path])) == []
    assert propose_matchers(read_samples([path], "dune.example"), "dune.example") == [
        (domain("dune.example"), 1)
    ]


# ----------------------------------------------------------------- selectors


@pytest.mark.parametrize("token", ["headline", "article__title", "col-2", "storyText", "Title_top"])
def test_names_people_give_are_stable(token: str) -> None:
    assert is_stable(token)


@pytest.mark.parametrize(
    "token", ["css-1x2y3z", "post-48213", "Title_a81Zq", "sc-abcdef", "", "9a"]
)
def test_names_tools_make_up_are_not(token: str) -> None:
    assert not is_stable(token)


def test_selectors_are_short_and_the_special_first(read: Read) -> None:
    (sample,) = read([page(0)])
    (node,) = sample.tree.css("h1")
    assert list(selectors(node)) == ["h1.top-line", "h1", "#column h1"]


def test_tags_that_css_cannot_write_are_left_out_of_selectors(read: Read) -> None:
    (sample,) = read([post(0, '<o:p class="note">A word</o:p><a-b class="note">And one</a-b>')])
    found = [e.node for e in sample.elements if e.node.attributes.get("class") == "note"]
    chosen = [next(selectors(node)) for node in found]
    assert chosen == ["*.note", "a-b.note"]
    for selector in chosen:
        assert sample.tree.css(selector)


# -------------------------------------------------------------------- values


def test_values_are_found_where_they_are_right_on_all_samples(read: Read) -> None:
    rules = {rule.id: (rule.at, hits) for rule, hits in propose_values(read([page(0), page(1)]))}
    assert rules == {
        "headline": (css("h1.top-line"), 2),
        "date": (css("time.stamp", attribute="datetime"), 2),
        "byline": (css("div.credit"), 2),
    }


def test_a_selector_that_is_wrong_on_one_sample_is_refused(read: Read) -> None:
    wrong = page(1).replace('<nav class="menu">', '<h1 class="top-line">The Dune</h1><nav>')
    places = [rule.at for rule, _ in propose_values(read([page(0), wrong]))]
    assert css("h1.top-line") not in places
    assert css("h1") not in places
    assert css("#column h1") in places


def test_a_byline_of_posts_is_found_by_its_words(read: Read) -> None:
    ((rule, hits),) = propose_values(read([post(0), post(1)]))
    assert (rule.id, rule.at, rule.consume, hits) == ("byline", css("p.credit"), True, 2)


# --------------------------------------------------------------------- story


def test_the_smallest_element_with_the_whole_story_is_its_body(read: Read) -> None:
    samples = read([page(0), page(1)])
    assert propose_story(samples, ["div.credit", "time"]) == ["div.words", "#column"]
    assert propose_story(read([post(0), post(1)])) == []
    nameless = [page(n, template=PAGE.replace(' class="words"', "")) for n in (0, 1)]
    assert propose_story(read(nameless), ["div.credit", "time"]) == ["#column"]


# --------------------------------------------------------------- boilerplate


def test_what_repeats_in_stories_is_boilerplate(read: Read) -> None:
    ((rule, hits),) = propose_strips(read([post(0, BOX), post(1), post(2, BOX)]))
    assert (rule.id, rule.at, hits) == ("letter", css("div.letter"), 2)


def test_a_selector_that_finds_other_words_too_is_not_used(read: Read) -> None:
    other = '<div class="letter">A reader of ours wrote a letter</div>'
    rules = propose_strips(read([post(0, BOX), post(1, BOX), post(2, other)]))
    assert [rule.at for rule, _ in rules] == [css("div.big")]
    plain = BOX.replace(" big", "")
    ((rule, hits),) = propose_strips(read([post(0, plain), post(1, plain), post(2, other)]))
    assert rule.at == Text(pattern="^Our letter, each morning$")
    assert hits == 2


def test_a_box_is_one_rule_and_not_one_a_line(read: Read) -> None:
    box = '<div class="box"><p class="a">More of us</p><p class="b">Write to us</p></div>'
    rules = propose_strips(read([post(0, box), post(1, box)]))
    assert [rule.at for rule, _ in rules] == [css("div.box")]


def test_a_picture_of_several_stories_is_boilerplate(read: Read) -> None:
    picture = '<p><img src="https://dune.example/icons/share.png?v={}"></p>'
    samples = read([post(n, picture.format(n)) for n in (0, 1)])
    assert [rule.at for rule, _ in propose_strips(samples)] == [css('img[src*="/icons/share.png"]')]


def test_words_of_one_story_are_never_proposed(read: Read) -> None:
    assert propose_strips(read([post(0), post(1), post(2, BOX)])) == []


# ------------------------------------------------------------------ together


def test_each_rule_for_posts_was_tried_on_them(read: Read) -> None:
    proposal = propose(read([post(n, BOX) for n in (0, 1, 2)]), "dune")
    source = proposal.source
    assert (source.id, source.title, proposal.samples) == ("dune", "The Dune", 3)
    assert [rule.id for rule in source.strip] == ["letter"]
    assert [rule.id for rule in source.map] == ["byline"]
    assert proposal.hits == {"letter": 3, "byline": 3}
    assert (proposal.strangers, source.story) == ({}, ())


def test_each_rule_for_pages_was_tried_on_them(read: Read) -> None:
    proposal = propose(read([page(n) for n in (0, 1, 2)]), "dune", title="Dunes")
    assert proposal.source.title == "Dunes"
    assert proposal.hits == {"headline": 3, "date": 3, "byline": 3}
    assert (proposal.source.story, proposal.story_hits) == (("div.words",), 3)


def test_what_is_no_story_in_the_story_is_named(read: Read) -> None:
    """Where the element is known, nothing in it is judged: rules must say what goes."""
    items = "".join(f'<li><a href="/{{0}}/{n}">Read {{0}}, part {n}</a></li>' for n in range(6))
    links = f'<ul class="related-links">{items}</ul>'
    samples = read([page(n, links.format("gsc"[n])) for n in (0, 1, 2)])
    proposal = propose(samples, "dune")
    assert proposal.source.story == ("div.words",)
    assert [rule.at for rule in proposal.source.strip] == [css("ul.related-links")]


def test_a_byline_inside_the_story_is_taken_out_of_it(read: Read) -> None:
    inside = PAGE.replace('<div class="credit">By {author}</div>', "").replace(
        "{story}", '<div class="credit">By {author}</div>{story}'
    )
    proposal = propose(read([page(n, template=inside) for n in (0, 1, 2)]), "dune")
    assert proposal.source.story == ("div.words",)
    assert {rule.id: rule.consume for rule in proposal.source.map} == {
        "headline": False,
        "date": False,
        "byline": True,
    }


def test_an_element_that_holds_much_else_is_not_taken_for_the_story(read: Read) -> None:
    noise = "".join(f"<aside><a href='/{n}'>Story number {n}</a></aside>" for n in range(40))
    wide = PAGE.replace(' class="words"', "").replace("</div>\n</div>", f"</div>{noise}</div>")
    assert noise in wide
    assert propose(read([page(n, template=wide) for n in (0, 1)]), "dune").source.story == ()


def test_a_source_that_knows_the_documents_is_inherited(read: Read) -> None:
    documents = [post(n).replace("The Dune", "新浪财经") for n in (0, 1)]
    proposal = propose(read(documents), "dune")
    assert proposal.source.inherits == ("sina",)
    assert proposal.strangers == {}
