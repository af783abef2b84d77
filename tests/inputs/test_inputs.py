from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

import newsparse
from newsparse.batch import Job, parse_many
from newsparse.inputs import documents
from newsparse.limits import Limits

POST = "---\ntitle: The ferry is late {n}\n---\n<p>It sails again, {n}.</p>"
SMALL = Limits(max_bytes=10_000)


def read(*paths: Path | str) -> list[Job]:
    return list(documents(map(str, paths), SMALL))


def test_folders_patterns_and_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.md", "b/c.html", "b/picture.png"):
        (tmp_path / name).write_text(POST.format(n=1), "utf-8")
    assert [Path(job.name).name for job in read(tmp_path)] == ["a.md", "c.html"]
    assert [Path(job.name).name for job in read(tmp_path / "**" / "*.html")] == ["c.html"]
    assert [Path(job.name).name for job in read(tmp_path / "b" / "picture.png")] == ["picture.png"]
    missing, nothing = read(tmp_path / "no.md", tmp_path / "*.nothing")
    assert missing.error == ("FileNotFoundError", "no such file or directory")
    assert nothing.error == ("FileNotFoundError", "nothing matches this pattern")
    (tmp_path / "empty").mkdir()
    (job,) = read(tmp_path / "empty")
    assert job.error == ("FileNotFoundError", "no documents in this folder")
    assert [Path(job.name).name for job in read(tmp_path / "[be]*")] == ["c.html"]


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz"])
def test_json_lines(tmp_path: Path, suffix: str) -> None:
    lines = [
        json.dumps({"html": POST.format(n=1), "url": "https://a.example/1"}),
        "",
        "{broken",
        "[]",
        '{"title": 3}',
        json.dumps({"html": "x" * 70_000}),
        json.dumps({"content": POST.format(n=2)}),
    ]
    data = "\n".join(lines).encode()
    path = tmp_path / f"posts{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    jobs = read(path)
    assert [job.error and job.error[0] for job in jobs] == [
        None, "FormatError", "FormatError", "FormatError", "TooLargeError", None,
    ]  # fmt: skip
    assert jobs[0].url == "https://a.example/1"
    assert jobs[-1].name == f"{path}:7"


@pytest.mark.parametrize("kind", ["tar", "tar.gz", "zip"])
def test_archives(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"posts.{kind}"
    members = {"a/1.md": POST.format(n=1), "a/big.html": "x" * 20_000, "a/p.png": "x"}
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as made:
            for name, text in members.items():
                made.writestr(name, text)
    else:
        with tarfile.open(path, "w:gz" if kind.endswith("gz") else "w") as tar:
            for name, text in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(text.encode())
                tar.addfile(info, io.BytesIO(text.encode()))
    jobs = read(path)
    assert [job.name for job in jobs] == [f"{path}!a/1.md", f"{path}!a/big.html"]
    assert jobs[1].error is not None
    assert jobs[1].error[0] == "TooLargeError"
    (found, _) = parse_many(jobs, workers=0)
    assert found.article is not None


def test_a_truncated_archive_gives_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "posts.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for n in range(50):
            data = (POST.format(n=n) + str(hash(n)) * 300).encode()
            info = tarfile.TarInfo(f"{n}.md")
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    jobs = read(path)
    assert 0 < len(jobs) < 50
    assert [bool(job.error) for job in jobs] == [False] * (len(jobs) - 1) + [True]


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Gull</title>
<item><title>The ferry: back</title><link>https://gull.example/1</link>
<pubDate>Wed, 04 Mar 2026 09:30:00 GMT</pubDate><author>ann@gull.example (Ann Byrne)</author>
<category>Harbour</category>
<description>&lt;p&gt;It sails &lt;b&gt;again&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><guid>x2</guid><title>Late</title><description>It waits.</description></item>
</channel></rss>"""


def test_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS, "utf-8")
    jobs = read(path)
    assert not [job.error for job in jobs if job.error]
    first, second = parse_many(jobs, workers=0)
    article = first.article
    assert article is not None
    assert (article.title, article.url) == ("The ferry: back", "https://gull.example/1")
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-04T09:30:00+00:00"
    assert article.body.markdown.strip() == "It sails **again**."
    assert article.keywords == ("Harbour",)
    assert second.name == f"{path}#x2"
    assert second.article is not None
    assert second.article.body.text == "It waits."


def test_a_feed_that_is_html(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text("<!doctype html><title>Not found</title><p>404</p>", "utf-8")
    (job,) = read(path)
    assert job.error is not None
    assert job.error[0] == "WrongFormatError"
    assert "no feed" in job.error[1]


def warc(*pages: tuple[str, bytes, str]) -> bytes:
    """Return a compressed WARC, a member a record, as crawlers write it (ISO 28500, annex D)."""
    out = []
    for number, (url, body, kind) in enumerate(pages):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Date: 2026-03-04T09:30:00Z\r\nWARC-Target-URI: {url}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        out.append(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return b"".join(out)


GBK = "text/html; charset=gbk"
PAGES = (
    (
        "https://a.example/1",
        "<p>深圳市总工会发布方案。</p>".encode("gbk"),
        "text/html; charset=gbk",
    ),
    ("https://a.example/logo", b"\x89PNG", "image/png"),
    ("https://a.example/big", b"x" * 20_000, "text/html"),
    ("https://a.example/2", b"<p>The ferry sails again.</p>", "text/html"),
)


@pytest.mark.parametrize("kind", ["warc.gz", "wacz"])
def test_web_archives(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"crawl.{kind}"
    data = warc(*PAGES)
    if kind == "wacz":
        with zipfile.ZipFile(path, "w") as made:
            made.writestr("archive/data.warc.gz", data)
    else:
        path.write_bytes(data)
    jobs = read(path)
    assert [job.url for job in jobs] == [url for url, _, k in PAGES if "html" in k]
    assert [job.error and job.error[0] for job in jobs] == [None, "TooLargeError", None]
    first, _, last = parse_many(jobs, workers=0)
    assert first.article is not None
    assert first.article.body.text == "深圳市总工会发布方案。"
    assert last.article is not None
    assert last.article.url == "https://a.example/2"


def test_a_truncated_web_archive_gives_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    many = [
        (f"https://a.example/{n}", f"<p>{n} {hash(str(n))}</p>".encode() * 50, "text/html")
        for n in range(30)
    ]
    whole = warc(*many)
    path.write_bytes(whole[: len(whole) // 2])
    jobs = read(path)
    assert 5 < len(jobs) < 25
    good = [job for job in jobs if not job.error]
    assert len(good) >= len(jobs) - 1
    assert newsparse.parse(good[0].data).body


def test_names_are_all_different(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc(PAGES[0], PAGES[0], PAGES[3]))
    found = [job.name for job in read(path)]
    assert len(set(found)) == len(found) == 3
