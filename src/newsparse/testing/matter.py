"""Strategies for front matter as feed archives write it, sound and damaged.

:func:`front_matter` gives the three layouts the archive's generators had over
the years; :func:`damaged_front_matter` does to one of them what was seen in
real posts. What of the truth cannot be known from a damaged one is left out of
its truth.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .credits import moments, written
from .truth import Labelled, Truth
from .words import Language, headlines

Layout: TypeAlias = Literal["feed", "topic", "picture"]


@attrs.frozen(kw_only=True)
class Parts:
    """What the archive's template was filled with; :func:`lay_out` fills it.

    Attributes:
        title: the headline.
        site: the name of the site; stands where the author belongs.
        feed: the name of the site's feed.
        topic: the archive's own category.
        moment: when it was published, in UTC.
        date: how that is written.
        picture: the URL of `headimg` and `thumbnail`, if there is one.
        layout: ``feed`` for two levels of categories and ``author: SITE - FEED``,
            ``topic`` for three levels without a picture, ``picture`` for the last.
        quote: what stands around the title: ``'``, ``"`` or nothing.
        more: further keys and their values.
    """

    title: str
    site: str = "北岭日报"
    feed: str = "要闻"
    topic: str = "新闻"
    moment: dt.datetime
    date: str
    picture: str | None = None
    layout: Layout = "picture"
    quote: str = "'"
    more: Mapping[str, str] = attrs.field(factory=dict)


def lay_out(parts: Parts) -> str:
    """Return front matter with its fences and a line break at the end."""
    if parts.layout == "feed":
        author = f"{parts.site} - {parts.feed}"
        levels, indent = [parts.topic, author], "    - "
    else:
        author = parts.site
        levels, indent = [parts.topic, parts.site, parts.feed], "    - "
    if parts.layout == "picture":
        indent = " - "
    lines = ["---", f"title: {quoted(parts.title, parts.quote)}", "categories: "]
    lines += [indent + level for level in levels]
    if parts.layout == "picture" and parts.picture:
        lines.append(f"headimg: '{parts.picture}'")
    elif parts.layout == "topic":
        lines.append("")
    lines += [f"author: {author}", "comments: false", f"date: {parts.date}"]
    if parts.picture:
        lines.append(f"thumbnail: '{parts.picture}'")
    lines += [f"{name}: {quoted(value, chr(39))}" for name, value in parts.more.items()]
    return "\n".join([*lines, "---", ""])


def quoted(text: str, quote: str) -> str:
    """Return a YAML scalar (YAML 1.1, section 5.3): single, double or, where it can be, plain."""
    if quote == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    plain = not any(c in text for c in ":#{}[]&*!|>'\"%@`,?") and text[:1].isalpha()
    if not quote and plain:
        return text
    return "'" + text.replace("'", "''") + "'"


@st.composite
def matter_parts(  # noqa: D417 - hypothesis gives `draw`
    draw: st.DrawFn,
    language: Language = "zh",
    *,
    site: str | None = None,
    zone: str | None = None,
    more: Mapping[str, str] | None = None,
) -> Parts:
    """What to fill the archive's template with.

    Args:
        language: of the headline.
        site: the name of the site; an invented one, if None.
        zone: an IANA time zone; dates are also written as its wall clock has
            them, without a zone, where it is given.
        more: further keys.
    """
    moment = draw(moments())
    forms: tuple[Literal["rfc2822", "iso", "iso-local", "local"], ...]
    forms = ("rfc2822", "iso") if zone is None else ("rfc2822", "iso", "local", "iso-local")
    date = written(moment, draw(st.sampled_from(forms)), zone or "UTC")
    assert isinstance(date.data, str)
    assert date.truth.date is not None
    return Parts(
        title=draw(headlines(language)),
        site=site or "北岭日报",
        moment=date.truth.date,
        date=date.data,
        picture=draw(st.sampled_from((None, "https://img.example.org/cover.jpg"))),
        layout=draw(st.sampled_from(("picture", "topic", "feed"))),
        quote=draw(st.sampled_from(("'", '"', ""))),
        more=more or {},
    )


def labelled(parts: Parts) -> Labelled:
    """Return sound front matter and its truth."""
    return Labelled(data=lay_out(parts), truth=Truth(title=parts.title, date=parts.moment))


def front_matter(
    language: Language = "zh",
    *,
    site: str | None = None,
    zone: str | None = None,
    more: Mapping[str, str] | None = None,
) -> SearchStrategy[Labelled]:
    """Sound front matter in one of the archive's layouts, fences included.

    The arguments are those of :func:`matter_parts`.
    """
    return matter_parts(language, site=site, zone=zone, more=more).map(labelled)


# Each takes the parts and gives a damaged front matter; what it makes unknowable
# is missing from the truth.
_Damage: TypeAlias = Callable[[Parts], Labelled]


def _around(before: str, after: str = "") -> _Damage:
    def damage(parts: Parts) -> Labelled:
        whole = labelled(parts)
        return attrs.evolve(whole, data=before + whole.text + after)

    return damage


def _braces(parts: Parts) -> Labelled:
    parts = attrs.evolve(parts, title=f"{parts.title} {{1}}", quote="'")
    whole = labelled(parts)
    data = whole.text.replace("{", "&#123;").replace("}", "&#125;")
    return attrs.evolve(whole, data=data)


def _title(line: Callable[[str], str], *, lost: bool = False) -> _Damage:
    def damage(parts: Parts) -> Labelled:
        whole = labelled(attrs.evolve(parts, quote="'"))
        sound = f"title: {quoted(parts.title, chr(39))}\n"
        data = whole.text.replace(sound, f"title: {line(parts.title)}\n")
        title = None if lost else parts.title
        return Labelled(data=data, truth=attrs.evolve(whole.truth, title=title))

    return damage


def _underscores(title: str) -> str:
    for character in ':/\\?*"“”<>|[]：？':
        title = title.replace(character, "_")
    return f"'{title}'"


def _date(value: str) -> _Damage:
    def damage(parts: Parts) -> Labelled:
        whole = labelled(attrs.evolve(parts, date=value))
        return Labelled(data=whole.text, truth=attrs.evolve(whole.truth, date=None))

    return damage


def _picture(url: str) -> _Damage:
    return lambda parts: labelled(attrs.evolve(parts, picture=url, layout="picture"))


def _lines(end: str) -> _Damage:
    def damage(parts: Parts) -> Labelled:
        whole = labelled(parts)
        return attrs.evolve(whole, data=whole.text.replace("\n", end))

    return damage


DAMAGES: Final[Mapping[str, _Damage]] = {
    "line-before": _around("\n"),
    "byte-order-mark": _around("\ufeff"),
    "blanks-behind": _around("", "  \n"),
    "escaped-braces": _braces,
    "nine-quotes": _title(lambda title: '"' * 9 + title + '"' * 9, lost=True),
    "single-quotes-inside": _title(lambda title: f"'it's {title}'", lost=True),
    "unquoted": _title(lambda title: title),
    "underscores": _title(_underscores, lost=True),
    "cut-off": _title(lambda title: f"'{title[:3]}...'", lost=True),
    "no-title": _title(lambda _: "", lost=True),
    "invalid-date": _date("Invalid Date"),
    "no-date": _date(""),
    "impossible-date": _date("2021-13-45"),
    "placeholder-picture": _picture("https://picsum.photos/400/300?random=7208"),
    "proxied-picture": _picture("https://cors.example.org/?http://img.example.org/cover.jpg"),
    "dos-lines": _lines("\r\n"),
    "mac-lines": _lines("\r"),
}
"""The archive's kinds of damage by name."""


@st.composite
def damaged_front_matter(
    draw: st.DrawFn,
    language: Language = "zh",
    *,
    site: str | None = None,
    zone: str | None = None,
    more: Mapping[str, str] | None = None,
) -> Labelled:
    """Front matter with one of the archive's kinds of damage.

    The arguments are those of :func:`matter_parts`; the kinds of damage are
    :data:`DAMAGES`.
    """
    parts = draw(matter_parts(language, site=site, zone=zone, more=more))
    name = draw(st.sampled_from(tuple(DAMAGES)))
    return attrs.evolve(DAMAGES[name](parts), name=name)
