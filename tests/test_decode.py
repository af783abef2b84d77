from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.charsets import charset
from newsparse.decode import clean_text, decode
from newsparse.errors import EmptyInputError, InputError, NotTextError

CHINESE = "<p>市政府昨天公布新的公共交通方案，明年春天开始实施。记者在现场看到许多市民。</p>" * 4
PLAIN = "<p>The council met on Tuesday.</p>"


def codes(problems: tuple[object, ...]) -> list[str]:
    return [getattr(problem, "code", "") for problem in problems]


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "gb18030"]
)
def test_text_comes_out_whatever_the_charset(codec: str) -> None:
    assert decode(CHINESE.encode(codec)).text == CHINESE


@pytest.mark.parametrize("codec", ["gb18030", "big5", "euc-jp", "cp932", "cp949"])
def test_the_declared_charset_is_used(codec: str) -> None:
    text = "<p>日本新報</p>" * 3
    data = text.encode(codec)
    result = decode(data, declared=codec)
    assert result.text == text
    assert result.problems == ()


def test_a_meta_declaration_is_used() -> None:
    text = '<meta charset="gb2312">' + CHINESE
    result = decode(text.encode("gb18030"))
    assert (result.text, result.encoding, result.problems) == (text, "gb18030", ())


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
        '<?xml version="1.0" encoding="Shift_JIS"?>',
    ],
)
def test_other_declarations_are_used(head: str) -> None:
    text = head + "<p>これは新しいニュースです。</p>"
    assert decode(text.encode("cp932")).text == text


@pytest.mark.parametrize("text", ["“Mill’s café” – lit…", CHINESE + "“灯”"])
def test_utf8_that_was_encoded_twice(text: str) -> None:
    twice = text.encode().decode("latin-1").encode()
    result = decode(twice)
    assert result.text == text
    assert codes(result.problems) == ["wrong-charset"]
    assert decode(text.encode()).problems == ()
    assert decode("Crême brûlée, â la carte: Â, Ã, É.".encode()).problems == ()


@pytest.mark.parametrize(
    "data",
    [
        b"East Bay\xc3\xa2\xc2\x80\xc2\x99s caf\xc3\xa9, a\xe9",
        b"East Bay\xc3\xa2\x00\xc2\x80\xc2\x99s caf\xc3\xa9" + b" at the pier" * 9,
        "ï»¿East Bayâ\x80\x99s café".encode(),
        "â\x80Ã¢\x80\x99s café".encode(),
    ],
)
def test_utf8_that_was_encoded_twice_is_read_once_however_it_comes(data: bytes) -> None:
    text = decode(data).text
    again = decode(text.encode(), declared="utf-8")
    assert (again.text, again.problems) == (text, ())


def test_binary_data_that_was_encoded_twice_is_no_text() -> None:
    with pytest.raises(NotTextError, match="PDF"):
        decode("ï»¿%PDF-1.7 Bayâ\x80\x99s".encode())


def test_utf8_declared_as_gbk_is_utf8() -> None:
    result = decode(CHINESE.encode(), declared="gbk")
    assert result.text == CHINESE
    assert codes(result.problems) == ["wrong-charset"]
    page = '<meta charset="gbk">' + CHINESE
    assert decode(page.encode()).text == page


def test_gbk_declared_as_utf8_is_gbk() -> None:
    result = decode(CHINESE.encode("gbk"), declared="utf-8")
    assert result.text == CHINESE
    assert "wrong-charset" in codes(result.problems)


def test_two_bytes_that_fit_both_follow_the_declaration() -> None:
    data = "<p>膜</p>".encode("gbk")
    assert data.decode("utf-8")  # it is UTF-8 by accident
    assert decode(data, declared="gbk").text == "<p>膜</p>"


def test_an_unknown_label_is_a_problem() -> None:
    result = decode(PLAIN.encode(), declared="klingon-8")
    assert result.text == PLAIN
    assert codes(result.problems) == ["wrong-charset"]


def test_broken_bytes_become_replacement_characters() -> None:
    data = CHINESE.encode()[:-40] + b"\xff\xfe</p>"
    result = decode(data)
    assert result.encoding == "utf-8"
    assert "\ufffd" in result.text
    assert "bad-bytes" in codes(result.problems)


def test_western_text_without_declaration_is_windows_1252() -> None:
    text = "<p>Le maire a déclaré que l’été serait très chaud à la Réunion.</p>"
    result = decode(text.encode("windows-1252"))
    assert result.text == text
    assert "guessed-charset" in codes(result.problems)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "JPEG"),
        (b"GIF89a" + bytes(40), "GIF"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xef\xbb\xbf%PDF-1.7\n", "PDF"),
        (b"\xef\xbb\xbf\x1aE\xdf\xa3", "Matroska"),
        ("\ufeff%PDF-1.7".encode("utf-16-le"), "PDF"),
        (gzip.compress(b"<p>x</p>", mtime=0), "gzip"),
        (b"PK\x03\x04" + bytes(30), "zip"),
        (b"\x28\xb5\x2f\xfd" + bytes(9), "zstd"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(9), "7z"),
        (b"WARC/1.0\r\n", "WARC"),
        (b"\x7fELF\x02" + bytes(9), "ELF"),
        (b"MZ\x90\x00\x03" + bytes(9), "Windows"),
        (b"\x00" * 100, "binary"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_binary_data_is_named(data: bytes, name: str) -> None:
    with pytest.raises(NotTextError, match=name):
        decode(data)


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xff\xfe", "\u3000\n".encode()])
def test_empty_input(data: bytes) -> None:
    with pytest.raises(EmptyInputError):
        decode(data)


def test_clean_text_leaves_clean_text_alone() -> None:
    assert clean_text(CHINESE) == (CHINESE, ())


def test_clean_text_cleans() -> None:
    text, problems = clean_text("\ufeff" + PLAIN + "\x00\ud83d\ude00\ud800x")
    assert text == PLAIN + "\U0001f600\ufffdx"
    assert codes(problems) == ["bad-characters"]


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("GB2312", "gb18030"),
        ("latin1", "windows-1252"),
        ("ISO-8859-1", "windows-1252"),
        (" utf8 ", "utf-8"),
        ("base64", None),
        ("nonsense", None),
        ("utf-7", None),
    ],
)
def test_labels_mean_what_the_standard_says(label: str, codec: str | None) -> None:
    assert charset(label) == codec


@given(st.binary(max_size=400), st.none() | st.text(max_size=12))
def test_any_bytes_give_text_or_a_reason(data: bytes, declared: str | None) -> None:
    try:
        result = decode(data, declared=declared)
    except InputError:
        return
    result.text.encode()
    assert "\x00" not in result.text


@given(st.text(max_size=200))
def test_any_text_survives(text: str) -> None:
    try:
        clean, problems = clean_text(text)
    except InputError:
        return
    clean.encode()
    assert problems or clean == text.removeprefix("\ufeff")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=200))
def test_utf8_reads_back(text: str) -> None:
    text = "<p>" + text
    assert decode(text.encode()).text == text


def test_marks_behind_nul_bytes_go_too() -> None:
    text = decode(b"\xef\xbb\xbf\x00\xef\xbb\xbf<p>a long enough text</p>").text
    assert text == "<p>a long enough text</p>"


def test_a_text_that_speaks_of_ftyp_is_a_text() -> None:
    assert decode("昵+ftyp 是文件头".encode()).text == "昵+ftyp 是文件头"
