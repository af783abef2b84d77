"""An explanation as one HTML page: what became of every word of a document, and why."""

from __future__ import annotations

from .page import render_report

__all__ = ["render_report"]
