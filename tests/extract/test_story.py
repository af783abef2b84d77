"""The story of a whole page is found; everything else is marked."""

from __future__ import annotations

import pytest

from newsparse.dom import parse_html, root_of, visible_text
from newsparse.extract.block_model import compile_trees, probability
from newsparse.extract.boilerplate_words import RELATED, SHARE, name_flags
from newsparse.extract.metadata.dateline import is_day_line
from newsparse.extract.metadata.signature import signature_behind
from newsparse.extract.page_phrases import LONGEST_LINE, READ_ALSO, SHARE_THIS, phrase_flags
from newsparse.extract.page_walk import walk_page
from newsparse.extract.story import (
    STORY_RULES,
    StoryFinding,
    StoryHints,
    best_threshold,
    mark_story,
)

HEADLINE = "Harbour bridge opens after nine years of work"
SENTENCES = (
    "The new bridge over the harbour was opened on Tuesday, nine years after the first stone.",
    "Thousands of people walked across it in the rain, many of them with children and dogs.",
    "“We had stopped believing in it,” said Marta Oldham, who lives on the northern bank.",
    "The city paid 340 million crowns, almost twice the sum that had been planned at first.",
    "Engineers blamed the soft ground, two floods, and a contractor that went out of business.",
    "From next month, trams will cross every six minutes, and the old ferry will be taken away.",
    "The mayor promised that the toll, which is disputed, would end when the loans are repaid.",
)
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
NAVIGATION = (
    "<nav><ul>"
    + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in ("one", "two", "three", "four"))
    + "</ul></nav>"
)
RELATED_BOX = (
    '<div class="related-articles"><h3>Related stories</h3><ul>'
    + "".join(f'<li><a href="/r{n}">Another tale of number {n} in town</a></li>' for n in range(5))
    + "</ul></div>"
)
FOOTER = "<footer><p>© 2024 The Example Post. All rights reserved. Imprint and terms.</p></footer>"


def page(inner: str, *, before: str = "", after: str = "") -> str:
    return (
        f"<html><body><header class='masthead'>{NAVIGATION}</header>{before}"
        f"<main><article class='story'><h1>{HEADLINE}</h1>"
        f"<div class='article-body'>{inner}</div></article></main>"
        f"{after}{FOOTER}</body></html>"
    )


def story_of(html: str, **hints: str | None) -> tuple[str, StoryFinding, dict[int, str]]:
    root = root_of(parse_html(html))
    assert root is not None
    marks: dict[int, str] = {}
    finding = mark_story(root, marks, StoryHints(headline=HEADLINE, **hints))  # type: ignore[arg-type]
    words = " ".join(visible_text(root, marks).split())
    return words, finding, marks


def assert_whole(text: str) -> None:
    missing = [sentence for sentence in SENTENCES if sentence not in text]
    assert missing == []


def test_story_is_kept_whole_and_the_rest_is_marked() -> None:
    text, finding, marks = story_of(page(STORY, after=RELATED_BOX))
    assert_whole(text)
    for noise in ("Section one", "Another tale", "rights reserved", "Related stories"):
        assert noise not in text
    assert finding.kind == "article"
    assert not finding.paywalled
    assert finding.words == sum(len(s.split()) for s in SENTENCES)
    assert 0.5 < finding.confidence <= 1.0
    assert set(marks.values()) <= set(STORY_RULES)


def test_headline_is_metadata_and_marked_so() -> None:
    text, _, marks = story_of(page(STORY))
    assert HEADLINE not in text
    assert "page:headline" in marks.values()


@pytest.mark.parametrize("blank", [" ", "\n", "\u00a0"])
def test_a_headline_that_is_no_h1_is_known_whatever_blank_follows_its_first_word(
    blank: str,
) -> None:
    heading = "<h2>A bridge opens</h2>".replace(" bridge", f"{blank}bridge")
    root = root_of(parse_html(f"<body>{heading}{STORY}</body>"))
    assert root is not None
    marks: dict[int, str] = {}
    mark_story(root, marks, StoryHints(headline="A bridge opens"))
    assert "page:headline" in marks.values()


