"""Names in bylines of Latin and other spaced scripts: ``By Jane Doe and Ann Lee, PhD``.

The words that open bylines, the titles and the letters behind names are facts gathered
from news pages.
"""

from __future__ import annotations

import re
from typing import Final

_MADE: Final = (
    "written|posted|published|reported|reporting|edited|editing|contributed|created|words|text|story|"
    "article|analysis|opinion|photos?|photography|interview|review|compiled|produced"
)
_OPENER: Final = re.compile(
    rf"(?:(?:{_MADE})(?:\s+(?:and|&)\s+\w{{1,20}})?\s+by\b|by\b|"
    r"(?:text|words|tekst|texte|texto|testo|автор|текст|autor(?:in|en)?|authors?|auteurs?|autore)\s*:|"
    r"(?:erstellt|verfasst|geschrieben|veröffentlicht|gespeichert)\s+von\b|"
    r"(?:écrit|rédigé|publié)\s+par\b|(?:escrito|publicado)\s+por\b|"
    r"(?:scritto|pubblicato)\s+da\b|"
    r"(?:написал[аи]?|писал[аи]?)\b)[\s:]*",
    re.IGNORECASE,
)
_PARTICLE: Final = re.compile(
    r"(?:von|por|par|di|door|av|af|oleh|przez|od|yazan|от)(?:\s*:\s*|\s+)(?=[^\W\d_])",
    re.IGNORECASE,
)
"""Small words that open a byline and also belong to family names."""

_JOINED: Final = re.compile(
    r"\s*(?:[,;/、，；|])\s*(?:(?:and|und|et|with)\s)?|\s*&\s*|"
    r"\s(?:and|und|et|og|och|with|mit|avec)\s",
    re.IGNORECASE,
)
_JOINED_FULL: Final = re.compile(r"\s(?:y|e|en|i|ve|и|та|și|ja|dan)\s")
"""Words for "and" that also stand within names (``Ortega y Gasset``)."""

_FIRM: Final = re.compile(
    r"\s(?:[-–—•]\s|(?:at|in)\s(?=[A-Z])|im\sGespräch\b|"
    r"[Ff]or\s(?:[Tt]he\s)?(?:[A-Z]\S{1,20}\s){0,3}(?:[Dd]aily|[Mm]ail|[Tt]imes|[Pp]ost|[Ss]un|[Mm]irror|"
    r"[Ss]tar|[Ee]xpress|[Hh]erald|[Tt]ribune|[Jj]ournal|[Gg]uardian|[Tt]elegraph|[Pp]ress|[Nn]ews)).*$",
    re.DOTALL,
)
_ADDRESS: Final = re.compile(r"https?:\S{1,200}|www\.\S{1,200}|[^\s@]{0,64}@\S{0,64}")
_DOMAIN: Final = re.compile(r"[^\W_]{2}\.[a-z]{2,}$")
_BEHIND: Final = re.compile(r"\s*[(\[]([^()\[\]]{0,80})[)\]]$")
_GENERATION: Final = re.compile(r"(?:jr|sr|[js]nr|iii?|iv)\.?", re.IGNORECASE)
_LETTERS: Final = re.compile(
    r"(?:(?:[A-Z]{2,7}|[A-Z][-A-Za-z]{0,2}\.?(?:[A-Z][a-z]{0,2}\.){1,4}[A-Z]?|Ph\.?D|"
    r"[MB]Sc|MEd|EdD|PharmD|PsyD|Esq|E-RYT|[A-Z]{2,5}-[A-Z]{1,4})[.®™*]*"
    r"(?:\s\d{3}|\s\([^()]{1,30}\))?(?:\s|$))+"
)
"""Degrees and credentials: PhD, M.D., CFP®."""

_KOREAN: Final = re.compile(
    r"\s*((?:선임|수습|인턴|전문|객원|사진)?기자|특파원|논설위원|편집위원|앵커)(?:\s.*)?$"
)
_JAPANESE: Final = re.compile(r"\s*(記者|編集委員|論説委員|特派員|支局長)$")

