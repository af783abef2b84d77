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
        ("记者王丰和李明", [("王丰", "记者"), ("李明", "记者")]),
        ("王丰 与 李明", [("王丰", None), ("李明", None)]),
        ("李和平", [("李和平", None)]),
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
        ("记者王丰在北京报道", [("王丰", "记者")]),
        ("作者：王在山", [("王在山", "作者")]),
        ("王正在 现在", []),
        ("作者：阿卜杜拉·卡里木", [("阿卜杜拉·卡里木", "作者")]),
        ("来源：某某晚报 作者：王丰", [("王丰", "作者")]),
        ("编辑部", []),
        ("本报综合", []),
        ("我们的团队在这里", []),
    ],
)
def test_chinese_credits(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and Ann Lee", ["Jane Doe", "Ann Lee"]),
        ("By JANE DOE and ANN LEE", ["JANE DOE", "ANN LEE"]),
        ("JANE DOE, MD", ["JANE DOE"]),
        ("By Jane Doe in Paris and Ann Lee in London", ["Jane Doe", "Ann Lee"]),
        ("Reporting by Jane Doe; Editing by Ann Lee", ["Jane Doe", "Ann Lee"]),
        ("Written by: Jane Doe, Ann Lee, and Bo Ek", ["Jane Doe", "Ann Lee", "Bo Ek"]),
        ("Von Hans Beispiel und Eva Muster", ["Hans Beispiel", "Eva Muster"]),
        ("Par Jeanne Exemple et Luc Modèle", ["Jeanne Exemple", "Luc Modèle"]),
        ("Por Ana Ejemplo y Luis Modelo", ["Ana Ejemplo", "Luis Modelo"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Di Marco Esempio", ["Marco Esempio"]),
        ("Di Stefano", ["Di Stefano"]),
        ("Text: Hans Beispiel", ["Hans Beispiel"]),
        ("Von der Leyen", ["Von der Leyen"]),
        ("Jane Doe; Ann Lee / Bo Ek & Al Roe", ["Jane Doe", "Ann Lee", "Bo Ek", "Al Roe"]),
        ("Jane Doe, PhD", ["Jane Doe"]),
        ("Ann Lee, MS, RD", ["Ann Lee"]),
        ("Ann Lee, CFP®, and Bo Ek, M.D.", ["Ann Lee", "Bo Ek"]),
        ("John Doe, Jr.", ["John Doe Jr."]),
        ("John Doe Jr.", ["John Doe Jr."]),
        ("Jane Doe - Example Capital", ["Jane Doe"]),
        ("Jane Doe | Example.com", ["Jane Doe"]),
        ("Jan van der Berg", ["Jan van der Berg"]),
        ("Rory O'Neil", ["Rory O'Neil"]),
        ("J. R. R. Doe", ["J. R. R. Doe"]),
        ("Jane Doe jane.doe@example.com", ["Jane Doe"]),
        ("Jane Doe, JANE DOE", ["Jane Doe"]),
        ("Автор: Иван Петров", ["Иван Петров"]),
        ("محمد علي", ["محمد علي"]),
        ("Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("홍길동", ["홍길동"]),
        ("The Example Team", ["The Example Team"]),
        ("the Example Team", ["the Example Team"]),
        ("The Example editors", ["The Example editors"]),
        ("the Team", []),
        ("the editors", []),
        ("Jane Doe, Home and Garden Expert", ["Jane Doe"]),
        ("Jane Doe, Food & Wine Editor and Ann Lee", ["Jane Doe", "Ann Lee"]),
        ("Jane Doe, Ann Lee and Bo Ek", ["Jane Doe", "Ann Lee", "Bo Ek"]),
        ("janedoe77", ["janedoe77"]),
        ("j4n3d", ["j4n3d"]),
        ("G20", []),
        ("2024a", []),
        ("Autor", []),
        ("the way", []),
        ("our team", []),
        ("https://example.com/jane", []),
        ("5 min read", []),
        ("17 May 2024", []),
        ("@janedoe", []),
        ("admin", []),
        ("Staff", []),
        ("Newsroom", []),
        ("Reuters", []),
        ("", []),
    ],
)
def test_bylines(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in read(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jane Doe, Senior Editor", [("Jane Doe", "Senior Editor")]),
        ("Jane Doe, Garden Educator", [("Jane Doe", "Garden Educator")]),
        ("Jane Doe (Content Manager)", [("Jane Doe", "Content Manager")]),
        ("홍길동 기자", [("홍길동", "기자")]),
        ("Jane Doe, Reporter, Ann Lee, Editor", [("Jane Doe", "Reporter"), ("Ann Lee", "Editor")]),
    ],
)
def test_titles_behind_names(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert read(text) == wanted


def test_japanese_names_keep_their_blank() -> None:
    assert read("山田 太郎記者", "ja") == [("山田 太郎", "記者")]


@pytest.mark.parametrize(
    "text",
    [
        "The Example Team",
        "TOI Desk",
        "Read more",
        "王丰的",
        "某某日报",
        "Old Mill’s Review",
        "© Jane Doe",
        "Alle Artikel",
        "Expert Reviewer",
        "Jane Doe on Facebook",
        "Jane Doe beim Mühlenfest",
        "der Mühle bis hin zum Rad",
        "Oktober",
    ],
)
def test_no_people(text: str) -> None:
    assert not is_person_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Will Smith",
        "Amitava Das",
        "Can Aydin",
        "To Van Lam",
        "Jane Read",
        "Juan de los Reyes",
        "Jan van 't Hof",
        "Anna zur Mühlen",
        "jane doe",
        "April",
    ],
)
def test_names_that_are_words_as_well(text: str) -> None:
    assert is_person_name(text)


def test_names_of_others_are_no_people() -> None:
    assert is_person_name("Jane Doe")
    assert not is_person_name("Jane Doe", not_these=("JANE-DOE",))


WORDS = st.sampled_from(
    "记者 编辑 王丰 李 明 、 ： （ ） By von and , ; Jane Doe Dr. PhD | - 文 图 摄 报道 · O'Neil "
    "5 @".split()
)


@given(st.text(max_size=60) | st.lists(WORDS, max_size=12).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    people = read_names(text)
    keys = [name_key(person.name) for person in people]
    assert len(set(keys)) == len(keys)
    assert all(key for key in keys)
    is_person_name(text)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.sampled_from((None, "zh-Hans", "ja", "en")))
def test_names_are_read_again_as_they_are(text: str, language: str | None) -> None:
    for person in read_names(text, language=language):
        again = read_names(person.name, language=language)
        assert [p.name for p in again] == [person.name]
