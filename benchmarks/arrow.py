"""What Arrow costs: parse_batches() against parse() in a loop, in one run.

    python benchmarks/arrow.py              the seed, and the posts in ../shared
    python benchmarks/arrow.py FILE…        other documents
    python benchmarks/arrow.py --rounds 5   quicker, less exact

Both get the same documents as bytes. A round is a loop over a batch of them,
then the same batch as Arrow, so that both see the same weather; a figure is the
fastest round, in microseconds of CPU time a document. The ratio must be at most 1.10.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

import pyarrow as pa

import newsparse
from newsparse.arrow import parse_batches

ROOT = Path(__file__).resolve().parent.parent
POSTS = ROOT.parent / "shared" / "corpus" / "rsshub"
BATCH = 256


def loop(parser: newsparse.Parser, documents: Sequence[bytes]) -> None:
    for document in documents:
        parser.parse(document)


def arrow(parser: newsparse.Parser, batch: pa.RecordBatch) -> None:
    for _ in parse_batches([batch], parser=parser):
        pass


def main(arguments: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options.add_argument("--rounds", type=int, default=60, help="60 where not given")
    chosen = options.parse_args(arguments)
    paths = chosen.files or [*(ROOT / "seeds").glob("*.txt"), *sorted(POSTS.glob("*.md"))]
    texts = [path.read_bytes() for path in paths]
    documents = (texts * (BATCH // len(texts) + 1))[:BATCH]
    batch = pa.RecordBatch.from_pydict({"html": documents})
    parser = newsparse.Parser()
    calls: dict[str, Callable[[], None]] = {
        "loop": lambda: loop(parser, documents),
        "arrow": lambda: arrow(parser, batch),
    }
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(chosen.rounds + 1):
        for name, call in calls.items():
            gc.collect()
            start = process_time()
            call()
            best[name] = min(best[name], process_time() - start)
    print(f"newsparse {newsparse.__version__}, pyarrow {pa.__version__}, {len(texts)} documents")
    for name, seconds in best.items():
        print(f"{name:<8}{seconds / BATCH * 1e6:>8.1f} us a document")
    print(f"ratio   {best['arrow'] / best['loop']:>8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
