"""``newsparse check``: a plugin against the contract, and its samples against what is expected."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import attrs
from cyclopts import Parameter

from ..errors import FormatError, NewsparseError, PluginError
from ..parser import Parser
from . import FAILED, USAGE
from .check_text import counted, is_file, show_comparison, show_end, show_head, show_result
from .report import message, one_line
from .usage import UsageError

if TYPE_CHECKING:
    from ..testing.contract import Failure, Result
    from ..testing.snapshots import Comparison
    from ..testing.truth import Labelled

SAMPLES = "tests/samples"
"""Where samples are looked for where no directory is named."""

NEEDS_EXTRA = """\
newsparse: check needs {missing}, which is not installed.
Install it with:  pip install "newsparse[testing]"
"""


def check(
    name: Annotated[str, Parameter(name="NAME")],
    /,
    *,
    samples: str | None = None,
    source: Annotated[list[str] | None, Parameter(negative="")] = None,
    only: Annotated[list[str] | None, Parameter(negative="")] = None,
    examples: int = 200,
    seed: int | None = None,
    save_failures: str | None = None,
    update: Annotated[bool, Parameter(negative="")] = False,
    format: Annotated[Literal["text", "json"], Parameter(name=["--format", "-f"])] = "text",
) -> int:
    """Check a plugin: the contract of newsparse.testing, and the articles of its samples.

    Parameters
    ----------
    name
        The plugin: the name of its entry point, of a built-in plugin, or of a module.
    samples
        The directory with its samples; tests/samples by default, where it is there.
    source
        The id of the source to check; all of the plugin's by default. May be repeated.
    only
        The id of the property to check; all by default. May be repeated.
    examples
        How many made-up documents each property is checked with.
    seed
        The same seed gives the same documents.
    save_failures
        The directory to which documents that show a fault are written.
    update
        Take the articles of the samples as they are now for the expected ones, and check no more.
    format
        Text to read, or JSON.
    """
    try:
        from ..testing.contract import run_contract, subject_of
        from ..testing.snapshots import read_samples
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("hypothesis", "pytest"):
            raise
        sys.stderr.write(NEEDS_EXTRA.format(missing=error.name))
        return USAGE
    if examples < 1:
        raise UsageError("--examples must be at least 1")
    folder = _folder(samples)
    try:
        documents = read_samples(folder) if folder is not None else []
        subject = subject_of(name, source=source or None, samples=documents)
        # Articles are expected as a parser gives them that knows no time.
        parser = attrs.evolve(subject.parser, now=None)
        if update:
            return _update(documents, parser)
        compared = _compared(documents, parser)
        text = format == "text"
        if text:
            show_head(subject)
            for comparison in compared:
                show_comparison(comparison)
        saved: dict[str, Path] = {}

        def progress(result: Result) -> None:
            if result.failure is not None and save_failures is not None:
                path = _saved(result.failure, Path(save_failures))
                if path is not None:
                    saved[result.property.id] = path
            if text:
                show_result(result, saved.get(result.property.id))

        report = run_contract(
            subject, examples=examples, seed=seed, only=only or None, progress=progress
        )
    except (PluginError, FormatError, ValueError) as error:
        raise UsageError(str(error)) from None
    good = report.ok and all(comparison.same for comparison in compared)
    if text:
        show_end(len(report.failures), compared, name)
    else:
        data = _data(report.to_dict(), compared, saved, good=good)
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    return 0 if good else FAILED


def _folder(given: str | None) -> Path | None:
    folder = Path(given or SAMPLES)
    if folder.is_dir():
        return folder
    if given is not None:
        raise UsageError(f"--samples {given}: no such directory")
    return None


def _update(documents: Sequence[Labelled], parser: Parser) -> int:
    """Write the expected articles and tell which have changed."""
    from ..testing.snapshots import expected_path, write_expected

    if not documents:
        raise UsageError(f"there are no samples; say --samples DIR, or put some in {SAMPLES}")
    failures = changed = 0
    for document in documents:
        path = expected_path(document)
        new = not path.exists()
        try:
            written = write_expected(document, parser)
        except NewsparseError as error:
            failures += 1
            name = str(document.name)
            sys.stderr.write(f"newsparse: {one_line(name)}: {one_line(message(error, name))}\n")
        else:
            changed += written
            if written:
                sys.stdout.write(f"{'new' if new else 'changed':>8}  {path}\n")
    samples = counted(len(documents), "sample", "samples")
    articles = counted(changed, "expected article", "expected articles")
    sys.stdout.write(f"{samples}, {articles} written\n")
    return FAILED if failures else 0


def _compared(documents: Sequence[Labelled], parser: Parser) -> list[Comparison]:
    from ..testing.snapshots import compare

    return [compare(document, parser) for document in documents]


def _saved(failure: Failure, folder: Path) -> Path | None:
    from ..testing.snapshots import save_sample

    document = failure.document
    if document is None or is_file(document):
        return None
    return save_sample(document, folder, f"failure-{failure.property_id}")


def _data(
    report: dict[str, Any],
    compared: Sequence[Comparison],
    saved: dict[str, Path],
    *,
    good: bool,
) -> dict[str, Any]:
    """Return the outcome as plain data: the contract's report and the samples."""
    for item in report["properties"]:
        if item["id"] in saved:
            item["failure"]["saved"] = str(saved[item["id"]])
    samples = [
        {
            "sample": comparison.sample,
            "expected": not comparison.missing,
            "differences": [
                {"field": d.field, "expected": list(d.expected), "found": list(d.found)}
                for d in comparison.differences
            ],
        }
        for comparison in compared
    ]
    return {**report, "ok": good, "samples": samples}
