"""Fuzzing of the parsers: one target a stage, for hypothesis and for atheris.

    python -m newsparse.testing.fuzz page --seconds 60

A target takes bytes, runs a stage on them and demands what must hold for any
input; a defect is an exception other than those a stage may raise.
"""

from __future__ import annotations

from .targets import TARGETS, Target

__all__ = ["TARGETS", "Target"]
