"""The zone in which the readers of a page live, by its language and the letters of its title."""

from __future__ import annotations

import pytest

from newsparse.home_zones import home_zone


@pytest.mark.parametrize(
    ("language", "title", "zone"),
    [
        ("zh-Hans", "Market", "Asia/Shanghai"),
        ("zh-Hant", "漁市搬家", "Asia/Shanghai"),
        (None, "渔市搬家", "Asia/Shanghai"),
        ("en", "渔市下月搬到新码头", "Asia/Shanghai"),
        ("ja", "魚市場移転", "Asia/Tokyo"),
        ("en", "魚市場が新しい埠頭へ移転", "Asia/Tokyo"),
        ("ko", "漁市場移轉", "Asia/Seoul"),
        (None, "어시장 이전", "Asia/Seoul"),
        ("vi", "Chợ cá dời đi", "Asia/Ho_Chi_Minh"),
        ("zh", "ตลาดปลาย้าย", "Asia/Bangkok"),
        ("en", "Fish market moves", None),
        ("de", "Größe zählt", None),
        ("en", "“鱼” means fish", None),
        (None, "", None),
    ],
)
def test_the_zone_of_the_readers(language: str | None, title: str, zone: str | None) -> None:
    assert home_zone(language, title) == zone
