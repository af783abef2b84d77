"""Tables of the documentation that are made from the code, so that they are never out of date."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from pathlib import Path

import attrs

from newsparse import hookspecs
from newsparse.converters import CONVERTERS, FIELD_CONVERTERS
from newsparse.limits import Limits
from newsparse.problems import CODES


def write_tables(folder: Path) -> None:
    """Write every table as a Markdown file into `folder`."""
    folder.mkdir(exist_ok=True)
    for name, text in tables().items():
        path = folder / f"{name}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def tables() -> dict[str, str]:
    """Return the tables by name."""
    return {
        "problems": problems(),
        "hooks": hooks(),
        "converters": converters(),
        "limits": limits(),
    }


def problems() -> str:
    """Return a table of all problem codes."""
    rows = ((f"`{code}`", kind.cause, kind.cure) for code, kind in CODES.items())
    return _table(("code", "what it means", "what was done, what you can do"), rows)


def hooks() -> str:
    """Return a table of all hooks."""
    return _table(("hook", "what it does"), ((f"`{n}{s}`", d) for n, s, d in hook_list()))


def hook_list() -> list[tuple[str, str, str]]:
    """Return name, signature and first sentence of each hook."""
    found = []
    for name, function in inspect.getmembers(hookspecs, inspect.isfunction):
        if hasattr(function, "newsparse_spec"):
            arguments = ", ".join(inspect.signature(function).parameters)
            found.append((name, f"({arguments})", _first(function)))
    order = inspect.getsource(hookspecs)
    return sorted(found, key=lambda hook: order.index(f"def {hook[0]}("))


def converters() -> str:
    """Return a table of the converters rules may name, and the fields they are the default of."""
    rows = []
    for name, function in CONVERTERS.items():
        fields = ", ".join(f"`{f}`" for f, used in FIELD_CONVERTERS.items() if used == name)
        rows.append((f"`{name}`", _first(function), fields))
    return _table(("converter", "what it does", "fields it is the default of"), rows)


def limits() -> str:
    """Return a table of the limits and their defaults."""
    meanings = _attributes(Limits.__doc__ or "")
    rows = ((f"`{a.name}`", f"{a.default:,}", meanings[a.name]) for a in attrs.fields(Limits))
    return _table(("limit", "default", "of what"), rows)


def _attributes(docstring: str) -> dict[str, str]:
    """Return the entries of a docstring's section "Attributes"."""
    found: dict[str, str] = {}
    name = ""
    for line in inspect.cleandoc(docstring).partition("Attributes:\n")[2].splitlines():
        text = line.strip()
        if line.startswith(" " * 4) and not line.startswith(" " * 5):
            name, _, text = text.partition(": ")
            found[name] = text
        elif name and text:
            found[name] += f" {text}"
    return {name: _markdown(text) for name, text in found.items()}


def _first(function: object) -> str:
    return _markdown((inspect.getdoc(function) or "").partition("\n\n")[0].replace("\n", " "))


def _markdown(text: str) -> str:
    text = text.replace(":class:`~newsparse.", "`").replace(":class:", "")
    return text.replace("``", "`")


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    cells = (" | ".join(cell.replace("|", "\\|") for cell in line) for line in lines)
    return "".join(f"| {line} |\n" for line in cells)
