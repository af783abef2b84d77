"""Invented words: sentences, headlines and names that no rule takes for boilerplate.

A sentence is made from one whole number, so that it costs one draw and shrinks
to the first sentence of its language. Sentences of different numbers differ;
headlines and sentences never are the same.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Language: TypeAlias = Literal["en", "zh"]

SENTENCES: Final = 4 * 6 * 6 * 6
"""How many sentences there are in each language."""

STRIDE: Final = 259
"""From a sentence of one number to the one so much further, every part changes."""

_CHINESE: Final = (
    ("清晨，", "入夏以来，", "周二，", "连日来，"),
    ("长河镇", "北岭", "望海村", "白沙岛", "青石桥", "东湾"),
    (
        "渡轮公司修好了",
        "果农搬走了",
        "村里的孩子描画了",
        "气象站数过了",
        "两名船长试用了",
        "老人们打扫了",
    ),
    ("三座木桥。", "新的灯塔。", "四百箱苹果。", "第2条渡线。", "河边的“石阶”。", "15%的水车。"),
)
_ENGLISH: Final = (
    ("In the morning", "On Tuesday", "Since the spring", "All week long"),
    (" the ferry company", " the village school", " two captains", " the weather station",
     " Miller & Sons", " old men"),
    (" of Fair Haven repaired", " of North Ridge counted", " of Long River moved",
     " of Sand Island drew", " of Stone Bridge cleaned", " of East Bay’s café tried"),
    (" three wooden bridges.", " the new lighthouse.", " 400 boxes of apples.", " ferry line no 2.",
     " the steps (all of them).", " 15% of its mills."),
)  # fmt: skip
_CHINESE_TITLES: Final = (
    "渡口的桥修好了",
    "灯塔重新点亮：岛上人人都来看",
    "苹果丰收 果农“不愁卖”",
    "第2条渡线试航",
    "水车转了100年",
    "雨后的河水退了吗？",
)
_ENGLISH_TITLES: Final = (
    "Bridges open again",
    "Lighthouse: an island comes to see",
    "Apples, \"more than ever\", say farmers",
    "The captains' second line",
    "100% of mills turn & turn",
    "Will the river fall?",
)  # fmt: skip
_CHINESE_NAMES: Final = ("王丰", "李明远", "赵小川", "陈岚", "周一鸣", "吴桐")
_ENGLISH_NAMES: Final = (
    "Ada Brook",
    "Ben Field",
    "Cora M. Lake",
    "Dan O'Hill",
    "Eva Stone-Wood",
    "Zoë Bay",
)


def sentence(number: int, language: Language) -> str:
    """Return the sentence of that number, 0 to :data:`SENTENCES` - 1."""
    parts = []
    for choices in reversed(_CHINESE if language == "zh" else _ENGLISH):
        number, which = divmod(number, len(choices))
        parts.append(choices[which])
    return "".join(reversed(parts))


def join(sentences: list[str], language: Language) -> str:
    """Return sentences as running text: Chinese ones follow each other without a blank."""
    return ("" if language == "zh" else " ").join(sentences)


def numbers() -> SearchStrategy[int]:
    """The number of a sentence."""
    return st.integers(0, SENTENCES - 1)


def sentences(language: Language) -> SearchStrategy[str]:
    """One sentence."""
    return numbers().map(lambda number: sentence(number, language))


def headlines(language: Language) -> SearchStrategy[str]:
    """A headline: no sentence of the stories, sometimes with quotes and a colon."""
    return st.sampled_from(_CHINESE_TITLES if language == "zh" else _ENGLISH_TITLES)


def names(language: Language) -> SearchStrategy[str]:
    """The name of a person."""
    return st.sampled_from(_CHINESE_NAMES if language == "zh" else _ENGLISH_NAMES)


def cjk_text(*, least: int = 1, most: int = 3) -> SearchStrategy[str]:
    """Chinese running text of `least` to `most` different sentences.

    It has full-width punctuation, digits and quotation marks, and no blanks.
    """
    return prose("zh", least=least, most=most)


def prose(language: Language, *, least: int = 1, most: int = 3) -> SearchStrategy[str]:
    """Running text of `least` to `most` different sentences of a language."""
    chosen = st.lists(numbers(), min_size=least, max_size=most, unique=True)
    return chosen.map(lambda given: join([sentence(n, language) for n in given], language))
