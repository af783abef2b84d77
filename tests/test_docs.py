from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from newsparse import hookspecs
from newsparse.article import FIELDS
from newsparse.problems import CODES
from tests.code_blocks import ROOT, code_blocks, run_blocks

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
WITH_CODE = [
    p for p in PAGES if any(b.language in ("python", "pycon", "console") for b in code_blocks(p))
]


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_tables", DOCS / "tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: page.stem)
def test_every_block_does_what_it_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(tmp_path)
    assert run_blocks(page, tmp_path) > 0


def test_every_page_is_in_the_table_of_contents() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    listed = {line.strip() for line in index.splitlines()}
    assert {p.stem for p in PAGES} - {"index"} <= listed


def test_every_problem_code_is_in_the_table(tables: ModuleType) -> None:
    assert tables.tables()["problems"].count("\n") == len(CODES) + 2
    for code in CODES:
        assert f"| `{code}` |" in tables.tables()["problems"]


def test_every_hook_is_documented_with_a_plugin_that_runs(tables: ModuleType) -> None:
    names = [name for name, _, _ in tables.hook_list()]
    assert names == [n for n in vars(hookspecs) if n.startswith("newsparse_")]
    page = (DOCS / "hooks.md").read_text(encoding="utf-8")
    code = "".join(b.code for b in code_blocks(DOCS / "hooks.md") if b.language == "python")
    for name in names:
        assert f"## `{name}`" in page
        assert f"def {name}(" in code


def test_every_field_is_explained() -> None:
    page = (DOCS / "values.md").read_text(encoding="utf-8")
    for field in (*FIELDS, "body", "extra", "origins", "problems"):
        assert f"`{field}`" in page