_TITLES: Final = frozenset(
    "editor editors writer writers reporter reporters correspondent journalist columnist "
    "contributor columnists ceo cto cfo coo cmo founder cofounder director manager expert "
    "specialist president officer chief senior producer analyst photographer professor dietitian "
    "nutritionist consultant strategist researcher economist attorney lawyer therapist "
    "horticulturalist candidate author presenter blogger intern chair chairman head lead fellow "
    "reviewer lecturer physician engineer planner educator advisor adviser coach trainer nurse "
    "scientist developer designer veterinarian psychologist dermatologist redakteur redakteurin "
    "redaktör journaliste periodista giornalista rédacteur rédactrice korrespondent "
    "korrespondentin redactor redactora redatora repórter reportero reportera".split()
)
_HOUSES: Final = frozenset(
    "team staff desk newsroom newsdesk editorial redaktion redaction rédaction redacción redazione "
    "news agency agencies group media press magazine institute university center centre bureau "
    "services service association department committee foundation company inc ltd llc gmbh editors "
    "marketing editor writer reporter contributor admin bio biography profile website spotlight "
    "licensed certified registered accredited journalism facebook twitter instagram linkedin "
    "youtube pinterest whatsapp".split()
)
_PROSE: Final = frozenset(
    "the our your their this that these those we you it its is are was were has have with for from "
    "about and or but not of on in to as at by my his her more how why what when where who which "
    "will can all new read here alle mehr view die der das ein eine les une los las una und nach "
    "über related similar weitere weiterführende ähnliche verwandte vorheriger nächster "
    "deine zur zum zurück".split()
)
_INNER: Final = frozenset("die der das los las les und to in on zur zum".split())
"""Of these, words that stand within family names as well."""

PARTICLES: Final = frozenset(
    "de da do dos das del della di du des van von vom zu zum zur ten ter la le el al bin ibn ben "
    "bint abu den der die los las af av op i y e ó in on und thi d' l' o' mac".split()
)
"""Words within names that are written small."""

_FIRST_NAMES: Final = frozenset("will can an to my".split())
_NAMES: Final = _FIRST_NAMES | frozenset("das read los las on".split())
"""Of these, words that are names of people as well, with a capital letter."""

_CALENDAR: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag "
    "freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes "
    "martes miércoles jueves viernes sábado lunedì martedì mercoledì giovedì venerdì sabato "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "january february march july september october november december januar februar märz juni juli "
    "oktober dezember janvier février juillet août septembre octobre novembre décembre enero "
    "febrero marzo junio julio septiembre octubre noviembre diciembre".split()
)
"""Weekdays, and months that are no names of people."""

_NOBODY: Final = _CALENDAR | frozenset(
    "admin administrator staff newsroom newsdesk editor editors editorial author authors writer "
    "autor autoren auteur auteurs autore unknown anonymous none null n/a na by von vom par por di "
    "av af door oleh text words photo photos and und et y e with guest contributor team redaktion "
    "reuters ap afp dpa efe ansa apa sda ritzau tass bloomberg upi tt ntb belga anp lusa pti ians "
    "xinhua".split()
)


_LONGEST_HANDLE: Final = 20
_LETTERS_OF_HANDLE: Final = 3
"""With fewer letters a word with figures is a number or a kind of thing ("G20", "B2B")."""


def _is_handle(name: str) -> bool:
    """Whether `name` is one word of letters with figures in it: ``c1ph4``, ``freeman1984``."""
    return (
        name.isalnum()
        and name[0].isalpha()
        and len(name) <= _LONGEST_HANDLE
        and sum(map(str.isalpha, name)) >= _LETTERS_OF_HANDLE
    )


def is_nobody(name: str) -> bool:
    """Whether a piece of a byline is no name: a role or agency alone, an address, a day, prose."""
    if not 2 <= len(name) <= 60 or name.lower() in _NOBODY:
        return True
    words = name.split()
    return (
        len(words) > 7
        or not any(c.isalpha() for c in name)
        or _DOMAIN.search(name) is not None
        or (any(c.isdigit() for c in name) and not _is_handle(name))
        or (words[0] in _PROSE and words[0] not in _INNER)
    )


_DESK: Final = re.compile(
    r"(?P<house>(?:[\w.&'’-]{1,24}\s){1,3})(?:team|staff|editors|editorial|(?:editorial|content)\s(?:team|"
    r"staff)|newsroom|news\s?desk|redaktion|redazione|redacción|rédaction|redactie)"
    r"|(?:team|redaktion|redazione|redacción)\s(?P<whose>(?:[\w.&'’-]{1,24}\s?){1,3})",
    re.IGNORECASE,
)


def is_desk(name: str) -> bool:
    """Whether `name` is a team that signs with the name of its house: ``Example Team``."""
    if len(name) > 48 or (found := _DESK.fullmatch(name)) is None:
        return False
    house = (found["house"] or found["whose"]).split()
    if len(house) > 1 and house[0].lower() == "the":
        del house[0]
    return (house[0][0].isupper() or "." in house[0]) and not any(
        word.lower() in _PROSE or word.lower() in _ROLE_OF_DESK for word in house
    )


_NEWSROOMS: Final = frozenset(
    "staff staffwriter staffwriters staffreporter staffreporters newsdesk newsroom newsteam "
    "editorialstaff editorialdesk webdesk newsstaff redaktion dieredaktion "
    "redaktionsteam onlineredaktion redactie deredactie redacción redaccion laredacción redazione "
    "laredazione rédaction larédaction redação redakcja redakce toimitus redaksi".split()
)
"""What a newsroom signs with instead of its name, letters only."""


