"""Whole pages of Chinese sites that no source knows."""

from __future__ import annotations

import pytest

from newsparse import Article, Parser
from newsparse.extract.boilerplate_words import COMMENTS, RELATED, name_flags
from newsparse.extract.page_phrases import READ_ALSO, RIGHTS, SHARE_THIS, phrase_flags

PARSER = Parser(entry_points=False)
URL = "https://www.paper.example/a/7.html"
TITLE = "渔市下月搬到新码头"
STORY = (
    "渔市将在下月搬到新码头，十个老摊位会留在原地供人参观，由海湾博物馆照看，市政厅在周二的会上这样决定。",
    "摊主们说，新地方宽敞明亮，可是离家太远，早上要多走半个钟头的路，冬天海风又大，老顾客未必肯跟着过去。",
    "新码头有三条栈桥和一座冷库，冷库能放两百吨鱼，市政厅为此花了四年时间，费用比原先的打算多出了一半。",
    "渔民协会希望老码头上的灯塔也能留下，因为许多小船回港时仍旧要看它，市政厅答应在年底以前给出答复。",
    "搬家当天，市民可以免费乘船往返新旧码头，博物馆也会延长开放时间，让大家再看一眼老渔市的样子。",
)


def parse(
    *, head: str = "", under: str = "", story: str = "", behind: str = "", url: str | None = URL
) -> Article:
    """Return the article of a page with lines under the headline and behind the story."""
    text = story or "".join(f"<p>　　{line}</p>" for line in STORY)
    return PARSER.parse(
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{TITLE}_海湾在线</title>{head}"
        f"</head><body><div class=top><a href=/>首页</a> <a href=/news>新闻</a></div>"
        f"<div class=main><h1>{TITLE}</h1><div class=about>{under}</div>"
        f"<div class=txt>{text}</div>{behind}</div>"
        f"<div class=foot>海湾在线 版权所有</div></body></html>",
        url=url,
    )


def people(found: tuple[object, ...]) -> list[str]:
    return [str(person) for person in found]


def shown(article: Article) -> str | None:
    return article.published.isoformat() if article.published else None


def test_days_without_a_zone_are_of_the_readers_zone() -> None:
    assert shown(parse(under="<p>2021-04-08 10:15</p>")) == "2021-04-08T10:15:00+08:00"


def test_the_day_of_the_address_is_of_the_readers_zone() -> None:
    found = parse(url="https://paper.example/2021-04-08/7.html")
    assert shown(found) == "2021-04-08T00:00:00+08:00"


@pytest.mark.parametrize(
    "behind",
    [
        "<div class=info>发布日期：2021-04-08 10:15:30&nbsp;&nbsp;栏目：<a href=/t>头条</a></div>",
        "<div class=info>\n\t\t发布时间：\n\t\t\t2021-04-08 10:15:30\t\t\t\t\t\t</div>",
        "<div class=foot2><b>2021-04-08 10:15:30</b></div>",
    ],
)
def test_the_clock_behind_a_day_far_from_the_headline(behind: str) -> None:
    assert shown(parse(behind=behind)) == "2021-04-08T10:15:30+08:00"


def test_the_day_that_opens_a_chinese_sentence_is_of_what_it_tells() -> None:
    story = (
        "<p>2021年2月27日下午，市政厅在海湾博物馆开会，渔民协会的人也来了，会开了三个钟头才散，"
        "吵得厉害。</p>"
    )
    found = parse(
        story=story + "".join(f"<p>{line}</p>" for line in STORY),
        behind="<table><tr><td><font>发布日期：2021-03-06 责任编辑：王明</font></td></tr></table>",
    )
    assert shown(found) == "2021-03-06T00:00:00+08:00"


def test_a_version_is_no_day() -> None:
    found = parse(behind="<script>v='2019'</script><div>3.4.40</div><i>VIDu 2040</i>")
    assert found.published is None


@pytest.mark.parametrize(
    ("behind", "editors"),
    [
        ("<div class=edit>(责编：王明、李远)</div>", ["王明", "李远"]),
        ("<p class=ed><span>[责任编辑：王明]</span></p>", ["王明"]),
        ("<div><span class=ep-editor>责任编辑：王明_NF4425</span></div>", ["王明"]),
        ("<div class=x><div>责任编辑：王明</div><div>校对：李远</div></div>", ["王明", "李远"]),
        ("<ul class=other><li>责任编辑:\n 王明&nbsp;</li></ul>", ["王明"]),
    ],
)
def test_editors_that_stand_behind_the_story(behind: str, editors: list[str]) -> None:
    found = parse(behind=behind)
    assert people(found.editors) == editors
    assert found.body.paragraphs == STORY
    assert "王明" not in found.body.text
    assert found.authors == ()


def test_the_original_headline_in_a_list_behind_the_story() -> None:
    found = parse(behind="<ul class=other><li>原标题：老渔市要搬家了</li></ul>")
    assert found.original_title == "老渔市要搬家了"
    assert "老渔市要搬家" not in found.body.text


