"""Reporters as Korean papers name them, by a word behind the name: ``김철수 기자``."""

from __future__ import annotations

import re
from typing import Final

from ...person import Person

_SURNAMES: Final = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공"
    "현함변염여추도석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용"
)
"""The first syllables of nearly all Korean names (the list of the commonest surnames)."""
_NAME: Final = rf"(?:[{_SURNAMES}][가-힣]{{2}}|(?:남궁|황보|제갈|선우|독고)[가-힣]{{2}})"
_LINE: Final = re.compile(
    r"(?:[\[【(][^\[\]【】()]{1,24}[\]】)]\s?|[가-힣·]{2,8}\s?=\s?)?"
    rf"(?P<names>{_NAME}(?:\s?[·ㆍ,、]\s?{_NAME}){{0,4}})\s?"
    r"(?P<role>(?:선임|수습|인턴|객원|사진|온라인|[가-힣]{2,4}전문)?\s?기자|특파원|논설위원|칼럼니스트)"
    r"\s?=?\s?(?:[\w.+-]{1,40}@[\w.-]{1,40})?"
)
_BETWEEN: Final = re.compile(r"\s?[·ㆍ,、]\s?")
_LONGEST: Final = 100


def korean_reporters(text: str) -> tuple[Person, ...]:
    """Return whom a line names that is nothing but a Korean byline; nobody for other lines.

    Args:
        text: a line such as ``[서울=만일보] 김철수·이영희 기자 kim@paper.example``.
    """
    if len(text) > _LONGEST or ("기자" not in text and "원" not in text and "니스트" not in text):
        return ()
    line = _LINE.fullmatch(text.strip())
    if line is None:
        return ()
    return tuple(Person(name=name, role=line["role"]) for name in _BETWEEN.split(line["names"]))