def is_newsroom(name: str) -> bool:
    """Whether `name` is that of a newsroom without its house: ``News Desk``, ``Redaktion``."""
    return len(name) <= 24 and "".join(filter(str.isalnum, name)).lower() in _NEWSROOMS


_ROLE_OF_DESK: Final = frozenset(
    "meet about contact editorial news content web online guest sales support marketing medical "
    "writer writers publishing join".split()
)
"""What a team is called by its work, which names no house."""


def is_spaced_name(name: str) -> bool:
    """Whether a name of a script with blanks looks like one person's."""
    if is_nobody(name) or len(name) > 48 or any(c in '@:;!?/\\|{}<>\n"©' for c in name):
        return False
    words = name.split()
    if len(words) == 1:
        return name.lower() not in _PROSE
    if all(word.lower() in _TITLES for word in words):
        return False
    for number, word in enumerate(words):
        small = word.lower()
        if small in _HOUSES or small.endswith(("'s", "’s")):
            return False
        if small in _PROSE and not (
            small in _INNER if word == small else small in (_NAMES if number else _FIRST_NAMES)
        ):
            return False
    if all(word[0].islower() for word in words):
        return True
    return not words[-1][0].islower() and all(
        word in PARTICLES or "'" in word or "’" in word for word in words if word[0].islower()
    )


def read_byline(text: str) -> list[tuple[str, str | None]]:
    """Return each name in a byline with the role or title beside it.

    Args:
        text: one line, 400 characters at most.
    """
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    text = " ".join(text.split())
    if text[:1] in "([":
        text = text.strip("()[] ")
    text = _opened(text)
    if " | " in text:
        text, _, site = text.partition(" | ")
        if " " in site and is_spaced_name(site):
            text = f"{text}, {site}"
    people: list[tuple[str, str | None]] = []
    for number, piece in enumerate(_pieces(text)):
        name, role = _cut(piece)
        if not name:
            continue
        if number and people:
            if _GENERATION.fullmatch(name):
                last, known = people[-1]
                people[-1] = (f"{last} {name}", known)
                continue
            if _LETTERS.fullmatch(name) and not (" " in name and people[-1][0].isupper()):
                continue
            if _is_title(name):
                last, known = people[-1]
                people[-1] = (last, known or name)
                continue
        if not is_nobody(name):
            people.append((name, role))
    return people


def _opened(text: str) -> str:
    """Return what follows the words that open a byline."""
    while (match := _OPENER.match(text)) and match.end():
        text = text[match.end() :]
    match = _PARTICLE.match(text)
    if match:
        rest = text[match.end() :]
        if ":" in match[0] or (not rest[0].islower() and " " in rest.strip()):
            return rest
    return text


_COMMA: Final = re.compile(r"[,;]")
_AND: Final = re.compile(r"\s(?:and|und|et)\s|\s?&\s?")


def _without_doubled_role(text: str) -> str:
    """Return a byline without a role behind a comma that is made of two things.

    ``Jane Doe, Home and Digital Security Expert`` names one person.
    """
    parts = _COMMA.split(text)
    for number, part in enumerate(parts[1:], 1):
        first, *others = _AND.split(part.strip(), maxsplit=2)
        if others and " " not in first and _ends_in_title(others[0]):
            parts[number] = others[1] if len(others) > 1 else ""
    return ",".join(filter(str.strip, parts))


def _ends_in_title(text: str) -> bool:
    last = text.rpartition(" ")[2].lower()
    return last in _TITLES or last.removesuffix("s") in _TITLES


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    if "," in text or ";" in text:
        text = _without_doubled_role(text)
    for piece in _JOINED.split(text):
        halves = _JOINED_FULL.split(piece)
        if len(halves) > 1 and all(" " in half.strip() for half in halves):
            pieces += halves
        else:
            pieces.append(piece)
    return pieces


def _cut(piece: str) -> tuple[str, str | None]:
    """Return a name without firm, brackets and title, and the title."""
    name, role = piece.strip(" \t\n.,:-–—•*\u200b\ufeff"), None
    if piece.rstrip().endswith("."):
        name = _with_stop(name)
    name = _FIRM.sub("", name)
    if name.endswith((")", "]")) and (match := _BEHIND.search(name)) and match.start():
        name, inner = name[: match.start()], match[1].strip()
        role = inner if _is_title(inner) else None
    if (match := _KOREAN.search(name)) or (match := _JAPANESE.search(name)):
        name, role = name[: match.start()], match[1]
    return name.strip(), role


def _with_stop(name: str) -> str:
    """Give an initial or abbreviation at the end its full stop back."""
    last = name.rpartition(" ")[2]
    return name + "." if len(last) < 4 or "." in last else name


def _is_title(text: str) -> bool:
    return any(word in _TITLES for word in text.lower().replace("-", " ").split())