@pytest.mark.parametrize(
    ("wrapping", "rule"),
    [
        ('<div id="onetrust-consent-sdk"><div class="ot-text">{}</div></div>', "page:cookies"),
        ('<section class="comments"><div class="text">{}</div></section>', "page:comments"),
        ('<form action="/ask"><div class="text">{}</div></form>', "page:outside"),
    ],
)
def test_what_stands_in_consent_comments_and_forms_is_no_story(wrapping: str, rule: str) -> None:
    asked = "<p>You may tell us at any time that we are not to keep what we know about you.</p>" * 4
    text, _, marks = story_of(page(STORY, after=wrapping.format(asked)))
    assert_whole(text)
    assert "tell us" not in text
    assert rule in marks.values()


def test_a_report_in_parts_that_are_called_comments_is_story() -> None:
    parts = "".join(f"<div class='live-comment'><p>{s}</p></div>" for s in SENTENCES)
    text, _, _ = story_of(
        f"<body>{NAVIGATION}<h1>{HEADLINE}</h1><div class='live-comments'>{parts}</div></body>"
    )
    assert_whole(text)


def test_tree_is_not_changed() -> None:
    html = page(STORY, after=RELATED_BOX)
    root = root_of(parse_html(html))
    assert root is not None
    before = root.html
    mark_story(root, {}, StoryHints())
    assert root.html == before


def test_what_rules_took_out_stays_out() -> None:
    root = root_of(parse_html(page(STORY)))
    assert root is not None
    first = root.css_first("p")
    assert first is not None
    marks = {first.mem_id: "site:lead"}
    finding = mark_story(root, marks, StoryHints(headline=HEADLINE))
    assert marks[first.mem_id] == "site:lead"
    assert finding.words == sum(len(s.split()) for s in SENTENCES[1:])


@pytest.mark.parametrize(
    "interruption",
    [
        '<div class="ad-slot"><span>Advertisement</span></div>',
        '<div class="newsletter-signup"><h4>Sign up for our newsletter</h4>'
        "<p>Get the best stories in your inbox every morning.</p></div>",
        '<div class="share-bar"><a href="#f">Share on Facebook</a> <a href="#t">Tweet</a></div>',
        RELATED_BOX,
        '<p class="read-more"><a href="/x">Read also: How the ferry came to be loved</a></p>',
    ],
    ids=["advert", "newsletter", "share", "related", "read also"],
)
def test_interruptions_go_and_both_parts_stay(interruption: str) -> None:
    parts = STORY.split("</p>")
    inner = "</p>".join(parts[:3]) + "</p>" + interruption + "</p>".join(parts[3:])
    text, _, marks = story_of(page(inner))
    assert_whole(text)
    words = visible_text(root_of(parse_html(f"<body>{interruption}</body>")))  # type: ignore[arg-type]
    assert " ".join(words.split()) not in text
    assert {rule for rule in marks.values() if rule.startswith("page:")}


def test_comments_are_not_story_though_they_are_longer() -> None:
    comments = "".join(
        f'<div class="comment"><b>Reader{n}</b><p>I have been saying for years that this bridge '
        f"would cost us dearly, and number {n} of my letters was never answered at all.</p></div>"
        for n in range(12)
    )
    after = f'<section id="comments" class="comments"><h3>12 comments</h3>{comments}</section>'
    text, _, marks = story_of(page(STORY, after=after))
    assert_whole(text)
    assert "my letters" not in text
    assert "page:comments" in marks.values()


def test_teasers_in_article_elements_are_told_from_the_story() -> None:
    teasers = "".join(
        f'<article class="teaser card"><h3><a href="/t{n}">The tale of the town hall number {n}'
        f"</a></h3><p>A short teaser that says little.</p></article>"
        for n in range(8)
    )
    text, finding, _ = story_of(page(STORY, after=f'<section class="more">{teasers}</section>'))
    assert_whole(text)
    assert "town hall" not in text
    assert finding.kind == "article"


