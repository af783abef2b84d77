"""Authors as the page shows them to its readers: the byline.

The words that open a byline in many languages are facts gathered from pages; the classes
are those of microformats2 (https://microformats.org/wiki/h-entry) and of common templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ...byline_names import is_desk
from ...dom import Node, Tree
from ...names import is_person_name, read_names
from ...offer import Offer
from ...person import Person
from ...site import is_full_name
from ...words import flat, squeezed
from .dateline import DATE
from .near import Piece, pieces_in
from .origins import origin

BY: Final = re.compile(
    r"\s*(?:"
    r"(?:(?:written|posted|published|reported|words|text|story|article|report|created|post|"
    r"photos?|guest post|contributed|submitted|opinion|analysis)\s+(?:and\s+\w+\s+)?)?by|"
    r"(?:(?:ein\s+beitrag|eine?\s+\w+|text|erstellt|verfasst|geschrieben|gespeichert|eingestellt|"
    r"veröffentlicht)\s+)?von|interview(?=\s*:)|"
    r"(?:(?:écrit|rédigé|publié|posté)\s+)?par|propos recueillis par|(?:(?:escrito|publicado)\s+)?por|"
    r"(?:(?:scritto|pubblicato)\s+da|di)|(?:geschreven\s+)?door|(?:(?:skrevet|skriven)\s+)?av|af|"
    r"przez|oleh|"
    r"autor(?:in|en|es|a|ka|zy)?|authors?(?:\(s\))?|auteure?s?|autore|redakteur(?:in)?|yazan|автор|"
    r"(?:текст|tekst|texte?|words)(?=\s*:)"
    r")(?:\s*:\s*|\s+|$)(?P<names>.*)$"
    r"|\s*(?:作者|记者|記者|撰文|文|文字|글|기자)\s*[:：/／|]\s*(?P<cjk>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A line that opens with words such as "By" or "作者："; what follows are names."""

_OPENERS: Final = frozenset(
    "by written posted published reported words text story article report created post photo "
    "photos guest contributed von ein eine par écrit rédigé publié propos por di door av af przez "
    "oleh submitted opinion analysis erstellt verfasst geschrieben gespeichert eingestellt "
    "veröffentlicht interview posté escrito publicado scritto pubblicato geschreven skrevet skriven "
    "autor autorin autoren autores autora autorka autorzy author authors author(s) auteur "
    "auteurs auteure auteures autore redakteur redakteurin yazan автор текст tekst".split()
)
"""First words of such lines, to pass by all others quickly."""

_MARKS: Final = "|·•-–—/ "

_OF_PICTURES: Final = frozenset(("foto ", "fotos", "photo", "bild ", "bild:", "image", "foto:"))

_CJK_OPENERS: Final = "作记記撰文글기"

AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es|in)?|auteurs?|(?:user)?profiles?|people|staff|producers?|experten|"
    r"meet-the-team|our[-_]people|journalists?|contributors?|"
    r"reporters?|writers?|redaktion|team|by|byline|person|experts?|bio|yazar(?:lar)?|firmas?|"
    r"redacteur|redakcja|users?|editors?|columnists?|our-team|signature|ihmiset|medarbetare|u|"
    r"member|correspondents?|autore|biography|author-bio)(?:/|[?=-])|[?&]author(?:_name)?=|/@",
    re.IGNORECASE,
)
"""The path of a page about an author."""

AUTHOR_WORDS: Final = (
    "byline",
    "by-line",
    "author",
    "autor",
    "auteur",
    "writer",
    "contributor",
    "reporter",
    "journalist",
    "creator",
)
"""What the class or id of a byline holds."""

_NOT_AUTHOR: Final = re.compile(
    r"comment|related|social|share|follow|newsletter|recommend|popular|breadcrumb|menu|nav\b|"
    r"caption|tags?\b|categor|authori[sz]"
)
_NOT_BYLINE: Final = re.compile(
    r"comment|related|newsletter|recommend|popular|breadcrumb|menu|nav\b|caption|categor"
)
"""Of these, what a line that opens with "By" is not part of: share bars often hold the byline."""

