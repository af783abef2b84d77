"""``newsparse parse``: documents in, articles out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from .. import Parser
from . import FAILED
from .formats import STYLES, Format
from .inputs import DASH, gather, stands_for_many
from .output import FolderOutput, Output, StreamOutput
from .report import Report, message
from .usage import UsageError


def parse(
    paths: Annotated[list[str], Parameter(name="PATH")],
    /,
    *,
    format: Annotated[Format | None, Parameter(name=["--format", "-f"])] = None,
    output: Annotated[str | None, Parameter(name=["--output", "-o"])] = None,
    url: str | None = None,
    strict: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Parse documents and write the articles.

    Parameters
    ----------
    paths
        Files, directories (all .html, .htm, .md, .markdown and .txt in them), and - for
        standard input.
    format
        json for one document and jsonl for several where none is given. Several articles
        in json and schema-org are an array; in markdown, text and post a line with a form
        feed stands between them.
    output
        A file, or a directory: one that exists, or a name that ends in /. A directory gets
        one file a document, in the folders the documents have among themselves.
    url
        Where the document was found; for one document only.
    strict
        Take a document with a problem for one that failed.
    """
    many = stands_for_many(paths)
    if url is not None and many:
        raise UsageError("--url says where one document was found; there is more than one")
    if output == DASH:
        output = None
    folder = output is not None and (os.path.isdir(output) or output.endswith(("/", os.sep)))
    style = STYLES[format or ("jsonl" if many and not folder else "json")]
    parser = Parser(strict=strict)
    with Report(bar=output is not None or not sys.stdout.isatty()) as report:
        inputs = gather(paths, report.failed)
        report.total = len(inputs)
        sink: Output
        if output is not None and folder:
            sink = FolderOutput(style, Path(output), inputs)
        else:
            sink = StreamOutput(style, many=many, path=Path(output) if output else None)
        with sink:
            for source in inputs:
                try:
                    article = source.parse(parser, url=url)
                except Exception as error:
                    # Whatever is wrong with one document, the others are parsed.
                    report.failed(source.name, message(error, source.name))
                else:
                    try:
                        sink.write(source, article)
                    except OSError as error:
                        if not folder:
                            raise  # nothing more can be written there
                        report.failed(source.name, message(error, source.name))
                report.advance()
    return FAILED if report.failures else 0
