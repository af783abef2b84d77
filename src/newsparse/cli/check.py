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
from .report import message, one_line
from .usage import UsageError

if TYPE_CHECKING:
    from ..testing.contract import Failure, Result, Subject
    from ..testing.snapshots import Comparison
    from ..testing.truth import Labelled

SAMPLES = "tests/samples"
"""Where samples are looked for where no directory is named."""

MOST_LINES = 30
"""Lines of a failing document that are shown; ``--save-failures`` writes all of it."""

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
            _show_head(subject)
            for comparison in compared:
                _show_comparison(comparison)
        saved: dict[str, Path] = {}

        def progress(result: Result) -> None:
            if result.failure is not None and save_failures is not None:
                path = _saved(result.failure, Path(save_failures))
                if path is not None:
                    saved[result.property.id] = path
            if text:
                _show_result(result, saved.get(result.property.id))

        report = run_contract(
            subject, examples=examples, seed=seed, only=only or None, progress=progress
        )
    except (PluginError, FormatError, ValueError) as error:
        raise UsageError(str(error)) from None
    good = report.ok and all(comparison.same for comparison in compared)
    if text:
        _show_end(len(report.failures), compared, name)
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
    samples = _counted(len(documents), "sample", "samples")
    articles = _counted(changed, "expected article", "expected articles")
    sys.stdout.write(f"{samples}, {articles} written\n")
    return FAILED if failures else 0


def _compared(documents: Sequence[Labelled], parser: Parser) -> list[Comparison]:
    from ..testing.snapshots import compare

    return [compare(document, parser) for document in documents]


def _saved(failure: Failure, folder: Path) -> Path | None:
    from ..testing.snapshots import save_sample

    document = failure.document
    if document is None or _is_file(document):
        return None
    return save_sample(document, folder, f"failure-{failure.property_id}")


def _is_file(document: Labelled) -> bool:
    """Whether a document is what stands in the file it is named after: a sample as it is."""
    path = Path(document.name) if document.name else None
    return path is not None and path.is_file() and path.read_bytes() == document.data


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _show_head(subject: Subject) -> None:
    from rich.text import Text

    from .console import show

    sources = ", ".join(subject.sources)
    samples = _counted(len(subject.samples), "sample", "samples")
    show(Text.assemble("plugin ", (subject.plugin, "bold"), f": {sources}; {samples}"), width=2000)
    sys.stdout.flush()


def _show_comparison(comparison: Comparison) -> None:
    if comparison.missing:
        _line("?", "yellow", f"{comparison.sample}: no article is expected yet (--update)")
    elif comparison.same:
        _line("ok", "green", f"{comparison.sample}: the expected article")
    else:
        _line("FAILED", "red", f"{comparison.sample}: not the expected article")
        for difference in comparison.differences:
            _block(difference.text)


def _show_result(result: Result, saved: Path | None) -> None:
    failure = result.failure
    title = f"{result.property.title} ({result.property.id})"
    if failure is None:
        documents = f", {result.documents} documents" if result.documents > 1 else ""
        _line("ok", "green", title + documents)
        return
    _line("FAILED", "red", title)
    _block(failure.message)
    if failure.rule:
        _block(f"rule to blame: {failure.rule}")
    if failure.detail:
        _block(_shortened(failure.detail))
    document = failure.document
    if document is None:
        return
    name = saved or document.name or "the smallest document found"
    _block(f"in {name}" + (f", from {document.url}" if document.url else "") + ":")
    _block(_shortened(document.text), indent=10)
    where = saved or document.name
    if where is not None:
        url = f" --url {document.url}" if document.url else ""
        _block(f"to see what became of it: newsparse explain {where}{url}")


def _show_end(failures: int, compared: Sequence[Comparison], name: str) -> None:
    differ = sum(not comparison.same for comparison in compared)
    if differ:
        _block(f"where the new articles are right: newsparse check {name} --update", indent=0)
    if failures or differ:
        parts = [_counted(failures, "property does", "properties do") + " not hold"]
        parts += [_counted(differ, "sample gives", "samples give") + " another article"]
        _block("; ".join(parts[not failures : 1 + bool(differ)]), indent=0)
    else:
        _block("the contract holds", indent=0)


def _shortened(text: str) -> str:
    lines = text.splitlines()
    if len(lines) <= MOST_LINES:
        return text
    return "\n".join([*lines[:MOST_LINES], f"… {len(lines) - MOST_LINES} lines more"])


def _line(word: str, style: str, text: str) -> None:
    from rich.text import Text

    from .console import show

    show(Text.assemble((f"{word:>6}", style), f"  {one_line(text)}"), width=2000)
    sys.stdout.flush()


def _block(text: str, indent: int = 8) -> None:
    # Not through rich: documents are shown as they are, neither folded nor styled.
    for line in text.splitlines():
        sys.stdout.write(" " * indent + _escaped(line) + "\n")
    sys.stdout.flush()


def _escaped(line: str) -> str:
    """Return a line with its blanks, control characters written as escapes."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in line
    )


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
