from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("pack", [None, gzip.compress, bz2.compress, lzma.compress])
def test_an_archive_cut_off_anywhere_gives_what_is_whole(
    tmp_path: Path, pack: Callable[[bytes], bytes] | None
) -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as tar:
        for n in range(4):
            data = (POST.format(n=n) + random.Random(n).randbytes(200).hex()).encode()
            info = tarfile.TarInfo(f"{n}.md")
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    whole = made.getvalue()
    whole = pack(whole) if pack else whole[: 4 * 1024]  # without the zeros
    path = tmp_path / "posts.tar"
    for cut in range(0, len(whole), 11):
        path.write_bytes(whole[:cut])
        jobs = read(path)
        errors = [bool(job.error) for job in jobs]
        if errors != [False] * 4 or not pack:  # else nothing but the end is missing
            assert errors == [False] * (len(jobs) - 1) + [True], cut


def test_damage_in_the_middle_of_a_tar_is_told(tmp_path: Path) -> None:
    path = tmp_path / "posts.tar"
    with tarfile.open(path, "w") as tar:
        for n in range(3):
            tar.addfile(tarfile.TarInfo(f"{n}.md"), io.BytesIO())
    data = bytearray(path.read_bytes())
    data[512:600] = b"x" * 88
    path.write_bytes(data)
    whole, rest = read(path)
    assert (whole.name, whole.error) == (f"{path}!0.md", None)
    assert rest.name == f"{path}!rest"
    assert rest.error is not None
    assert "damaged" in rest.error[1]


def test_a_damaged_member_of_a_zip_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "posts.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for n in range(3):
            made.writestr(f"{n}.md", POST.format(n=n))
    data = path.read_bytes()
    start = data.index(b"1.md") + 4
    path.write_bytes(data[:start] + b"\xff" * 8 + data[start + 8 :])
    assert [bool(job.error) for job in read(path)] == [False, True, False]


def test_one_path_twice_in_a_tar(tmp_path: Path) -> None:
    path = tmp_path / "posts.tar"
    with tarfile.open(path, "w") as tar:
        for name in ("a.md", "a.md~2.md", "a.md", "a.md"):
            tar.addfile(tarfile.TarInfo(name), io.BytesIO())
    names = [job.name.rpartition("!")[2] for job in read(path)]
    assert names == ["a.md", "a.md~2.md", "a.md~2", "a.md~3"]


def test_what_is_named_twice_comes_once(tmp_path: Path) -> None:
    (tmp_path / "b" / "d").mkdir(parents=True)
    for name in ("a.md", "b/c.html", "b/d/e.md", "b/picture.png"):
        (tmp_path / name).write_text(POST.format(n=1), "utf-8")

    def found(*paths: str) -> list[str]:
        return [
            str(Path(job.name).relative_to(tmp_path))
            for job in read(*(tmp_path / p for p in paths))
        ]

    everything = ["a.md", "b/c.html", "b/d/e.md"]
    assert found("", "b", "a.md", "b/*.html", ".") == everything
    assert sorted(found("b/d", "b", "b/c.html", "a.md", "")) == everything
    assert sorted(found("**")) == [*everything, "b/picture.png"]
    assert found("b", "b/picture.png") == ["b/c.html", "b/d/e.md", "b/picture.png"]


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


def test_entries_with_one_link_have_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    item = "<item><link>https://gull.example/</link><description>It sails.</description></item>"
    path.write_text(f"<rss version='2.0'><channel>{item * 3}</channel></rss>", "utf-8")
    names = [job.name.partition("#")[2] for job in read(path)]
    assert names == [f"https://gull.example/{more}" for more in ("", "~2", "~3")]


def test_a_feed_never_makes_another_file_be_read(tmp_path: Path) -> None:
    (tmp_path / "private").write_text(RSS, "utf-8")
    path = tmp_path / "feed.xml"
    path.write_bytes(str(tmp_path / "private").encode())
    (job,) = read(path)
    assert job.error is not None
    assert job.error[0] == "WrongFormatError"


JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Gull",
    "language": "en",
    "items": [
        {
            "id": "x1",
            "url": "https://gull.example/1",
            "title": "The ferry: back",
            "content_html": "<p>It sails <b>again</b>.</p>",
            "date_published": "2026-03-04T09:30:00+02:00",
            "authors": [{"name": "Ann Byrne"}],
            "tags": ["Harbour", 3],
        },
        {"id": 2, "content_text": "It <waits>.\n\nStill."},
        "no item",
        {"id": "x3", "summary": "Short."},
    ],
}


@pytest.mark.parametrize("suffix", ["json", "xml"])
def test_json_feeds(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"feed.{suffix}"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(JSON_FEED).encode())
    first, second, third = (found.article for found in parse_many(read(path), workers=0))
    assert first is not None
    assert (first.title, first.url) == ("The ferry: back", "https://gull.example/1")
    assert first.published is not None
    assert first.published.isoformat() == "2026-03-04T09:30:00+02:00"
    assert [person.name for person in first.authors] == ["Ann Byrne"]
    assert first.body.markdown.strip() == "It sails **again**."
    assert (first.keywords, first.language) == (("Harbour",), "en")
    assert second is not None
    assert second.body.text == "It <waits>.\n\nStill."
    assert third is not None
    assert third.body.text == "Short."


