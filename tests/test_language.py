"""Languages: what documents call them, and what their letters tell."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.language import language_of, language_of_script, normalise_tag


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en", "en"),
        ("eng", "en"),
        ("ger", "de"),
        ("zho", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-hk", "zh-Hant"),
        ("pt-br", "pt-BR"),
        ("utf-8", None),
    ],
)
def test_tags_as_bcp_47_has_them(tag: str, wanted: str | None) -> None:
    assert normalise_tag(tag) == wanted


def test_the_two_scripts_of_chinese() -> None:
    assert language_of("渔船在码头停泊了一个冬天，船员们说开春再出海。") == "zh-Hans"
    assert language_of("漁船在碼頭停泊了一個冬天，船員們說開春再出海。") == "zh-Hant"


def test_letters_that_only_one_language_has() -> None:
    assert language_of_script("渡し船は冬のあいだ港にとまっていた。") == "ja"
    assert language_of_script("배는 겨울 내내 항구에 머물렀다.") == "ko"
    assert language_of_script("Der Fährmann schläft.") is None
    assert language_of_script("Паром стоял всю зиму в гавани.") is None


def test_a_declaration_that_the_letters_deny() -> None:
    story = "".join(
        f"<p>배는 겨울 내내 항구에 머물렀고 선장은 {n}번째 봄을 기다렸다.</p>" for n in range(9)
    )
    page = f"<!doctype html><html lang=en><body><article><h1>배</h1>{story}</article></body></html>"
    article = newsparse.parse(page)
    assert article.language == "ko"
    assert article.origins["language"].kind == "text"
