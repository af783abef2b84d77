"""What the machinery of batches costs, and what a second processor brings.

    python benchmarks/batch.py                     4,000 documents: the seed, and ../shared
    python benchmarks/batch.py --documents 20000 FILE…

In one run: parse() in a bare loop with the articles as JSON lines, then `run_batch` with
one and with two workers over the same documents, by turns, and the memory of the parent.
The goals: one worker takes at most 1.15 times the loop, two are at least 1.8 times as fast
as one.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import newsparse
from newsparse.batch import Job
from newsparse.batch.run import run_batch

ROOT = Path(__file__).resolve().parent.parent
POSTS = ROOT.parent / "shared" / "corpus" / "rsshub"


def loop(jobs: Sequence[Job], folder: Path) -> None:
    parser = newsparse.Parser()
    with open(folder / "articles.jsonl", "wb") as file:
        for job in jobs:
            try:
                article = parser.parse(job.data, name=job.name)
            except newsparse.NewsparseError:
                continue
            file.write(article.to_json().encode("utf-8", "replace") + b"\n")


def timed(jobs: Sequence[Job], workers: int) -> float:
    with tempfile.TemporaryDirectory() as made:
        start = perf_counter()
        if workers:
            run_batch(jobs, Path(made), workers=workers)
        else:
            loop(jobs, Path(made))
        return perf_counter() - start


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--documents", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args(arguments)
    paths = chosen.files or [*(ROOT / "seeds").glob("*.txt"), *sorted(POSTS.glob("*.md"))]
    texts = [path.read_bytes() for path in paths]
    given = itertools.islice(itertools.cycle(texts), chosen.documents)
    jobs = [Job(name=str(number), data=text) for number, text in enumerate(given)]
    best = dict.fromkeys((0, 1, 2), float("inf"))
    for _ in range(chosen.rounds):
        for workers in best:
            best[workers] = min(best[workers], timed(jobs, workers))
    for workers, seconds in best.items():
        name = f"{workers} workers" if workers else "loop"
        print(f"{name:<10} {len(jobs) / seconds:8.0f} documents a second")
    print(f"one worker over the loop  {best[1] / best[0]:.2f} (goal: at most 1.15)")
    print(f"two workers over one      {best[1] / best[2]:.2f} (goal: at least 1.8)")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the parent {peak:.0f} MiB, its documents included")
    return 0


if __name__ == "__main__":
    sys.exit(main())
