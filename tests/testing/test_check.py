"""``newsparse check`` and ``pytest --newsparse-plugin``: the contract against a plugin."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from newsparse.cli import main
from tests.code_blocks import ROOT
from tests.installed import Done, run

PLUGIN = """
from newsparse.hookspecs import hookimpl
from newsparse.rules import css, strip, take
from newsparse.source import Source, domain

TERN = Source(
    id="tern",
    title="The Tern",
    matches=[domain("tern.example")],
    language="en",
    strip=[strip("letter", css("div.letter"), "our letter", example='<div class="letter">x</div>')],
    map=[
        take("byline", css("p.by"), "byline", to="authors", consume=True,
             example='<p class="by">By Ida Berg</p>'),
    ],
)


@hookimpl
def newsparse_sources():
    return [TERN]
"""
SAMPLE = """---
title: The {name} are back
url: https://tern.example/{name}
date: 2026-05-04T09:00:00+01:00
---
<p class="by">By Ida Berg</p>
<p>The {name} came back on Monday, all of them at once, and took the old places.</p>
<div class="letter">Our letter comes each morning.</div>
"""
FEW = ("--examples", "2", "--seed", "1")

Check = Callable[..., Done]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with the module ``tern_plugin`` and two samples."""
    samples = tmp_path / "tests" / "samples"
    samples.mkdir(parents=True)
    for name in ("terns", "gulls"):
        (samples / f"{name}.md").write_text(SAMPLE.format(name=name), encoding="utf-8")
    (tmp_path / "tern_plugin.py").write_text(PLUGIN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def check(
    package: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Check:
    """``newsparse check`` in the package's folder."""
    import sys

    monkeypatch.chdir(package)
    monkeypatch.syspath_prepend(package)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    def call(*arguments: str) -> Done:
        monkeypatch.delitem(sys.modules, "tern_plugin", raising=False)
        status = main(["check", *arguments])
        captured = capsys.readouterr()
        return Done(status, captured.out + captured.err)

    return call


def break_plugin(package: Path, old: str, new: str) -> None:
    path = package / "tern_plugin.py"
    code = path.read_text(encoding="utf-8")
    assert old in code
    path.write_text(code.replace(old, new), encoding="utf-8")


# ------------------------------------------------------------- newsparse check


def test_a_plugin_in_good_order(check: Check) -> None:
    done = check("tern_plugin", *FEW)
    assert done.status == 0, done.out
    assert "plugin tern_plugin: tern; 2 samples" in done.out
    assert done.out.endswith("the contract holds\n")
    assert "(total), 4 documents" in done.out
    assert "terns.md: no article is expected yet (--update)" in done.out


def test_a_report_names_property_document_and_rule(package: Path, check: Check) -> None:
    break_plugin(package, 'css("p.by")', 'css("p")')
    saved = package / "saved"
    done = check("tern_plugin", *FEW, "--save-failures", str(saved))
    assert done.status == 1
    lines = done.out.splitlines()
    failed = [number for number, line in enumerate(lines) if line.startswith("FAILED")]
    assert failed
    assert "rule to blame: tern:byline" in done.out
    assert "not hold" in lines[-1]
    documents = sorted(saved.glob("failure-*"))
    assert documents
    for document in documents:
        assert f"newsparse explain {document}" in done.out
    # A sample that shows the fault as it is needs no copy.
    assert not {p.read_bytes() for p in documents} & {
        p.read_bytes() for p in (package / "tests" / "samples").iterdir()
    }


def test_json(package: Path, check: Check) -> None:
    assert check("tern_plugin", "--update").status == 0
    break_plugin(package, 'div.letter")', 'div.lettre")')
    done = check("tern_plugin", *FEW, "-f", "json", "--only", "total", "--only", "repeated")
    assert done.status == 1
    data = json.loads(done.out)
    assert (data["plugin"], data["ok"]) == ("tern_plugin", False)
    assert [p["id"] for p in data["properties"] if p["failure"]] == ["repeated"]
    assert [s["differences"][0]["field"] for s in data["samples"]] == ["body", "body"]


def test_update_writes_what_later_runs_expect(package: Path, check: Check) -> None:
    done = check("tern_plugin", "--update")
    assert (done.status, done.out.count("     new  ")) == (0, 2)
    assert "2 samples, 2 expected articles written" in done.out
    assert "0 expected articles written" in check("tern_plugin", "--update").out
    only = ("--only", "total")
    assert check("tern_plugin", *FEW, *only).status == 0
    break_plugin(package, 'to="authors"', 'to="editors"')
    done = check("tern_plugin", *FEW, *only)
    assert done.status == 1
    assert "2 samples give another article" in done.out
    assert 'authors\n          - {"name": "Ida Berg"}\n' in done.out
    assert 'editors\n          + {"name": "Ida Berg"}\n' in done.out
    assert "newsparse check tern_plugin --update" in done.out
    assert " changed  " in check("tern_plugin", "--update").out
    assert check("tern_plugin", *FEW, *only).status == 0


def test_where_a_sample_is_from_may_be_told_beside_it(package: Path, check: Check) -> None:
    page = package / "tests" / "samples" / "page.html"
    page.write_text("<p class=by>By Tom Lind</p><p>Terns fly.</p>", encoding="utf-8")
    assert check("tern_plugin", *FEW, "--only", "home").status == 1
    urls = package / "tests" / "samples" / "urls.json"
    urls.write_text('{"page.html": "https://tern.example/9"}', encoding="utf-8")
    done = check("tern_plugin", *FEW, "--only", "home")
    assert done.status == 0, done.out


def test_a_built_in_plugin(check: Check, seed: Path) -> None:
    done = check("sina", *FEW, "--samples", str(seed.parent), "--only", "total")
    assert done.status == 0, done.out


def test_mistakes_are_named(package: Path, check: Check) -> None:
    (package / "broken_plugin.py").write_text("raise RuntimeError('no')", encoding="utf-8")
    for arguments, words in {
        ("nobody",): "no plugin 'nobody'",
        ("tern_plugin", "--samples", "nowhere"): "--samples nowhere: no such directory",
        ("tern_plugin", "--examples", "0"): "--examples must be at least 1",
        ("tern_plugin", "--only", "beauty"): "there is no property 'beauty'",
        ("tern_plugin", "--source", "gull"): "has no source gull",
        ("tern_plugin", "--seed", "x"): "--seed",
    }.items():
        done = check(*arguments)
        assert (done.status, words in done.out) == (2, True), done.out
    for sample in (package / "tests" / "samples").iterdir():
        sample.unlink()
    done = check("tern_plugin", "--update")
    assert (done.status, "there are no samples" in done.out) == (2, True)


def test_a_sample_that_is_no_document(package: Path, check: Check) -> None:
    (package / "tests" / "samples" / "empty.html").write_text(" ", encoding="utf-8")
    done = check("tern_plugin", "--update")
    assert done.status == 1
    assert "newsparse: tests/samples/empty.html: the input is empty" in done.out


def test_without_hypothesis_it_says_what_to_install(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "from newsparse.cli import main; sys.exit(main(['check', 'sina']))"
    )
    done = run([], "-c", code, cwd=tmp_path)
    assert done.status == 2
    assert 'pip install "newsparse[testing]"' in done.out


# --------------------------------------------------------------------- pytest


def pytest_run(package: Path, *arguments: str) -> Done:
    """Run pytest with the plugin, whether its entry point is installed here or not."""
    plugins = ["-p", "no:newsparse", "-p", "newsparse.testing.pytest_plugin"]
    quiet = ["-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-q"]
    few = ["--newsparse-examples", "1"]
    return run([package], "-m", "pytest", *plugins, *quiet, *few, *arguments, cwd=package)


def test_pytest_runs_the_contract_and_nothing_else(package: Path, check: Check) -> None:
    check("tern_plugin", "--update")
    (package / "tests" / "test_other.py").write_text("def test(): assert 0", encoding="utf-8")
    done = pytest_run(package, "--newsparse-plugin", "tern_plugin", "-vv")
    assert done.status == 0, done.out
    assert "tern_plugin::total PASSED" in done.out
    assert "tern_plugin::sample[terns.md] PASSED" in done.out
    assert "test_other" not in done.out
    done = pytest_run(package, "--newsparse-plugin", "tern_plugin", "-k", "home or test", "tests")
    assert done.status == 1
    assert "1 failed, 1 passed" in done.out


def test_pytest_shows_the_fault_and_no_traceback(package: Path, check: Check) -> None:
    check("tern_plugin", "--update")
    break_plugin(package, 'div.letter")', 'div.lettre")')
    wanted = ["-k", "repeated or gulls"]
    done = pytest_run(package, "--newsparse-plugin", "tern_plugin", *wanted)
    assert done.status == 1
    assert "Our letter comes each morning." in done.out
    assert "newsparse check tern_plugin --update" in done.out
    assert "Traceback" not in done.out
    assert "runtest" not in done.out


def test_pytest_names_mistakes(package: Path) -> None:
    done = pytest_run(package, "--newsparse-plugin", "nobody")
    assert done.status == 4
    assert "no plugin 'nobody'" in done.out


def test_the_pytest_plugin_costs_nothing_where_it_is_not_used(tmp_path: Path) -> None:
    code = (
        "import sys, newsparse.testing.pytest_plugin\n"
        "print([m for m in ('hypothesis', 'newsparse.testing.contract') if m in sys.modules])"
    )
    assert run([], "-c", code, cwd=tmp_path).out.strip() == "[]"


def test_the_pytest_plugin_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"newsparse": "newsparse.testing.pytest_plugin"}
