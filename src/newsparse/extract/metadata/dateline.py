"""Dates as the page shows them to its readers, and whether they are of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ...dates import DateReading, read_date
from ...dom import Node, Tree, containers, find_all
from ...offer import Offer
from ...words import squeezed
from .near import LONG, Piece, is_sentence
from .origins import dated, origin

_MONTH = r"[^\W\d_]{3,14}\.?"
_YEAR = r"(?:19[89]|20[0-4])\d"
DATE: Final = re.compile(
    rf"(?<!\d){_YEAR}\s?[-/.|年년]\s?\d{{1,2}}\s?[-/.|月월]\s?\d{{1,2}}(?!\d)(?:\s?[日일])?"
    r"(?:[T\s　]{1,3}\d{1,2}:\d\d(?::\d\d)?)?"
    rf"|(?<![\d/.-])\d{{1,2}}\s?[./|-]\s?\d{{1,2}}\s?[./|-]\s?{_YEAR}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th|er|º|ª)?[.,]?[\s-]+(?:de\s+|of\s+|d['’]\s?)?{_MONTH},?[\s-]+"
    rf"(?:de\s+|del\s+)?{_YEAR}(?!\d)"
    rf"|(?<!\d){_YEAR}[\s-]+{_MONTH}[\s-]+\d{{1,2}}(?!\d)"
    r"|(?<![\d.])\d{1,2}\.\d{1,2}\.[0-39]\d(?![\d.])"
    rf"|(?<![^\W\d_]){_MONTH}[\s-]+\d{{1,2}}(?:st|nd|rd|th)?,?[\s-]+{_YEAR}(?!\d)",
    re.IGNORECASE,
)
"""A day written out, in figures or with the name of a month."""

_LONGEST_DAY_LINE: Final = 45
_CLOCK_ALONE: Final = re.compile(
    r"\W{0,4}(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?|uhr|[A-Z]{2,4})?\W{0,3})?",
    re.IGNORECASE,
)
_ANY_YEAR: Final = re.compile(r"20[0-4]\d(?!\d)")
_DIGIT: Final = re.compile(r"\d")
_CHANGED: Final = re.compile(
    r"updat|modifi|edited|revis|review|aktualisier|geändert|letzte änderung|\bstand\b|"
    r"mise? à jour|actualiz|aggiorna|bijgewerkt|gewijzigd|zaktualiz|oppdater|uppdater|opdater|"
    r"güncel|обновл|оновл|更新|수정|atualiz|cập nhật|last-mod|lastmod|checked",
    re.IGNORECASE,
)
_OTHER_DATE: Final = re.compile(
    r"event|comment|related|copyright|©|footer|sidebar|upcoming|expire|deadline|teaser|card\b|"
    r"recommend|most-read|popular|trending|latest|ticker|caption|legend|figure",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"\b(?:publish(?:ed)?|posted|released?|date|datum|erstellt|veröffentlicht|erschienen|"
    r"(?:publi|diffus)ée?|mise? en ligne|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|"
    r"opublikowan[oy]|publicera[dt]|publisert|offentliggjort|udgivet|julkaistu|zveřejněno|"
    r"publikováno|objavljeno|közzétéve|megjelent|yayın(?:lanma)? tarihi|опубликован[оа]?|"
    r"опубліковано|дата публикации|đăng|diterbitkan|stand|"
    r"(?:last )?(?:updated|modified|edited|reviewed)|letzte änderung|"
    r"aktualisiert|written|created|pressemitteilung|hinzugefügt|eingestellt|geschrieben)[^\w\n]{0,6}"
    r"(?:on|am|le|el|em|il|op|den|på|dne|ngày|the|at|vom)?[^\w\n]{0,4}(?:[^\W\d_]{2,10},\s)?$|"
    r"(?:发布时间|發布時間|发布日期|發布日期|日期|时间|時間|更新|公開日|掲載日|投稿日|등록|입력)\W{0,3}$",
    re.IGNORECASE,
)
_DATED: Final = (
    "time,[class*=date i],[class*=publish],[class*=posted],[class*=meta],[class*=byline],"
    "[class*=info]"
)

SHOWN: Final = frozenset(("time near headline", "date near headline"))
"""Places of the day that stands first under the headline and says nothing of a change."""


@attrs.frozen(kw_only=True)
class DateHabits:
    """How a page writes its dates.

    Attributes:
        zone: IANA time zone of dates that give none.
        month_first: whether 7/8/2021 is the 8th of July.
    """

    zone: str | None = None
    month_first: bool = False

    def read(self, text: str) -> DateReading | None:
        """Return the date in `text`, None where there is none."""
        return read_date(text, zone=self.zone, month_first=self.month_first) if text else None


PLAIN: Final = DateHabits()


def is_day_line(text: str) -> bool:
    """Whether a line is nothing but a day, the time of day with it or not."""
    if len(text) > _LONGEST_DAY_LINE or not _DIGIT.search(text):
        return False
    day = DATE.search(text)
    if day is None or day.start() > 1:
        return False
    return _CLOCK_ALONE.fullmatch(text, day.end()) is not None


def month_comes_first(language: str | None, host: str) -> bool:
    """Whether the page of a site writes the month before the day: 7/8/2021.

    So do the United States and the Philippines (CLDR, short dates of ``en-US`` and
    ``en-PH``); English that names no country does not tell.

    Args:
        language: BCP 47 tag of the page.
        host: its host name; ``.gov``, ``.edu`` and ``.mil`` are American.
    """
    if language in ("en-US", "en-PH"):
        return True
    return language == "en" and host.endswith((".gov", ".edu", ".mil", ".us"))


def read_days(pieces: Sequence[Piece], habits: DateHabits = PLAIN) -> Iterator[Offer]:
    """Yield the dates that the text around the headline offers.

    Args:
        pieces: see :func:`newsparse.extract.metadata.near.pieces_near`.
        habits: how the page writes dates.
    """
    label = ""
    many = 0
    in_prose = was_prose = False
    for number, piece in enumerate(pieces):
        text = piece.text
        if piece.alt:
            continue
        is_prose = piece.after and is_sentence(text)
        # One sentence above the story may be its summary.
        in_prose = in_prose or (piece.after and len(text) > LONG) or (is_prose and was_prose)
        was_prose = was_prose or is_prose
        found: DateReading | None = None
        before = ""
        place = "time near headline"
        if piece.in_time:
            found = habits.read(piece.stamp)
        if found is None and len(text) < 300 and _DIGIT.search(text):
            match = DATE.search(text)
            if match is not None:
                before = text[: match.start()]
                is_apart = len(before) <= 60 and not in_prose and not is_prose
                place = "date near headline" if is_apart else "date in text"
                if not is_apart and len(before) < 40 and _LABEL.search(before or label):
                    place = "labelled day"
                found = (habits.read(text) if len(text) < 30 else None) or habits.read(
                    match.group()
                )
                if found is not None and not (found.value.hour or found.value.minute):
                    clock = _clock_beside(text[match.end() :], pieces[number + 1 : number + 3])
                    found = (habits.read(f"{match.group()} {clock}") if clock else None) or found
        if found is None or _OTHER_DATE.search(piece.names):
            label = text if len(text) < 40 else ""
            continue
        if _CHANGED.search(f"{label} {before} {piece.names}"):
            yield dated("modified", found, origin("element", place))
            place = f"updated {place}"
        elif not piece.after:
            place += " (before)"
        else:
            place = f"further {place}" if many else place
            many += 1
        yield dated("published", found, origin("element", place))
        label = ""


_CLOCK: Final = re.compile(
    r"\s*(?:[(（][月火水木金土日一二三四五六월화수목금토일][)）])?\s*(?:[-–—|•·,]|at|um|à|kl\.?)?\s*"
    r"(\d{1,2}[:.h]\d\d"
    r"(?:\s?[apAP]\.?[mM]\b\.?)?(?:\s[A-Z]{2,4}\b)?)(?:\s[Uu]hr)?\s*(?:[|•·].*|[\u3040-\ud7af]{2,6}[：:]?\s?\d.*)?$"
)
_APART: Final = 2
"""Characters of a piece that only keeps a day and its time of day apart."""


def _clock_beside(rest: str, following: Sequence[Piece]) -> str:
    """Return the time of day behind a day, in the same line or in a piece of its own."""
    if len(rest) > _APART:
        found = _CLOCK.match(rest) if len(rest) < _RELATIVE else None
        return found[1] if found else ""
    for piece in following:
        if len(piece.text) > _APART:
            found = _CLOCK.match(piece.text) if len(piece.text) < _RELATIVE else None
            return found[1] if found else ""
    return ""


def days_anywhere(tree: Tree, habits: DateHabits = PLAIN) -> Iterator[Offer]:
    """Yield the day of the first element that is named as a date, wherever it stands.

    The last resort but one: for pages that name no day in the head or near the headline.
    """
    for node in find_all(tree, _DATED)[:60]:
        text = squeezed(node.text()[:400])
        attributes = node.attributes
        found = habits.read(attributes.get("datetime") or "")
        match = DATE.search(text)
        if found is None and match is not None and match.start() <= 60:
            found = habits.read(match.group())
        if found is None:
            continue
        names = f"{attributes.get('class') or ''} {text[: match.start()] if match else ''}"
        if _OTHER_DATE.search(names) or is_in_comment(node):
            continue
        place = "dated element"
        if _CHANGED.search(names):
            yield dated("modified", found, origin("element", place))
            place = f"updated {place}"
        yield dated("published", found, origin("element", place))
        return


_COMMENT: Final = re.compile(
    r"(?<![^\s_-])comments?(?:list)?(?:[_-](?!open|closed|enabled|disabled|count|link)|(?!\S))",
    re.IGNORECASE,
)
"""A class or id of what readers wrote, and not of a page on which they may write."""
_COMMENT_DEPTH: Final = 6
"""How far above the day of a comment the element is that is named so."""


def is_in_comment(node: Node) -> bool:
    """Whether an element belongs to what a reader wrote."""
    for above in containers(node, _COMMENT_DEPTH):
        if above.tag in ("body", "main"):
            return False
        attributes = above.attributes
        if _COMMENT.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"):
            return True
    return False


def days_in_words(html: str, habits: DateHabits = PLAIN) -> Iterator[Offer]:
    """Yield the first day that follows a label of publication, else of change, else stands alone.

    Args:
        html: the page; only what stands between two tags is read.
        habits: how the page writes dates.
    """
    alone: DateReading | None = None
    changed: DateReading | None = None
    for number, year in enumerate(_ANY_YEAR.finditer(html)):
        if number >= 2000:
            break
        start, end = year.span()
        opened = html.rfind(">", max(0, start - 70), start)
        if opened < 0 or html.find("<", opened, start) >= 0:
            continue
        closed = html.find("<", end, end + 60)
        text = squeezed(html[opened + 1 : closed if closed >= 0 else end + _BEHIND_YEAR])
        match = DATE.search(text)
        if match is None or year.group() not in match.group():
            continue  # 3.4.40 is a version
        before = text[: match.start()]
        if len(before) < 12:
            before = squeezed(html[max(0, opened - 100) : opened + 1].rpartition("<")[0][-60:])
            before = before.rpartition(">")[2] + " " + text[: match.start()]
        labelled = _LABEL.search(before)
        if labelled is None and (alone or changed) is not None:
            continue
        found = habits.read(match.group())
        if found is None:
            continue
        if labelled is not None:
            if not _CHANGED.search(labelled.group()):
                yield dated("published", found, origin("text", "labelled day"))
                return
            changed = changed or found
            continue
        is_line = closed >= 0 and len(text) - len(match.group()) < 30
        if (is_line or match.start() == 0) and not _OTHER_DATE.search(text):
            alone = found
    if changed is not None:
        yield dated("modified", changed, origin("text", "labelled day"))
        yield dated("published", changed, origin("text", "updated labelled day"))
    elif alone is not None:
        yield dated("published", alone, origin("text", "day on a line of its own"))


_BEHIND_YEAR: Final = 30
"""Characters after a year in which the rest of a day and its time of day may stand."""


def days_in_data(html: str, habits: DateHabits = PLAIN) -> Iterator[Offer]:
    """Yield the day that the data of a page's scripts call that of publication.

    Where they name several days the data are those of a list of stories, and say nothing.

    Args:
        html: the page; quotes may be escaped.
        habits: how the page writes dates.
    """
    found: DateReading | None = None
    for number, match in enumerate(_published_in_data(html)):
        reading = habits.read(match["day"])
        if reading is None:
            continue
        day = reading.value.date()
        if number >= _MANY_DATA or (found is not None and day != found.value.date()):
            return
        found = found or reading
    if found is not None:
        yield dated("published", found, origin("text", "day in data"))


_QUOTE: Final = r"(?:\\{0,9}\"|&quot;)"
_IN_DATA: Final = re.compile(
    rf"(?<=[\";])(?:date_?[pP]ublished|published_?[aA]t|publish_?[dD]ate|publication_?[dD]ate|"
    rf"first_?[pP]ublished_?[aA]t|deployDt){_QUOTE}\s?:\s?{_QUOTE}(?P<day>[^\"&\\<>]{{8,40}}){_QUOTE}"
)
_MANY_DATA: Final = 50
_IN_NAMES: Final = ("ubli", "deployDt")
"""What the names of those data hold; sought without a pattern, as few pages have any."""
_BEFORE_NAME: Final = 18
_BEHIND_NAME: Final = 80


def _published_in_data(html: str) -> Iterator[re.Match[str]]:
    for letters in _IN_NAMES:
        at = html.find(letters)
        while at >= 0:
            start = max(0, at - _BEFORE_NAME)
            match = _IN_DATA.search(html[start : at + _BEHIND_NAME])
            if match is not None:
                yield match
            at = html.find(letters, at + 1)


def relative_day(pieces: Sequence[Piece]) -> str | None:
    """Return the words near the headline that count a date from now ("3 hours ago")."""
    for piece in pieces:
        text = piece.text
        if (
            3 < len(text) <= _RELATIVE
            and (piece.in_time or _DATE_NAMES.search(piece.names))
            and not _OTHER_DATE.search(piece.names)
            and read_date(text) is None
            and read_date(text, now=_ANY_MOMENT) is not None
        ):
            return text
    return None


_RELATIVE: Final = 40
_DATE_NAMES: Final = re.compile(r"date|time|publish|posted|\bago\b|meta|info|byline|stamp")
_ANY_MOMENT: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
