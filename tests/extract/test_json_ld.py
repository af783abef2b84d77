"""JSON-LD as publishers write it: whole, broken, hostile."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.extract.metadata.json_ld import (
    MAX_CHARACTERS,
    Graph,
    mend,
    read_block,
    type_of,
)

STORY = {"@type": "NewsArticle", "headline": "Lantern found"}


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"NewsArticle","headline":"Lantern found"}',
        '<!-- {"@type":"NewsArticle","headline":"Lantern found"} -->',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"Lantern found"}\n//]]>',
        '/*<![CDATA[*/{"@type":"NewsArticle","headline":"Lantern found"}/*]]>*/',
        '\ufeff {"@type":"NewsArticle","headline":"Lantern found"};',
        '{"@type":"NewsArticle","headline":"Lantern found",}',
        '{"@type":"NewsArticle",,"headline":"Lantern found"}',
        '{"@type":"NewsArticle","headline":"Lantern found"}'.replace('"', "&quot;"),
        '{"@type":"NewsArticle","headline":"Lantern found"',
        '{"@type":"NewsArticle","headline":"Lantern found',
        '{"@type":"NewsArticle","headline":"Lantern found"}]}',
    ],
)
def test_one_story_however_it_is_wrapped_or_broken(text: str) -> None:
    assert read_block(text)[0] == STORY


def test_raw_line_ends_and_control_characters_in_strings_are_kept() -> None:
    assert read_block('{"headline":"one\n\ttwo\x01"}') == [{"headline": "one\n\ttwo\x01"}]


def test_several_values_in_a_row() -> None:
    assert read_block('{"a":1}\n{"b":2};[3]') == [{"a": 1}, {"b": 2}, [3]]


def test_quotes_inside_a_string_are_told_from_its_end() -> None:
    found = read_block('{"headline": "The "old" lantern", "name": "x"}')
    assert found == [{"headline": 'The "old" lantern', "name": "x"}]


def test_invalid_escapes_lose_their_backslash() -> None:
    assert read_block(r'{"headline": "The lantern\'s tale \x"}') == [
        {"headline": "The lantern's tale x"}
    ]


def test_a_key_without_a_value_at_the_end() -> None:
    assert read_block('{"a": 1, "b":') == [{"a": 1, "b": None}]
    assert read_block('{"a": 1, "b"') == [{"a": 1, "b": None}]


@pytest.mark.parametrize(
    "text", ["", "   ", "not json at all", "<html>", "}}}}", '"', "[" * 50_000]
)
def test_what_is_no_json_gives_no_object(text: str) -> None:
    assert not [value for value in read_block(text) if isinstance(value, dict)]


def test_deep_nesting_and_great_length_do_no_harm() -> None:
    deep = '{"a":' * 50_000 + "1" + "}" * 50_000
    assert read_block(deep) == []
    assert read_block(deep[:-1]) == []
    assert read_block('{"a":"' + "x" * (MAX_CHARACTERS + 1) + '"}') == []


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=12,
    )
)
def test_valid_json_is_read_as_json_reads_it(value: object) -> None:
    assert read_block(json.dumps(value)) == [value]


@given(st.text(alphabet='{}[]",:\\ ab1\n', max_size=200))
def test_mending_never_fails_but_with_value_error(text: str) -> None:
    assert isinstance(read_block(text), list)
    mend(text)


@pytest.mark.parametrize(
    ("types", "wanted"),
    [
        ("NewsArticle", "NewsArticle"),
        ("http://schema.org/NewsArticle", "NewsArticle"),
        ("schema:BlogPosting", "BlogPosting"),
        (["CreativeWork", "NewsArticle"], "NewsArticle"),
        ([], ""),
        (None, ""),
        ([None, 7], ""),
    ],
)
def test_type(types: object, wanted: str) -> None:
    assert type_of({"@type": types}) == wanted


def test_the_story_is_found_in_a_graph_and_references_are_followed() -> None:
    graph = Graph(
        [
            {
                "@graph": [
                    {"@type": "WebPage", "@id": "#page", "name": "Page"},
                    {"@type": "NewsArticle", "headline": "Story", "author": {"@id": "#ada"}},
                    {"@type": "Person", "@id": "#ada", "name": "Ada Finch"},
                ]
            }
        ]
    )
    found = graph.story()
    assert found is not None
    kind, thing = found
    assert (kind, thing["headline"]) == ("NewsArticle", "Story")
    assert graph.resolve(thing["author"])["name"] == "Ada Finch"
    assert graph.resolve({"@id": "#nobody"}) == {"@id": "#nobody"}


def test_a_story_may_be_the_main_entity_of_a_page() -> None:
    graph = Graph([{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "Story"}}])
    found = graph.story()
    assert found is not None
    assert found[1]["headline"] == "Story"


def test_teasers_and_comments_are_not_the_story() -> None:
    graph = Graph(
        [
            {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "No"}]},
            {
                "@type": "LiveBlogPosting",
                "headline": "Live",
                "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "08:15"}],
            },
        ]
    )
    assert [thing["headline"] for _, thing in graph.articles] == ["Live"]


def test_the_story_of_this_page_goes_before_another() -> None:
    here, other = "https://paper.example/here", "https://paper.example/other"
    graph = Graph(
        [
            {"@type": "NewsArticle", "headline": "Other", "url": other},
            {"@type": "NewsArticle", "headline": "Here", "mainEntityOfPage": {"@id": here + "/"}},
            {"@type": "VideoObject", "name": "Video", "url": here},
        ]
    )
    found = graph.story([here])
    assert found is not None
    assert found[1]["headline"] == "Here"
