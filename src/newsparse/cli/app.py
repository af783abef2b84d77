"""The commands by name, each loaded when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError

from .. import __version__
from ..errors import NewsparseError
from . import FAILED, USAGE
from .inputs import DASH
from .report import message, one_line
from .usage import UsageError

app: App = App(
    name="newsparse",
    help="Turn news documents into clean, typed, traceable articles.",
    version=f"newsparse {__version__}",
    version_format="plaintext",
    print_error=False,
    exit_on_error=False,
    result_action="return_value",
    suppress_keyboard_interrupt=False,
)
app.command("newsparse.cli.parse:parse", help="Parse documents and write the articles.")
app.command("newsparse.cli.batch:batch", help="Parse many documents into shards of articles.")
app.command("newsparse.cli.explain:explain", help="Show what became of a document, and why.")
app.command("newsparse.cli.sources:sources", help="List the sources and their plugins.")
app.command(
    "newsparse.cli.new_source:new_source",
    name="new-source",
    help="Write a plugin package for a new source.",
)
app.command("newsparse.cli.check:check", help="Check a plugin against the contract.")


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name and return its exit status."""
    if not arguments:
        app.help_print()
        return USAGE
    try:
        status = app([DASH if argument == "-" else argument for argument in arguments])
    except (UsageError, CycloptsError) as error:
        sys.stderr.write(f"newsparse: {one_line(str(error))}\n")
        return USAGE
    except BrokenPipeError:
        raise
    except (OSError, NewsparseError) as error:
        sys.stderr.write(f"newsparse: {one_line(message(error))}\n")
        return FAILED
    return status if isinstance(status, int) else 0
