"""What the command raises when it is called in a way that makes no sense."""

from __future__ import annotations


class UsageError(Exception):
    """Arguments that do not fit together; ends the command with status 2."""