def test_json_that_is_no_feed(tmp_path: Path) -> None:
    for name, text in (("a.xml", "{"), ("b.xml", '{"items": []}'), ("c.xml", '{"version": 1}')):
        (tmp_path / name).write_text(text, "utf-8")
        (job,) = read(tmp_path / name)
        assert job.error is not None
        assert job.error[0] == "WrongFormatError"
    (tmp_path / "d.json").write_text('{"items": []}', "utf-8")
    (job,) = read(tmp_path / "d.json")  # a document, for what it is worth; no feed
    assert job.error is None


def test_a_feed_that_is_html(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text("<!doctype html><title>Not found</title><p>404</p>", "utf-8")
    (job,) = read(path)
    assert job.error is not None
    assert job.error[0] == "WrongFormatError"
    assert "no feed" in job.error[1]


def warc(*pages: tuple[str, bytes, str], packed: bool = True) -> bytes:
    """Return a compressed WARC, a member a record, as crawlers write it (ISO 28500, annex D).

    The third of a page is its Content-Type, and lines of other headers after it.
    """
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
        record = head.encode() + http + b"\r\n\r\n"
        out.append(gzip.compress(record) if packed else record)
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


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive_cut_off_anywhere_gives_what_is_whole(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "crawl.warc"
    pages = [
        (f"https://a.example/{n}", f"<p>{random.Random(n).randbytes(60).hex()}</p>".encode(), kind)
        for n, kind in enumerate(["text/html", "image/png", "text/html", "image/png"])
    ]
    ends = [len(warc(*pages[:n], packed=packed)) for n in range(5)]
    if not packed:
        ends = [n for end in ends for n in range(end - 4, end + 1)]  # only the empty lines miss
    whole = warc(*pages, packed=packed)
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        jobs = read(path)
        bad = [job for job in jobs if job.error]
        assert len(jobs) - len(bad) <= 2
        if cut not in ends or not cut:
            assert bad == jobs[-1:], cut
        else:
            assert not bad, cut


def test_what_is_no_web_archive(tmp_path: Path) -> None:
    for name in ("a.warc", "b.warc.gz", "c.wacz"):
        path = tmp_path / name
        path.write_bytes(gzip.compress(b"<p>No.</p>") if name.endswith("gz") else b"<p>No.</p>")
        if name.endswith("wacz"):
            with zipfile.ZipFile(path, "w") as made:
                made.writestr("pages.jsonl", "")
        (job,) = read(path)
        assert job.error is not None, name


PAGE = b"<p>The ferry sails again, and nobody waits.</p>"


def chunks(body: bytes) -> bytes:
    pieces = [body[n : n + 7] for n in range(0, len(body), 7)]
    sized = [b"%x;a=b\r\n%s\r\n" % (len(piece), piece) for piece in pieces]
    return b"".join([*sized, b"0\r\n\r\n"])


def bare(body: bytes) -> bytes:
    """Deflate without a frame, which some servers send."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


GZIP, CHUNKED = "Content-Encoding: gzip", "Transfer-Encoding: chunked"


@pytest.mark.parametrize(
    ("body", "headers", "error"),
    [
        (chunks(PAGE), [CHUNKED], None),
        (gzip.compress(PAGE, mtime=0), [GZIP], None),
        (chunks(gzip.compress(PAGE, mtime=0)), [GZIP, CHUNKED], None),
        (zlib.compress(PAGE), ["Content-Encoding: deflate"], None),
        (bare(PAGE), ["Content-Encoding: deflate"], None),
        # The crawler made it plain, and left the headers.
        (PAGE, [GZIP, CHUNKED], None),
        (PAGE, ["Content-Encoding: br"], None),
        (b"\x1b\x2e\x00", ["Content-Encoding: br"], "NotTextError"),
        (chunks(PAGE)[:-5], [CHUNKED], "EOFError"),
        (chunks(PAGE)[:-20], [CHUNKED], "EOFError"),
        (gzip.compress(PAGE, mtime=0)[:-9], [GZIP], "EOFError"),
        (b"\x1f\x8b\x08\x00damaged all over", [GZIP], "NotTextError"),
        (gzip.compress(b"x" * 10_001, mtime=0), [GZIP], "TooLargeError"),
    ],
)
def test_bodies_as_they_went_over_the_wire(
    tmp_path: Path, body: bytes, headers: list[str], error: str | None
) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc(("https://a.example/1", body, "\r\n".join(["text/html", *headers]))))
    (job,) = read(path)
    assert (job.error[0] if job.error else None) == error
    assert job.data == (b"" if error else PAGE)


def test_names_are_all_different(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc(PAGES[0], PAGES[0], PAGES[3]))
    found = [job.name for job in read(path)]
    assert len(set(found)) == len(found) == 3
