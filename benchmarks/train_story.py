"""Train and cross-validate the model that tells story from boilerplate.

    python benchmarks/train_story.py FOLDER [--write]

FOLDER holds labelled pages as ``score.py``'s readers see them: ``wcxb/`` with
``ground-truth/*.json`` and ``html/*.html.gz``, ``fundus/`` and ``trafilatura/``, of which
any may be absent. Needs numpy and lightgbm, which newsparse itself does not.

Pages are split into five parts by a hash of the registered domain, so that no site is
in two parts; each part is judged by a model that has not seen it. Then each set is judged
by a model that has seen the other sets alone. ``--write`` at last trains on all and writes
``block_model.json``. Figures are of the blocks' texts, without captions and site rules.

A model that is only the teacher is trained first. The shipped one learns the mean of the
labels and the teacher's opinion, and the opinion alone where a page has no label: a label
that is wrong by chance weighs less, and pages of which only some lines are labelled count
whole (Hinton et al., "Distilling the Knowledge in a Neural Network", 2015).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import attrs

import newsparse.extract
from newsparse.choose import ChoiceContext, choose
from newsparse.dom import parse_html, root_of
from newsparse.extract.block_features import HEADING_SHIFT, NUMBERS, TAGS, Features
from newsparse.extract.block_features import block_features as describe_blocks
from newsparse.extract.block_headline import find_headline
from newsparse.extract.boilerplate_words import FLAG_NAMES
from newsparse.extract.metadata import read_page
from newsparse.extract.page_layout import Layout
from newsparse.extract.page_phrases import PHRASE_NAMES
from newsparse.extract.page_walk import walk_page
from newsparse.extract.story import best_threshold

sys.path.insert(0, str(Path(__file__).parent))
from story_labels import flat, labels_by_segments, labels_by_text, tokens

FOLDS: Final = 5
MODEL: Final = Path(newsparse.extract.__path__[0]) / "block_model.json"
TREES: Final = 120
SETTINGS: Final = {
    "objective": "cross_entropy",
    "num_leaves": 32,
    "learning_rate": 0.12,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 10.0,
    "max_bin": 127,
    "num_threads": 1,
    "verbose": -1,
    "seed": 7,
}
TEACHER_TREES: Final = 120
TEACHER: Final = {
    **SETTINGS,
    "num_leaves": 24,
    "learning_rate": 0.1,
    "min_data_in_leaf": 100,
    "lambda_l2": 20.0,
    "max_bin": 63,
}
TRUST: Final = 0.5
"""How much the teacher's opinion of a labelled block counts beside the label."""

SEGMENT_WEIGHT: Final = 24.0
WEIGHTS: Final = {"wcxb": 1.0, "fundus": 3.0, "trafilatura": 1.0}
NAMES: Final = [
    *NUMBERS,
    *(f"tag_{tag}" for tag in TAGS),
    *(f"{kind}_{flag}" for kind in ("own", "near", "rel") for flag in FLAG_NAMES),
    *(f"{kind}_{phrase}" for kind in ("ph", "hd") for phrase in PHRASE_NAMES),
]


@attrs.frozen(kw_only=True)
class Labelled:
    """A page with its reference: `text` in full, or segments `inside` and `outside`."""

    kind: str
    url: str
    html: bytes
    text: str | None = None
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Sample:
    """The blocks of a page: their texts, features and labels."""

    kind: str
    fold: int
    texts: list[str]
    words: list[int]
    features: list[Features | None]
    labels: list[float]
    reference: str | None
    inside: tuple[str, ...]
    outside: tuple[str, ...]


def read_wcxb(folder: Path) -> Iterator[Labelled]:
    for file in sorted((folder / "ground-truth").glob("*.json")):
        page = json.loads(file.read_text("utf-8"))
        text = page["ground_truth"].get("main_content")
        if text:
            html = gzip.decompress((folder / "html" / f"{file.stem}.html.gz").read_bytes())
            yield Labelled(kind="wcxb", url=page.get("url") or "", html=html, text=text)


def read_trafilatura(folder: Path) -> Iterator[Labelled]:
    for url, page in json.loads((folder / "evaldata.json").read_text("utf-8")).items():
        html = gzip.decompress((folder / "html" / page["html"]).read_bytes())
        yield Labelled(
            kind="trafilatura", url=url, html=html, inside=page["with"], outside=page["without"]
        )


