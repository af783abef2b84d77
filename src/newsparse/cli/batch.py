"""``newsparse batch``: many documents to shards of articles."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from .. import Parser
from . import FAILED
from .report import one_line
from .usage import UsageError


def batch(
    inputs: Annotated[list[str], Parameter(name="INPUT")],
    /,
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"])],
    format: Annotated[
        Literal["jsonl", "parquet"] | None, Parameter(name=["--format", "-f"])
    ] = None,
    workers: int | None = None,
    timeout: float | None = None,
    shard_size: int | None = None,
    resume: Annotated[bool, Parameter(negative="")] = False,
    rejects: Path | None = None,
    plugin: tuple[str, ...] = (),
    engine: Literal["local", "ray"] = "local",
    address: str | None = None,
) -> int:
    """Parse many documents into shards of articles.

    Parameters
    ----------
    inputs
        Files, folders, patterns, .jsonl, .tar.*, .zip, feeds (.xml), .warc.gz and .wacz.
    output
        The folder for the shards.
    format
        An article a line as JSON, or Parquet; where none is given JSON, on Ray Parquet.
    workers
        Processes; as many as there are processors to use where none is given.
    timeout
        Seconds that one document may take.
    shard_size
        Documents a shard; 10,000 where none is given.
    resume
        Go on with a run that was interrupted.
    rejects
        Where rejected documents are listed; rejects.jsonl in the folder if not given.
    plugin
        A module that is a plugin, besides the installed ones; may be given again.
    engine
        Processes of this machine, or a Ray cluster, which writes Parquet.
    address
        The Ray cluster; one on this machine is started if not given.
    """
    from ..batch.run import SHARD, BatchError, run_batch
    from ..inputs import documents
    from .progress import Display

    if any(number is not None and number < 1 for number in (workers, shard_size)):
        raise UsageError("--workers and --shard-size are 1 or more")
    if engine == "ray":
        if format == "jsonl":
            raise UsageError("--engine ray writes Parquet; leave --format out")
        if resume:
            raise UsageError(
                "--resume is for the local engine; a run on Ray gives its folder whole or not at "
                "all, so begin an interrupted one again without --resume"
            )
        if timeout is not None or shard_size is not None:
            raise UsageError("--timeout and --shard-size are for the local engine")
        return _on_cluster(inputs, output, _parser(plugin), address, workers, rejects)
    if address is not None:
        raise UsageError("--address is for --engine ray")
    if format == "parquet" and find_spec("pyarrow") is None:
        raise UsageError("pyarrow is missing; pip install 'newsparse[arrow]'")
    parser = _parser(plugin)
    with Display(inputs) as display:
        try:
            done = run_batch(
                documents(inputs, reading=display.reading),
                output,
                parser=parser,
                format=format or "jsonl",
                workers=workers,
                timeout=timeout,
                shard_size=SHARD if shard_size is None else shard_size,
                resume=resume,
                rejects=rejects,
                watch=display.show,
            )
        except BatchError as error:
            raise UsageError(str(error)) from None
    print(display.line(done), file=sys.stderr)
    return FAILED if done.rejected else 0


def _parser(plugins: tuple[str, ...]) -> Parser:
    """Return the parser; what is wrong with an installed plugin goes to standard error."""
    parser = Parser(plugins=plugins)
    for problem in parser.problems:
        if problem.where in {f"plugin {name}" for name in plugins}:
            raise UsageError(f"--{problem.where}: {problem.message}")
        print(f"newsparse: {one_line(str(problem))}", file=sys.stderr)
    return parser


def _on_cluster(
    inputs: list[str],
    output: Path,
    parser: Parser,
    address: str | None,
    workers: int | None,
    rejects: Path | None,
) -> int:
    try:
        from ..batch.cluster import run_on_cluster
    except ImportError as error:
        raise UsageError(f"{error.name} is missing; pip install 'newsparse[ray]'") from None
    from ..batch.run import BatchError
    from .progress import Display

    display = Display(inputs)  # not entered: while it runs, Ray shows its own progress
    try:
        done = run_on_cluster(
            inputs, output, parser=parser, address=address, workers=workers, rejects=rejects
        )
    except BatchError as error:
        raise UsageError(str(error)) from None
    print(display.line(done), file=sys.stderr)
    return FAILED if done.rejected else 0