def test_bare_text_between_breaks_in_a_layout_table() -> None:
    story = "<br><br>".join(SENTENCES)
    menu = "<br>".join(f'<a href="/{n}">Menu item {n}</a>' for n in range(9))
    html = (
        f"<body><table><tr><td>{menu}</td><td><font><b>{HEADLINE}</b><br>{story}</font></td>"
        "</tr></table></body>"
    )
    text, _, _ = story_of(html)
    assert_whole(text)
    assert "Menu item" not in text


def test_text_without_blanks_counts() -> None:
    line = (
        "新しい橋は火曜日に開通し、雨の中を何千人もの市民が歩いて渡った。費用は当初の二倍になった。"
    )
    story = "".join(f"<p>{line}{n}番目の段落である。</p>" for n in "一二三四五六")
    html = f"<body>{NAVIGATION}<h1>橋が開通</h1><div class='article-body'>{story}</div></body>"
    text, finding, _ = story_of(html)
    assert text.count("番目の段落") == 6
    assert finding.words > 100


def test_copy_for_small_screens_is_story_once() -> None:
    inner = f"<div class='desktop'>{STORY}</div><div class='mobile'>{STORY}</div>"
    text, _, _ = story_of(page(inner))
    assert text.count(SENTENCES[0]) == 1


def test_story_in_a_footer_is_found_where_there_is_no_other() -> None:
    html = f"<body>{NAVIGATION}<footer><div class='article-body'>{STORY}</div></footer></body>"
    text, _, _ = story_of(html)
    assert_whole(text)


def test_captions_stay_at_their_pictures_and_are_told() -> None:
    figure = "<figure><img src='/b.jpg'><figcaption>The bridge at dawn</figcaption></figure>"
    parts = STORY.split("</p>")
    inner = "</p>".join(parts[:2]) + "</p>" + figure + "</p>".join(parts[2:])
    text, finding, _ = story_of(page(inner))
    assert "The bridge at dawn" in text
    assert len(finding.captions) == 1


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("<p style='text-align:right'><strong>Ada Finch</strong></p>", "Ada Finch"),
        ("<p>– Ada Finch</p>", "Ada Finch"),
        ("<p><a href=/mills>Ada Finch</a></p>", None),
        ("<h3>Ada Finch</h3>", None),
        ("<p>Weitere Informationen</p>", None),
    ],
)
def test_the_signature_behind_the_story(line: str, wanted: str | None) -> None:
    root = root_of(parse_html(f"<body><div>{STORY}{line}</div></body>"))
    assert root is not None
    blocks = walk_page(root, {})
    kept = [block.text in SENTENCES for block in blocks.blocks]
    assert signature_behind(blocks, kept) == wanted
    assert signature_behind(blocks, [True] * len(kept)) is None


def test_index_page() -> None:
    links = "".join(
        f'<li><a href="/s{n}">Headline of some story number {n} today</a></li>' for n in range(60)
    )
    _, finding, _ = story_of(f"<body>{NAVIGATION}<div><ul>{links}</ul></div></body>")
    assert finding.kind == "index"


def test_shell_page() -> None:
    _, finding, _ = story_of("<body><div id='root'></div><script src='/app.js'></script></body>")
    assert (finding.kind, finding.words) == ("shell", 0)


def test_empty_body() -> None:
    text, finding, marks = story_of("<body></body>")
    assert (text, finding.words, finding.confidence) == ("", 0, 0.0)
    assert marks == {}


