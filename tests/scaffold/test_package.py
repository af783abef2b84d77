"""The package that is written: complete, in good style, and its own tests pass."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsparse import Parser
from newsparse.cli import main
from newsparse.scaffold.package import LICENCES
from newsparse.testing.snapshots import Comparison, compare, read_samples
from tests.installed import Done, install, run
from tests.scaffold.conftest import page, post

BOX = '<div class="letter big">Our letter, each morning</div>'


def new_source(*arguments: str) -> int:
    return main(["new-source", *arguments, "--author", "Ida Berg"])


def own_tests(package: Path, site: Path) -> Done:
    """Run a package's own tests, with few examples; ``.ci/run`` runs them as they are."""
    (test,) = package.glob("tests/test_*.py")
    code = test.read_text(encoding="utf-8")
    few = code.replace("    samples = SAMPLES\n", "    samples = SAMPLES\n    examples = 3\n")
    assert few != code
    test.write_text(few, encoding="utf-8")
    path = install(package, site)
    # What hypothesis adds to reports is not asked for; with some packages installed it breaks.
    without = ["-p", "no:cacheprovider", "-p", "no:hypothesispytest"]
    return run(path, "-m", "pytest", "-qx", *without, cwd=package)


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """A folder with two pages and two posts of an invented paper."""
    folder = tmp_path / "samples"
    folder.mkdir()
    for number in (0, 1):
        (folder / f"page{number}.html").write_text(page(number), encoding="utf-8")
        (folder / f"post{number}.md").write_text(post(number + 1, BOX), encoding="utf-8")
    return folder


def test_the_tests_of_a_new_package_pass(samples: Path, tmp_path: Path) -> None:
    package = tmp_path / "package"
    assert new_source("dune", "--into", str(package), "--from", str(samples)) == 0
    done = own_tests(package, tmp_path / "site")
    assert done.status == 0, done.out
    assert "passed" in done.out


def test_a_package_made_from_nothing_gives_the_articles_it_expects(tmp_path: Path) -> None:
    package = tmp_path / "package"
    assert new_source("dune", "--into", str(package)) == 0
    module = package / "src" / "newsparse_dune" / "__init__.py"
    compared = comparisons(package, module)
    assert [c.same and not c.missing for c in compared] == [True] * 3
    code = module.read_text(encoding="utf-8")
    assert "h1.headline" in code
    broken = package / "broken.py"
    broken.write_text(code.replace("h1.headline", "p.byline"), encoding="utf-8")
    assert not all(c.same for c in comparisons(package, broken))


def comparisons(package: Path, module: Path) -> list[Comparison]:
    """Return the package's samples beside what is expected, with a module as the plugin."""
    names: dict[str, object] = {}
    exec(module.read_text(encoding="utf-8"), names)
    parser = Parser(plugins=(SimpleNamespace(**names),), entry_points=False)
    return [compare(sample, parser) for sample in read_samples(package / "tests" / "samples")]


def test_everything_a_package_needs_is_there(samples: Path, tmp_path: Path) -> None:
    package = tmp_path / "package"
    assert new_source("dune-news", "--into", str(package), "--from", str(samples)) == 0
    files = {p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file()}
    assert files == {
        ".gitignore",
        "LICENSE",
        "README.md",
        "pyproject.toml",
        "src/newsparse_dune_news/__init__.py",
        "src/newsparse_dune_news/py.typed",
        "tests/test_dune_news.py",
        *(f"tests/samples/{p.name}" for p in samples.iterdir()),
        *(f"tests/samples/{p.name}.json" for p in samples.iterdir()),
    }
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"] == {"newsparse": {"dune-news": "newsparse_dune_news"}}
    assert project["authors"] == [{"name": "Ida Berg"}]
    for name in ("LICENSE", "README.md", "pyproject.toml", "tests/test_dune_news.py"):
        assert "$" not in (package / name).read_text(encoding="utf-8"), name


def test_each_rule_says_how_often_it_matched(samples: Path, tmp_path: Path) -> None:
    package = tmp_path / "package"
    assert new_source("dune", "--into", str(package), "--from", str(samples)) == 0
    code = (package / "src" / "newsparse_dune" / "__init__.py").read_text(encoding="utf-8")
    lines = [line.strip() for line in code.splitlines()]
    for number, line in enumerate(lines):
        if line.startswith(("strip(", "take(", "site(", "domain(")):
            assert lines[number - 1].startswith("# in "), line
    assert '# in 2 of 4 samples\n        domain("dune.example"),' in code
    assert '# in 2 of 4 samples\n    story=("div.words",),' in code


