"""Whether memory stays flat while many posts are parsed.

    python benchmarks/memory.py          100,000 posts
    python benchmarks/memory.py 5000     as many as you say

Parses the seed and, where they are beside the checkout, the shared posts one
after the other, and prints the resident memory of the process on the way. The
first tenth fills caches; what counts is what comes after it.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

import newsparse

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus" / "rsshub"
STEPS = 10


def resident() -> float:
    """Return the resident memory of this process in MiB."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:  # no Linux: the peak has to do; ru_maxrss is in bytes on macOS
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main(arguments: Sequence[str] | None = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    count = int(arguments[0]) if arguments else 100_000
    paths = [*(ROOT / "seeds").glob("*.txt"), *sorted(SHARED.glob("*.md"))]
    posts = cycle([path.read_bytes() for path in paths])
    parser = newsparse.Parser()
    step = max(1, count // STEPS)
    done = 0
    print(f"{'posts':>8}  {'MiB':>7}")
    print(f"{0:>8}  {resident():>7.1f}", flush=True)
    warm = 0.0
    while done < count:
        for post in islice(posts, min(step, count - done)):
            parser.parse(post)
        done = min(done + step, count)
        gc.collect()
        warm = warm or resident()
        print(f"{done:>8}  {resident():>7.1f}", flush=True)
    print(f"growth after the first {step} posts: {resident() - warm:+.1f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
