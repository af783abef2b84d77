"""Raises when it is imported."""

raise RuntimeError("not even imported today")
