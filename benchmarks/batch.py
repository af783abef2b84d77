"""What the machinery of batches costs, and what a second processor brings.

    python benchmarks/batch.py                     4,000 documents: the seed, and ../shared
    python benchmarks/batch.py --documents 20000 FILE…
    python benchmarks/batch.py --memory 10000 200000

In one run: parse() in a bare loop with the articles as JSON lines, then `run_batch` with
one and with two workers over the same documents, by turns, and the memory of the parent.
The goals: one worker takes at most 1.15 times the loop, two are at least 1.8 times as fast
as one. With ``--memory``: what the parent of two workers holds at its peak, for each number
of documents in a process of its own; the documents are made as they are asked for. The
goal: it does not grow.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import subprocess
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


def peak() -> float:
    """Return the peak memory of this process in MiB; ru_maxrss is in KiB on Linux."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def peak_of_the_parent(texts: Sequence[bytes], documents: int) -> float:
    """Run a batch of so many documents over two workers; return this process's peak in MiB."""
    numbered = enumerate(itertools.islice(itertools.cycle(texts), documents))
    with tempfile.TemporaryDirectory() as made:
        run_batch((Job(name=str(n), data=text) for n, text in numbered), Path(made), workers=2)
    return peak()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--documents", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", type=int, nargs="+", metavar="DOCUMENTS")
    chosen = parser.parse_args(arguments)
    paths = chosen.files or [*(ROOT / "seeds").glob("*.txt"), *sorted(POSTS.glob("*.md"))]
    texts = [path.read_bytes() for path in paths]
    if chosen.memory and len(chosen.memory) == 1:
        print(
            f"{chosen.memory[0]:>8} documents  {peak_of_the_parent(texts, *chosen.memory):.1f} MiB"
        )
        return 0
    if chosen.memory:
        for documents in chosen.memory:
            again = [sys.executable, __file__, *map(str, chosen.files), "--memory", str(documents)]
            subprocess.run(again, check=True)
        return 0
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
    print(f"peak memory of the parent {peak():.0f} MiB, its documents included")
    return 0


if __name__ == "__main__":
    sys.exit(main())
