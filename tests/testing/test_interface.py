from __future__ import annotations

from pathlib import Path

from newsparse.testing import SourceContract

SEED = next((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))


class TestSina(SourceContract):
    plugin = "sina"
    samples = (SEED,)
