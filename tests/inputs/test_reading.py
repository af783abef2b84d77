"""How far inputs are read, in bytes."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import tarfile
import zipfile
from pathlib import Path

import pytest

from newsparse.inputs import documents
from newsparse.inputs.reading import Reading

WORDS = [f"word{n}" for n in range(5000)]


def text(number: int) -> str:
    """A document that does not pack to nothing."""
    words = " ".join(random.Random(number).choices(WORDS, k=3000))
    return f"---\ntitle: The ferry is late {number}\n---\n<p>{words}</p>"


def written(folder: Path, kind: str) -> list[Path]:
    """Write sixty documents; return what to read."""
    if kind == "folder":
        for number in range(60):
            (folder / f"{number:02}.md").write_text(text(number), "utf-8")
        (folder / "picture.png").write_bytes(b"x" * 50_000)
        return [folder]
    path = folder / f"posts.{kind}"
    if kind.startswith("jsonl"):
        data = "".join(json.dumps({"html": text(n)}) + "\n" for n in range(60)).encode()
        path.write_bytes(gzip.compress(data) if kind.endswith("gz") else data)
    elif kind == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            for number in range(60):
                made.writestr(f"{number}.md", text(number))
    else:
        with tarfile.open(path, "w:gz" if kind.endswith("gz") else "w") as tar:
            for number in range(60):
                info = tarfile.TarInfo(f"{number}.md")
                info.size = len(text(number).encode())
                tar.addfile(info, io.BytesIO(text(number).encode()))
    return [path]


@pytest.mark.parametrize("kind", ["folder", "jsonl", "jsonl.gz", "tar", "tar.gz", "zip"])
def test_bytes_read_grow_to_all_there_are(tmp_path: Path, kind: str) -> None:
    paths = [str(path) for path in written(tmp_path, kind)]
    reading = Reading()
    reading.count(paths)
    total = sum(p.stat().st_size for p in tmp_path.iterdir() if p.suffix != ".png")
    assert (reading.total, reading.counted, reading.read) == (total, True, 0)
    shares = [reading.read / total for _ in documents(paths, reading=reading)]
    assert reading.jobs == len(shares) == 60
    assert shares[-1] <= 1.0
    assert shares == sorted(shares)
    # what is unpacked is read some way ahead, so in the middle is near the middle
    assert 0.35 < shares[29] < 0.75
    assert reading.read == total


def test_a_stream_has_no_total(tmp_path: Path) -> None:
    pipe = tmp_path / "posts.jsonl"
    os.mkfifo(pipe)
    (tmp_path / "a.md").write_text(text(1), "utf-8")
    reading = Reading()
    reading.count([str(tmp_path)])
    assert (reading.total, reading.counted) == (None, True)


def test_what_is_not_there_weighs_nothing(tmp_path: Path) -> None:
    paths = [str(tmp_path / "no.md"), str(tmp_path / "*.nothing"), str(tmp_path)]
    reading = Reading()
    assert not reading.counted
    reading.count(paths)
    assert (reading.total, reading.counted) == (0, True)
    assert len(list(documents(paths, reading=reading))) == reading.jobs == 3
    assert reading.read == 0
