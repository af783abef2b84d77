"""What a whole page costs, against one bare parse of it, and how the cost grows with it.

    python benchmarks/pages.py                  made pages, and ../shared where it is
    python benchmarks/pages.py --rounds 3 FILE…  other pages (.html, .html.gz)

Three tables:

- time: milliseconds a page of ``parse()`` and of Lexbor alone, and their ratio. By turns,
  the fastest of the rounds counts;
- growth: the same page with what is in its ``<body>`` ten times over, and the growth of the
  bare parse beside it: a page that no longer fits the processor's cache costs Lexbor more
  than ten times as much, too, and a page that leaves elements open is another page when
  it is repeated. The goal for a made page: ten times as large, at most twelve times as long;
- memory: the most that was held at one time beyond the tree, in bytes for each byte of the
  page, as ``tracemalloc`` counts; it sees Lexbor's tree, which is measured by itself.
"""

from __future__ import annotations

import argparse
import gzip
import re
import statistics
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from selectolax.lexbor import LexborHTMLParser

import newsparse

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FOLDERS = (SHARED / "corpus" / "pages", SHARED / "eval" / "wcxb" / "html")
EVERY = 8
"""Of the shared pages, one in so many is measured."""

_BODY = re.compile(rb"(?is)<body[^>]*>(.*)</body>")


def made(paragraphs: int) -> bytes:
    """Return a page of the usual parts with so many paragraphs of story."""
    menu = "".join(f"<li><a href='/s/{n}'>Section {n}</a></li>" for n in range(30))
    story = "".join(
        f"<p>On day {n} the <a href='/d/{n}'>ferry</a> came late again, and the harbour "
        "master said that the fog had not lifted before noon, as so often in spring.</p>"
        for n in range(paragraphs)
    )
    more = "".join(f"<li><a href='/n/{n}'>The market opens, part {n}</a></li>" for n in range(20))
    return (
        "<!doctype html><html lang=en><head><title>The ferry is late | Harbour Times</title>"
        "<meta property='og:title' content='The ferry is late'></head>"
        f"<body><nav><ul>{menu}</ul></nav><article><h1>The ferry is late</h1>{story}</article>"
        f"<aside><h2>More</h2><ul>{more}</ul></aside><footer>Harbour Times</footer></body></html>"
    ).encode()


def tenfold(page: bytes) -> bytes | None:
    """Return a page with the content of its body ten times over, None without a body."""
    body = _BODY.search(page)
    return page[: body.start(1)] + body[1] * 10 + page[body.end(1) :] if body else None


def parse(page: bytes) -> None:
    try:
        newsparse.parse(page)
    except newsparse.NewsparseError:
        return


def best(work: Callable[[bytes], object], page: bytes, rounds: int) -> float:
    """Return the fewest seconds that `work` took of the page."""
    fewest = float("inf")
    for _ in range(rounds):
        start = perf_counter()
        work(page)
        fewest = min(fewest, perf_counter() - start)
    return fewest


def held(page: bytes) -> float:
    """Return the peak of a parse beyond the tree's, in bytes for each byte of the page."""
    return (peak(parse, page) - peak(LexborHTMLParser, page)) / len(page)


def peak(work: Callable[[bytes], object], page: bytes) -> int:
    """Return the most bytes that were held at one time while `work` read the page."""
    tracemalloc.start()
    try:
        work(page)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def quartiles(values: Sequence[float]) -> str:
    ordered = sorted(values)
    half, most = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.9)]
    return f"median {half:6.2f}   ninth in ten {most:6.2f}   worst {ordered[-1]:6.2f}"


def read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--longest", type=int, default=20_000, metavar="PARAGRAPHS")
    chosen = parser.parse_args(arguments)
    paths: list[Path] = chosen.files or [
        path for folder in FOLDERS for path in sorted(folder.rglob("*.html*"))[::EVERY]
    ]
    pages = [read(path) for path in paths] or [made(40)]
    for page in pages:
        parse(page)  # what is loaded when it is first needed
    floors = [best(LexborHTMLParser, page, chosen.rounds) for page in pages]
    times = [best(parse, page, chosen.rounds) for page in pages]
    mean = 1000 * statistics.fmean(times)
    print(f"{len(pages)} pages, {sum(map(len, pages)) / len(pages) / 1024:.0f} KiB each")
    print(f"parse()      {mean:7.2f} ms a page")
    print(f"bare parse   {1000 * statistics.fmean(floors):7.2f} ms a page")
    print(f"ratio        {sum(times) / sum(floors):7.2f}")
    grown = [(page, large) for page in pages[:40] if (large := tenfold(page)) is not None]
    print("\na body ten times over, time as a multiple of the page's own")
    for name, work in (("parse()", parse), ("bare parse", LexborHTMLParser)):
        factors = [best(work, large, 3) / best(work, page, 3) for page, large in grown]
        print(f"{name:<12} {quartiles(factors)}")
    lengths = [20]
    while lengths[-1] < chosen.longest:
        lengths.append(10 * lengths[-1])
    steps = [best(parse, made(length), chosen.rounds) for length in lengths]
    shown = "  ".join(f"{late / early:.2f}" for early, late in pairwise(steps))
    print(f"a story ten times as long, from 20 to {lengths[-1]} paragraphs: {shown}")
    print(f"\nbytes held for a byte of the page: {quartiles([held(page) for page in pages])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