def test_the_written_code_is_in_good_style(samples: Path, tmp_path: Path) -> None:
    if shutil.which("ruff", path=str(Path(sys.executable).parent)) is None:
        pytest.skip("needs ruff (extra dev)")
    package = tmp_path / "package"
    assert new_source("dune", "--into", str(package), "--from", str(samples)) == 0
    ruff = str(Path(sys.executable).parent / "ruff")
    style = ["--isolated", "--no-cache", "--line-length=100"]
    for command in (["check", "--select=B,D1,E,F,I,PT,SIM,UP,W"], ["format", "--check"]):
        done = subprocess.run(
            [ruff, *command, *style, "."],
            cwd=package,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("licence", LICENCES)
def test_licences(licence: str, tmp_path: Path) -> None:
    package = tmp_path / "package"
    assert new_source("dune", "--into", str(package), "--licence", licence) == 0
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == licence
    text = (package / "LICENSE").read_text(encoding="utf-8")
    assert licence.split("-")[0] in text
    assert ("Ida Berg" in text) == (licence != "Apache-2.0")


def test_where_a_sample_is_from_is_written_down(tmp_path: Path) -> None:
    bare = page(0).replace('<link rel="canonical" href="https://www.dune.example/gulls">', "")
    sample = tmp_path / "saved.html"
    sample.write_text(bare, encoding="utf-8")
    package = tmp_path / "package"
    arguments = ["--from", str(sample), "--domain", "www.dune.example"]
    assert new_source("dune", "--into", str(package), *arguments) == 0
    urls = package / "tests" / "samples" / "urls.json"
    expected = {"saved.html": "https://www.dune.example/saved"}
    assert json.loads(urls.read_text(encoding="utf-8")) == expected


def test_pages_that_do_not_say_where_they_are_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mute = page(1).replace('<link rel="canonical" href="https://www.dune.example/sand">', "")
    folder = tmp_path / "saved"
    folder.mkdir()
    for name, text in {"told": page(0), "mute": mute, "copy": page(0)}.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    package = tmp_path / "package"
    assert new_source("dune", "--into", str(package), "--from", str(folder)) == 0
    out = capsys.readouterr().out
    assert 'in 2 of 2 samples  matcher    domain("dune.example")' in out
    assert "note: taken to be from dune.example, see tests/samples/urls.json: mute.html" in out
    assert "note: 1 file holds a story that another sample holds too: left out" in out


def test_a_sample_of_another_source_is_left_out(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (samples / "wire.md").write_text(post(0).replace("The Dune", "新浪财经"), encoding="utf-8")
    package = tmp_path / "package"
    assert new_source("dune", "--into", str(package), "--from", str(samples)) == 0
    assert "note: left out: wire.md; sina claims it" in capsys.readouterr().out
    assert not (package / "tests" / "samples" / "wire.md").exists()
    (alone := tmp_path / "alone").mkdir()
    (samples / "wire.md").rename(alone / "wire.md")
    assert new_source("dune", "--into", str(tmp_path / "own"), "--from", str(alone)) == 0
    assert "has a source for these samples, sina; the new one" in capsys.readouterr().out


def test_what_does_not_hold_on_the_samples_is_left_out_by_name(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (0, 1):  # a line too short for a pattern of its own, in two stories
        (samples / f"page{number}.html").write_text(page(number, "<p>***</p>"), encoding="utf-8")
    package = tmp_path / "package"
    assert new_source("dune", "--into", str(package), "--from", str(samples)) == 0
    assert "note: the tests leave out repeated: the line '***'" in capsys.readouterr().out
    code = (package / "tests" / "test_dune.py").read_text(encoding="utf-8")
    assert '    without = ("repeated",)\n' in code
    named = "the line '***' stands in the bodies of page0.html and page1.html"
    assert f"    # repeated: {named}" in code
    assert own_tests(package, tmp_path / "site").status == 0


def test_mistakes_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "nowhere.html").write_text("<p>words of nobody knows whom</p>", encoding="utf-8")
    (tmp_path / "empty.html").write_text(" ", encoding="utf-8")
    for arguments, words in {
        ("The Dune",): "is no name for a source",
        ("dune", "--into", "full"): "not empty",
        ("dune", "--from", "missing.html"): "missing.html: no such file",
        ("dune", "--from", "nowhere.html"): "--domain",
        ("dune", "--from", "empty.html"): "empty.html",
        ("dune", "--licence", "WTFPL"): "WTFPL",
    }.items():
        assert new_source(*arguments) == 2
        assert words in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty.html", "full", "nowhere.html"]
    assert new_source("dune", "--from", "nowhere.html", "--domain", "dune.example") == 0
    assert "domain(" in capsys.readouterr().out
