"""Expected articles beside samples: writing them, and what differs from them now.

A folder of samples holds documents, and for each ``NAME`` the article expected of it in
``NAME.json``, as :meth:`Article.to_json` writes it, but for `origins`: how a value was found
may change. ``urls.json`` says where documents are from that do not say it themselves.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs

from ..article import Article
from ..errors import FormatError, NewsparseError
from ..frozenmap import EMPTY
from ..parser import Parser
from ..problems import Problem
from .truth import Labelled

__all__ = ["Comparison", "Difference", "compare", "read_samples", "write_expected"]

URLS: Final = "urls.json"
"""The file that says where samples are from: names of files to URLs."""

_COMPARED: Final = tuple(a.name for a in attrs.fields(Article) if a.name != "origins")


@attrs.frozen(kw_only=True)
class Difference:
    """A field whose value is another than expected.

    Attributes:
        field: its name; ``article`` where there is no article at all.
        expected: what was expected, as lines of text.
        found: what was found, as lines of text.
    """

    field: str
    expected: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def text(self) -> str:
        """The difference for people: ``-`` what was expected, ``+`` what was found."""
        lines = difflib.ndiff(self.expected, self.found)
        return f"{self.field}\n" + "\n".join(
            f"  {line.rstrip()}" for line in lines if line[:2] in ("- ", "+ ")
        )


@attrs.frozen(kw_only=True)
class Comparison:
    """A sample's article beside the expected one.

    Attributes:
        sample: the sample's name.
        differences: the fields that differ.
        missing: whether there is no expected article yet.
    """

    sample: str
    differences: tuple[Difference, ...] = ()
    missing: bool = False

    @property
    def same(self) -> bool:
        """Whether the article is the expected one; True where none is expected yet."""
        return not self.differences

    @property
    def text(self) -> str:
        """The differences field by field."""
        return "\n".join([self.sample, *(difference.text for difference in self.differences)])


def read_samples(folder: Path | str, suffixes: frozenset[str] | None = None) -> list[Labelled]:
    """Return the documents in a folder and its sub-folders, with the URLs ``urls.json`` gives.

    Args:
        folder: where the samples are.
        suffixes: those of files that are samples, in lower case; all but ``.json`` if None.

    Raises:
        FormatError: ``urls.json`` is no object of texts.
        OSError: something cannot be read.
    """
    folder = Path(folder)
    urls = _urls(folder / URLS)
    return [
        Labelled(
            data=path.read_bytes(),
            name=str(path),
            url=urls.get(path.relative_to(folder).as_posix()),
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _is_sample(path, suffixes)
    ]


def _is_sample(path: Path, suffixes: frozenset[str] | None) -> bool:
    suffix = path.suffix.lower()
    return suffix in suffixes if suffixes is not None else suffix != ".json"


def _urls(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise FormatError(f"{path}: {error}") from None
    if not isinstance(given, dict) or not all(isinstance(v, str) for v in given.values()):
        raise FormatError(f"{path}: expected an object of file names and URLs")
    return given


def expected_path(sample: Labelled) -> Path:
    """Return where the article expected of a sample is written: ``a.html`` has ``a.html.json``."""
    if sample.name is None:
        raise ValueError("a sample without a name has no place for an expected article")
    return Path(f"{sample.name}.json")


def write_expected(sample: Labelled, parser: Parser) -> bool:
    """Write the article of a sample as the expected one; return whether the file has changed.

    Raises:
        NewsparseError: the sample gives no article.
        OSError: the file cannot be written.
    """
    path = expected_path(sample)
    article = attrs.evolve(_parsed(sample, parser), origins=EMPTY)
    text = article.to_json(indent=2) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def save_sample(document: Labelled, folder: Path, stem: str) -> Path:
    """Write a document to a folder of samples, and where it is from to ``urls.json``.

    Args:
        document: the document; its URL is written where it has one.
        folder: made where it is not there.
        stem: the file's name without suffix; a file of that name is replaced.

    Raises:
        FormatError: ``urls.json`` is no object of texts.
        OSError: it cannot be written.
    """
    data = document.data
    content = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    suffix = ".md" if content.lstrip()[:3] == b"---" else ".html"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stem}{suffix}"
    urls = _urls(folder / URLS)
    path.write_bytes(content)
    if document.url is not None and urls.get(path.name) != document.url:
        urls[path.name] = document.url
        text = json.dumps(urls, ensure_ascii=False, indent=2) + "\n"
        (folder / URLS).write_text(text, encoding="utf-8", newline="\n")
    return path


def compare(sample: Labelled, parser: Parser) -> Comparison:
    """Return how a sample's article differs from the expected one.

    Problems are compared by code and place: their words may change.

    Raises:
        FormatError: the expected article cannot be read.
        OSError: it cannot be read.
    """
    path = expected_path(sample)
    name = str(sample.name)
    if not path.is_file():
        return Comparison(sample=name, missing=True)
    try:
        expected = Article.from_json(path.read_bytes())
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from None
    try:
        found = _parsed(sample, parser)
    except NewsparseError as error:
        nothing = Difference(field="article", expected=(repr(expected),), found=(str(error),))
        return Comparison(sample=name, differences=(nothing,))
    return Comparison(sample=name, differences=tuple(differences(expected, found)))


def differences(expected: Article, found: Article) -> Iterator[Difference]:
    """Yield the fields in which two articles differ, in the order of the fields."""
    wanted, given = expected.to_dict(), found.to_dict()
    for field in _COMPARED:
        if field == "problems":
            before, after = _problems(expected.problems), _problems(found.problems)
        else:
            before, after = _lines(wanted[field]), _lines(given[field])
        if before != after:
            yield Difference(field=field, expected=before, found=after)


def _parsed(sample: Labelled, parser: Parser) -> Article:
    # A message names the file, which stands elsewhere on each machine; the problem does not.
    return parser.parse(sample.data, url=sample.url)


def _problems(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    return tuple(f"{p.code} [{p.where}]" if p.where else p.code for p in problems)


def _lines(value: Any) -> tuple[str, ...]:
    """Return a value as lines: a list has a line an item, a body a line a block."""
    if isinstance(value, dict) and isinstance(value.get("blocks"), list):
        value = value["blocks"]
    if isinstance(value, list):
        return tuple(map(_line, value))
    if isinstance(value, dict):
        return tuple(f"{name}: {_line(item)}" for name, item in value.items())
    return () if value is None else (_line(value),)


def _line(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
