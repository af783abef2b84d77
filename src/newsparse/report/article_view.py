"""The article beside the document: fields with their origins, the story, what went wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from html import escape
from typing import Any, Final

from ..article import FIELDS, Article
from ..body import Body
from ..explanation import Explanation
from ..image import Image
from ..person import Person
from ..problems import CODES
from ..render.urls import safe_url

_PICTURE: Final = re.compile(r'<img src="([^">]*)"[^>]*>')
_LONGEST: Final = 600
"""Characters of a value that are shown."""
_FEW: Final = 8
"""Candidates that lost are shown at once where there are no more than these."""
_CODE: Final = re.compile("`([^`]+)`")
_WITHOUT: Final = {"source": "whose rules were used"}
"""What stands in place of an origin."""


def fields_view(explanation: Explanation) -> str:
    """Return the fields, each with where it comes from and how sure that is."""
    article = explanation.article
    also: dict[str, dict[str, None]] = {}
    for candidate in explanation.agreeing:
        also.setdefault(candidate.field, {})[f"also said by {candidate.origin}"] = None
    rows = []
    for field in (*FIELDS, *(f"extra.{key}" for key in article.extra)):
        value = (
            article.extra[field[len("extra.") :]]
            if field.startswith("extra.")
            else getattr(article, field)
        )
        if value is None or value == ():
            continue
        origin = article.origins.get(field)
        sure = f"{origin.confidence:.0%}" if origin is not None else ""
        where = str(origin) if origin is not None else _WITHOUT.get(field, "verbatim")
        places = "".join(
            f'<span class="origin">{escape(place)}</span>'
            for place in (where, *also.get(field, ()))
        )
        rows.append(
            f"<tr><th>{_name(field)}</th><td>{show(value)}{places}"
            f'</td><td class="sure">{sure}</td></tr>'
        )
    return f'<table class="fields"><tbody>{"".join(rows)}</tbody></table>'


def _name(field: str) -> str:
    """Return the name of a field, which may break behind ``extra.``."""
    return escape(field).replace(".", ".<wbr>", 1)


def story_view(article: Article) -> str:
    """Return the story as it is rendered; pictures are named, not loaded."""
    body = _PICTURE.sub(r'<span class="picture">\1</span>', article.body.html)
    story = body or '<p class="none">No story was found.</p>'
    language = escape(article.language or "und")
    return f'<h3>Body</h3><div class="story" lang="{language}">{story}</div>'


def problems_view(article: Article) -> str:
    """Return the problems, each with its cause and its cure."""
    items = []
    for problem in article.problems:
        kind = CODES.get(problem.code)
        about = escape(f"{kind.cause} {kind.cure}") if kind is not None else ""
        about = _CODE.sub(r"<code>\1</code>", about)
        place = f' <span class="origin">{escape(problem.where)}</span>' if problem.where else ""
        items.append(
            f"<li><b>{escape(problem.code)}</b> {escape(problem.message)}{place}"
            f'<span class="why">{about}</span></li>'
        )
    if not items:
        return ""
    return f'<h3 id="problems">Problems</h3><ul class="problems">{"".join(items)}</ul>'


def candidates_view(explanation: Explanation) -> str:
    """Return the values that were found and say something else than those chosen."""
    rows = [
        f"<tr><th>{_name(c.field)}</th><td>{show(c.value)}"
        f'<span class="origin">{escape(str(c.origin))}</span></td>'
        f'<td class="sure">{c.origin.confidence:.0%}</td></tr>'
        for c in explanation.lost
    ]
    if not rows:
        return ""
    return (
        f"<details{' open' * (len(rows) <= _FEW)}>"
        f"<summary>Candidates that lost ({len(rows)})</summary>"
        f'<table class="fields lost"><tbody>{"".join(rows)}</tbody></table></details>'
    )


def show(value: Any) -> str:
    """Return a value of a field as HTML."""
    if isinstance(value, dt.datetime):
        return f"<time>{escape(value.isoformat(sep=' '))}</time>"
    if isinstance(value, Person):
        role = f' <span class="role">{escape(value.role)}</span>' if value.role else ""
        return f'<span class="chip">{escape(value.name)}{role}</span>'
    if isinstance(value, Image):
        return _link(value.url)
    if isinstance(value, Body):
        return f"{len(value)} blocks"
    if isinstance(value, tuple):
        return " ".join(
            f'<span class="chip">{escape(item)}</span>' if isinstance(item, str) else show(item)
            for item in value
        )
    if isinstance(value, Mapping):
        return escape(", ".join(f"{k}: {v}" for k, v in value.items())[:_LONGEST])
    text = str(value)
    if text.startswith(("http://", "https://")):
        return _link(text)
    return escape(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def _link(url: str) -> str:
    safe = safe_url(url)
    if safe is None:
        return escape(url)
    return f'<a href="{escape(safe)}" rel="noreferrer">{escape(url)}</a>'
