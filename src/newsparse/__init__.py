r"""Turn news documents into clean, typed, traceable articles.

>>> import newsparse
>>> article = newsparse.parse("---\ntitle: Rain\n---\n<p>It rained all day.</p>")
>>> article.title, article.body.text
('Rain', 'It rained all day.')
"""

from typing import TYPE_CHECKING, Any

from .article import Article
from .body import Body
from .errors import NewsparseError
from .image import Image
from .limits import Limits
from .origin import Origin
from .person import Person
from .problems import Problem

if TYPE_CHECKING:
    from .batch import parse_many
    from .document import Document
    from .explanation import Explanation
    from .parser import Parser, explain, parse, parse_file
    from .source import Source

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Body",
    "Document",
    "Explanation",
    "Image",
    "Limits",
    "NewsparseError",
    "Origin",
    "Parser",
    "Person",
    "Problem",
    "Source",
    "explain",
    "parse",
    "parse_file",
    "parse_many",
]


# The values come with the package; what parses is loaded when it is first asked for.
_WHERE = {
    "Document": "document",
    "Explanation": "explanation",
    "Parser": "parser",
    "Source": "source",
    "explain": "parser",
    "parse": "parser",
    "parse_file": "parser",
    "parse_many": "batch",
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f".{_WHERE[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