def read_fundus(folder: Path) -> Iterator[Labelled]:
    for file in sorted(folder.glob("*/*.json")):
        versions = json.loads(file.read_text("utf-8"))
        meta = json.loads((file.parent / "meta.info").read_text("utf-8"))
        pages = sorted(file.parent.glob(f"{file.stem}_*.html.gz"))
        for page, version in zip(pages, sorted(versions), strict=False):
            body = versions[version].get("body") or {}
            parts = list(body.get("summary") or [])
            for section in body.get("sections") or []:
                parts += [*(section.get("headline") or []), *(section.get("paragraphs") or [])]
            if parts:
                url = meta.get(page.name, {}).get("url") or ""
                html = gzip.decompress(page.read_bytes())
                yield Labelled(kind="fundus", url=url, html=html, text="\n".join(parts))


READERS: Final = {"wcxb": read_wcxb, "trafilatura": read_trafilatura, "fundus": read_fundus}


_ARCHIVED: Final = re.compile(r"https?://web\.archive\.org/web/\w+/(?=http)")


def fold_of(url: str) -> int:
    """Return the part of the data a page's site belongs to; an archived page keeps its own."""
    archived = _ARCHIVED.match(url)
    url = url[archived.end() :] if archived else url
    labels = (urlsplit(url).hostname or "").split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    site = ".".join(labels[-3:] if short else labels[-2:])
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS


def sample(page: Labelled) -> Sample | None:
    html = page.html.decode("utf-8", "replace")
    tree = parse_html(html)
    root = root_of(tree)
    if root is None:
        return None
    walk = walk_page(root, {})
    if not walk.blocks:
        return None
    metadata = read_page(tree, html, page.url)
    chosen = choose(metadata.offers, ChoiceContext(url=page.url, now=datetime.now(UTC)))
    title, summary = (
        " ".join(str(chosen[field].value).split()) if field in chosen else ""
        for field in ("title", "summary")
    )
    features = list(
        describe_blocks(
            walk,
            Layout(walk),
            find_headline(walk, title),
            " ".join((metadata.article_body or "").split()),
            summary,
            title,
        )
    )
    texts = [block.text for block in walk.blocks]
    if page.text is not None:
        labels = labels_by_text(texts, page.text)
    else:
        labels = labels_by_segments(texts, page.inside, page.outside)
    words = [block.words for block in walk.blocks]
    return Sample(
        kind=page.kind,
        fold=fold_of(page.url),
        texts=texts,
        words=words,
        features=features,
        labels=labels,
        reference=page.text,
        inside=tuple(map(flat, page.inside)),
        outside=tuple(map(flat, page.outside)),
    )


def row(features: Features) -> list[float]:
    """Return the features as one line of numbers, in the order of :data:`NAMES`."""
    numbers, (tag, own, near, every, phrases) = features
    line = [float(n) for n in numbers]
    line += [float(tag == code) for code in range(1, len(TAGS) + 1)]
    for mask in (own, near, every):
        line += [float(mask >> bit & 1) for bit in range(len(FLAG_NAMES))]
    for mask in (phrases, phrases >> HEADING_SHIFT):
        line += [float(mask >> bit & 1) for bit in range(len(PHRASE_NAMES))]
    return line


def weights(page: Sample, labels: list[float]) -> list[float]:
    """Return how much each block counts: long ones more, those of long pages less."""
    story = sum(w for w, y in zip(page.words, labels, strict=True) if y >= 0.5) or 50
    scale = WEIGHTS[page.kind] * 100 / (story**0.7 + 60)
    told = page.labels if page.reference is None else [-1.0] * len(labels)
    return [
        SEGMENT_WEIGHT if label >= 0 else float(min(words, 150) ** 0.7 * scale)
        for words, label in zip(page.words, told, strict=True)
    ]


def train(pages: list[Sample]) -> Any:
    """Return a LightGBM booster trained on `pages` and on what another one says of them."""
    lightgbm, numpy = importlib.import_module("lightgbm"), importlib.import_module("numpy")
    rows, labels, owners = [], [], []
    for number, page in enumerate(pages):
        for position, features in enumerate(page.features):
            if features is not None and features[0]:
                rows.append(row(features))
                labels.append(page.labels[position])
                owners.append((number, position))
    table, truth = numpy.array(rows, "float32"), numpy.array(labels)
    del rows
    known, story = truth >= 0, truth >= 0.5

    def fit(settings: dict[str, Any], trees: int, take: Any, goal: Any, weight: Any) -> Any:
        data = lightgbm.Dataset(table[take], goal[take], weight=weight[take], feature_name=NAMES)
        return lightgbm.train(dict(settings), data, trees)

    by_page = [weights(page, page.labels) for page in pages]
    weight = numpy.array([by_page[number][position] for number, position in owners])
    told = fit(TEACHER, TEACHER_TREES, known, story, weight).predict(table)
    opinions = [list(page.labels) for page in pages]
    for (number, position), chance in zip(owners, told, strict=True):
        if pages[number].reference is None:
            opinions[number][position] = float(chance)
    by_page = [weights(page, told_of) for page, told_of in zip(pages, opinions, strict=True)]
    weight = numpy.array([by_page[number][position] for number, position in owners])
    segments = numpy.array([pages[number].reference is None for number, _ in owners])
    goal = numpy.where(known, TRUST * told + (1 - TRUST) * story, told)
    return fit(SETTINGS, TREES, known | segments, goal, weight)


