"""Text rules at work on the blocks of a story: where they look, and what they cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from newsparse import Source
from newsparse.body import CodeBlock
from newsparse.compiled import LONG, SHORT
from newsparse.compiler import compile_source
from newsparse.converters import Context
from newsparse.document import Document
from newsparse.dom import parse_html
from newsparse.draft import Draft
from newsparse.extract.part import FINISHED, PARAGRAPH, Part
from newsparse.ledger import Cut, Ledger
from newsparse.rules import Map, Strip, after, strip, take, text
from newsparse.text_rules import apply_text_rules


def drafted(
    blocks: Sequence[str | None],
    strips: Sequence[Strip] = (),
    maps: Sequence[Map] = (),
    *,
    explain: bool = True,
) -> Draft:
    """Return a draft of these blocks after its text rules; None stands for a finished block."""
    source = Source(id="tern", title="The Tern", strip=strips, map=maps)
    compiled = compile_source(source, "test", {}, {})
    document = Document(html="")
    draft = Draft(
        document,
        parse_html(""),
        compiled,
        Context(document=document),
        Ledger() if explain else None,
    )
    draft.parts = [
        Part(FINISHED, [], number, CodeBlock(text="x"))
        if words is None
        else Part(PARAGRAPH, [words], number)
        for number, words in enumerate(blocks)
    ]
    apply_text_rules(draft)
    return draft


def texts(draft: Draft) -> list[str]:
    return [part.text for part in draft.parts]


def left(blocks: Sequence[str | None], *patterns: str, scope: Any = "anywhere") -> list[str]:
    """Return what patterns leave of blocks."""
    rules = [strip(f"r{n}", text(p, scope=scope), "a test") for n, p in enumerate(patterns)]
    return texts(drafted(blocks, rules))


# ------------------------------------------------------------------ what is cut


def test_the_match_goes_and_empty_blocks_with_it() -> None:
    assert left(["Ad", "a Ad b", "Ad c", "d"], r"Ad ?") == ["a b", "c", "d"]


def test_what_a_cut_leaves_is_for_the_rules_that_follow() -> None:
    assert left(["[x]Ad", "b"], r"^\[x\]", "^Ad$") == ["b"]
    assert left(["Ad[x]", "b"], r"\[x\]$", "^Ad$") == ["b"]


def test_a_rule_finds_its_words_in_long_blocks_of_any_script() -> None:
    long = "gull " * SHORT + "tern"
    assert left([f"{long} Ad", f"{long} Ad 雨", long], r" Ad.{0,3}$") == [long] * 3
    assert left([f"{long}广告", long], r"广告|Ad") == [long] * 2


def test_finished_blocks_stay_when_others_go() -> None:
    assert left(["Ad", None, "b"], "^Ad$") == ["", "b"]


def test_an_empty_match_is_none() -> None:
    draft = drafted(["a"], [strip("r", text("x*"), "a test")])
    assert texts(draft) == ["a"]
    assert draft.counts == {}


def test_a_story_without_words_is_left_alone() -> None:
    assert left([None], "a") == [""]


def test_a_dot_stands_for_line_breaks_too() -> None:
    assert left(["Buy\nnow", "b"], "^Buy.*$") == ["b"]


def test_only_the_first_match_of_a_block_goes() -> None:
    assert left(["ab ab"], "^ab ", "x") == ["ab"]


def test_all_rules_see_what_the_ones_before_left() -> None:
    assert left(["one two three"], "two ", "^one three$") == []
    assert left(["Ad" + " x" * SHORT], "(?: x)+$", "^Ad$") == []


def test_what_was_cut_is_written_down() -> None:
    draft = drafted(["a Ad b", "Ad", "c"], [strip("ad", text("Ad ?"), "adverts")])
    assert draft.ledger is not None
    assert draft.ledger.cuts == {0: [Cut(2, 5, "tern:ad")], 1: [Cut(0, 2, "tern:ad")]}
    assert draft.ledger.dropped == {}
    assert draft.counts == {"tern:ad": 2}


def test_without_a_ledger_the_same_is_cut() -> None:
    draft = drafted(["a Ad b", "Ad"], [strip("ad", text("Ad ?"), "adverts")], explain=False)
    assert texts(draft) == ["a b"]


# --------------------------------------------------------------- which blocks


@pytest.mark.parametrize("more", ["", " of everybody" * 10], ids=["short", "any length"])
def test_the_opening_is_the_first_four_blocks_with_words(more: str) -> None:
    blocks = ["Hear it", None, *["Hear it"] * 5]
    kept = left(blocks, rf"^Hear{'.*$' if more else ' it$'}", scope="opening")
    assert kept == ["", "Hear it", "Hear it"]


@pytest.mark.parametrize("pattern", ["^Hear it$", "^Hear"])
def test_the_ending_is_the_last_eight_blocks_with_words(pattern: str) -> None:
    kept = left([*["Hear it"] * 9, None, "Hear it"], pattern, scope="ending")
    assert kept[:3] == ["Hear it", "Hear it", ""] if pattern == "^Hear it$" else kept[:2]
    assert [words for words in kept if words == "Hear it"] == ["Hear it"] * 2


def test_scopes_move_on_when_blocks_go() -> None:
    blocks = ["a", "b", "c", "d", "Hear it", "e"]
    assert left(blocks, "^Hear it$", scope="opening") == blocks
    rules = [
        strip("first", text("^a$"), "a test"),
        strip("second", text("^Hear it$", scope="opening"), "a test"),
    ]
    assert texts(drafted(blocks, rules)) == ["b", "c", "d", "e"]


@pytest.mark.parametrize("scope", ["anywhere", "opening", "ending"])
def test_rules_for_short_blocks_see_blocks_up_to_their_length(scope: Any) -> None:
    whole = "A" + "b" * (SHORT - 1)
    pattern = f"^A.{{0,{SHORT - 1}}}$"
    assert left([whole, whole + "b"], pattern, scope=scope) == [whole + "b"]


@pytest.mark.parametrize("scope", ["anywhere", "opening", "ending"])
def test_rules_for_long_blocks_see_short_ones_too(scope: Any) -> None:
    whole = "A" + "b" * SHORT
    pattern = f"^A.{{0,{SHORT}}}$"
    assert left([whole, whole + "b", "Ab"], pattern, scope=scope) == [whole + "b"]


@pytest.mark.parametrize("pattern", ["^Gull.{0,9}$", "^Gull.*$", "Gull.*", "(?:Gull|Tern) .*$"])
def test_blocks_that_cannot_match_do_not_keep_a_rule_from_the_others(pattern: str) -> None:
    blocks = ["", "x", "Auk", "Gul", "Gull " + "x" * 3000, "x" * 130, "Gull call", "y"]
    assert left(blocks, pattern)[-2:] == ["x" * 130, "y"]


def test_a_block_that_ends_otherwise_is_passed_over() -> None:
    assert left(["Gull!", "Gull.", "Gull?"], r"^Gull[.?]$") == ["Gull!"]
    assert left(["a Gull!", "a Gull."], r" Gull\.$") == ["a Gull!", "a"]


def test_rules_without_words_of_their_own_work_beside_those_with() -> None:
    assert left(["12", "Hear it", "b"], "^Hear it$", r"^\d\d$") == ["b"]
    assert left(["Hear it", "See it", "b"], "^Hear it$", "^See it$") == ["b"]


# ------------------------------------------------------------------ long blocks


def test_a_block_of_two_thousand_characters_is_seen_whole() -> None:
    words = "x" * 1010 + "Ad" + "y" * (LONG - 1012)
    assert len(words) == LONG
    assert left([words], "Ad") == [words.replace("Ad", "")]


@pytest.mark.parametrize(
    ("place", "seen"), [(0, True), (998, True), (999, False), (1000, False), (2000, True)]
)
def test_of_a_longer_block_both_ends_are_seen(place: int, seen: bool) -> None:
    words = "x" * place + "Ad" + "y" * (3000 - place - 2)
    assert left([words], "Ad") == [words.replace("Ad", "") if seen else words]


def test_the_last_thousand_characters_begin_there() -> None:
    words = "x" * 1999 + "Ad" + "y" * 999
    assert left([words], "Ad") == [words]


def test_the_first_half_comes_before_the_last() -> None:
    words = "x" * 3 + "Ad" + "y" * 3000 + "Ad" + "z"
    assert left([words], "Ad") == ["xxx" + "y" * 3000 + "Adz"]


def test_the_midst_of_a_long_block_is_no_beginning_and_no_end() -> None:
    words = "Ad" * 1500 + "."
    assert left([words[1:]], "^Ad") == [words[1:]]
    for pattern in (" sea.*$", "^The.*$", "^The.*x$"):
        words = "The sea" + "x" * 2993
        assert left([words], pattern) == [words]


def test_the_end_of_a_long_block_is_found() -> None:
    words = "x" * 2500 + " Buy " + "now " * 100
    assert left([words], " Buy.*$") == ["x" * 2500]
    assert left([words], " Buy.{0,500}$") == ["x" * 2500]
    far = " Buy " + "now " * 490
    assert left(["x" * 2500 + far], " Buy.*$") == ["x" * 2500]


def test_a_tail_is_looked_for_at_the_end_only() -> None:
    assert left(["END of END"], " ?END$") == ["END of"]
    assert left(["END"], " ?END$") == []
    assert left(["a bEND"], r"\bEND$") == ["a bEND"]
    assert left(["END of"], "END$") == ["END of"]


# ----------------------------------------------------------- from here to the end


def test_after_a_text_everything_goes() -> None:
    rules = [strip("tail", after(text(r" More:")), "the rest"), strip("x", text("^c$"), "later")]
    draft = drafted(["a", "b More: c", "d", None, "e"], rules)
    assert texts(draft) == ["a", "b"]
    assert draft.ledger is not None
    assert draft.ledger.cuts == {1: [Cut(1, 9, "tern:tail")]}
    assert draft.ledger.dropped == dict.fromkeys((2, 3, 4), "tern:tail")
    assert draft.counts == {"tern:tail": 1}


def test_a_block_that_goes_whole_is_dropped_with_the_rest() -> None:
    draft = drafted(["a", "More: c", "d"], [strip("tail", after(text("^More:")), "the rest")])
    assert texts(draft) == ["a"]


def test_after_a_text_in_a_long_block() -> None:
    words = "x" * 2500 + " More: " + "y" * 500
    assert texts(drafted([words, "b"], [strip("t", after(text(" More:")), "the rest")])) == [
        "x" * 2500
    ]


def test_what_stands_before_the_end_may_match_a_later_rule() -> None:
    rules = [strip("tail", after(text(" More:")), "the rest"), strip("ad", text("^Ad$"), "ads")]
    assert texts(drafted(["a", "Ad More: " + "x" * SHORT, "b"], rules)) == ["a"]


def test_after_without_a_ledger() -> None:
    rules = [strip("tail", after(text("^More:")), "the rest"), strip("d", text("^d$"), "d")]
    assert texts(drafted(["a", "More: c", "d"], rules, explain=False)) == ["a"]


def test_later_rules_do_not_see_what_went() -> None:
    rules = [
        strip("tail", after(text("^More:")), "the rest"),
        strip("last", text("^a$", scope="ending"), "an end"),
    ]
    blocks = ["a", "b", "More: c", *"defghij"]
    assert texts(drafted(blocks, rules)) == ["b"]


# ---------------------------------------------------------------------- map rules


def by(pattern: str, **more: Any) -> Map:
    return take("by", text(pattern), "byline", **more)


def test_a_map_rule_takes_and_leaves() -> None:
    draft = drafted(["By Ida Berg", "b"], maps=[by("^By (?P<authors>.+)$")])
    assert texts(draft) == ["By Ida Berg", "b"]
    (offer,) = draft.offers["authors"]
    assert (offer.origin.kind, offer.origin.where) == ("pattern", "text of the story")
    assert offer.origin.rule == "tern:by"
    assert draft.counts == {"tern:by": 1}
    assert draft.ledger is not None
    assert draft.ledger.fields == {}


def test_a_map_rule_that_consumes_cuts_and_says_for_what() -> None:
    draft = drafted(["By Ida Berg", "b"], maps=[by("^By (?P<authors>.+)$", consume=True)])
    assert texts(draft) == ["b"]
    assert draft.ledger is not None
    assert draft.ledger.fields == {"tern:by": ("authors",)}
    assert draft.ledger.cuts == {0: [Cut(0, 11, "tern:by")]}


def test_what_gives_no_value_is_consumed_only_where_the_rule_says_so() -> None:
    pattern = r"^On (?P<published>.+)$"
    draft = drafted(["On some day", "On 2021-07-22 10:00"], maps=[by(pattern)])
    assert draft.counts == {"tern:by": 1}
    assert len(draft.offers["published"]) == 1
    draft = drafted(["On some day", "b"], maps=[by(pattern, consume=True)])
    assert texts(draft) == ["b"]
    assert "published" not in draft.offers
    assert draft.ledger is not None
    assert draft.ledger.fields == {"tern:by": ("published",)}


def test_maps_run_before_strips() -> None:
    draft = drafted(
        ["By Ida Berg", "b"],
        [strip("line", text("^By .*$"), "bylines")],
        [by("^By (?P<authors>.+)$")],
    )
    assert texts(draft) == ["b"]
    assert "authors" in draft.offers
