from __future__ import annotations

import pytest

from newsparse.errors import WrongFormatError
from newsparse.shape import refuse_foreign, shape_of


@pytest.mark.parametrize(
    ("html", "has_matter", "shape"),
    [
        ("<div>x</div>", True, "post"),
        ("<!DOCTYPE html><p>x", False, "page"),
        ("\n<!-- https://example.org/ -->\n<HTML>", False, "page"),
        ("<!--" + "x" * 5000 + "--><body>", False, "page"),
        ("<br />\n<b>Notice</b>: x in <b>a.php</b>" * 99 + "<html>", False, "page"),
        ("<style>p {}</style>\n<script>" + "x" * 5000 + "</script><!DOCTYPE html>", False, "page"),
        ("<style>p {}</style><meta name=a content=b><!-- x -->\n<title>x</title>", False, "page"),
        ("<meta charset=utf-8><div>x</div>", False, "fragment"),
        ("<style>p {}</style><p>x</p>", False, "fragment"),
        ("<style>p {}<title>x</title>", False, "fragment"),
        ("<svg><title>x</title></svg>", False, "fragment"),
        ("<b>Notice</b>: the mill is shut", False, "fragment"),
        ("<div>x</div>", False, "fragment"),
        ("<header>x</header>", False, "fragment"),
        ("words", False, "fragment"),
    ],
)
def test_shape(html: str, has_matter: bool, shape: str) -> None:
    assert shape_of(html, has_matter) == shape


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "RSS"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"/>', "Atom"),
        ('<rdf:RDF xmlns="x"/>', "RDF"),
        ('<?xml version="1.0"?><!-- made by hand --><urlset/>', "sitemap"),
        ("<sitemapindex/>", "sitemaps"),
        ('<?xml version="1.0"?><invoice/>', "invoice"),
        ('{"title": "x"}', "JSON"),
        ('[{"title": "x"}]\n', "JSON"),
    ],
)
def test_foreign_formats_are_refused(text: str, name: str) -> None:
    with pytest.raises(WrongFormatError, match=name) as caught:
        refuse_foreign(text, "in.txt")
    assert caught.value.name == "in.txt"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>rss</p>",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html xmlns="x"></html>',
        '<svg xmlns="x"></svg><p>x</p>',
        "[photo] words [end]",
        "{curly} words",
        "<feed>",
    ],
)
def test_documents_are_not_refused(text: str) -> None:
    refuse_foreign(text)
