"""``newsparse new-source``: a plugin package of one's own, its rules proposed from samples."""

from __future__ import annotations

import datetime as dt
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from ..detect import FALLBACK
from ..errors import NewsparseError
from ..urls import host_of
from .usage import UsageError

if TYPE_CHECKING:
    from ..scaffold.package import Written
    from ..scaffold.proposal import Proposal
    from ..scaffold.sample import Sample

Licence = Literal["MIT", "Apache-2.0", "BSD-3-Clause", "ISC"]


def new_source(
    name: Annotated[str, Parameter(name="NAME")],
    /,
    *,
    samples: Annotated[
        list[str] | None, Parameter(name=["--from"], consume_multiple=True, negative="")
    ] = None,
    into: str | None = None,
    licence: Annotated[Licence, Parameter(name=["--licence", "--license"])] = "MIT",
    title: str | None = None,
    domain: str | None = None,
    author: str | None = None,
) -> int:
    """Write a plugin package for a new source, with rules proposed from samples.

    Parameters
    ----------
    name
        What the source is called: small letters, digits and hyphens.
    samples
        Documents of the source, archive posts or whole pages; the more, the better. Directories
        stand for the documents in them. Without any, invented ones show how it is done.
    into
        The directory the package is written to; newsparse-NAME by default. Must be empty.
    licence
        Under which licence the package is published.
    title
        What people call the source; by default what the samples say.
    domain
        The source's host, where the samples do not say it.
    author
        Who holds the rights; by default what git knows, else "The newsparse-NAME developers".
    """
    from ..scaffold.package import NAME, Package, write_package
    from ..scaffold.proposal import propose

    if not NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name for a source: use small letters, digits, hyphens")
    folder = Path(into or f"newsparse-{name}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already and not empty; say --into DIR")
    package = Package(
        id=name,
        licence=licence,
        author=author or _author() or f"The newsparse-{name} developers",
        year=dt.date.today().year,
    )
    found, copies = _samples(name, samples, title, domain)
    proposal = propose(found, name, title=title, domain=domain)
    taken = [sample for sample in found if sample.name not in proposal.strangers]
    if not taken and proposal.matches:
        raise UsageError(f"{_claims(proposal)} claims the samples already")
    if not taken:
        raise UsageError("no sample says where it is from; say --domain HOST")
    written = write_package(folder, package, proposal, taken)
    # Who named the host knows where the others are from.
    assumed = [s for s in taken if s.url is not None and not s.tells_url and domain is None]
    _show(folder, proposal, written, [*_notes(written, proposal, assumed, copies)])
    return 0


def _claims(proposal: Proposal) -> str:
    return ", ".join(sorted(set(proposal.strangers.values())))


def _samples(
    name: str, given: list[str] | None, title: str | None, domain: str | None
) -> tuple[list[Sample], int]:
    """Return the samples, and how many files hold a story that another holds."""
    from ..scaffold.invented import write_invented
    from ..scaffold.sample import read_samples
    from .inputs import DASH, gather

    if not given:
        with tempfile.TemporaryDirectory() as folder:
            paths = write_invented(
                Path(folder),
                title=title or f"The {name.replace('-', ' ').title()}",
                host=domain or f"{name}.example",
            )
            return read_samples(paths), 0
    if DASH in given:
        raise UsageError("a sample must be a file, not standard input")

    def failed(path: str, text: str) -> None:
        raise UsageError(f"{path}: {text}")

    paths = [found.path for found in gather(given, failed) if found.path is not None]
    try:
        found = read_samples(paths, domain)
    except NewsparseError as error:
        raise UsageError(str(error)) from None
    return found, len(paths) - len(found)


def _author() -> str | None:
    """Return the name git signs with, None without git or name."""
    try:
        done = subprocess.run(
            ["git", "config", "user.name"],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=5,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None


def _show(folder: Path, proposal: Proposal, written: Written, notes: list[str]) -> None:
    """Print what was proposed, what was written, and what comes next."""
    from rich.table import Table
    from rich.text import Text

    from ..scaffold.rule_code import matcher_code, place_code, times
    from .console import show

    table = Table("matched", "proposed", "how", box=None, pad_edge=False, padding=(0, 2, 0, 0))

    def row(hits: int, what: str, how: str) -> None:
        table.add_row(*map(Text, (times(hits, proposal.samples), what, how)))

    for matcher, hits in proposal.matches:
        row(hits, "matcher", matcher_code(matcher))
    for selector in proposal.source.story:
        row(proposal.story_hits, "body", selector)
    for rule in proposal.source.map:
        row(proposal.hits[rule.id], f"{rule.to}", place_code(rule.at))
    for strip in proposal.source.strip:
        row(proposal.hits[strip.id], "boilerplate", place_code(strip.at))
    lines = [f"{folder}: {len(written.files)} files", *(f"note: {note}" for note in notes)]
    lines.append(f"next: cd {folder} && pip install -e . && pytest")
    show(table, Text(""), *map(Text, lines), width=200)


def _notes(
    written: Written, proposal: Proposal, assumed: list[Sample], copies: int
) -> Iterator[str]:
    """Yield what the author should know of the samples."""
    if copies:
        files = "1 file holds a story" if copies == 1 else f"{copies} files hold stories"
        yield f"{files} that another sample holds too: left out"
    for parent in proposal.source.inherits:
        yield f"newsparse has a source for these samples, {parent}; the new one inherits it"
    if assumed:
        hosts = ", ".join(sorted({host_of(sample.url or "") for sample in assumed}))
        names = ", ".join(sample.name for sample in assumed)
        yield f"taken to be from {hosts}, see tests/samples/urls.json: {names}"
    for name, source in proposal.strangers.items():
        why = "no matcher knows it" if source == FALLBACK else f"{source} claims it"
        yield f"left out: {name}; {why}"
    for name, reason in written.unkept.items():
        yield f"the tests leave out {name}: {reason}"
