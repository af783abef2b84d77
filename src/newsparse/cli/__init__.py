"""The command ``newsparse``: thin on top of the library, one module a command.

cyclopts and rich come with the extra ``newsparse[cli]`` and are imported here
only. The script exists without them and says what to install.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

__all__ = ["main"]

FAILED = 1
USAGE = 2
INTERRUPTED = 128 + 2
"""What a shell shows for a program that SIGINT ended."""
PIPE_CLOSED = 128 + 13
"""What a shell shows for a program that SIGPIPE ended."""

NEEDS_EXTRA = """\
newsparse: the command line needs {missing}, which is not installed.
Install it with:  pip install "newsparse[cli]"
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    The status is 0 when all documents were parsed, 1 when some failed, 2 when
    the command was called in a wrong way, 130 after Ctrl-C, and 141 when the
    reader of standard output went away (``newsparse … | head``).
    """
    try:
        from .app import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("cyclopts", "rich"):
            raise
        sys.stderr.write(NEEDS_EXTRA.format(missing=error.name))
        return USAGE
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Articles are UTF-8 wherever they go, whatever the terminal's code page.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The interpreter flushes standard output once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return status
