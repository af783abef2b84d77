"""An archive queried with DuckDB, then the same articles as a Polars frame.

    python examples/duckdb_query.py ARCHIVE

Needs ``pip install "newsparse[arrow]" duckdb polars``. Rejected documents are rows with ``error``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import polars
import pyarrow as pa

from newsparse.arrow import SCHEMA, parse_batches


def documents(archive: Path) -> Iterator[pa.RecordBatch]:
    """Yield batches of one document each; any source of batches will do in its place."""
    for path in sorted(archive.rglob("*")):
        if path.suffix in (".html", ".md", ".txt"):
            yield pa.RecordBatch.from_pydict({"id": [path.name], "html": [path.read_bytes()]})


def main(arguments: Sequence[str] | None = None) -> int:
    (archive,) = sys.argv[1:] if arguments is None else arguments

    # DuckDB reads the batches as they come and never holds them all.
    articles = pa.RecordBatchReader.from_batches(SCHEMA, parse_batches(documents(Path(archive))))
    database = duckdb.connect()
    database.register("articles", articles)
    rows = database.sql(
        "select source, count(*), sum(length(text)) from articles "
        "where error is null group by source order by source"
    ).fetchall()
    for source, count, characters in rows:
        print(f"{source}: {count} articles, {characters} characters")

    # Polars holds them in a frame.
    table = pa.Table.from_batches(parse_batches(documents(Path(archive))), SCHEMA)
    frame = polars.from_arrow(table)
    assert isinstance(frame, polars.DataFrame)
    longest = frame.filter(polars.col("error").is_null()).sort(polars.col("text").str.len_chars())
    print(f"longest: {longest['title'][-1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
