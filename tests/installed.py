"""Packages as if they were installed, for programs that the tests start.

What an installer would write down is made from the package's own ``pyproject.toml``; its
sources are read where they are. The real installer is tried by ``.ci/run``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import attrs


@attrs.frozen
class Done:
    """What a program has done: its exit status and what it printed."""

    status: int
    out: str


def install(package: Path, site: Path) -> list[Path]:
    """Write what an installer would of `package` to the folder `site`.

    Returns the folders that must be on the path of a program.
    """
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = site / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n",
        encoding="utf-8",
    )
    groups = "".join(
        f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in points.items())
        for group, points in project.get("entry-points", {}).items()
    )
    (info / "entry_points.txt").write_text(groups, encoding="utf-8")
    return [site, package / "src"]


def run(path: Iterable[Path], *arguments: str, cwd: Path) -> Done:
    """Run this Python with `arguments` and the folders in `path` on its path."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={
            **{k: v for k, v in os.environ.items() if not k.startswith(("NEWSPARSE", "PYTEST"))},
            "PYTHONPATH": os.pathsep.join(map(str, path)),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": "utf-8",
            "CI": "true",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    return Done(done.returncode, done.stdout)
