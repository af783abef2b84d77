"""Articles as Arrow record batches: columns that every engine reads (extra ``arrow``).

Arrow is the common tongue of Parquet, Ray Data, Spark, Daft, DuckDB and Polars.
:data:`SCHEMA` says what the columns are, :func:`parse_batches` turns batches of
documents into batches of articles, and is all that an engine needs to call.
"""

from .batches import parse_batches
from .read import from_batch, from_row
from .schema import SCHEMA
from .write import Rows, to_batch

__all__ = ["SCHEMA", "Rows", "from_batch", "from_row", "parse_batches", "to_batch"]