@pytest.mark.parametrize(
    "under", ["<p>海湾日报记者 王明</p><p>2021-04-08 10:15</p>", "<p>采写：海湾日报记者 王明</p>"]
)
def test_the_reporter_in_a_line_under_the_headline(under: str) -> None:
    assert people(parse(under=under).authors) == ["王明"]


def test_other_stories_behind_the_story_name_no_author_of_it() -> None:
    found = parse(behind="<div class=more>作者：王明返回海湾,查看更多</div>")
    assert found.authors == ()


def test_the_source_is_no_agency_where_it_is_the_site_itself() -> None:
    assert parse(behind="<p>来源： 本站原创</p>").agency is None
    assert parse(behind="<p>本文来源：海湾晚报</p>").agency == "海湾晚报"


def test_lines_that_are_no_story_do_not_keep_the_credits_from_the_end_of_it() -> None:
    menu = "".join(f"<p>{n}、回复【第{n}项】查看渔市的老照片</p>" for n in range(1, 8))
    story = "".join(f"<p>{line}</p>" for line in STORY)
    found = parse(story=f"{story}<p>编辑|王明</p><p>扫描下方二维码看更多</p>{menu}")
    assert people(found.editors) == ["王明"]
    assert found.body.paragraphs == STORY


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("（王小明）", ["王小明"]),
        ("(王小明 李大远)", ["王小明", "李大远"]),
        ("(文/图 王明 李远)", ["王明", "李远"]),
        ("（韩国队）", []),
        ("（王先生）", []),
        ("（高清图）", []),
        ("（李白）", []),
    ],
)
def test_who_signs_in_brackets_behind_the_last_sentence(end: str, authors: list[str]) -> None:
    story = "".join(f"<p>{line}</p>" for line in STORY[:-1]) + f"<p>{STORY[-1]}{end}</p>"
    found = parse(story=story)
    assert people(found.authors) == authors
    assert found.body.paragraphs[-1] == STORY[-1] + ("" if authors else end)


def test_the_names_that_chinese_offices_prescribe() -> None:
    found = parse(
        head='<meta name="ArticleTitle" content="渔市下月搬到新码头"><meta name="ContentSource" '
        'content="海湾日报"><meta name="ColumnName" content="要闻"><meta name="PubDate" '
        'content="2021-04-08 10:15">',
        under="<p>发布日期：2021-04-08</p>",
    )
    assert found.agency == "海湾日报"
    assert found.categories == ("要闻",)
    assert shown(found) == "2021-04-08T10:15:00+08:00"


def test_what_a_page_tells_baidu() -> None:
    found = parse(
        head='<script type="application/ld+json">{"@context": '
        '"https://ziyuan.baidu.com/contexts/cambrian.jsonld", "@id": "https://paper.example/a/7",'
        '"title": "渔市下月搬到新码头", "images": ["/i/market.jpg"],'
        '"pubDate": "2021-04-08T10:15:30", "upDate": "2021-04-09T08:00:00"}</script>'
    )
    assert shown(found) == "2021-04-08T10:15:30+08:00"
    assert found.modified is not None
    assert found.cover is not None
    assert found.cover.url == "https://www.paper.example/i/market.jpg"


@pytest.mark.parametrize(
    ("title", "name", "authors"),
    [
        ("渔市下月搬到新码头_海湾财经", "海湾", []),
        ("渔市下月搬到新码头-海湾新闻网", "海湾", []),
        ("渔市下月搬到新码头_王明", "王明", ["王明"]),
        ("渔市下月搬到新码头_月光博客", "月光", ["月光"]),
        ("渔市下月搬到新码头-BAY.NET", "BAY.NET", []),
    ],
)
def test_the_site_at_the_end_of_the_title_is_no_author(
    title: str, name: str, authors: list[str]
) -> None:
    story = "".join(f"<p>{line}</p>" for line in STORY)
    found = PARSER.parse(
        f"<html><head><title>{title}</title><meta name=author content='{name}'></head>"
        f"<body><h1>{TITLE}</h1><div class=txt>{story}</div></body></html>"
    )
    assert people(found.authors) == authors


@pytest.mark.parametrize(
    "under",
    [
        '<p>2021-04-08 来源: <a href="http://evening.example">海湾晚报</a></p>',
        "<p>来源：<span>海湾晚报</span></p>",
        "<p><i>来源</i><b>海湾晚报</b></p>",
    ],
)
def test_the_outlet_in_an_element_of_its_own(under: str) -> None:
    assert parse(under=under).agency == "海湾晚报"


def test_an_outlet_is_named_but_once() -> None:
    link = '<a class=author href="/author/7">海湾周刊</a>'
    found = parse(under=f"<p>来源: <a href=/s>海湾周刊</a></p>{link}")
    assert found.agency == "海湾周刊"
    assert found.authors == ()


def test_an_author_behind_a_label_without_a_colon() -> None:
    under = (
        "<div>发表于<span>2021-04-08 10:15</span>|<span>8 条评论</span>|\n 作者<b>王明</b></div>"
    )
    assert people(parse(under=under).authors) == ["王明"]


