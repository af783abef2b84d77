"""The benchmarks run; what they measure is no business of the tests."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import newsparse
from tests.code_blocks import ROOT


def run(name: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / name), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_cost(seed: Path) -> None:
    out = run("cost.py", "--rounds", "1", str(seed))
    assert seed.name[:20] in out
    assert "parse        ratio to the floor" in out
    assert "build blocks" in out
    lines = run("cost.py", "--rounds", "1", str(seed), "--markdown").splitlines()
    readme = table_of_the_readme("speed")
    assert lines[:2] == readme[:2]
    assert [line.split("|")[1] for line in lines[2:5]] == [x.split("|")[1] for x in readme[2:5]]


def test_pages(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><body><h1>Late</h1>{'<p>The ferry is late.</p>' * 20}</body>")
    out = run("pages.py", "--rounds", "1", "--longest", "200", str(page))
    assert out.startswith("1 pages")
    assert "from 20 to 200 paragraphs" in out
    assert "bytes held for a byte of the page" in out


def test_memory() -> None:
    assert "growth after the first 2 posts" in run("memory.py", "20")


def test_detection() -> None:
    out = run("detection.py", "--rounds", "2", "--few", "1", "--many", "3")
    assert "3 sources" in out
    assert "ratio" in out


def test_arrow(seed: Path) -> None:
    assert "ratio" in run("arrow.py", "--rounds", "1", str(seed))


def test_quality(tmp_path: Path) -> None:
    story = "Nobody knew why the lantern hung in the old mill by the river that night. " * 8
    pages = {
        "0001": ("Lantern found", f"<p>{story}</p>", "Ada Finch", "2024-05-17"),
        "0002": ("Another title than the page has", f"<p>{story}</p>", None, None),
    }
    for folder in ("html", "ground-truth"):
        (tmp_path / "set" / folder).mkdir(parents=True)
    for name, (title, body, author, day) in pages.items():
        html = (
            "<html><head><title>Lantern found</title></head><body><article><h1>Lantern found</h1>"
            f"<p>By Ada Finch, <time>17 May 2024</time></p>{body}</article></body></html>"
        )
        (tmp_path / "set/html" / f"{name}.html.gz").write_bytes(gzip.compress(html.encode()))
        truth = {"title": title, "author": author, "publish_date": day, "main_content": story}
        page = {"url": f"https://paper.example/{name}", "ground_truth": truth}
        (tmp_path / "set/ground-truth" / f"{name}.json").write_text(json.dumps(page))
    out = run("quality.py", str(tmp_path), "--extractor", "newsparse", "--worst", "1")
    head, figures, worst = out.splitlines()
    assert head.split()[:2] == ["extractor", "pages"]
    assert figures.split()[:2] == ["newsparse", "2"]
    assert figures.split()[5:] == ["0.500", "1.000", "1.000", "0"]
    assert all(float(share) > 0.9 for share in figures.split()[2:5])
    assert float(worst.split()[1]) > 0.9
    out = run("quality.py", str(tmp_path), "--extractor", "newsparse", "--limit", "1")
    assert out.splitlines()[1].split()[:2] == ["newsparse", "1"]
    out = run("quality.py", str(tmp_path), "--extractor", "newsparse", "--markdown")
    assert out.splitlines()[:2] == table_of_the_readme("quality")[:2]
    assert out.splitlines()[2].startswith(f"| newsparse {newsparse.__version__} | ")


def table_of_the_readme(name: str) -> list[str]:
    text = (ROOT / "README.md").read_text("utf-8").partition(f"<!-- {name} -->\n")[2]
    return text.partition("\n\n")[0].splitlines()


def test_scale(seed: Path) -> None:
    out = run("scale.py", "--rounds", "1", str(seed))
    assert "1 documents" in out
    assert "hours of one core" in out
