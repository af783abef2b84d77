"""Authors as the page shows them to its readers: the byline.

The words that open a byline in many languages are facts gathered from pages; the classes
are those of microformats2 (https://microformats.org/wiki/h-entry) and of common templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ...byline_names import PARTICLES, is_desk, is_newsroom
from ...names import is_person_name, read_names
from ...offer import Offer
from ...person import Person
from ...site import Site, is_full_name
from ...words import flat
from .dateline import DATE
from .near import Piece
from .origins import origin
from .reporters import korean_reporters

BY: Final = re.compile(
    r"\s*(?:"
    r"(?:(?:written|posted|published|reported|words|text|story|article|report|created|post|"
    r"photos?|guest post|contributed|submitted|opinion|analysis)\s+(?:and\s+\w+\s+)?)?by|"
    r"(?:(?:ein\s+beitrag|(?:blog[\s-]?)?beitrag|(?:gast)?kommentar|gastbeitrag|pressemitteilung|"
    r"eine?\s+\w+|text|erstellt|verfasst|geschrieben|gespeichert|eingestellt|"
    r"veröffentlicht)\s+)?von|interview(?=\s*:)|"
    r"(?:(?:écrit|rédigé|publié|posté)\s+)?par|propos recueillis par|"
    r"(?:(?:escrito|publicado)\s+)?por|(?:(?:scritto|pubblicato)\s+da|di)|(?:geschreven\s+)?door|(?:(?:skrevet|skriven)\s+)?av|af|"
    r"przez|oleh|"
    r"autor(?:in|en|es|a|ka|zy)?|authors?(?:\(s\))?|auteure?s?(?:\(s\))?|autore|"
    r"redakteur(?:in)?|redaktion(?=\s*:)|contributors?(?=\s*:)|yazan|автор|"
    r"(?:текст|tekst|texte?|words)(?=\s*:)"
    r")(?:\s*:\s*|\s+|$)(?P<names>.*)$"
    r"|\s*(?:作者|记者|記者|撰文|採訪|文|文字|著者|執筆者?|筆者|ライター|取材(?:・文)?|寄稿|글|기자)"
    r"\s*[:：/／|＝=]\s*(?P<cjk>.*)$|作者(?P<alone>)$",
    re.IGNORECASE | re.DOTALL,
)
"""A line that opens with words such as "By" or "作者："; what follows are names."""

_OPENERS: Final = frozenset(
    "by written posted published reported words text story article report created post photo "
    "photos guest contributed von ein eine par écrit rédigé publié propos por di door av af przez "
    "oleh submitted opinion analysis erstellt verfasst geschrieben gespeichert eingestellt "
    "veröffentlicht interview posté escrito publicado scritto pubblicato geschreven skrevet "
    "skriven autor autorin autoren autores autora autorka autorzy author authors author(s) auteur "
    "auteurs auteure auteures auteur(s) autore redakteur redakteurin redaktion contributor "
    "contributors kommentar gastkommentar pressemitteilung beitrag "
    "blogbeitrag blog-beitrag gastbeitrag blog yazan автор текст tekst".split()
)
"""First words of such lines, to pass by all others quickly."""

_MARKS: Final = "|·•-–—/ "

_OF_PICTURES: Final = frozenset(("foto ", "fotos", "photo", "bild ", "bild:", "image", "foto:"))

_CJK_OPENERS: Final = "作记記撰採文著執筆ラ取寄글기"

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

NOT_AUTHOR: Final = re.compile(
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
    r"\s*(?:[|•·\n]|\s[-–—]\s|\b(?:published|updated|last|posted|on|at|in)\b|(?<![^\W_])\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_DAY: Final = re.compile(r"[^\W\d_]{3,10}\.?,?\s\d{1,2}(?:,|\s|$)|(?<![^\W_])\d")
_JOINING: Final = frozenset(
    (*", and & und et y e en och og i + | / 、 with mit •".split(), ", and", "، ")
)
_OTHERS: Final = re.compile(
    r"(?:reviewed|edited|checked|verified|approved|translated|illustrated|photographed|updated|"
    r"geprüft|redigiert|bearbeitet|übersetzt)\s+(?:by|von|durch)\s*:?$",
    re.IGNORECASE,
)
"""The end of a line behind which stands somebody who is no author."""
OWN: Final = ("本站", "本网", "原创", "转载", "网络", "互联网", "综合")
"""What a Chinese page says in the place of the outlet that a story is from, and names none."""

_SOURCE: Final = re.compile(
    rf"(?:来源|來源|稿源)\s*[:：]\s*(?!{'|'.join(OWN)})(?P<name>[^\s|：:]{{2,30}})"
)
_SOURCE_LABEL: Final = re.compile(
    r"(?:^|\s|\|)(?:信息|文章)?(?:来源|來源|稿源)(?:\s?[:：]|(?<=^..))$"
)
_OUTLET: Final = re.compile(r"[^\W\d_][^\s|：:]{1,29}")
_CJK_AUTHOR: Final = re.compile(r"(?:作者|记者|記者|撰文)\s*[:：]\s*(?P<names>[^\s|：:]{2,30})")


def names_after_by(text: str) -> str | None:
    """Return what follows the words that open a byline, None for other text."""
    if text[0] in _MARKS:
        text = text.lstrip(_MARKS)
        if not text:
            return None
    if text[0] in _CJK_OPENERS:
        found = BY.match(text)
        return (found.group("cjk") or found.group("alone")) if found else None
    first = text[:20].split(None, 1)[0].rstrip(":").lower()
    if first not in _OPENERS:
        return None
    found = BY.match(text)
    return found.group("names") if found else None


_FAR_BEHIND: Final = 40
"""Characters behind "By" after which a name is one in a sentence."""

_MUCH_PROSE: Final = 2
"""A line that opens with "By" after so many paragraphs may be of a thing the story tells of."""


def read_authors(
    pieces: Sequence[Piece], language: str | None, site: Site | None = None
) -> Iterator[Offer]:
    """Yield the authors that the text around the headline offers.

    Args:
        pieces: see :func:`newsparse.extract.metadata.near.pieces_near`.
        language: the page's language, for reading names.
        site: the names of the site, which may sign itself.
    """
    linked: list[Person] = []
    profiled: dict[str, Person] = {}
    profiles: str | None = None
    named = 0
    prose = 0
    is_other = face = False
    for number, piece in enumerate(pieces):
        text = piece.text
        if not text or len(text) > 160:
            face = "avatar" in piece.names if piece.alt else face and not text
            prose += bool(text) and piece.after
            continue
        was_face, face = face, False
        was_other, is_other = is_other, text[-1] in "ynhYNH:" and _OTHERS.search(text) is not None
        if was_other or is_other:
            continue
        if "源" in text and (source := _SOURCE.search(text)):
            yield Offer("agency", source.group("name"), origin("element", "source line"))
        elif "源" in text[-3:] and _SOURCE_LABEL.search(text):
            outlet = next((p.text for p in pieces[number + 1 : number + 2]), "")
            if _OUTLET.fullmatch(outlet) and not outlet.startswith(OWN):
                yield Offer("agency", outlet, origin("element", "source line"))
        opened = names_after_by(text)
        if opened is None and ("者" in text or "撰文" in text):
            writer = _CJK_AUTHOR.search(text)
            opened = writer.group("names") if writer else None
        if opened is None and (writer := _AFTER_DAY.search(text)) is not None:
            opened = writer.group("names") if DATE.search(text[: writer.start()]) else None
        if opened is None and not text.isascii() and (reporters := korean_reporters(text)):
            yield Offer("authors", reporters, origin("element", "byline"))
            continue
        if opened is not None:
            people = _names_from(opened, pieces[number + 1 : number + 12], language)
            if people and not _NOT_BYLINE.search(piece.names):
                place = "byline" if piece.after else "byline (before)"
                place = place if prose < _MUCH_PROSE else "byline in text"
                yield Offer("authors", people, origin("element", place))
                continue
            if not opened.strip(" :") and number + 1 < len(pieces):
                opened = pieces[number + 1].text  # a house in a link of its own
            if _signs_as_desk(opened) and not _NOT_BYLINE.search(piece.names):
                yield _signed(opened, "byline (desk)")
                continue
            if site is not None and site.is_called(opened):
                yield _signed(opened, "byline")
                continue
        if len(text) > 100:
            continue
        if text[:5].lower() in _OF_PICTURES:
            continue
        if piece.in_link and len(text) < 60 and is_author_link(piece):
            people = read_names(text, language=language)
            if people and _all_people(people) and not NOT_AUTHOR.search(piece.names):
                if prose < _MUCH_PROSE or not linked:
                    linked += people
            elif _signs_as_desk(text) and not NOT_AUTHOR.search(piece.names):
                yield _signed(text, "author link (desk)")
        elif named < 2 and _speaks_of_author(piece.names):
            people = read_names(names_only(text), language=language)
            if people and _all_people(people):
                named += 1
                place = "author element" if named == 1 else "second author element"
                yield Offer("authors", people, origin("element", place))
            elif _signs_as_desk(text):
                yield _signed(text, "author element (desk)")
        elif is_full_name(text):
            if profiles is None:
                profiles = " ".join(_profiles(pieces))
            if (
                (was_face or flat(text) in profiles)
                and is_person_name(text)
                and piece.is_block
                and not NOT_AUTHOR.search(piece.names)
            ):
                profiled[text] = Person(name=text)
    if len(profiled) == 1:
        yield Offer("authors", tuple(profiled.values()), origin("element", "name beside profile"))
    if linked:
        yield Offer("authors", tuple(dict.fromkeys(linked)), origin("element", "author link"))


def _signed(name: str, place: str) -> Offer:
    """Return the offer of a desk or house that signs with a name of its own."""
    return Offer("authors", (Person(name=name),), origin("element", place))


def _signs_as_desk(name: str) -> bool:
    return is_desk(name) or is_newsroom(name)


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
            return NOT_AUTHOR.search(names) is None
    return False


def _all_people(people: Sequence[Person]) -> bool:
    for person in people:
        name = person.name
        first = name.partition(" ")[0]
        # A pen name may be all small letters; prose after "by" is as well.
        small = first[:1].islower() and (first not in PARTICLES or name.islower())
        if (small and (len(people) > 1 or first != name)) or not is_person_name(name):
            return False
    return True


def names_only(text: str) -> str:
    """Return `text` up to a day, a separator or a word that is not of a list of names."""
    day = _DAY.search(text)
    names = _END_OF_NAMES.sub("", text[: day.start()] if day else text)
    if "(" in names and ")" not in names:
        names = names.partition("(")[0].rstrip()  # the end was in the brackets
    return names


def _names_from(text: str, following: Iterable[Piece], language: str | None) -> tuple[Person, ...]:
    """Return the names that open a byline, which may go on in the pieces that follow."""
    text = names_only(text).strip(" ,:")
    people: list[Person] = []
    if text:
        people.extend(read_names(text, language=language))
        if not people or not _all_people(people) or text.find(people[0].name) > _FAR_BEHIND:
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
        text = names_only(text.lstrip(", ").removeprefix("and ")).strip(" ,")
        more = read_names(text, language=language) if text else ()
        if not more or not _all_people(more):
            break
        people.extend(more)
    return tuple(dict.fromkeys(people))
