"""The command: ``python -m newsparse.testing.fuzz TARGET --seconds 60 --corpus DIR``."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path

from .run import run_guided, run_plainly
from .targets import TARGETS


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz one target; 0 where nothing was found, 77 where something was, as libFuzzer has it."""
    parser = argparse.ArgumentParser(prog="python -m newsparse.testing.fuzz")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, help="where inputs are kept from run to run")
    parser.add_argument("--seed", type=int, default=0, help="of the plain mutator")
    parser.add_argument("--plain", action="store_true", help="without atheris")
    options = parser.parse_args(arguments)
    if not options.plain and importlib.util.find_spec("atheris") is not None:
        run_guided(options.target, options.seconds, options.corpus)
    count, defect = run_plainly(options.target, options.seconds, seed=options.seed)
    if defect is None:
        print(f"{options.target}: {count:,} executions, nothing found")
        return 0
    found = Path(f"defect-{options.target}")
    found.write_bytes(defect.data)
    print(f"{options.target}: {type(defect.error).__name__}: {defect.error}", file=sys.stderr)
    print(f"after {count:,} executions; the input is in {found}", file=sys.stderr)
    return 77


if __name__ == "__main__":
    sys.exit(main())
