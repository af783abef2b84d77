"""The names of a site, and titles without them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .urls import host_of
from .words import flat

_ARCHIVE: Final = "//web.archive.org/web/"
"""Before a time stamp and the address of the page as it was on its own site."""


class Site:
    """The names of the site: what it calls itself, and the words of its host."""

    def __init__(self, url: str | None, names: Iterable[str]) -> None:
        self._asked: dict[str, bool] = {}
        self.names: set[str] = {flat(name) for name in names}
        url = url or ""
        if _ARCHIVE in url:
            url = url.partition(_ARCHIVE)[2].partition("/")[2]
        labels = [
            label.replace("-", "")
            for label in host_of(url).split(".")
            if label not in ("www", "m", "amp", "news")
        ]
        self.host: str = "".join(labels[:-1])
        if self.host:
            self.names.add(self.host)
            self.names.add("".join(labels))
            self.names.add("".join(labels[-2:]))
            self.names.update(label for label in labels[:-1] if len(label) > 3)
        self.names.discard("")

    def is_called(self, text: str) -> bool:
        """Whether `text` is one of the site's names, no more and no less."""
        bare = flat(text)
        return bare in self.names or bare.removeprefix("the") in self.names

    def is_branch(self, text: str) -> bool:
        """Whether `text` is a name of the site, or of a part of it: "SITE Springfield"."""
        first, _, rest = text.partition(" ")
        return self.is_called(text) or (bool(rest) and first.isupper() and self.is_called(first))

    def is_site(self, text: str) -> bool:
        """Whether `text` names the site rather than anything else."""
        known = self._asked.get(text)
        if known is None:
            known = self._asked[text] = self._is_site(text)
        return known

    def _is_site(self, text: str) -> bool:
        bare = flat(text)
        if not bare:
            return False
        if self.is_called(text):
            return True
        size = len(bare)
        if size > 3 and any(bare in name for name in self.names if size * 2 > len(name)):
            return True
        return any(len(name) > 4 and name in bare and len(name) * 2 > size for name in self.names)


_FIRM: Final = frozenset(
    "the der die das le la les il lo el los al and und et of for my your our team staff news media "
    "blog online magazine journal times post press daily group company agency studio studios "
    "marketing construction dental care bank insurance institute university college center centre "
    "school club academy services service solutions software labs lab digital tech network radio "
    "tv today world global international editors editorial redaktion zeitung report review "
    "club foundation society association council office shop store design consulting "
    "partners law".split()
)
"""Words that make a name that of a house, and not of a person who writes under it."""


def is_full_name(name: str) -> bool:
    """Whether `name` has the shape of first and last name: a person's own site bears it."""
    words = name.split()
    return 2 <= len(words) <= 3 and all(
        word.isalpha() and word[0].isupper() and not word.isupper() and word.lower() not in _FIRM
        for word in words
    )


_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
_SEPARATOR = re.compile(
    r"[|｜_]+|：|(?<=\s)(?:[\-–—·•»«:/~>]+(?=\s)|[-–—]{1,2}(?=\S))"
    r"|(?<=[^\s\x00-\x7f])[-–—]{1,2}(?=[\u3400-\u9fff]{2,10}$)"
)
_MARKS: Final = " |｜_-–—·•»«:/~>"
_SET_OFF = re.compile(r"\s[|–—•·-]\s+([^|–—•·\s][^|–—•·]*)$")
_HAN_HOUSE = re.compile(r"(?:网|網|报|報|在线|频道|新闻网|资讯|电视台|社|客户端)$")


def _is_tail(mark: str, tail: str) -> bool:
    """Whether what follows `mark` is a section or a site, whatever its name."""
    if mark in ("|", "｜"):
        return True
    if _CJK.match(tail) is None:
        return False
    return mark == "_" or (mark[0] in "-–—" and _HAN_HOUSE.search(tail) is not None)


def title_without_site(title: str, site: Site, others: Iterable[str] = ()) -> str:
    """Return `title` without the name of the site and its sections at either end.

    Args:
        title: as the head of the page tells it.
        site: the site's names.
        others: headlines found elsewhere; where `title` is one of them and a tail,
            the tail goes whatever it says.
    """
    breaks = [(*m.span(), m.group()) for m in _SEPARATOR.finditer(title)][:20]
    if not breaks:
        return title
    known = {flat(other) for other in others}
    if flat(title) in known:
        return title
    for start, end, _ in reversed(breaks):
        if flat(title[:start]) in known:
            return title[:start].strip()
        if flat(title[end:]) in known:
            return title[end:].strip()
    for start, end, _ in breaks[:-1]:
        if site.is_called(title[end:]) and not site.is_site(title[:start]):
            return title[:start].rstrip()
    while breaks:
        start, end, mark = breaks[-1]
        tail = title[end:]
        if (
            site.is_site(tail) or (len(tail) < min(40, start) and _is_tail(mark, tail))
        ) and not site.is_called(title[:start]):
            title = title[:start].rstrip()
            breaks.pop()
            continue
        start, end, mark = breaks[0]
        if site.is_site(title[:start]):
            return title[end:].lstrip(_MARKS)
        break
    return title


_SECTIONS: Final = frozenset(
    "网 号 新闻 新闻网 财经 科技 体育 娱乐 汽车 房产 军事 订阅 在线 频道 首页 资讯 "
    "视频 手机 数码 历史 文化 教育 健康 时尚 旅游 游戏 国际 国内 社会 客户端 "
    "網 新聞 新聞網 財經 娛樂 汽車 軍事 頻道 資訊".split()
)
"""What Chinese sites call their parts, behind their name: 某某财经."""


def heads_section(name: str, titles: Iterable[str]) -> bool:
    """Whether a Chinese name with that of a section behind it ends one of the titles of a page.

    So 网易 is a site where a title ends with _网易财经.
    """
    if not _CJK.match(name):
        return False
    for title in titles:
        tail = title[-40:].rpartition(name)[2]
        if tail in _SECTIONS and title[: -len(name) - len(tail)].endswith(tuple("_-|｜ —")):
            return True
    return False


def headline_without_site(headline: str, site: Site) -> str:
    """Return a headline without a name of the site that is set off at its end."""
    mark = _SET_OFF.search(headline)
    if mark is not None and site.is_called(mark[1]):
        return headline[: mark.start()].rstrip()
    return headline
