"""Dates in the formats of machines and as people write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.dates import date_in_url, read_date
from newsparse.month_names import _MONTHS, MONTHS, month_called
from newsparse.zone_names import ZONES, zone_called, zone_written

NOW = dt.datetime(2024, 5, 17, 12, 0, tzinfo=dt.UTC)


def moment(value: object, **habits: object) -> str | None:
    found = read_date(value, **habits)  # type: ignore[arg-type]
    return found.value.isoformat() if found is not None else None


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2021-07-22T13:48:41.000Z", "2021-07-22T13:48:41+00:00"),
        ("2021-07-22T13:48:41+08:00", "2021-07-22T13:48:41+08:00"),
        ("2021-07-22T13:48:41+0800", "2021-07-22T13:48:41+08:00"),
        ("2021-07-22T13:48", "2021-07-22T13:48:00+00:00"),
        ("2021-07-22 13:48:41", "2021-07-22T13:48:41+00:00"),
        ("2021-07-22", "2021-07-22T00:00:00+00:00"),
        ("20210722", "2021-07-22T00:00:00+00:00"),
        ("20210722T134841Z", "2021-07-22T13:48:41+00:00"),
        ("20210722T1348+0800", "2021-07-22T13:48:00+08:00"),
        ("1626961721.5", "2021-07-22T13:48:41.500000+00:00"),
        ("20210722134841", "2021-07-22T13:48:41+00:00"),
        ("Thu, 22 Jul 2021 13:48:41 GMT", "2021-07-22T13:48:41+00:00"),
        ("Thu, 22 Jul 2021 13:48:41 +0800", "2021-07-22T13:48:41+08:00"),
        ("Thu, 22 Jul 21 13:48 EST", "2021-07-22T13:48:00-05:00"),
        ("Thu Jul 22 13:48:41 GMT 2021", "2021-07-22T13:48:41+00:00"),
        (1626961721, "2021-07-22T13:48:41+00:00"),
        (1626961721000, "2021-07-22T13:48:41+00:00"),
        ("1626961721", "2021-07-22T13:48:41+00:00"),
        (dt.date(2021, 7, 22), "2021-07-22T00:00:00+00:00"),
        (dt.datetime(2021, 7, 22, 13, 48), "2021-07-22T13:48:00+00:00"),
    ],
)
def test_formats_of_machines(value: object, wanted: str) -> None:
    assert moment(value) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("July 22, 2021 1:48 PM ET", "2021-07-22T13:48:00-04:00"),
        ("January 22, 2021 1:48 PM ET", "2021-01-22T13:48:00-05:00"),
        ("Published Jul. 22nd, 2021 at 1:48 p.m.", "2021-07-22T13:48:00+00:00"),
        ("22 July 2021, 12:05 am", "2021-07-22T00:05:00+00:00"),
        ("22. Juli 2021, 13:48 Uhr", "2021-07-22T13:48:00+00:00"),
        ("Stand: 22.07.2021 13.48 Uhr", "2021-07-22T13:48:00+00:00"),
        ("22.7.21", "2021-07-22T00:00:00+00:00"),
        ("le 1er juillet 2021 à 13h48", "2021-07-01T13:48:00+00:00"),
        ("22 de julio de 2021", "2021-07-22T00:00:00+00:00"),
        ("22 luglio 2021", "2021-07-22T00:00:00+00:00"),
        ("22 lipca 2021, 13:48", "2021-07-22T13:48:00+00:00"),
        ("22 июля 2021 г., 13:48", "2021-07-22T13:48:00+00:00"),
        ("2021. május 22.", "2021-05-22T00:00:00+00:00"),
        ("22 Temmuz 2021 Perşembe", "2021-07-22T00:00:00+00:00"),
        ("2021年7月22日 下午1:48", "2021-07-22T13:48:00+00:00"),
        ("２０２１年０７月２２日", "2021-07-22T00:00:00+00:00"),
        ("2021年7月22日 下午 1:48", "2021-07-22T13:48:00+00:00"),
        ("2021년 7월 22일 오후 1시 48분", "2021-07-22T13:48:00+00:00"),
        ("13:48, 22 July 2021", "2021-07-22T13:48:00+00:00"),
        ("22/07/2021", "2021-07-22T00:00:00+00:00"),
        ("07/22/2021", "2021-07-22T00:00:00+00:00"),
        ("2021-07-22 24:00", "2021-07-23T00:00:00+00:00"),
    ],
)
def test_dates_as_people_write_them(text: str, wanted: str) -> None:
    assert moment(text) == wanted


def test_the_order_of_month_and_day_is_asked_for_only_where_both_can_be() -> None:
    assert moment("7/8/2021") == "2021-08-07T00:00:00+00:00"
    assert moment("7/8/2021", month_first=True) == "2021-07-08T00:00:00+00:00"
    assert moment("22/7/2021", month_first=True) == "2021-07-22T00:00:00+00:00"
    assert moment("7.8.2021", month_first=True) == "2021-08-07T00:00:00+00:00"


@pytest.mark.parametrize(
    "value",
    [
        "", "   ", "yesterday", "Invalid Date", "undefined", "2021-13-45", "31.02.2021",
        "0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "1970-01-01", 0, "0", -5, float("nan"),
        float("inf"), True, None, [], {}, b"2021-07-22", "9999-12-31", "call 555 1234", "12:30",
        "version 1.2.3", "20211345T134841Z", "123456789.", "123456789012.3.4",
        "²²²²-²²-²²", "1" * 10_000, 10**40,
    ],
)  # fmt: skip
def test_no_dates(value: object) -> None:
    assert read_date(value) is None


def test_an_impossible_time_leaves_the_day() -> None:
    assert moment("22 July 2021, 99:99") == "2021-07-22T00:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2021-07-22", "day"),
        ("22. Juli 2021", "day"),
        ("2021-07-22T13:48", "minute"),
        ("22. Juli 2021, 13:48 Uhr", "minute"),
        ("2021-07-22T13:48:41Z", "second"),
        ("2021/7/22 13:48:41", "second"),
    ],
)
def test_how_exact_a_date_is(text: str, precision: str) -> None:
    found = read_date(text)
    assert found is not None
    assert found.precision == precision


def test_a_zone_is_assumed_where_the_text_gives_none() -> None:
    found = read_date("2021-07-22 13:48", zone="Asia/Shanghai")
    assert found is not None
    assert found.value.isoformat() == "2021-07-22T13:48:00+08:00"
    assert found.assumed_zone == "Asia/Shanghai"
    found = read_date("2021-07-22T13:48:00+02:00", zone="Asia/Shanghai")
    assert found is not None
    assert found.value.isoformat() == "2021-07-22T13:48:00+02:00"
    assert found.assumed_zone is None
    found = read_date("2021-07-22 13:48", zone="No/Where")
    assert found is not None
    assert found.assumed_zone == "UTC"


@pytest.mark.parametrize(
    ("text", "home", "hours"),
    [
        ("CST", None, -6),
        ("CST", "Asia/Shanghai", 8),
        ("GMT+8", None, 8),
        ("+0530", None, 5.5),
        ("\u22125", None, -5),
        ("-05:00", None, -5),
        ("Z", None, 0),
        ("mesz", None, 2),
    ],
)
def test_zones(text: str, home: str | None, hours: float) -> None:
    zone = zone_written(text, home)
    assert zone is not None
    assert zone.utcoffset(NOW) == dt.timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "+", "+99", "+ab", "XYZ", "+1:x", "GMT+"])
def test_no_zones(text: str) -> None:
    assert zone_written(text) is None


def test_every_zone_that_is_named_exists() -> None:
    assert all(zone_called(zone) for zone in ZONES.values() if isinstance(zone, str))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 hours ago", "2024-05-17T09:00:00+00:00"),
        ("an hour ago", "2024-05-17T11:00:00+00:00"),
        ("vor 2 Tagen", "2024-05-15T00:00:00+00:00"),
        ("il y a 5 minutes", "2024-05-17T11:55:00+00:00"),
        ("hace 3 horas", "2024-05-17T09:00:00+00:00"),
        ("3小时前", "2024-05-17T09:00:00+00:00"),
        ("两天前", "2024-05-15T00:00:00+00:00"),
        ("昨天 13:48", "2024-05-16T13:48:00+00:00"),
        ("yesterday at 1:48 pm", "2024-05-16T13:48:00+00:00"),
        ("heute, 9:05 Uhr", "2024-05-17T09:05:00+00:00"),
        ("gestern", "2024-05-16T00:00:00+00:00"),
        ("刚刚", "2024-05-17T12:00:00+00:00"),
        ("just now", "2024-05-17T12:00:00+00:00"),
    ],
)
def test_dates_counted_from_now(text: str, wanted: str) -> None:
    assert moment(text, now=NOW) == wanted
    assert moment(text) is None


@pytest.mark.parametrize(
    "text", ["3 hours", "ago", "9999 years ago", "two lanterns ago", "3 hours ago in the mill"]
)
def test_what_is_not_counted_from_now(text: str) -> None:
    assert moment(text, now=NOW) is None


def test_a_day_counted_from_now_is_a_day_of_the_zone() -> None:
    late = dt.datetime(2024, 5, 17, 20, 0, tzinfo=dt.UTC)
    assert moment("昨天", now=late, zone="Asia/Shanghai") == "2024-05-17T00:00:00+08:00"


def test_each_language_has_twelve_months() -> None:
    for line in _MONTHS.strip().splitlines():
        language, *names = line.split()
        assert len(names) == 12, language
        assert all(name for entry in names for name in entry.split("/")), language
    assert "" not in MONTHS


@pytest.mark.parametrize(
    ("name", "number"),
    [("MÄRZ", 3), ("marzo", 3), ("février", 2), ("fevrier", 2), ("Şubat", 2), ("május", 5)],
)
def test_months_by_name(name: str, number: int) -> None:
    assert month_called(name) == number


def test_no_month() -> None:
    assert month_called("lantern") is None


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://a.example/2021/07/22/lantern", dt.date(2021, 7, 22)),
        ("https://a.example/2021-07-22-lantern", dt.date(2021, 7, 22)),
        ("https://a.example/20210722/lantern", dt.date(2021, 7, 22)),
        ("https://a.example/2021/07/lantern", None),
        ("https://a.example/2021/02/31/lantern", None),
        ("https://a.example/12021/07/22123", None),
    ],
)
def test_days_in_addresses(url: str, wanted: dt.date | None) -> None:
    assert date_in_url(url) == wanted


@given(st.text(max_size=80) | st.integers() | st.floats() | st.none() | st.booleans())
def test_anything_is_read_or_refused(value: object) -> None:
    found = read_date(value, now=NOW)
    assert found is None or found.value.tzinfo is not None


@given(
    st.datetimes(dt.datetime(1971, 1, 1), dt.datetime(2100, 1, 1)).map(
        lambda value: value.replace(microsecond=0)
    )
)
def test_a_moment_reads_as_itself_in_every_format(value: dt.datetime) -> None:
    aware = value.replace(tzinfo=dt.UTC)
    for text in (
        value.isoformat(),
        value.isoformat(" "),
        f"{value:%a, %d %b %Y %H:%M:%S} GMT",
        f"{value:%Y%m%d%H%M%S}",
        f"{value:%Y年%m月%d日 %H:%M:%S}",
        f"{value:%B %d, %Y, %H:%M:%S}",
        f"{value:%d.%m.%Y %H:%M:%S}",
    ):
        found = read_date(text)
        assert found is not None, text
        assert found.value == aware, text
