"""How well newsparse and other extractors read whole pages: the labelled pages of WCXB.

    python benchmarks/quality.py WCXB                        every installed extractor
    python benchmarks/quality.py WCXB --extractor newsparse --extractor trafilatura
    python benchmarks/quality.py WCXB --limit 50             the first 50 pages
    python benchmarks/quality.py WCXB --worst 10             and the pages read worst
    python benchmarks/quality.py WCXB --limit 150 --markdown   the table of the README

WCXB is the Web Content Extraction Benchmark by Murrough Foley (CC-BY-4.0); WCXB above is a
folder with ``html/ID.html.gz`` and ``ground-truth/ID.json``, wherever below it they are.

Text is compared by words (one character counts as a word in Chinese and Japanese), each as
often as it occurs: precision is the share of the words found that are in the reference,
recall the share of the reference that was found, F1 their harmonic mean; the table has the
mean over all pages. Titles are right if their letters and digits are, without regard to
case; dates, if the day is; authors, if all names are and no other is there. A page without a
label does not count for that column. A page on which an extractor fails counts as empty.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.util
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")


class Reading(NamedTuple):
    """What an extractor made of a page, and what the labels say of it."""

    text: str = ""
    title: str = ""
    day: str = ""
    authors: tuple[str, ...] = ()


class Page(NamedTuple):
    """A labelled page."""

    name: str
    url: str
    html: bytes
    label: Reading


Extractor = Callable[[bytes, str], Reading]


def peer(module: str) -> Any:
    """Return a module of another extractor, which need not be installed."""
    return importlib.import_module(module)


def by_newsparse(html: bytes, url: str) -> Reading:
    import newsparse

    article = newsparse.parse(html, url=url or None)
    return Reading(
        text=article.body.text,
        title=article.title or "",
        day=article.published.date().isoformat() if article.published else "",
        authors=tuple(person.name for person in article.authors),
    )


def by_trafilatura(html: bytes, url: str) -> Reading:
    found = peer("trafilatura").bare_extraction(
        html, url=url or None, with_metadata=True, include_comments=False
    )
    if found is None:
        return Reading()
    known = found if isinstance(found, dict) else found.as_dict()
    return Reading(
        text=known.get("text") or "",
        title=known.get("title") or "",
        day=known.get("date") or "",
        authors=tuple(n.strip() for n in (known.get("author") or "").split(";") if n.strip()),
    )


def by_newspaper4k(html: bytes, url: str) -> Reading:
    article = peer("newspaper").Article(url or "https://example.org/", fetch_images=False)
    article.download(input_html=html.decode("utf-8", "replace"))
    article.parse()
    moment = article.publish_date
    return Reading(
        text=article.text,
        title=article.title or "",
        day=moment.date().isoformat() if hasattr(moment, "date") else str(moment or "")[:10],
        authors=tuple(article.authors),
    )


def by_readability(html: bytes, _: str) -> Reading:
    document = peer("readability").Document(html.decode("utf-8", "replace"))
    texts = peer("lxml.html").fromstring(document.summary()).itertext()
    return Reading(text="\n".join(texts), title=document.short_title() or "")


def by_resiliparse(html: bytes, _: str) -> Reading:
    charset = peer("resiliparse.parse.encoding").detect_encoding(html)
    page = html.decode(charset or "utf-8", "replace")
    extract = peer("resiliparse.extract.html2text").extract_plain_text
    return Reading(text=extract(page, main_content=True, alt_texts=False))


EXTRACTORS: dict[str, tuple[str, Extractor]] = {
    "newsparse": ("newsparse", by_newsparse),
    "trafilatura": ("trafilatura", by_trafilatura),
    "newspaper4k": ("newspaper", by_newspaper4k),
    "readability": ("readability", by_readability),
    "resiliparse": ("resiliparse", by_resiliparse),
}
"""The name of each extractor, the module it needs, and what calls it."""

INSTALLED_AS = {
    "trafilatura": "Trafilatura",
    "readability": "readability-lxml",
    "resiliparse": "Resiliparse",
}
"""What is installed for an extractor, as its authors write it, where that is not its name."""


def pages(folder: Path, kind: str) -> Iterator[Page]:
    """Yield the pages of a checkout of WCXB that have a reference text, by name.

    Args:
        folder: holds the set, at any depth.
        kind: the type of page to take ("article"), "" for all.
    """
    labels = sorted(folder.rglob("ground-truth/*.json"), key=lambda path: path.stem)
    if not labels:
        raise SystemExit(f"{folder} holds no ground-truth/*.json: is it a checkout of WCXB?")
    for path in labels:
        data = json.loads(path.read_text(encoding="utf-8"))
        truth = data.get("ground_truth") or {}
        types = (data.get("_internal") or {}).get("page_type") or {}
        source = path.parent.parent / "html" / f"{path.stem}.html.gz"
        if (
            truth.get("main_content")
            and source.exists()
            and (not kind or types.get("primary", kind) == kind)
        ):
            author = truth.get("author")
            label = Reading(
                text=truth["main_content"],
                title=truth.get("title") or "",
                day=truth.get("publish_date") or "",
                authors=(author,) if author else (),
            )
            yield Page(
                path.stem, data.get("url") or "", gzip.decompress(source.read_bytes()), label
            )


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def plain(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def shares(found: str, wanted: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a text's words."""
    got, label = words(found), words(wanted)
    common = (got & label).total()
    if not common:
        return 0.0, 0.0, 0.0
    precision, recall = common / got.total(), common / label.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


