"""Datelines and credit lines of Chinese news, in the many forms in which outlets write them."""

from __future__ import annotations

import datetime as dt

import pytest

from newsparse import Article, Parser

PARSER = Parser(entry_points=False, now=dt.datetime(2021, 4, 9, 12, tzinfo=dt.UTC))
STORY = (
    "渔市下月搬到新码头，十个老摊位会留下来给人参观。",
    "摊主们说，新地方亮，可是离家远了。",
    "老摊位由博物馆照看。",
)


def post(*lines: str) -> Article:
    """Return the article of a post of 新浪财经 with these paragraphs."""
    body = "\n".join(f"<p>　　{line}</p>" for line in lines)
    return PARSER.parse(
        f"---\ntitle: '渔市搬家'\nauthor: 新浪财经\ndate: Thu, 08 Apr 2021 02:15:30 GMT\n---\n"
        f"<div>\n{body}\n</div>\n"
    )


def credits_of(article: Article) -> tuple[str | None, str | None, str, str]:
    """Return agency, place, authors and editors."""
    authors = " ".join(person.name for person in article.authors)
    return article.agency, article.place, authors, " ".join(p.name for p in article.editors)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("新华社海湾4月8日电（记者王明、李远）", ("新华社", "海湾", "王明 李远")),
        ("新华社海湾4月8日电（记者 王明 李远）", ("新华社", "海湾", "王明 李远")),
        ("据新华社海湾4月8日电，", ("新华社", "海湾", "")),
        ("新华社快讯：", ("新华社", None, "")),
        ("中新社海湾4月8日电 (记者 王明)", ("中新社", "海湾", "王明")),
        ("中新网4月8日电 ", ("中新网", None, "")),
        ("中新经纬4月8日电 （王明 实习生 李远）", ("中新经纬", None, "王明 李远")),
        ("证券时报e公司讯，", ("证券时报e公司", None, "")),
        ("央视新闻4月8日消息，", ("央视新闻", None, "")),
        ("央广网海湾4月8日消息（记者王明）", ("央广网", "海湾", "王明")),
        ("新京报讯（记者王明 通讯员李远）", ("新京报", None, "王明 李远")),
        ("北京商报讯（记者 王明 实习记者 李远）", ("北京商报", None, "王明 李远")),
        ("上证报中国证券网讯（记者 王明）", ("上证报中国证券网", None, "王明")),
        ("中证网讯（记者 王明）", ("中证网", None, "王明")),
        ("海湾日报客户端4月8日消息（记者 王明）", ("海湾日报客户端", None, "王明")),
        ("财联社4月8日讯（编辑 王明）", ("财联社", None, "王明")),
        ("财联社（海湾，记者 王明）讯，", ("财联社", "海湾", "王明")),
        ("格隆汇4月8日丨", ("格隆汇", None, "")),
        ("智通财经APP获悉，", ("智通财经", None, "")),
        ("DoNews4月8日消息（记者 王明）", ("DoNews", None, "王明")),
        ("【环球网报道 记者 王明】", ("环球网", None, "王明")),
        ("【环球时报综合报道】", ("环球时报", None, "")),
        ("21世纪经济报道 王明 海湾报道 ", ("21世纪经济报道", "海湾", "王明")),
        ("本报讯（记者 王明 通讯员 李远）", (None, None, "王明 李远")),
        ("本报海湾4月8日电 （记者王明）", (None, "海湾", "王明")),
        ("人民日报电子版显示，", (None, None, "")),
        ("央视新闻电话采访了渔民。", (None, None, "")),
        ("据海湾社报道，", (None, None, "")),
        ("海湾公司官网4月8日消息，", (None, None, "")),
        ("【海湾链上线测试网】", (None, None, "")),
    ],
)
def test_dateline(opening: str, expected: tuple[str | None, str | None, str]) -> None:
    article = post(opening + STORY[0], *STORY[1:])
    assert credits_of(article)[:3] == expected
    assert article.body.text.startswith(opening.strip())  # it belongs to the sentence


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("新华社记者王明、李远", ("新华社", None, "王明 李远", "")),
        ("（新华社记者 王明 李远）", ("新华社", None, "王明 李远", "")),
        ("证券时报记者 王明", ("证券时报", None, "王明", "")),
        ("（总台央视记者 王明 李远）", ("中央广播电视总台", None, "王明 李远", "")),
        ("每经记者 王明    每经编辑 李远", ("每日经济新闻", None, "王明", "李远")),
        ("每经记者：王明 每经编辑：李远", ("每日经济新闻", None, "王明", "李远")),
        ("记者|王明　编辑|李远", (None, None, "王明", "李远")),
        ("文/王明 编辑/李远 校对/赵河", (None, None, "王明", "李远 赵河")),
        ("编辑|李远 王明 校对|赵河", (None, None, "", "李远 王明 赵河")),
        ("（作者：王明 编辑：李远）", (None, None, "王明", "李远")),
        ("21世纪经济报道记者王明 海湾报道", ("21世纪经济报道", "海湾", "王明", "")),
        ("21世纪经济报道 王明 李远 海湾报道", ("21世纪经济报道", "海湾", "王明 李远", "")),
        ("本报记者 王明 李远 海湾报道", (None, "海湾", "王明 李远", "")),
        ("本报记者 王　明　李远河", (None, None, "王明 李远河", "")),
        ("本报记者 王明 ● 李远", (None, None, "王明 李远", "")),
        ("来源：央视新闻客户端", ("央视新闻客户端", None, "", "")),
        ("（来源：澎湃新闻）", ("澎湃新闻", None, "", "")),
        ("来源 | 第一财经", ("第一财经", None, "", "")),
        ("来源：第一财经 作者：王明", ("第一财经", None, "王明", "")),
        ("责任编辑：Ann Lee", (None, None, "", "Ann Lee")),
    ],
)
def test_credit_line(line: str, expected: tuple[str | None, str | None, str, str]) -> None:
    above, below = post(line, *STORY), post(*STORY, line)
    assert expected in (credits_of(above), credits_of(below))
    assert "\n\n".join(STORY) in (above.body.text, below.body.text)


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("（海湾日报记者 王明）", ("海湾日报", None, "王明", "")),
        ("（记者 王明 李远）", (None, None, "王明 李远", "")),
        ("（新华社）", ("新华社", None, "", "")),
        ("（央视新闻客户端）", ("央视新闻", None, "", "")),
        ("（责编：王明）", (None, None, "", "王明")),
    ],
)
def test_credit_at_end(ending: str, expected: tuple[str | None, str | None, str, str]) -> None:
    article = post(*STORY[:-1], STORY[-1] + ending)
    assert credits_of(article) == expected
    assert article.body.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "新华社记者走访市场",
        "本报记者观察",
        "记者：您怎么看 新码头的渡轮",
        "记者：渡轮什么时候开？",
        "海湾日报",
        "编辑部的一天",
        "来源不明的鱼",
    ],
)
def test_no_credit(line: str) -> None:
    article = post(*STORY, line, *STORY)
    assert line in article.body.text
    assert credits_of(article) == (None, None, "", "")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("张远", "张远"),
        ("张远 李明河", "张远 李明河"),
        ("张远、李明河 SF014", "张远 李明河"),
        ("张远 SF014", "张远"),
        ("张远/李明河", "张远 李明河"),
        ("张远 审核：李明河", "张远 李明河"),
    ],
)
def test_editors_of_sina(code: str, expected: str) -> None:
    body = f'<p>{STORY[0]}</p>\n<p class="article-editor">责任编辑：{code} </p>'
    article = PARSER.parse(f"---\ntitle: '渔市搬家'\nauthor: 新浪财经\n---\n<div>{body}</div>")
    assert credits_of(article)[3] == expected
    assert article.body.text == STORY[0]


def test_what_a_page_gives_as_its_summary_is_no_headline() -> None:
    head = "<title>渔市搬家 - 海湾网</title><meta name=keywords content='渔市 码头 摊位'>"
    body = f"<article><h1>渔市搬家</h1><p>{STORY[0]}</p><p>{STORY[1] * 3}</p></article>"
    told = [
        PARSER.parse(f"<html><head>{head}<meta name=description content='{text}'>{body}").summary
        for text in ("渔市搬家", "渔市搬家 渔市,码头,摊位", "原标题：旧渔市", "十个摊位留下来")
    ]
    assert told == [None, None, None, "十个摊位留下来"]
    article = PARSER.parse(f"<html><head>{head}{body}")
    assert article.keywords == ("渔市", "码头", "摊位")