def judge(booster: Any, page: Sample) -> list[float]:
    """Return the probability of each block, 0 for those that have no features."""
    asked = [features is not None and bool(features[0]) for features in page.features]
    pairs = zip(page.features, asked, strict=True)
    known = [row(features) for features, ask in pairs if features is not None and ask]
    numpy = importlib.import_module("numpy")
    told = iter(booster.predict(numpy.array(known, "float32")) if known else ())
    return [float(next(told)) if ask else 0.0 for ask in asked]


def word_f1(got: str, want: str) -> float:
    one, two = Counter(tokens(got)), Counter(tokens(want))
    same = sum((one & two).values())
    return 2 * same / (sum(one.values()) + sum(two.values())) if same else 0.0


def as_data(booster: Any) -> str:
    """Return a booster as the JSON that ``block_model.compile_trees`` reads."""
    used: dict[str, int] = {}

    def convert(tree: dict[str, Any]) -> Any:
        if "leaf_value" in tree:
            return round(tree["leaf_value"], 4)
        feature = used.setdefault(NAMES[tree["split_feature"]], len(used))
        low, high = convert(tree["left_child"]), convert(tree["right_child"])
        return [feature, float(f"{tree['threshold']:.5g}"), low, high]

    trees = [convert(info["tree_structure"]) for info in booster.dump_model()["tree_info"]]
    model = {"start": 0.0, "names": sorted(used, key=lambda name: used[name]), "trees": trees}
    return json.dumps(model, separators=(",", ":")) + "\n"


def figures(pages: list[Sample], chances: list[list[float]]) -> list[str]:
    """Return what is reached on `pages`, a line for each set, by the measures of ``score.py``."""
    scores: dict[str, list[float]] = {}
    hits = misses = leaks = 0
    for page, chance in zip(pages, chances, strict=True):
        least = best_threshold(chance, page.words)
        kept = [text for text, c in zip(page.texts, chance, strict=True) if c >= least]
        if page.reference is not None:
            scores.setdefault(page.kind, []).append(word_f1("\n".join(kept), page.reference))
            continue
        text = "".join(map(flat, kept))
        found = sum(segment in text for segment in page.inside)
        hits, misses = hits + found, misses + len(page.inside) - found
        leaks += sum(segment in text for segment in page.outside)
    lines = [
        f"{kind}: word F1 {statistics.fmean(values):.4f} on {len(values)} pages"
        for kind, values in scores.items()
    ]
    if hits:
        right, whole = hits / (hits + leaks), hits / (hits + misses)
        f1 = 2 * right * whole / (right + whole)
        lines.append(f"trafilatura: precision {right:.4f} recall {whole:.4f} F1 {f1:.4f}")
    return lines


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--write", action="store_true", help="train on all and write the model")
    args = cli.parse_args()
    pages = [
        made
        for name, read in READERS.items()
        if (args.folder / name).is_dir()
        for page in read(args.folder / name)
        if (made := sample(page)) is not None
    ]
    print(f"{len(pages)} pages", flush=True)
    kinds = list(dict.fromkeys(page.kind for page in pages))
    by_fold = [[page for page in pages if page.fold == fold] for fold in range(FOLDS)]
    by_kind = [[page for page in pages if page.kind == kind] for kind in kinds]
    for title, parts in (("unseen sites", by_fold), ("unseen sets", by_kind)):
        if len(parts) < 2:
            continue
        unseen, chances = [], []
        for part in parts:
            held = set(map(id, part))
            booster = train([page for page in pages if id(page) not in held])
            unseen += part
            chances += [judge(booster, page) for page in part]
        print(f"{title}: " + "; ".join(figures(unseen, chances)), flush=True)
    if args.write:
        MODEL.write_text(as_data(train(pages)), "utf-8")
        print(f"wrote {MODEL}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
