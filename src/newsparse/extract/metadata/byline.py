"""Authors and dates as the page shows them to its readers, near the headline.

The words that open a byline in many languages are facts gathered from pages; the classes
are those of microformats2 (https://microformats.org/wiki/h-entry) and common templates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ...dates import read_date
from ...dom import Tree
from ...names import is_person_name, read_names
from ...offer import Offer
from ...person import Person
from ...words import squeezed
from .near import Piece
from .origins import origin

_BY = (
    r"(?:(?:written|posted|published|reported|reviewed|words|text|story|article|report|created)\s+)?"
    r"by|von|text von|ein beitrag von|eine? (?:analyse|kommentar|interview|gastbeitrag) von|"
    r"par|propos recueillis par|por|di|door|av|af|przez|oleh|"
    r"autor(?:in|en|es|a)?|authors?|auteure?s?|autore|redakteur(?:in)?|yazan|автор|текст|tekst"
)
BY: Final = re.compile(
    rf"(?:^|(?<=[|•·–—,.\d]\s))(?:(?:{_BY})(?=[\s:])\s*:?\s*|(?:作者|记者|記者|撰文|文|文字|글|기자)\s*[:：/／|]\s*)"
    r"(?P<names>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A line that opens with words such as "By" or "作者："; what follows are names."""

AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es|in)?|auteurs?|profiles?|people|staff|journalists?|contributors?|"
    r"reporters?|writers?|redaktion|team|by|byline|person|experts?|bio|yazar(?:lar)?|firmas?|"
    r"redacteur|redakcja|users?|editors?|columnists?|our-team|signature|impressum/autoren|"
    r"ihmiset|medarbetare|u|member|correspondents?|autore|biography|author-bio)(?:/|[?=-])"
    r"|[?&]author(?:_name)?=|/@",
    re.IGNORECASE,
)
"""The path of a page about an author."""

AUTHOR_NAMES: Final = re.compile(
    r"byline|by-line|author|autor(?!ad)|auteur|writer|contributor|reporter|journalist|creator"
)
_NOT_AUTHOR: Final = re.compile(
    r"comment|related|social|share|follow|newsletter|recommend|popular|breadcrumb|menu|nav\b|caption|tags?\b|categor"
)
_END_OF_NAMES: Final = re.compile(
    r"\s*(?:[|•·\n]|\s[-–—]\s|\b(?:published|updated|last|posted|on|at|in)\b|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_JOINING: Final = frozenset(
    (
        ",",
        "and",
        "&",
        "und",
        "et",
        "y",
        "e",
        "en",
        "och",
        "og",
        "i",
        ", and",
        "+",
        "|",
        "/",
        "، ",
        "、",
        "with",
        "mit",
    )
)

_MONTH = r"[^\W\d_]{3,14}\.?"
_YEAR = r"(?:19[89]|20[0-4])\d"
DATE: Final = re.compile(
    rf"(?<!\d){_YEAR}\s?[-/.|年년]\s?\d{{1,2}}\s?[-/.月월]\s?\d{{1,2}}(?!\d)\s?[日일]?"
    r"(?:[T\s　]{1,3}\d{1,2}:\d\d(?::\d\d)?)?"
    rf"|(?<![\d/.-])\d{{1,2}}\s?[./|-]\s?\d{{1,2}}\s?[./|-]\s?{_YEAR}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th|er|º|ª)?[.,]?[\s-]+(?:de\s+|of\s+|d['’]\s?)?{_MONTH},?[\s-]+(?:de\s+|del\s+)?{_YEAR}(?!\d)"
    rf"|(?<![^\W\d_]){_MONTH}[\s-]+\d{{1,2}}(?:st|nd|rd|th)?,?[\s-]+{_YEAR}(?!\d)",
    re.IGNORECASE,
)
"""A day written out, in figures or with the name of a month."""

_LABELLED: Final = re.compile(
    r"(?P<label>\b(?:publish(?:ed)?|posted|released?|date|datum|erstellt|veröffentlicht|publié|publicado|"
    r"pubblicato|gepubliceerd|opublikowano|stand|last (?:updated|modified|edited|reviewed)|updated|"
    r"aktualisiert|written|created|hinzugefügt|eingestellt|geschrieben)|发布时间|日期|时间|更新)"
    rf"[^\w\n]{{0,6}}(?:on|am|le|el|the|at)?[^\w\n]{{0,4}}(?:[^\W\d_]{{2,10}},\s)?(?P<day>{DATE.pattern})",
    re.IGNORECASE,
)
_DATED: Final = (
    "time,[class*=date i],[class*=publish i],[class*=posted i],[class*=datum i],[class*=timestamp i],"
    "[id*=date i],[class*=fecha i],[class*=meta i],[class*=byline i],[class*=info i],[class*=author i]"
)
_DIGIT: Final = re.compile(r"\d")

_CHANGED: Final = re.compile(
    r"updat|modifi|edited|revis|review|aktualisier|geändert|stand\b|mis à jour|mise à jour|actualiz|"
    r"aggiorna|bijgewerkt|gewijzigd|zaktualiz|oppdater|uppdater|opdater|güncel|обновл|оновл|更新|"
    r"수정|atualiz|cập nhật|last-mod|lastmod|checked",
    re.IGNORECASE,
)
_OTHER_DATE: Final = re.compile(
    r"event|comment|related|copyright|©|footer|sidebar|upcoming|expire|deadline|teaser|card\b|"
    r"recommend|most-read|popular|trending|latest|ticker",
    re.IGNORECASE,
)


