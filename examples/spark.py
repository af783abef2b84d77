"""Articles on Spark: ``mapInArrow`` with the function that every Arrow engine calls.

    python examples/spark.py ARCHIVE OUT.parquet

Needs ``pip install "newsparse[arrow]" pyspark`` and Java. Rejected documents are rows with
``error``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from newsparse.arrow import SCHEMA, parse_batches


def articles(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Parse batches of documents; runs in Spark's workers."""
    return parse_batches(batches, html="content", url=None, id="path")


def main(arguments: Sequence[str] | None = None) -> int:
    archive, target = sys.argv[1:] if arguments is None else arguments
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers need newsparse, too
    spark = SparkSession.builder.master("local[2]").appName("newsparse").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    documents = (
        spark.read.format("binaryFile")
        .option("recursiveFileLookup", "true")
        .load(str(Path(archive).absolute()))
        .select("path", "content")
    )
    found = documents.mapInArrow(articles, from_arrow_schema(SCHEMA))
    found.write.mode("overwrite").parquet(str(Path(target).absolute()))
    counts = spark.read.parquet(str(Path(target).absolute())).groupBy("source").count()
    for row in counts.orderBy("source").collect():
        print(f"{row['count']:>6} {row['source'] or 'rejected'}")
    spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
