r"""Turn news documents into clean, typed, traceable articles.

>>> import newsparse
>>> article = newsparse.parse("---\ntitle: Rain\n---\n<p>It rained all day.</p>")
>>> article.title, article.body.text
('Rain', 'It rained all day.')
"""

from typing import TYPE_CHECKING, Any

from .article import Article
from .body import Body
from .document import Document
from .errors import NewsparseError
from .explanation import Explanation
from .image import Image
from .limits import Limits
from .origin import Origin
from .parser import Parser, explain, parse, parse_file
from .person import Person
from .problems import Problem
from .source import Source

if TYPE_CHECKING:
    from .batch import parse_many

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


def __getattr__(name: str) -> Any:
    # Worker processes are the affair of those who use them.
    if name == "parse_many":
        from .batch import parse_many

        return parse_many
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
