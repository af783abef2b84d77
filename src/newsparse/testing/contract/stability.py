"""Stable: what HTML says does not change with the way it is written."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Final

import attrs
from hypothesis.strategies import SearchStrategy

from ..truth import Labelled
from .disguise import with_examples
from .markup import ATTRIBUTE, TAG, tokens
from .model import Property, Subject
from .reading import fail, first_difference, read

_SPACE: Final = re.compile(r"[ \t\n]+")
_BLOCKS: Final = frozenset(
    "p div section article aside header footer main nav ul ol li blockquote figure figcaption "
    "h1 h2 h3 h4 h5 h6 table tbody tr td th head body html meta link".split()
)


def more_space(html: str) -> str:
    """Return the HTML with other white space wherever it means the same.

    Runs of blanks become line breaks and the other way round, and blanks are
    put between the tags of blocks; text in ``<pre>`` and the like is left alone.
    """
    out: list[str] = []
    before_is_block = False
    for token, raw in tokens(html):
        block = _block(token)
        if raw:
            out.append(token)
        elif not token.startswith("<"):
            out.append(_SPACE.sub(lambda m: "\n" if m[0] == " " else " \n\t ", token))
        else:
            if before_is_block and block:
                out.append("\n  ")
            out.append(token)
        before_is_block = block
    return "".join(out)


def other_order(html: str) -> str:
    """Return the HTML with the attributes of each tag in the opposite order."""

    def reverse(match: re.Match[str]) -> str:
        attributes = list(dict.fromkeys(m[0] for m in ATTRIBUTE.finditer(match[3])))
        names = [re.split(r"\s*=", a, maxsplit=1)[0].lower() for a in attributes]
        if len(attributes) < 2 or len(set(names)) < len(names):
            return match[0]
        # The blank keeps a slash apart from a bare value before it.
        end = " /" if match[3].endswith("/") else ""
        return f"<{match[1]}{match[2]} {' '.join(reversed(attributes))}{end}>"

    return _on_tags(html, reverse)


def more_comments(html: str) -> str:
    """Return the HTML with comments between the tags of blocks."""
    out: list[str] = []
    before_is_block = False
    for token, raw in tokens(html):
        block = _block(token) and not raw
        if before_is_block and block and "<head" not in token and "<body" not in token:
            out.append("<!-- x1 -->")
        out.append(token)
        before_is_block = block and not token.lower().startswith(("<html", "</head"))
    return "".join(out)


def other_case(html: str) -> str:
    """Return the HTML with the names of tags and attributes in capitals."""

    def upper(match: re.Match[str]) -> str:
        if match[2].lower() in ("svg", "math"):
            return match[0]
        attributes = ATTRIBUTE.sub(lambda m: m[1].upper() + (m[2] or ""), match[3])
        return f"<{match[1]}{match[2].upper()}{attributes}>"

    return _on_tags(html, upper)


def _on_tags(html: str, change: Callable[[re.Match[str]], str]) -> str:
    """Return the HTML with each tag changed that is one: not in scripts and comments."""
    out = []
    for token, raw in tokens(html):
        match = None if raw or token.startswith("<!") else TAG.fullmatch(token)
        out.append(change(match) if match else token)
    return "".join(out)


def _block(token: str) -> bool:
    match = TAG.fullmatch(token) if token.startswith("<") else None
    return bool(match) and match[2].lower() in _BLOCKS  # type: ignore[index]


_VARIANTS: Final[dict[str, tuple[str, Callable[[str], str]]]] = {
    "white-space": ("white space", more_space),
    "attribute-order": ("order of attributes", other_order),
    "comments": ("comments", more_comments),
    "tag-case": ("case of tags", other_case),
}


def check_stable(subject: Subject, document: Labelled, variant: str) -> None:
    """Demand that the article is the same for HTML that means the same.

    Args:
        subject: the plugin under test.
        document: the document, as it is.
        variant: ``white-space``, ``attribute-order``, ``comments`` or ``tag-case``.

    Raises:
        ContractError: the article differs.
    """
    what, change = _VARIANTS[variant]
    source = read(subject, document)
    if source is None:
        return
    changed = attrs.evolve(source, html=change(source.html))
    if changed.html == source.html:
        return
    one, two = subject.parser.parse(source), subject.parser.parse(changed)
    if one != two:
        fail(
            variant,
            f"the article depends on the {what}: {first_difference(one, two)}",
            document,
            detail=f"the same HTML with other {what}:\n{changed.html[:2000]}",
        )


def _property(variant: str) -> Property:
    what = _VARIANTS[variant][0]
    return Property(
        id=variant,
        title=f"the article does not depend on the {what}",
        demands=f"HTML that differs only in the {what} gives an equal article.",
        documents=_documents,
        check=functools.partial(check_stable, variant=variant),
    )


def _documents(subject: Subject) -> SearchStrategy[Labelled]:
    return with_examples(subject)


STABLE: Final[tuple[Property, ...]] = tuple(map(_property, _VARIANTS))
