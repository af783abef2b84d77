"""Invented samples for a new source that has none yet."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from string import Template


def write_invented(folder: Path, *, title: str, host: str) -> list[Path]:
    """Write documents of a newspaper that does not exist to `folder`; return their paths."""
    written = []
    for resource in files(__package__).joinpath("templates", "samples").iterdir():
        if not resource.name.endswith(".tmpl"):
            continue
        text = Template(resource.read_text(encoding="utf-8")).substitute(title=title, host=host)
        path = folder / resource.name.removesuffix(".tmpl")
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return sorted(written)
