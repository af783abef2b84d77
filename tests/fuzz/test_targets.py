from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.testing.fuzz import TARGETS, Target
from newsparse.testing.fuzz.__main__ import main
from newsparse.testing.fuzz.corpus import make
from newsparse.testing.fuzz.run import functions_of, run_plainly


@pytest.mark.parametrize("name", TARGETS)
def test_seeds(name: str) -> None:
    seeds = make(name)
    assert len(seeds) > 20
    assert seeds == make(name)
    for seed in seeds:
        TARGETS[name].run(seed)


@pytest.mark.parametrize("name", TARGETS)
def test_through_the_door_for_fuzzers(name: str) -> None:
    """Hypothesis turns a fuzzer's bytes into an input; see ``fuzz_one_input``."""
    target = TARGETS[name]
    pieces = st.sampled_from([w.encode() for w in target.dictionary]) | st.binary(max_size=8)
    seen = 0

    @settings(database=None)
    @given(st.sampled_from(target.openings), st.lists(pieces, max_size=40))
    def attack(opening: str, body: list[bytes]) -> None:
        nonlocal seen
        seen += 1
        target.run(opening.encode() + b"".join(body))

    attack()
    for seed in make(name):
        attack.hypothesis.fuzz_one_input(seed)  # type: ignore[attr-defined]
    assert seen > 20


@pytest.mark.parametrize("name", TARGETS)
def test_damaged_seeds(name: str) -> None:
    ticks = iter(range(150))
    count, defect = run_plainly(name, 100, clock=lambda: float(next(ticks)))
    assert defect is None, f"{defect.error!r} on {defect.data!r}"
    assert count == 99


def test_coverage_is_of_all_stages_and_of_them_alone() -> None:
    """Those of the whole page are imported late; a fuzzer blind to them is guided by chance."""
    target = TARGETS["page"]
    modules = {function.__module__ for function in functions_of(target, make("page")[:20])}
    assert {
        "newsparse.decode",
        "newsparse.guard",
        "newsparse.choose",
        "newsparse.extract.page_walk",
        "newsparse.extract.story",
    } <= modules
    assert all(module.partition(".")[0] == "newsparse" for module in modules)
    assert not any(module.startswith("newsparse.testing") for module in modules)


def test_a_defect_is_found_and_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(data: bytes) -> None:
        assert b"x" not in data, "an x"

    broken = Target(name="body", stage="none", run=run, dictionary=("x",))
    monkeypatch.setitem(TARGETS, "body", broken)
    monkeypatch.chdir(str(tmp_path))
    assert main(["body", "--plain", "--seconds", "20"]) == 77
    assert "AssertionError: an x" in capsys.readouterr().err
    with open("defect-body", "rb") as file:
        assert b"x" in file.read()
