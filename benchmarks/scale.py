"""What a crawl would cost: documents a second and core, bytes in and out, memory of a worker.

    python benchmarks/scale.py              the seed, posts and pages in ../shared
    python benchmarks/scale.py FILE…        other documents, .gz or not

A worker is a process of its own that parses the documents to Arrow and writes Parquet
into memory, again and again. Seconds are those of the processor, the fastest round
counts; memory is the peak of the whole process, in MB. The last lines say what
1,000,000,000 such documents take.
"""

from __future__ import annotations

import argparse
import gzip
import io
import multiprocessing
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time

import attrs
import pyarrow as pa
from pyarrow import parquet

from newsparse.arrow import SCHEMA, parse_batches

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus"
MANY = 1_000_000_000
DOCUMENTS = 512


@attrs.frozen
class Cost:
    """What one worker took, per document."""

    seconds: float
    bytes_in: float
    gzipped_in: float
    bytes_out: float
    peak: float


def read(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def shard(documents: Sequence[bytes]) -> int:
    """Parse documents and write them as Parquet; return how many bytes that is."""
    batch = pa.RecordBatch.from_pydict({"html": documents})
    sink = io.BytesIO()
    with parquet.ParquetWriter(sink, SCHEMA, compression="zstd") as writer:
        for found in parse_batches([batch]):
            writer.write_batch(found)
    return len(sink.getvalue())


def work(paths: Sequence[Path], rounds: int) -> Cost:
    documents = [read(path) for path in paths]
    # As many as a shard has some of, so that its columns and footer weigh what they do there;
    # how small it gets is measured on documents that do not repeat.
    many = (documents * (DOCUMENTS // len(documents) + 1))[:DOCUMENTS]
    best = float("inf")
    for _ in range(rounds):
        start = process_time()
        shard(many)
        best = min(best, process_time() - start)
    count = len(documents)
    return Cost(
        seconds=best / len(many),
        bytes_in=sum(map(len, documents)) / count,
        gzipped_in=sum(len(gzip.compress(d)) for d in documents) / count,
        bytes_out=shard(documents) / count,
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def report(name: str, count: int, cost: Cost) -> None:
    hours = cost.seconds * MANY / 3600
    print(
        f"{name}: {count} documents, {1 / cost.seconds:,.0f} a second and core, "
        f"{cost.bytes_in / 1e3:.1f} kB in ({cost.gzipped_in / 1e3:.1f} gzipped), "
        f"{cost.bytes_out / 1e3:.1f} kB out, {cost.peak:.0f} MB a worker"
    )
    print(
        f"  1,000,000,000 of them: {hours:,.0f} hours of one core, {hours / 1000:,.1f} of 1,000; "
        f"{cost.gzipped_in / 1e3:.1f} TB in, {cost.bytes_out / 1e3:.1f} TB out"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options.add_argument("--rounds", type=int, default=6, help="6 where not given")
    chosen = options.parse_args(arguments)
    kinds = {"documents": chosen.files}
    if not chosen.files:
        posts = [*(ROOT / "seeds").glob("*.txt"), *sorted((SHARED / "rsshub").glob("*.md"))]
        kinds = {"posts": posts, "pages": sorted((SHARED / "pages").glob("*.html.gz"))}
    for name, paths in kinds.items():
        if paths:
            # a new process each: its peak of memory is that of these documents
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                report(name, len(paths), pool.apply(work, (paths, chosen.rounds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
