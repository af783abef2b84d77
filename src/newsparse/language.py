"""Languages as BCP 47 tags (RFC 5646), from what a document declares and from its letters."""

from __future__ import annotations

import re
from typing import Final

SAMPLE: Final = 2000
"""Characters of a text that are looked at."""
_ENOUGH: Final = 20
"""Letters a text must have before its language is guessed."""

_SCRIPTS: Final = re.compile(
    "(?P<han>[\u3400-\u9fff])|(?P<ja>[\u3040-\u30ff])|(?P<ko>[\u1100-\u11ff\uac00-\ud7af])"
    "|(?P<latin>[A-Za-z\u00c0-\u024f])|(?P<cyrillic>[\u0400-\u04ff])|(?P<el>[\u0370-\u03ff])"
    "|(?P<arabic>[\u0600-\u06ff])|(?P<he>[\u0590-\u05ff])|(?P<devanagari>[\u0900-\u097f])"
    "|(?P<th>[\u0e00-\u0e7f])|(?P<ka>[\u10a0-\u10ff])|(?P<hy>[\u0530-\u058f])"
    "|(?P<bn>[\u0980-\u09ff])|(?P<ta>[\u0b80-\u0bff])|(?P<te>[\u0c00-\u0c7f])"
)
"""One group a block of the Unicode Standard that tells the language, or a family of them."""
_FOREIGN: Final = re.compile("[\u0370-\u1dff\u3040-\ud7af]")
"""A letter of another script than Latin."""
_FAMILIES: Final = frozenset(("latin", "cyrillic", "arabic", "devanagari"))
"""Scripts of many languages: their words have to be looked at."""

_SIMPLIFIED: Final = frozenset(
    "这们个国说时为会来对发后还没开过关问间东车长门见现电话语让认识应该记应读书马鸟鱼龙气汉义习"
    "报业产严个丰临为丽举么乐买卖乱争于亏云亚产亩亲从仅仓价众优伙伤伦伟传体余佣侠侧侨俭债倾儿"
    "党兰兴养兽冈册写军农冲决况冻净减凤则刚创删别剂剑剧劝办务动励劲劳势区医华协单卢卫却厂厅历厉"
    "压厌厨县参双变叙叶号叹吓吗启吴员响团园围图圆圣场坏块坚坛坝坟垄处备复够头夹夺奋奖妇妈娱婴"
)
_TRADITIONAL: Final = frozenset(
    "這們個國說時為會來對發後還沒開過關問間東車長門見現電話語讓認識應該記讀書馬鳥魚龍氣漢義習"
    "報業產嚴豐臨麗舉麼樂買賣亂爭於虧雲亞畝親從僅倉價眾優夥傷倫偉傳體餘傭俠側僑儉債傾兒"
    "黨蘭興養獸岡冊寫軍農衝決況凍淨減鳳則剛創刪別劑劍劇勸辦務動勵勁勞勢區醫華協單盧衛卻廠廳歷厲"
    "壓厭廚縣參雙變敘葉號嘆嚇嗎啟吳員響團園圍圖圓聖場壞塊堅壇壩墳壟處備複夠頭夾奪奮獎婦媽娛嬰"
)
_ONLY_SIMPLIFIED: Final = _SIMPLIFIED - _TRADITIONAL
_ONLY_TRADITIONAL: Final = _TRADITIONAL - _SIMPLIFIED


_SHORTEST: Final = dict(
    pair.split("=")
    for pair in (
        "ara=ar ces=cs cze=cs chi=zh dan=da deu=de dut=nl ell=el eng=en est=et fas=fa fin=fi "
        "fra=fr fre=fr ger=de gre=el heb=he hin=hi hun=hu ind=id ita=it jpn=ja kor=ko lav=lv "
        "lit=lt nld=nl nno=nn nob=nb nor=no per=fa pol=pl por=pt ron=ro rum=ro rus=ru slk=sk "
        "slo=sk slv=sl spa=es swe=sv tha=th tur=tr ukr=uk vie=vi zho=zh"
    ).split()
)
"""The code of two letters that BCP 47 wants for a code of three (ISO 639-2; RFC 5646, 2.2.1)."""


def normalise_tag(tag: str) -> str | None:
    """Return the BCP 47 tag of what a document calls its language, None for what is none.

    Chinese is told by its script: ``zh-CN`` is ``zh-Hans``, ``zh_TW`` is ``zh-Hant``.
    """
    parts = tag.strip().replace("_", "-").split("-")
    language = parts[0].lower()
    if not (language.isascii() and language.isalpha()) or not 2 <= len(language) <= 3:
        return None
    if language == "utf":  # a charset in the place of a language
        return None
    language = _SHORTEST.get(language, language)
    rest = {p.lower() for p in parts[1:]}
    if language == "zh":
        return "zh-Hant" if rest & {"tw", "hk", "mo", "hant"} else "zh-Hans"
    regions = [p.upper() for p in parts[1:] if len(p) == 2 and p.isalpha()]
    return f"{language}-{regions[0]}" if regions else language


def language_of(text: str) -> str | None:
    """Return the language of a text, None where its letters do not tell.

    Scripts of one language tell it at once, and the characters of Chinese whether they are
    simplified. For scripts of many languages py3langid is asked, if the extra ``language``
    is installed; without it they give None.

    Args:
        text: running text; the first 2,000 characters are looked at.
    """
    best = _script(text)
    if best == "han":
        return han_script(text[:SAMPLE])
    return _identified(text[:SAMPLE]) if best in _FAMILIES else best


def language_of_script(text: str) -> str | None:
    """Return the language that only the letters of a text can be of, None if there is none.

    Texts in Latin letters are told at a glance and cost next to nothing.

    Args:
        text: running text; that it has other letters must show in its first 300 characters.
    """
    if not _FOREIGN.search(text[:300]):
        return None
    best = _script(text)
    if best == "han":
        return han_script(text[:SAMPLE])
    return None if best in _FAMILIES else best


def _script(text: str) -> str | None:
    """Return the group of :data:`_SCRIPTS` that most letters of a text are of."""
    text = text[:SAMPLE]
    counts: dict[str, int] = {}
    for match in _SCRIPTS.finditer(text):
        name = match.lastgroup or ""
        counts[name] = counts.get(name, 0) + 1
    # A Chinese character or syllable says as much as two letters of an alphabet.
    for name in ("han", "ja", "ko"):
        if name in counts:
            counts[name] *= 2
    if sum(counts.values()) < _ENOUGH:
        return None
    if counts.get("ja", 0) * 8 > counts.get("han", 0) and "ja" in counts:
        counts["ja"] += counts.pop("han", 0)
    return max(counts, key=counts.__getitem__)


def han_script(text: str) -> str:
    """Return ``zh-Hant`` for a Chinese text with more traditional characters, else ``zh-Hans``."""
    letters = [letter for letter in text if letter > "\u33ff"]
    old = sum(map(_ONLY_TRADITIONAL.__contains__, letters))
    new = sum(map(_ONLY_SIMPLIFIED.__contains__, letters))
    return "zh-Hant" if old > new else "zh-Hans"


def _identified(text: str) -> str | None:
    try:
        import py3langid  # type: ignore[import-untyped]
    except ImportError:
        return None
    language: str = py3langid.classify(text)[0]
    return normalise_tag(language)