def read_near(pieces: Sequence[Piece], language: str | None) -> Iterator[Offer]:
    """Yield the authors and dates that the text around the headline offers.

    Args:
        pieces: see :func:`newsparse.extract.metadata.near.pieces_near`.
        language: the page's language, for reading names.
    """
    yield from _dates(pieces)
    yield from _authors(pieces, language)


def _dates(pieces: Sequence[Piece]) -> Iterator[Offer]:
    label = ""
    many = 0
    for piece in pieces:
        text = piece.text
        stamp = piece.datetime
        if not stamp and not (len(text) < 300 and _DIGIT.search(text)):
            label = text if len(text) < 40 else ""
            continue
        found: dt.datetime | None = None
        place = "time near headline"
        before = ""
        if stamp:
            found = _day(stamp)
        if found is None and text:
            place = "date near headline"
            match = DATE.search(text)
            if match is not None:
                before = text[: match.start()]
                if len(before) > 60:
                    place = "date in text"
                found = _day(text) if len(text) < 30 else None
                found = found or _day(match.group())
        if found is None or _OTHER_DATE.search(piece.names):
            label = text if len(text) < 40 else ""
            continue
        if _CHANGED.search(f"{label} {before}") or _CHANGED.search(piece.names):
            yield Offer("modified", found, origin("element", place))
            yield Offer("published", found, origin("element", "updated " + place))
        else:
            if not piece.after:
                place += " (before)"
            elif many:
                place = "further " + place
            many += piece.after
            yield Offer("published", found, origin("element", place))
        label = ""


def dates_anywhere(tree: Tree) -> Iterator[Offer]:
    """Yield the days of elements that are named as dates, wherever they stand.

    The last resort: for pages that name no day in the head or near the headline.
    """
    for number, node in enumerate(tree.css(_DATED)):
        if number >= 60:
            return
        text = squeezed(node.text()[:400])
        stamp = node.attributes.get("datetime")
        match = DATE.search(text)
        found = _day(stamp) if stamp else None
        if found is None and match is not None and match.start() <= 60:
            found = _day(match.group())
        if found is None:
            continue
        names = f"{node.attributes.get('class') or ''} {text[: match.start()] if match else ''}"
        if _OTHER_DATE.search(names):
            continue
        place = "dated element"
        if _CHANGED.search(names):
            yield Offer("modified", found, origin("element", place))
            place = "updated dated element"
        yield Offer("published", found, origin("element", place))
        return


def dates_in_words(text: str) -> Iterator[Offer]:
    """Yield the first day that follows a label such as "Published", else stands alone.

    Args:
        text: the visible text of the page, blocks on lines of their own.
    """
    for match in _LABELLED.finditer(text):
        found = _day(match.group("day"))
        if found is not None:
            place = "labelled day"
            if _CHANGED.search(match.group("label")):
                yield Offer("modified", found, origin("text", place))
                place = "updated labelled day"
            yield Offer("published", found, origin("text", place))
            return
    for match in DATE.finditer(text):
        start, end = match.span()
        line = text[max(0, start - 30) : end + 30]
        before = line[: min(30, start)].rpartition("\n")
        after = line[min(30, start) + end - start :].partition("\n")
        if not (before[1] and after[1]) or _OTHER_DATE.search(before[2] + after[0]):
            continue
        found = _day(match.group())
        if found is not None:
            yield Offer("published", found, origin("text", "day on a line of its own"))
            return


def _day(text: str) -> dt.datetime | None:
    reading = read_date(text)
    return reading.value if reading is not None else None


def _authors(pieces: Sequence[Piece], language: str | None) -> Iterator[Offer]:
    linked: list[Person] = []
    for number, piece in enumerate(pieces):
        text = piece.text
        if len(text) > 200 or _NOT_AUTHOR.search(piece.names):
            continue
        match = BY.search(text)
        if match is not None:
            people = _names_from(match.group("names"), pieces[number + 1 : number + 12], language)
            if people:
                place = "byline" if piece.after else "byline (before)"
                yield Offer("authors", people, origin("element", place))
                continue
        if piece.href and ("author" in piece.rel or AUTHOR_PATH.search(piece.href)):
            if len(text) < 60 and is_person_name(text):
                linked.append(Person(name=text))
        elif AUTHOR_NAMES.search(piece.names) and len(text) < 100:
            people = read_names(_END_OF_NAMES.sub("", text), language=language)
            if people and all(is_person_name(p.name) for p in people):
                yield Offer("authors", people, origin("element", "author element"))
    if linked:
        yield Offer("authors", tuple(dict.fromkeys(linked)), origin("element", "author link"))


def _names_from(text: str, following: Iterable[Piece], language: str | None) -> tuple[Person, ...]:
    """Return the names that open a byline, which may go on in the pieces that follow."""
    text = _END_OF_NAMES.sub("", text).strip(" ,:")
    people: list[Person] = []
    if text:
        people.extend(read_names(text, language=language))
        if not people:
            return ()
    for piece in following:
        text = piece.text.strip()
        if text.lower() in _JOINING:
            continue
        glued = text.startswith((",", "and ", "& ", "und "))
        if people and not (glued or piece.href):
            break
        if len(text) > 100:
            break
        text = _END_OF_NAMES.sub("", text.lstrip(", ").removeprefix("and ")).strip(" ,")
        more = read_names(text, language=language) if text else ()
        if not more or not all(is_person_name(p.name) for p in more):
            break
        people.extend(more)
    return tuple(dict.fromkeys(people))