def test_teaser_with_a_paywall() -> None:
    wall = (
        '<div class="paywall"><h3>Subscribe to continue reading</h3>'
        "<p>Already a subscriber? Sign in.</p><p>Unlock this story for one crown.</p></div>"
    )
    _, finding, _ = story_of(page(f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>{wall}"))
    assert finding.paywalled


@pytest.mark.parametrize(
    "html",
    [
        "<body>" + "<article><p>Short teaser text.</p></article>" * 10_000,
        "<body>" + "<table><tr><td>" * 500 + STORY,
        "<body>" + "<div>" * 2_000 + STORY,
        "<body>" + "<a>" * 500 + STORY,
        "<body><p>" + "word " * 200_000,
    ],
    ids=["articles", "tables", "divs", "links", "one long text"],
)
def test_huge_and_deep_pages_end(html: str) -> None:
    root = root_of(parse_html(html))
    assert root is not None
    finding = mark_story(root, {}, StoryHints())
    assert finding.kind in ("article", "index", "shell")


def test_walk_counts_words_links_and_images() -> None:
    root = root_of(parse_html("<body><p>one <a>two</a> three<img></p><p>four<br>five</p></body>"))
    assert root is not None
    walk = walk_page(root, {})
    assert [block.text for block in walk.blocks] == ["one two three", "four", "five"]
    assert [block.words for block in walk.blocks] == [3, 1, 1]
    assert walk.blocks[0].link == pytest.approx(3 / 13)
    assert walk.blocks[1].images == 1


def test_names_are_cut_into_words() -> None:
    assert name_flags("articleRelated-links") & RELATED
    assert name_flags("post__share_bar") & SHARE
    assert name_flags("xyz") == 0


def test_phrases() -> None:
    assert phrase_flags("Read also: The ferry") & READ_ALSO
    assert phrase_flags("» Partagez cet article") & SHARE_THIS
    assert phrase_flags("相关阅读") & READ_ALSO
    assert phrase_flags("Read also " + "x" * LONGEST_LINE) == 0


def test_trees_become_a_function() -> None:
    model = {
        "start": 0.5,
        "names": ["words", "tag_p", "rel_related"],
        "trees": [[0, 10, -1.0, [1, 0.5, 0.25, 2.0]], [2, 1e-35, 0.0, -4.0]],
    }
    judge = compile_trees(model)
    assert judge([5.0], 1, 0, 0, 0, 0) == -0.5
    assert judge([11.0], 1, 0, 0, 0, 0) == 2.5
    assert judge([11.0], 2, 0, 0, RELATED, 0) == -3.25


@pytest.mark.parametrize(("score", "chance"), [(0.0, 0.5), (-900.0, 0.0), (900.0, 1.0)])
def test_probability(score: float, chance: float) -> None:
    assert probability(score) == pytest.approx(chance)


def test_threshold_is_half_of_what_can_be_reached() -> None:
    assert best_threshold([1.0, 1.0, 0.0], [10, 10, 10]) == 0.5
    assert 0.35 <= best_threshold([0.55, 0.45, 0.4, 0.05], [50, 50, 50, 50]) < 0.5
    assert best_threshold([], []) == 0.35


@pytest.mark.parametrize("line", ["15 Dec, 2025", "2021-04-08 10:15", "19.10.2019, 07:49 Uhr"])
def test_a_day_above_the_story_is_not_its_first_line(line: str) -> None:
    text, _, _ = story_of(page(f"<p>{line}</p>{STORY}"))
    assert_whole(text)
    assert line not in text


def test_a_day_within_the_story_heads_a_part_of_it() -> None:
    half = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[3:])
    text, _, _ = story_of(page(f"{STORY}<h3>15 Dec, 2025</h3>{half}<h3>16 Dec, 2025</h3>{half}"))
    assert "15 Dec, 2025" in text


@pytest.mark.parametrize(
    ("line", "is_day"),
    [
        ("15 December 2025", True),
        ("(2021-04-08)", True),
        ("2021年4月8日 10:15", True),
        ("Dec 15, 2025 | 4:05 p.m.", True),
        ("Since 15 December 2025", False),
        ("15 December 2025 was a Monday", False),
        ("Monday", False),
        ("", False),
    ],
)
def test_a_line_that_is_nothing_but_a_day(line: str, is_day: bool) -> None:
    assert is_day_line(line) is is_day


@pytest.mark.parametrize("paragraphs", [300, 1500])
def test_a_very_long_story_is_whole(paragraphs: int) -> None:
    told = [
        f"{SENTENCES[n % len(SENTENCES)]} So it was told on page {n} of the minutes."
        for n in range(paragraphs)
    ]
    text, finding, _ = story_of(page("".join(f"<p>{t}</p>" for t in told), after=RELATED_BOX))
    assert [t for t in told if t not in text] == []
    assert "Another tale" not in text
    assert finding.kind == "article"