class Score:
    """The figures of one extractor so far."""

    columns = ("precision", "recall", "F1", "title", "date", "authors")

    def __init__(self) -> None:
        self.seen: dict[str, list[float]] = {column: [] for column in self.columns}
        self.rows: list[tuple[float, str, str]] = []
        self.failed = 0
        self.first_error = ""

    def add(self, page: Page, found: Reading) -> None:
        label = page.label
        for column, share in zip(self.columns, shares(found.text, label.text), strict=False):
            self.seen[column].append(share)
        self.rows.append((self.seen["F1"][-1], page.name, page.url))
        if label.title:
            self.seen["title"].append(plain(found.title) == plain(label.title))
        if label.day:
            self.seen["date"].append(found.day[:10] == label.day[:10])
        if label.authors:
            got, want = map(plain, found.authors), map(plain, label.authors)
            self.seen["authors"].append(set(got) == set(want))

    def line(self) -> list[str]:
        means = [f"{fmean(seen):.3f}" if any(seen) else "-" for seen in self.seen.values()]
        return [str(len(self.rows)), *means, str(self.failed)]


def as_markdown(scores: dict[str, Score]) -> str:
    """Return the table of the README, with versions, the best text first."""
    names = ["", "text: precision", "recall", "F1", "title", "date", "authors"]
    lines = [names, ["---"] * len(names)]
    for name, score in sorted(scores.items(), key=lambda one: -fmean(one[1].seen["F1"])):
        package = INSTALLED_AS.get(name, name)
        _, *figures, _ = score.line()
        lines.append([f"{package} {version(package)}", *(f.replace("-", "") for f in figures)])
    return "\n".join(f"| {' | '.join(line)} |".replace("  ", " ") for line in lines)


def measure(chosen: Sequence[str], found: Iterator[Page], limit: int | None) -> dict[str, Score]:
    """Return the score of each extractor, page by page so that all see the same pages."""
    scores = {name: Score() for name in chosen}
    for number, page in enumerate(found):
        if limit is not None and number >= limit:
            break
        for name in chosen:
            try:
                reading = EXTRACTORS[name][1](page.html, page.url)
            except Exception as error:
                scores[name].failed += 1
                scores[name].first_error = scores[name].first_error or repr(error)
                reading = Reading()
            scores[name].add(page, reading)
    return scores


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("folder", type=Path, metavar="WCXB")
    cli.add_argument("--extractor", action="append", choices=EXTRACTORS, metavar="NAME")
    cli.add_argument("--limit", type=int)
    cli.add_argument("--kind", default="article", help="type of page; '' for all")
    cli.add_argument("--worst", type=int, default=0, help="pages with the lowest F1 to name")
    cli.add_argument("--markdown", action="store_true", help="print the table of the README")
    options = cli.parse_args()
    there = [name for name, (package, _) in EXTRACTORS.items() if importlib.util.find_spec(package)]
    chosen = options.extractor or there
    missing = [name for name in chosen if name not in there]
    if missing:
        raise SystemExit(f"not installed: {', '.join(missing)}")
    scores = measure(chosen, pages(options.folder, options.kind), options.limit)
    if options.markdown:
        print(as_markdown(scores))
    else:
        head = ["extractor", "pages", *Score.columns, "failed"]
        print("".join(f"{column:>12}" for column in head))
        for name, score in scores.items():
            print("".join(f"{cell:>12}" for cell in [name, *score.line()]))
    for name, score in scores.items():
        if score.first_error:
            print(f"{name:>12} failed first with {score.first_error}")
        for share, page, url in sorted(score.rows)[: options.worst]:
            print(f"{name:>12} {share:.3f} {page} {url}")


if __name__ == "__main__":
    main()
