"""Writing the package of a new source from the files in ``templates/``."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template
from types import ModuleType
from typing import Final

import attrs

from .. import __version__
from .proposal import Proposal
from .rule_code import imports_code, source_code, without_code
from .sample import Sample

LICENCES: Final = ("MIT", "Apache-2.0", "BSD-3-Clause", "ISC")
"""SPDX identifiers of the licences whose text can be written."""

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""What a new source may be called: the id of the source, of the entry point and the package."""


@attrs.frozen(kw_only=True)
class Package:
    """What a new package is called and who publishes it.

    Attributes:
        id: the source's id; see :data:`NAME`.
        licence: one of :data:`LICENCES`.
        author: who holds the rights.
        year: of the copyright.
    """

    id: str = attrs.field(validator=attrs.validators.matches_re(NAME))
    licence: str = attrs.field(default="MIT", validator=attrs.validators.in_(LICENCES))
    author: str
    year: int

    @property
    def name(self) -> str:
        """The package's name."""
        return f"newsparse-{self.id}"

    @property
    def module(self) -> str:
        """The module's name."""
        return self.name.replace("-", "_")


@attrs.frozen(kw_only=True)
class Written:
    """A package that was written.

    Attributes:
        files: its files.
        unkept: properties of the contract that its tests leave out: those that do not hold on
            the samples, each with what went wrong.
    """

    files: Sequence[Path]
    unkept: Mapping[str, str]


def write_package(
    folder: Path, package: Package, proposal: Proposal, samples: Sequence[Sample]
) -> Written:
    """Write a package; the articles expected of its samples, and tests that pass on them, too.

    Args:
        folder: where the package's files go; made where it is not there, else empty.
        package: what it is called.
        proposal: the source.
        samples: documents that become its test's samples.

    Raises:
        FileExistsError: there is something in `folder`.
        OSError: it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is there already and not empty")
    values = _values(package, proposal)
    module = f"src/{package.module}/__init__.py"
    texts = {
        "pyproject.toml": _filled("pyproject.toml", values),
        "README.md": _filled("README.md", values),
        "LICENSE": _filled(f"LICENSE-{package.licence}", values),
        ".gitignore": _filled("gitignore", values),
        module: _filled("source.py", values),
        f"src/{package.module}/py.typed": "",
    }
    written = [_write(folder / name, text) for name, text in texts.items()]
    plugin = _loaded(folder / module)
    written += _write_samples(folder / "tests" / "samples", plugin, samples)
    unkept = _unkept(plugin, folder / "tests" / "samples")
    test = folder / "tests" / f"test_{package.module.removeprefix('newsparse_')}.py"
    written.append(_write(test, _filled("test.py", {**values, "without": without_code(unkept)})))
    return Written(files=written, unkept=unkept)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _unkept(plugin: ModuleType, samples: Path) -> dict[str, str]:
    """Return the properties that do not hold on the samples; none without the extra testing."""
    if importlib.util.find_spec("hypothesis") is None:
        return {}
    from ..testing.snapshots import read_samples
    from .proof import unkept

    # What goes wrong is told with a sample's name, wherever the package will be.
    found = [attrs.evolve(s, name=Path(s.name or "").name) for s in read_samples(samples)]
    return unkept(plugin, found)


def _write_samples(folder: Path, plugin: ModuleType, samples: Sequence[Sample]) -> list[Path]:
    """Write the samples, where they are from, and the articles the written module gives."""
    from ..parser import Parser
    from ..testing.snapshots import URLS, read_samples, write_expected

    folder.mkdir(parents=True)
    urls = {}
    for sample in samples:
        (folder / sample.name).write_bytes(sample.data)
        if sample.url is not None and not sample.tells_url:
            urls[sample.name] = sample.url
    if urls:
        _write(folder / URLS, json.dumps(urls, ensure_ascii=False, indent=2) + "\n")
    parser = Parser(plugins=(plugin,), entry_points=False)
    for labelled in read_samples(folder):
        write_expected(labelled, parser)
    return sorted(folder.iterdir())


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.parent.name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = writes
    return module


def _values(package: Package, proposal: Proposal) -> dict[str, str]:
    """Return what the placeholders of the templates stand for."""
    source = source_code(proposal)
    title = proposal.source.title
    return {
        "id": package.id,
        "name": package.name,
        "module": package.module,
        "constant": re.sub(r"\W", "_", package.id).upper(),
        "title": title.replace("\\", ""),
        "licence": package.licence,
        "author": package.author,
        "author_toml": json.dumps(package.author, ensure_ascii=False),
        "description_toml": json.dumps(f"{title}: a source for newsparse", ensure_ascii=False),
        "year": str(package.year),
        "newsparse": __version__,
        "source": source,
        "imports": imports_code(source),
    }


def _filled(name: str, values: dict[str, str]) -> str:
    template = files(__package__).joinpath("templates", f"{name}.tmpl")
    return Template(template.read_text(encoding="utf-8")).substitute(values)
