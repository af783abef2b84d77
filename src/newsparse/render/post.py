r"""An article as an archive post: YAML front matter, then the story.

The layout of the front matter, in this order; a field without a value is left
out:

======================  ===================================================
``newsparse``           1: the format; no other post has this key
``body_format``         ``markdown`` where the story is Markdown, else absent
``title`` … ``place``   ``title``, ``original_title``, ``url``, ``source``
                        (always there), ``publisher``, ``agency``, ``place``:
                        text
``authors``,            lists; a person is the plain name, or a mapping of
``editors``             ``name`` and what there is of ``role`` and ``url``
``published``,          ISO 8601 with the offset from UTC, as quoted text
``modified``
``language``            text
``categories``,         lists of text
``keywords``
``summary``             text
``cover``               the URL, or a mapping of ``url`` and what there is of
                        ``alt``, ``width``, ``height``
``free_access``         true or false
``extra``               a mapping as :mod:`newsparse.plain_extra` writes it;
                        ``read_extra`` reads it
======================  ===================================================

A Markdown note names some of them as those do who open it, see
:mod:`newsparse.note_keys`: ``canonical_url``, ``date``, ``updated``, ``tags``.

Origins and problems are about the document an article came from and are not
written. Every value stands on one line and needs no YAML but that of version
1.1 without tags, anchors and aliases. ``&#`` is written ``\x26#``, because
readers of this archive undo ``&#123;`` before they read the YAML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import attrs
import yaml

from ..article import Article
from ..image import Image
from ..note_keys import NOTE_KEYS
from ..person import Person
from ..plain_extra import write_extra
from .html import render_html
from .markdown import render_markdown

VERSION: Final = 1
"""The version of the layout, under the key ``newsparse``."""

_FIELDS: Final = tuple(
    field.name
    for field in attrs.fields(Article)
    if field.name not in ("body", "extra", "origins", "problems")
)
# Line ends of any kind and control characters; `&#` see above.
_NEEDS_ESCAPES: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|&#")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_ANY_WIDTH: Final = 2**30


def render_post(article: Article) -> str:
    """Return `article` as a post with an HTML body; it parses back to an equal article.

    Raises:
        FormatError: ``extra`` holds a value of a type that cannot be written.
    """
    return f"---\n{_matter(article, {})}---\n\n{render_html(article.body.blocks)}\n"


def render_markdown_post(article: Article) -> str:
    """Return `article` as a post with a Markdown body; it parses back to an equal article.

    Raises:
        FormatError: as :func:`render_post`.
    """
    matter = _matter(article, NOTE_KEYS, body_format="markdown")
    return f"---\n{matter}---\n\n{render_markdown(article.body.blocks)}\n"


def _matter(article: Article, keys: Mapping[str, str], **marks: str) -> str:
    """Return the front matter as lines of YAML; `keys` has the fields called otherwise."""
    values: dict[str, Any] = {"newsparse": VERSION, **marks}
    for name in _FIELDS:
        value = getattr(article, name)
        if value is not None and value != ():
            values[keys.get(name, name)] = _plain(name, value)
    if article.extra:
        values["extra"] = write_extra(article.extra)
    text = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ANY_WIDTH)
    return text.replace("&#", "\\x26#")


def _plain(name: str, value: Any) -> Any:
    if name in ("authors", "editors"):
        return [_shortest(person, person.name) for person in value]
    if isinstance(value, Image):
        return _shortest(value, value.url)
    if name in ("published", "modified"):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _shortest(value: Person | Image, main: str) -> Any:
    """Return `main` if `value` says nothing more, else a mapping."""
    fields = attrs.asdict(value, filter=lambda _, item: item is not None)
    return fields if len(fields) > 1 else main


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes plain data, every text on one line, nothing by reference."""

    def ignore_aliases(self, _: Any) -> bool:
        return True

    def text(self, value: str) -> yaml.ScalarNode:
        value = _SURROGATE.sub("\ufffd", value)
        style = '"' if _NEEDS_ESCAPES.search(value) else None
        node: yaml.ScalarNode = self.represent_scalar("tag:yaml.org,2002:str", value, style=style)
        return node


_Dumper.add_representer(str, _Dumper.text)
