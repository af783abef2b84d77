"""The report in headless Chromium, as a reader uses it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse.report import render_report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs Debian's package chromium, which is not installed")
    with playwright.sync_playwright() as started:
        made = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


def test_a_reader_finds_what_a_rule_took(browser: Any, seed: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text(render_report(newsparse.explain(seed)), "utf-8")
    page = browser.new_page()
    wrong: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())

    button = page.locator("button.rule", has_text="sina:qr-box")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    hits = page.locator(".document .hit")
    assert hits.count() == 1
    assert "尽在新浪财经APP" in hits.inner_text()
    hits.hover()
    assert page.locator(".status").inner_text().startswith("sina:qr-box: ")
    page.keyboard.press("Escape")
    assert hits.count() == 0

    page.locator(".document p.mapped").first.click()
    assert page.locator('button.rule[aria-pressed="true"]').count() == 1
    page.locator('button[data-show="kept"]').click()
    assert not page.locator(".document p.kept").first.is_visible()
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before

    assert wrong == []
    assert asked == [report.as_uri()]
    page.close()


def test_nothing_is_wider_than_the_window(browser: Any, tmp_path: Path) -> None:
    document = (
        f"---\ntitle: 'A{'verylongword' * 30}'\ndate: 2021-04-08\n"
        f"headimg: https://picsum.photos/{'long' * 60}\n---\n<p>{'x' * 4000}</p>"
        f"<p><a href='https://paper.example/{'y' * 300}'>{'z' * 200}</a></p>"
        f"<pre>{'z = 1; ' * 200}</pre><img src='https://paper.example/{'p' * 300}.jpg'>"
    )
    report = tmp_path / "report.html"
    report.write_text(render_report(newsparse.explain(document)), "utf-8")
    for width in (360, 800, 1440):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(report.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.close()
