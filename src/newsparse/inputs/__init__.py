"""Where many documents come from: folders, archives, JSON lines, feeds, web archives.

Each kind is a module that turns a path into jobs, one at a time and never a whole archive
in memory. What cannot be read is a job with an error, so that nothing is lost silently.
"""

from __future__ import annotations

from .walk import documents

__all__ = ["documents"]
