"""Selectors: one machine for all trees of a thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from newsparse.dom import find_all, find_first

PAGE = "<title>T</title><div id=a class=x><p>One<p class=x>Two</div><p>Three"
SELECTORS = ("p", ".x", "div > p:nth-child(2)", "p, title", "b", "*")


@pytest.mark.parametrize("selector", SELECTORS)
def test_as_a_tree_finds_by_itself(selector: str) -> None:
    tree = LexborHTMLParser(PAGE)
    own = [node.mem_id for node in tree.css(selector)]
    assert [node.mem_id for node in find_all(tree, selector)] == own
    first = find_first(tree, selector)
    assert (first.mem_id if first else None) == (own[0] if own else None)


def test_a_node_is_found_in_itself_and_nothing_around_it() -> None:
    tree = LexborHTMLParser(PAGE)
    inner = find_first(tree, "#a")
    assert inner is not None
    assert [node.text() for node in find_all(inner, "p")] == ["One", "Two"]
    assert [node.id for node in find_all(inner, ".x")] == ["a", None]


def test_a_selector_that_cannot_be_read_leaves_the_next_alone() -> None:
    tree = LexborHTMLParser(PAGE)
    with pytest.raises(SelectolaxError):
        find_all(tree, "p[")
    assert len(find_all(tree, "p")) == 3


def test_nodes_outlive_the_search_for_others() -> None:
    found = find_all(LexborHTMLParser("<p>One"), "p")
    find_all(LexborHTMLParser("<b>Two"), "b")
    assert [node.text() for node in found] == ["One"]


def test_threads_do_not_disturb_one_another() -> None:
    def count(number: int) -> list[int]:
        tree = LexborHTMLParser("<p>x" * number)
        return [len(find_all(tree, "p")) for _ in range(200)]

    with ThreadPoolExecutor(8) as pool:
        for number, counts in zip(range(1, 33), pool.map(count, range(1, 33)), strict=True):
            assert set(counts) == {number}
