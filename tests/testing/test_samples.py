"""The contract on samples as publishers write them: marks, scripts, data, what is taken out."""

from __future__ import annotations

import json
from collections.abc import Callable

import attrs
import pytest

import newsparse
from newsparse.rules import css, strip
from newsparse.testing import Labelled, run_contract, subject_of
from newsparse.testing.contract.stability import other_case, other_order

from .herald import HERALD, Plugin

SEED = 20260102


@pytest.mark.parametrize(
    ("change", "html", "changed"),
    [
        (other_order, "<a b=c href=/d/>x</a>", "<a href=/d/ b=c />x</a>"),
        (other_order, "<img a='1'b=\"2\" />", "<img b=\"2\" a='1' />"),
        (other_order, "<p a=1 b a=2>", "<p a=1 b a=2>"),
        (other_case, '<p id="a"b"c>La "rue" d="x"</p>', '<P ID="a"B"C>La "rue" d="x"</P>'),
        (other_case, '<p a"=b>x"y</p>', '<P A"=b>x"y</P>'),
        (other_case, "<script>a<b d='</p>'</script><p>", "<SCRIPT>a<b d='</p>'</SCRIPT><P>"),
        (other_case, "<!-- <p> --><p>x<p", "<!-- <p> --><P>x<p"),
    ],
)
def test_tags_are_read_as_browsers_read_them(
    change: Callable[[str], str], html: str, changed: str
) -> None:
    assert change(html) == changed


def page_with(story: str) -> Labelled:
    head = "<html><head><title>The mill turns</title></head><body><article><h1>The mill turns</h1>"
    return Labelled(
        data=f"{head}{story}</article></body></html>", url="https://herald.example/mill"
    )


def test_a_paragraph_is_put_where_the_story_stands() -> None:
    words = [
        "The mill on the river turned again after a long winter.",
        "The miller was glad of it.",
    ]
    shown = "".join(f"<p>{text}</p>" for text in words)
    hidden = f"<script>x = '<p>{words[0]}</p>'</script><!-- {shown} --><p hidden>{words[1]}</p>"
    subject = subject_of(Plugin(HERALD, "herald"), samples=[page_with(hidden + shown)])
    report = run_contract(subject, seed=SEED, examples=40, only=["story"])
    assert report.ok, report.text


def test_a_story_out_of_the_data_of_a_page_is_not_invented() -> None:
    story = "The mill on the river turned again after a long winter in which it stood. " * 8
    data = json.dumps({"@type": "NewsArticle", "headline": "The mill", "articleBody": story})
    sample = Labelled(
        data=f'<html><head><script type="application/ld+json">{data}</script></head>'
        "<body><div id=root></div></body></html>",
        url="https://herald.example/mill",
    )
    assert newsparse.parse(sample.data).body
    subject = subject_of(Plugin(HERALD, "herald"), samples=[sample])
    report = run_contract(subject, seed=SEED, examples=1, only=["conserving", "no-invention"])
    assert report.ok, report.text


def test_what_is_taken_out_between_characters_makes_neighbours() -> None:
    quote = strip("quote", css("span.quote"), "a quotation", example="<span class=quote>+1%</span>")
    source = attrs.evolve(HERALD, strip=[*HERALD.strip, quote])
    sample = page_with("<p>风车厂<span class=quote>(涨)</span>等公司昨天又开工了。</p>")
    report = run_contract(
        subject_of(Plugin(source, "herald"), samples=[sample]),
        seed=SEED,
        examples=1,
        only=["no-invention", "conserving"],
    )
    assert report.ok, report.text
