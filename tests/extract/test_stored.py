"""Pages that show no story and hold it in their data."""

from __future__ import annotations

import json

import pytest

import newsparse
from newsparse.extract.metadata.flight import read_flight

LINES = [f"The lantern number {i} hung in the mill, and nobody knew why." for i in range(12)]
STORY = "\n\n".join(LINES)
SHELL = "<html><head><title>Lantern</title>{}</head><body><div id=root>{}</div>{}</body></html>"
SCRIPT = "<script src=app.js></script>"


def ld(**data: object) -> str:
    thing = json.dumps({"@type": "NewsArticle", "headline": "Lantern"} | data)
    return f'<script type="application/ld+json">{thing}</script>'


def state(body: str) -> str:
    thing = {"props": {"story": {"headline": "Lantern", "body": body, "authors": ["Ada Finch"]}}}
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(thing)}</script>'


def flight(*rows: str) -> str:
    pushes = (json.dumps([1, row]) for row in rows)
    return "".join(f"<script>self.__next_f.push({push})</script>" for push in pushes)


def codes(article: newsparse.Article) -> set[str]:
    return {problem.code for problem in article.problems}


def test_the_story_is_taken_from_json_ld() -> None:
    article = newsparse.parse(SHELL.format(ld(articleBody=STORY), "", SCRIPT))
    assert article.body.text.split("\n\n") == LINES
    assert article.origins["body"].kind == "json-ld"
    assert article.origins["body"].where == "story.articleBody"
    assert "needs-script" not in codes(article)


def test_the_story_is_taken_from_a_state_object_with_what_stands_beside_it() -> None:
    html = SHELL.format("", "", state("".join(f"<p>{line}</p>" for line in LINES)))
    article = newsparse.parse(html)
    assert article.body.text.split("\n\n") == LINES
    assert article.origins["body"].kind == "state"
    assert article.origins["body"].where == "__NEXT_DATA__.props.story.body"
    assert [person.name for person in article.authors] == ["Ada Finch"]


def test_the_story_is_taken_from_a_stream_of_components() -> None:
    body = "".join(f"<p>{line} – é</p>" for line in LINES)
    size = len(body.encode())
    rows = f'0:["$","x"]\n24:T{size:x},{body}5:{{"story":{{"title":"Lantern","body":"$24"}}}}\n'
    article = newsparse.parse(SHELL.format("", "", flight(rows[:100], rows[100:])))
    assert article.body.text.split("\n\n") == [f"{line} – é" for line in LINES]
    assert article.origins["body"].where == "__next_f.story.body"


def test_a_page_that_shows_its_story_keeps_it() -> None:
    shown = "".join(f"<p>{line}</p>" for line in LINES)
    html = SHELL.format(ld(articleBody=STORY * 3), f"<article>{shown}</article>", "")
    article = newsparse.parse(html)
    assert article.body.text.split("\n\n") == LINES
    assert "body" not in article.origins


@pytest.mark.parametrize("data", ["", ld(articleBody="Short."), state("Short."), flight("x")])
def test_a_shell_without_a_story_needs_its_scripts(data: str) -> None:
    article = newsparse.parse(SHELL.format("", "", data + SCRIPT))
    assert {"needs-script", "no-body"} <= codes(article)


def test_what_the_page_shows_instead_is_told_by_explain() -> None:
    html = SHELL.format(ld(articleBody=STORY), "Please wait a moment", SCRIPT)
    found = newsparse.explain(html)
    assert [(f.text, f.rule) for f in found.fragments] == [
        ("Please wait a moment", "page:stored"),
    ]


@pytest.mark.parametrize(
    "template",
    ['<script type="text/template">{}</script>', "<noscript>{}</noscript>"],
)
def test_the_story_is_taken_from_what_stands_there_for_want_of_scripts(template: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    article = newsparse.parse(SHELL.format("", "Posts", template.format(body)))
    assert article.body.text.split("\n\n") == LINES
    assert article.origins["body"].kind == "element"
    short = newsparse.parse(SHELL.format("", "Posts", template.format("<p>Allow scripts.</p>")))
    assert "body" not in short.origins
    menu = "".join(f"<p><a href=/{line[-30:-1]}>{line}</a></p>" for line in LINES)
    assert "body" not in newsparse.parse(SHELL.format("", "Posts", template.format(menu))).origins


@pytest.mark.parametrize(
    "data",
    [
        ld(articleBody="<div>" * 50_000 + "lantern " * 100),
        state("<div>" * 50_000 + "lantern " * 100),
        "<noscript>" + "<b>" * 20_000 + "lantern<br>" * 300 + "</noscript>",
    ],
)
def test_stored_stories_are_guarded_as_documents_are(data: str) -> None:
    assert "lantern" in newsparse.parse(SHELL.format("", "", data + SCRIPT)).body.text


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<script>self.__next_f.push([1,"',
        '<script>self.__next_f.push([1,"5:{\\"a\\":"])</script>',
        '<script>self.__next_f.push([1,"1:Tffffffff,abc"])</script>',
        '<script>self.__next_f.push([1,"1:[\\"$1\\"]\\n1:T1,x"])</script>',
        '<script>self.__next_f.push([1,"' + "1:[" * 3000 + '"])</script>',
        "<script>self.__next_f.push([1," + "[" * 100_000 + "])</script>",
        '<script>self.__next_f.push([1,"\\ud800"])</script>',
    ],
)
def test_broken_streams_do_no_harm(html: str) -> None:
    assert isinstance(read_flight(html), list)


def test_a_late_part_of_a_streamed_page_is_shown() -> None:
    shown = "".join(f"<p>{line}</p>" for line in LINES)
    html = SHELL.format("", "", f'<div hidden id="S:0"><main>{shown}</main></div>{SCRIPT}')
    article = newsparse.parse(html)
    assert article.body.text.split("\n\n") == LINES
    assert "needs-script" not in codes(article)


def test_what_is_hidden_until_someone_pays_is_story() -> None:
    free, paid = LINES[:2], LINES[2:]
    shown, hidden = ("".join(f"<p>{line}</p>" for line in lines) for lines in (free, paid))
    inner = f'<main>{shown}<div class="paywall" hidden>{hidden}</div><p hidden>Noise</p></main>'
    article = newsparse.parse(SHELL.format("", inner, ""))
    assert article.body.text.split("\n\n") == LINES


def test_a_relative_date_without_a_now_is_a_problem() -> None:
    shown = "".join(f"<p>{line}</p>" for line in LINES)
    html = SHELL.format("", f"<h1>Lantern</h1><time>3 hours ago</time>{shown}", "")
    article = newsparse.parse(html)
    assert article.published is None
    assert "relative-date" in codes(article)
    assert "no-date" not in codes(article)


def test_a_text_that_is_referred_to_a_thousand_times_stays_small() -> None:
    text = "Words of the story. " * 2000
    rows = (
        f"1:T{len(text):x},{text}",
        '2:{"title":"T","body":[' + ",".join(['"$1"'] * 1000) + "]}\n",
    )
    values = read_flight(flight(*rows))
    assert values[0]["body"][0] == text
    assert sum(map(len, values[0]["body"])) < 5 * len(text)
