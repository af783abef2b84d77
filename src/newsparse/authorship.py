"""Who can be an author, and who is the site, a role or an address."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from .byline_names import is_desk
from .names import is_person_name
from .site import Site, is_full_name
from .words import flat

_ROLES: Final = frozenset(
    "admin administrator editor editors theeditor theeditors editorial editorialteam "
    "editorialstaff staff staffwriter staffwriters staffreporter newsdesk newsroom news webmaster "
    "redaktion dieredaktion onlineredaktion redaction redazione redacción redaccion redacao "
    "redação redactie redakcja redakce toimitus redakcija author autor writer contributor "
    "guest guestauthor guestpost anonymous anonym unknown noauthor none null undefined user "
    "superuser root by von par por di av af door written writtenby "
    "sponsored advertorial agencies agenturen agencias agences wire wireservice press team "
    "datum date vom share teilen kontakt contact instagram facebook twitter linkedin donate "
    "creativecommons noauthor factchecked source sources founder "
    "foto fotos photo photos bild bilder beitrag "
    "管理员 编辑 記者 记者 编辑部 新闻 本报记者 기자 "
    "nachrichten noticias nouvelles notizie auteur autore "
    "anónimo anonimo publisher cortesía cortesia courtesy registrieren anmelden login "
    "name 佚名 网友 注册 登录 举报 发布时间 版权声明".split()
)
"""Names that are no names, letters only."""

_AGENCIES: Final = frozenset(
    "reuters thomsonreuters ap associatedpress theassociatedpress afp agencefrancepresse dpa "
    "deutschepresseagentur dpainfocom apa austriapresseagentur efe agenciaefe ansa adnkronos sda "
    "keystonesda ats tass itartass bloomberg upi unitedpressinternational tt ntb belga anp lusa "
    "pti presstrustofindia ians ani xinhua kna epd sid jiji jijipress kyodo kyodonews yonhap "
    "ritzau pap ctk čtk anadoluajansı aa pamedia pressassociation canadianpress "
    "thecanadianpress aap europapress notimex télam telam".split()
)
"""News agencies as they sign, letters only."""

_ROLE_WORDS: Final = frozenset(("admin", "administrator", "webmaster"))

_HOUSE: Final = re.compile(
    r"\b(?:press|team|staff|editors?|desk|redaktion|redaction|rédaction|redacción|redação|redazione|"
    r"stiftung|foundation|institute?|institut|verlag|magazin|zeitung|news|media|gmbh|inc|ltd|llc|"
    r"agency|e\.\s?v\.|university|association|verband|group|company|services?)(?:\b|$)",
    re.IGNORECASE,
)
_FIRM: Final = re.compile(r"\S\s(?:GmbH|mbH|AG|KG|Inc|Ltd|LLC|S\.A\.|e\.\s?V\.)(?:\W|$)")
"""Legal forms: who runs a site or made its template, and not who wrote the page."""

_LOGIN: Final = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|O')[A-Z][a-z]+[A-Z]")
_NO_NAME: Final = re.compile(
    r"https?:|www\.|@|\{|\.(?i:com|org|net|de|is|tr|html?|php)\b|^\W*\d[\W\d]*$|^\w+\.\w+\.\w+"
)


def is_author(name: str, site: Site, *, declared: bool) -> bool:
    """Whether a name can be an author's.

    What the page declares as its author may be a pen name or a desk; what was found
    beside the headline must look like a person. The site itself, an address, a role
    are none, but for a person whose site bears their name.

    Args:
        name: as the page gives it.
        site: the names of the site.
        declared: whether JSON-LD, a ``<meta>`` or microdata say so.
    """
    if not name or len(name) > 80 or not any(c.isalpha() for c in name):
        return False
    if site.is_called(name) and not is_full_name(name.title() if name.islower() else name):
        return False
    if is_firm(name):
        return False
    if flat(name) in _ROLES or (_NO_NAME.search(name) and not is_desk(name)):
        return False
    words = name.lower().split()
    if any(word in _ROLE_WORDS for word in words) or (len(words) == 1 and name.endswith("admin")):
        return False
    return declared or is_person_name(name)


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency, which is no author but the story's origin."""
    return flat(name) in _AGENCIES


def is_firm(name: str) -> bool:
    """Whether a name holds a legal form, such as that of a publisher in an imprint."""
    return _FIRM.search(name) is not None


def is_house(name: str, site: Site) -> bool:
    """Whether a name is the site's or that of a firm, a paper or a part of one."""
    return _HOUSE.search(name) is not None or site.is_site(name)


def likeness(names: Sequence[str], site: Site, others: Collection[str]) -> float:
    """Return how like people the names of an offer are, 0 to 1: a factor for its weight.

    Args:
        names: as one place gives them.
        site: the names of the site.
        others: the names all places give, lower case.
    """
    worst = 1.0
    for name in names:
        if " " not in name:
            first = name.lower() + " "
            if any(other.startswith(first) for other in others):
                worst = min(worst, 0.5)  # another place knows the family name as well
            elif name.isascii() and (name.islower() or len(names) > 1 or _LOGIN.match(name)):
                worst = min(worst, 0.7)  # a login, or words of a name that was cut
        if is_house(name, site):
            worst = min(worst, 0.5)
        elif not is_person_name(name):
            worst = min(worst, 0.7)
    return worst
