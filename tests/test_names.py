"""Names in credits and bylines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.names import is_person_name, name_key, read_names


def read(text: str, language: str | None = None) -> list[tuple[str, str | None]]:
    return [(person.name, person.role) for person in read_names(text, language=language)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("记者王丰", [("王丰", "记者")]),
        ("记者王丰、李明", [("王丰", "记者"), ("李明", "记者")]),
        ("記者 王豐", [("王豐", "記者")]),
        ("責任編輯：陳大文", [("陳大文", "責任編輯")]),
        ("编辑 韩双明 校对 赵琳", [("韩双明", "编辑"), ("赵琳", "校对")]),
        ("编辑：韩双明校对：赵琳", [("韩双明", "编辑"), ("赵琳", "校对")]),
        ("栏目主编：黄勇娣 文字编辑：黄勇娣", [("黄勇娣", "栏目主编")]),
        ("有之炘 赵逸赫", [("有之炘", None), ("赵逸赫", None)]),
        ("王 丰", [("王丰", None)]),
        ("王 丰 赵逸赫", [("王丰", None), ("赵逸赫", None)]),
        ("刘万里 SF014", [("刘万里", None)]),
        ("责任编辑：刘万里（NF123）", [("刘万里", "责任编辑")]),
        ("责任编辑：刘万里NF123", [("刘万里", "责任编辑")]),
        ("文/王丰 图/李明", [("王丰", "文"), ("李明", "图")]),
        ("作者丨王丰", [("王丰", "作者")]),
        ("南方某报记者 王丰", [("王丰", "记者")]),
        ("王丰 摄", [("王丰", "摄")]),
        ("本报记者 王丰 通讯员 李明", [("王丰", "本报记者"), ("李明", "通讯员")]),
        ("微信编辑：王丰", [("王丰", "微信编辑")]),
        ("记者王丰北京报道", [("王丰", "记者")]),
        ("作者：阿卜杜拉·卡里木", [("阿卜杜拉·卡里木", "作者")]),
        ("来源：某某晚报 作者：王丰", [("王丰", "作者")]),
        ("编辑部", []),
        ("本报综合", []),
        ("我们的团队在这里", []),
    ],
)
def test_chinese_credits(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert read(text) == wanted


WORDS = st.sampled_from(
    "记者 编辑 王丰 李 明 、 ： （ ） By von and , ; Jane Doe Dr. PhD | - 文 图 摄 报道 · O'Neil 5 @".split()
)


@given(st.text(max_size=60) | st.lists(WORDS, max_size=12).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    people = read_names(text)
    for person in people:
        assert is_person_name(person.name)
        assert [p.name for p in read_names(person.name)] == [person.name]
    keys = [name_key(person.name) for person in people]
    assert len(set(keys)) == len(keys)