@pytest.mark.parametrize(
    "heading",
    [
        '<div class="h-title">\n渔市下月搬到新码头\n</div>',
        '<p class="con-title">渔市下月搬到新码头</p>',
        "<h4>渔市下月搬到新码头</h4>",
    ],
)
@pytest.mark.parametrize(
    "title", ["渔市下月搬到新码头-BAY 海湾", "海湾行情预测--渔市下月搬到新码头"]
)
def test_a_headline_in_no_heading(heading: str, title: str) -> None:
    story = "".join(f"<p>{line}</p>" for line in STORY)
    found = PARSER.parse(
        f"<html><head><title>{title}</title></head><body><div class=top>{heading}"
        f"<div class=info><span>2021-04-08 10:15:30</span></div></div>"
        f"<div class=txt>{story}</div></body></html>"
    )
    assert found.title == TITLE
    assert shown(found) == "2021-04-08T10:15:30+08:00"
    assert found.body.paragraphs == STORY


def test_boxes_named_in_pinyin_and_the_phrases_that_open_them() -> None:
    assert name_flags("tuijian_con") & RELATED
    assert name_flags("article-pinglun") & COMMENTS
    assert phrase_flags("猜你喜欢") & READ_ALSO
    assert phrase_flags("打开APP阅读全文") & SHARE_THIS
    assert phrase_flags("未经授权不得转载") & RIGHTS
    assert phrase_flags("打开窗子，海风就吹进来。") == 0


def test_a_summary_does_not_repeat_the_headline() -> None:
    head = f'<meta name=description content="{TITLE}\n---{STORY[0]}">'
    assert parse(head=head).summary == STORY[0]
    said = f"{TITLE}，摊主们不大高兴，因为新码头离家太远，早上要多走半个钟头。"
    assert parse(head=f'<meta name=description content="{said}">').summary == said


JAPANESE = (
    "魚市場が新しい埠頭へ移転",
    "港の魚市場は来月、新しい埠頭に移る。古い十の屋台は博物館が管理し、見学できるように残されると市は火曜日に決めた。",
)
KOREAN = (
    "어시장 새 부두로 이전",
    "어시장이 다음 달 새 부두로 옮겨 간다. 낡은 가게 열 곳은 박물관이 맡아 남긴다고 시가 밝혔다.",
)
TAIWANESE = (
    "漁市下月搬到新碼頭",
    "漁市將在下月搬到新碼頭，十個老攤位會留在原地供人參觀，由海灣博物館照看，市政廳在週二的會上這樣決定。",
)


@pytest.mark.parametrize(
    ("language", "under", "behind", "authors"),
    [
        ("ja", "<p>記者：山田 太郎</p>", "", ["山田 太郎"]),
        ("ja", "<p>文＝山田太郎</p>", "", ["山田太郎"]),
        ("ja", "<p>取材・文：山田太郎</p>", "", ["山田太郎"]),
        ("ja", "<p>執筆者：山田太郎</p>", "", ["山田太郎"]),
        ("ja", "<p>執筆：編集部</p>", "", []),
        ("ko", "<p>김철수 기자</p><p>입력 2021-04-08 10:15</p>", "", ["김철수"]),
        ("ko", "<p>[서울=만일보] 김철수·이영희 기자 = </p>", "", ["김철수", "이영희"]),
        ("ko", "<p>서울=김철수 특파원</p>", "", ["김철수"]),
        ("ko", "", "<p>김철수 기자 kim@paper.example</p>", ["김철수"]),
        ("ko", "<p>사회부 기자</p>", "", []),
        ("ko", "<p>어제 만난 김철수 기자는 웃었다</p>", "", []),
        ("zh-TW", "<p>記者王明／海灣報導</p>", "", ["王明"]),
        ("zh-TW", "<p>〔記者王明／海灣報導〕</p>", "", ["王明"]),
    ],
)
def test_bylines_of_the_neighbours(
    language: str, under: str, behind: str, authors: list[str]
) -> None:
    title, line = {"ja": JAPANESE, "ko": KOREAN, "zh-TW": TAIWANESE}[language]
    story = "".join(f"<p>{line}{n}</p>" for n in range(5))
    found = PARSER.parse(
        f"<html lang={language}><head><title>{title}</title></head><body><main><h1>{title}</h1>"
        f"<div class=meta>{under}</div><div class=txt>{story}</div>{behind}</main></body></html>"
    )
    assert people(found.authors) == authors


def test_the_clock_behind_a_weekday_and_before_the_day_of_change() -> None:
    title, line = JAPANESE
    story = "".join(f"<p>{line}{n}</p>" for n in range(5))
    under = "<p>公開日：2021年4月8日(木) 10:15　更新日：2021年4月9日(金) 08:00</p>"
    found = PARSER.parse(
        f"<html lang=ja><head><title>{title}</title></head><body><h1>{title}</h1>{under}"
        f"<div class=txt>{story}</div></body></html>"
    )
    assert shown(found) == "2021-04-08T10:15:00+09:00"
