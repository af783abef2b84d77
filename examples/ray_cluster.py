"""An archive on a Ray cluster: files in, Parquet out, a count of the sources.

    python examples/ray_cluster.py ARCHIVE OUT [ADDRESS]

Needs ``pip install "newsparse[ray]"``. Without an address Ray starts on this machine.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pyarrow import dataset

import newsparse.ray
import ray


def main(arguments: Sequence[str] | None = None) -> int:
    archive, out, *address = sys.argv[1:] if arguments is None else arguments
    ray.init(address=address[0] if address else None, log_to_driver=False)
    files = ray.data.read_binary_files(
        str(Path(archive).absolute()), include_paths=True, file_extensions=["md", "txt", "html"]
    )
    articles = newsparse.ray.parse(files, html="bytes", url=None, id="path")
    articles.write_parquet(str(Path(out).absolute()))
    ray.shutdown()
    sources = dataset.dataset(out).to_table(columns=["source"])["source"].to_pylist()
    for source, count in Counter(sources).most_common():
        print(f"{count:>6} {source or 'rejected'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
