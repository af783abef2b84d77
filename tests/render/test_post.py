from __future__ import annotations

import datetime as dt
from typing import Any

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsparse.article import Article
from newsparse.body import Body, Figure, Paragraph
from newsparse.frozenmap import freeze
from newsparse.image import Image
from newsparse.person import Person
from newsparse.plain_extra import read_extra
from newsparse.render.html import render_html
from newsparse.render.markdown import render_markdown
from newsparse.render.post import render_markdown_post, render_post
from newsparse.testing.articles import articles

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


def split(post: str) -> tuple[str, str]:
    """The front matter and the body, by lines of three hyphens."""
    lines = post.split("\n")
    assert lines[0] == "---"
    end = lines.index("---", 1)
    assert lines[end + 1] == ""
    return "\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 2 :])


def person(value: Any) -> Person:
    return Person(name=value) if isinstance(value, str) else Person(**value)


def read_matter(matter: str, loader: Any) -> Article:
    """The fields as the layout in the module's docstring says."""
    values = yaml.load(matter, Loader=loader)
    assert values.pop("newsparse") == 1
    if values.pop("body_format", None) == "markdown":
        for field, name in (
            ("url", "canonical_url"),
            ("published", "date"),
            ("modified", "updated"),
            ("keywords", "tags"),
        ):
            assert field not in values
            if name in values:
                values[field] = values.pop(name)
    for name in ("authors", "editors"):
        values[name] = tuple(person(value) for value in values.get(name, ()))
    for name in ("published", "modified"):
        if name in values:
            assert type(values[name]) is str
            values[name] = dt.datetime.fromisoformat(values[name])
    cover = values.get("cover")
    if cover is not None:
        values["cover"] = Image(url=cover) if isinstance(cover, str) else Image(**cover)
    values["extra"] = read_extra(values.get("extra", {}))
    return Article(**values)


@given(articles())
def test_normalised_articles_read_back(article: Article) -> None:
    post = render_post(article)
    matter, body = split(post)
    assert body == render_html(article.body.blocks) + "\n"
    for loader in LOADERS:
        read = read_matter(matter, loader)
        assert_same_fields(article, read)


@given(articles(wild=True), st.sampled_from(LOADERS))
def test_any_text_reads_back(article: Article, loader: Any) -> None:
    matter, body = split(render_markdown_post(article))
    assert body == render_markdown(article.body.blocks) + "\n"
    assert "\nbody_format: markdown\n" in matter
    assert_same_fields(article, read_matter(matter, loader))


def assert_same_fields(article: Article, read: Article) -> None:
    from attrs import evolve

    assert read == evolve(article, body=Body())


@given(articles())
def test_python_frontmatter_finds_the_parts(article: Article) -> None:
    metadata, body = frontmatter.parse(render_post(article))
    assert metadata["newsparse"] == 1
    assert body == render_html(article.body.blocks).strip()


@given(articles(wild=True))
def test_every_value_stands_on_one_line_without_references(article: Article) -> None:
    matter, _ = split(render_post(article))
    assert "&#" not in matter
    tokens = list(yaml.scan(matter, Loader=LOADERS[-1]))
    assert not [
        t for t in tokens if isinstance(t, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken)
    ]
    for token in tokens:
        if isinstance(token, yaml.ScalarToken):
            assert token.start_mark.line == token.end_mark.line


@pytest.mark.parametrize(
    "text",
    [
        *(
            "---",
            "a\n---\nb",
            "\n---\n",
            "...",
            "a: b",
            "- a",
            "# a",
            "'a'",
            '"a"',
            "''\"\"",
            " a ",
        ),
        *(
            "\ta",
            "\x00\x1b",
            "\x85\u2028\u2029",
            "\ufeffa",
            "😀",
            "&#123;a&#125;",
            "{a}",
            "*a",
            "&a",
        ),
        *("yes", "null", "~", "010", "1:30", "2021-07-22", "1e3", ".inf", "=", "<<", "a" * 5000),
        *(
            "a\r\nb\rc",
            "%a",
            "@a",
            "`a",
            "!a",
            "|",
            ">",
            "深圳：30条",
            "\\",
            "\\n",
            "a #b",
            "\ufffe",
        ),
    ],
)
def test_hard_texts(text: str) -> None:
    article = Article(
        title=text,
        categories=(text, text),
        authors=(Person(name=text, role=text),),
        extra=freeze({text: [text, {text: text}]}),
    )
    for loader in LOADERS:
        matter, _ = split(render_post(article))
        assert read_matter(matter, loader) == article


def test_form() -> None:
    article = Article(
        title="深圳：30条",
        source="sina",
        authors=(Person(name="A"), Person(name="B", role="记者")),
        published=dt.datetime(2021, 7, 22, 13, 48, 41, tzinfo=dt.UTC),
        categories=("a",),
        cover=Image(url="/c.jpg"),
        free_access=True,
        body=Body(blocks=(Paragraph(content=("d",)), Figure(image=Image(url="/e.jpg")))),
        extra=freeze({"comments": False}),
    )
    matter = """\
title: 深圳：30条
source: sina
authors:
- A
- name: B
  role: 记者
published: '2021-07-22T13:48:41+00:00'
categories:
- a
cover: /c.jpg
free_access: true
extra:
  comments: false
---
"""
    assert render_post(article) == (
        "---\nnewsparse: 1\n" + matter + '\n<p>d</p>\n<figure><img src="/e.jpg"></figure>\n'
    )
    noted = matter.replace("published:", "date:")
    assert render_markdown_post(article) == (
        "---\nnewsparse: 1\nbody_format: markdown\n" + noted + "\nd\n\n![](/e.jpg)\n"
    )


def test_lone_surrogates_become_replacement_characters() -> None:
    assert "title: a\ufffd\n" in render_post(Article(title="a\ud800"))