_AFTER_DAY: Final = re.compile(
    r"\s(?:by|von|par|por|di|door|av|af)\s+(?P<names>[^\W\d_].*)$", re.IGNORECASE
)
_END_OF_NAMES: Final = re.compile(
    r"\s*(?:[|•·\n]|\s[-–—]\s|\b(?:published|updated|last|posted|on|at|in)\b|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_DAY: Final = re.compile(r"[^\W\d_]{3,10}\.?,?\s\d{1,2}(?:,|\s|$)|\d")
_JOINING: Final = frozenset(
    (*", and & und et y e en och og i + | / 、 with mit •".split(), ", and", "، ")
)
_PARTICLES: Final = frozenset(
    "de da do dos das del della di du des van von vom zu zur ten ter la le el al bin ibn abu den "
    "af av der d' l' o' ó mac y e".split()
)
_OTHERS: Final = re.compile(
    r"(?:reviewed|edited|checked|verified|approved|translated|illustrated|photographed|updated|"
    r"geprüft|redigiert|bearbeitet|übersetzt)\s+(?:by|von|durch)\s*:?$",
    re.IGNORECASE,
)
"""The end of a line behind which stands somebody who is no author."""
_SOURCE: Final = re.compile(r"(?:来源|來源|稿源)\s*[:：]\s*(?P<name>[^\s|：:]{2,30})")
_CJK_AUTHOR: Final = re.compile(r"(?:作者|记者|記者|撰文)\s*[:：]\s*(?P<names>[^\s|：:]{2,30})")
_AUTHORED: Final = (
    "[rel~=author],[itemprop~=author],[class*=byline i],[class*=author i],[class*=writer i]"
)


def names_after_by(text: str) -> str | None:
    """Return what follows the words that open a byline, None for other text."""
    if text[0] in _MARKS:
        text = text.lstrip(_MARKS)
        if not text:
            return None
    if text[0] in _CJK_OPENERS:
        found = BY.match(text)
        return found.group("cjk") if found else None
    first = text[:14].split(None, 1)[0].rstrip(":").lower()
    if first not in _OPENERS:
        return None
    found = BY.match(text)
    return found.group("names") if found else None


def read_authors(pieces: Sequence[Piece], language: str | None) -> Iterator[Offer]:
    """Yield the authors that the text around the headline offers.

    Args:
        pieces: see :func:`newsparse.extract.metadata.near.pieces_near`.
        language: the page's language, for reading names.
    """
    linked: list[Person] = []
    profiled: dict[str, Person] = {}
    profiles = " ".join(_profiles(pieces))
    named = 0
    is_other = face = False
    for number, piece in enumerate(pieces):
        text = piece.text
        if not text or len(text) > 160:
            face = "avatar" in piece.names if piece.alt else face and not text
            continue
        was_face, face = face, False
        was_other, is_other = is_other, text[-1] in "ynhYNH:" and _OTHERS.search(text) is not None
        if was_other or is_other:
            continue
        if "源" in text and (source := _SOURCE.search(text)):
            yield Offer("agency", source.group("name"), origin("element", "source line"))
        opened = names_after_by(text)
        if opened is None and ("者" in text or "撰文" in text):
            writer = _CJK_AUTHOR.search(text)
            opened = writer.group("names") if writer else None
        if opened is None and text[-1] not in "0123456789" and (day := DATE.search(text)):
            writer = _AFTER_DAY.match(text, day.end())
            opened = writer.group("names") if writer else None
        if opened is not None:
            people = _names_from(opened, pieces[number + 1 : number + 12], language)
            if people and not _NOT_BYLINE.search(piece.names):
                place = "byline" if piece.after else "byline (before)"
                yield Offer("authors", people, origin("element", place))
                continue
            if is_desk(opened) and not _NOT_BYLINE.search(piece.names):
                desk = (Person(name=opened),)
                yield Offer("authors", desk, origin("element", "byline (desk)"))
                continue
        if len(text) > 100:
            continue
        if text[:5].lower() in _OF_PICTURES:
            continue
        if piece.in_link and len(text) < 60 and is_author_link(piece):
            people = read_names(text, language=language)
            if people and _all_people(people) and not _NOT_AUTHOR.search(piece.names):
                linked += people
            elif is_desk(text) and not _NOT_AUTHOR.search(piece.names):
                desk = (Person(name=text),)
                yield Offer("authors", desk, origin("element", "author link (desk)"))
        elif named < 2 and _speaks_of_author(piece.names):
            people = read_names(_names_only(text), language=language)
            if people and _all_people(people):
                named += 1
                place = "author element" if named == 1 else "second author element"
                yield Offer("authors", people, origin("element", place))
            elif is_desk(text):
                desk = (Person(name=text),)
                yield Offer("authors", desk, origin("element", "author element (desk)"))
        elif (
            (was_face or flat(text) in profiles)
            and is_full_name(text)
            and is_person_name(text)
            and piece.is_block
            and not _NOT_AUTHOR.search(piece.names)
        ):
            profiled[text] = Person(name=text)
    if len(profiled) == 1:
        yield Offer("authors", tuple(profiled.values()), origin("element", "name beside profile"))
    if linked:
        yield Offer("authors", tuple(dict.fromkeys(linked)), origin("element", "author link"))


def _profiles(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield what pictures show and whose pages links lead to, letters only."""
    for piece in pieces:
        if piece.alt:
            yield flat(piece.alt)
        elif piece.in_link and is_author_link(piece):
            yield flat(piece.href.rstrip("/").rpartition("/")[2])


def is_author_link(piece: Piece) -> bool:
    """Whether a link says that it leads to the author."""
    return "author" in piece.rel or AUTHOR_PATH.search(piece.href) is not None


def _speaks_of_author(names: str) -> bool:
    for word in AUTHOR_WORDS:
        if word in names:
            return _NOT_AUTHOR.search(names) is None
    return False


def _all_people(people: Sequence[Person]) -> bool:
    for person in people:
        name = person.name
        first = name.partition(" ")[0]
        # A pen name may be all small letters; prose after "by" is as well.
        small = first[:1].islower() and first.lower() not in _PARTICLES
        if (small and (len(people) > 1 or first != name)) or not is_person_name(name):
            return False
    return True


def _names_only(text: str) -> str:
    """Return `text` up to a day, a separator or a word that is not of a list of names."""
    day = _DAY.search(text)
    return _END_OF_NAMES.sub("", text[: day.start()] if day else text)


def _names_from(text: str, following: Iterable[Piece], language: str | None) -> tuple[Person, ...]:
    """Return the names that open a byline, which may go on in the pieces that follow."""
    text = _names_only(text).strip(" ,:")
    people: list[Person] = []
    if text:
        people.extend(read_names(text, language=language))
        if not people or not _all_people(people):
            return ()
    is_joined = not people
    for piece in following:
        text = piece.text.strip()
        if piece.alt:
            continue
        if text.lower() in _JOINING:
            is_joined = True
            continue
        glued = text.startswith((",", "and ", "& ", "und "))
        # A link beside the author may lead to another author, or to a topic.
        if len(text) > 100 or not (
            glued
            or (piece.in_link and (is_joined or is_author_link(piece)))
            or (is_joined and not people)
        ):
            break
        is_joined = text.endswith((",", " and", " &", " und"))
        text = _names_only(text.lstrip(", ").removeprefix("and ")).strip(" ,")
        more = read_names(text, language=language) if text else ()
        if not more or not _all_people(more):
            break
        people.extend(more)
    return tuple(dict.fromkeys(people))


def authors_anywhere(tree: Tree, language: str | None) -> Iterator[Offer]:
    """Yield the authors named by elements that say so, wherever they stand.

    For pages that name nobody in the head or near the headline: a byline under the
    story, a box about the author.
    """
    for node in tree.css(_AUTHORED)[:40]:
        attributes = node.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if _NOT_AUTHOR.search(names) or _is_elsewhere(node):
            continue
        for offer in read_authors(pieces_in(node), language):
            if offer.field != "authors":
                continue
            # A single word in such a box is as often a label as a name.
            is_plain = offer.origin.where.endswith("author element")
            if not is_plain or any(" " in person.name for person in offer.value):
                yield Offer("authors", offer.value, origin("element", "author element anywhere"))
                return


_ELSEWHERE: Final = re.compile(
    r"teaser|comment|related|testimonial|listing|recommend|carousel|slider|popular|latest"
)
_FAR: Final = 6
"""Levels above an element that are asked whose it is."""


def _is_elsewhere(node: Node) -> bool:
    """Whether an element is of a comment, of a link to another story, of a list of them."""
    above = node.parent
    for _ in range(_FAR):
        if above is None or above.tag in ("body", "html"):
            return False
        if above.tag in ("a", "aside"):
            return True
        attributes = above.attributes
        if _ELSEWHERE.search(f"{attributes.get('class')} {attributes.get('id')}".lower()):
            return True
        above = above.parent
    return False


_SAYING_WHO: Final = {
    "en": ("ritten by", "uthor:", "By:"),
    "de": ("utor:", "utorin:", "Text:", "Von:", "erfasst von"),
    "fr": ("uteur:", "Texte:", "crit par", "édigé par"),
    "es": ("utor:", "utora:", "Texto:", "scrito por"),
    "it": ("utore:", "Testo:", "critto da"),
}
"""What lines that say who wrote the story hold, but for a first letter."""

_BY_ALONE: Final = {
    "en": "[Bb]y|BY",
    "de": "[Vv]on|VON",
    "fr": "[Pp]ar|PAR",
    "es": "[Pp]or|POR",
    "pt": "[Pp]or|POR",
    "it": "[Dd]i|DI",
    "nl": "[Dd]oor",
}
_LINE_BY: Final = {
    language: re.compile(
        rf"""<[a-z][^<>]{{0,300}}>\s{{0,40}}(?:{words})(?::|\s|<[a-z][^<>]{{0,300}}>){{1,9}}"""
        r"""(?P<names>[^<>"{}|]{4,60}?)[\s,.]{0,40}<"""
    )
    for language, words in _BY_ALONE.items()
}
"""A line that is "By" and a name and nothing else."""

_BEFORE_WHO: Final = re.compile(
    r"""[>"']\s{0,9}(?:(?:this|the)\s(?:post|article|story|blog|guide|page)[^<>]{0,20}\s)?\w?$""",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r"""(?:\s|:|<[^<>]{0,300}>){1,9}(?P<names>[^<>"|]{4,80})""")
_TIMES: Final = 5
_LINES: Final = 50


def authors_in_words(html: str, language: str | None) -> Iterator[Offer]:
    """Yield the people of the first line such as "Written by" in the text of a page.

    Args:
        html: the page.
        language: its language, for reading names.
    """
    places: list[tuple[int, int]] = []
    for words in _SAYING_WHO.get((language or "en")[:2], ()):
        at = -1
        for _ in range(_TIMES):
            at = html.find(words, at + 1)
            if at < 0:
                break
            places.append((at, at + len(words)))
    for start, end in sorted(places):
        if not _BEFORE_WHO.search(html[max(0, start - 60) : start]):
            continue
        found = _WHO.match(html, end)
        if found is None:
            continue
        people = read_names(_names_only(squeezed(found["names"])), language=language)
        people = people[:1] if "," in found["names"] else people
        if people and all(is_full_name(person.name) for person in people):
            yield Offer("authors", people, origin("text", "written by"))
            return
    yield from _line_by(html, language)


def _line_by(html: str, language: str | None) -> Iterator[Offer]:
    """Yield the people of lines such as "By Jane Doe", where all such lines agree."""
    line = _LINE_BY.get((language or "en")[:2])
    if line is None:
        return
    named: dict[str, tuple[Person, ...]] = {}
    for number, found in enumerate(line.finditer(html)):
        people = read_names(squeezed(found["names"]), language=language)
        if people and all(is_full_name(person.name) for person in people):
            named[" ".join(person.name for person in people)] = people
        if len(named) > 1 or number >= _LINES:
            return  # a list of stories, each with its author
    for people in named.values():
        yield Offer("authors", people, origin("text", "line of a name"))
