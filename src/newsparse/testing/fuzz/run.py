"""Runs a target: with atheris where it is installed, else with a mutator of our own.

Atheris guides by coverage: it keeps inputs that reach new code and builds on them
(libFuzzer's way, https://llvm.org/docs/LibFuzzer.html). The mutator without it only
damages seeds, again and again.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType

import attrs

from .corpus import make
from .targets import TARGETS, Target


@attrs.frozen(kw_only=True)
class Defect:
    """An input on which a target raised.

    Attributes:
        data: the input.
        error: what was raised.
    """

    data: bytes
    error: Exception


def write_corpus(name: str, folder: Path) -> int:
    """Write the seeds and the dictionary of a target; return the number of seeds.

    Seeds that are there are kept, so that a corpus grows from run to run.
    """
    folder.mkdir(parents=True, exist_ok=True)
    seeds = make(name)
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number:03}").write_bytes(seed)
    return len(seeds)


def damage(data: bytes, target: Target, luck: random.Random) -> bytes:
    """Return bytes changed in one to four places."""
    out = bytearray(data)
    for _ in range(luck.randint(1, 4)):
        at, end = sorted((luck.randint(0, len(out)), luck.randint(0, len(out))))
        kind = luck.randrange(5)
        if kind == 0:
            del out[at:end]
        elif kind == 1:
            out[at:at] = luck.choice(target.dictionary).encode("utf-8")
        elif kind == 2:
            out[at:at] = out[at : min(end, at + 2000)]
        elif kind == 3 and out:
            out[min(at, len(out) - 1)] = luck.randrange(256)
        else:
            out[end:end] = luck.randbytes(luck.randint(1, 4))
    return bytes(out[:200_000])


def run_plainly(
    name: str,
    seconds: float,
    *,
    seed: int = 0,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[int, Defect | None]:
    """Damage seeds and run a target on them until time is over or something is found.

    Returns:
        the number of executions, and the defect.
    """
    target, luck = TARGETS[name], random.Random(seed)
    seeds = make(name)
    end = clock() + seconds
    count = 0
    while clock() < end:
        start = luck.choice(target.openings).encode("utf-8")
        data = (
            seeds[count] if count < len(seeds) else start + damage(luck.choice(seeds), target, luck)
        )
        count += 1
        try:
            target.run(data)
        except Exception as error:
            return count, Defect(data=data, error=error)
    return count, None


def run_guided(name: str, seconds: int, corpus: Path | None = None) -> None:
    """Run a target under atheris; it ends the process, with 77 where something was found.

    Raises:
        ImportError: atheris (extra ``fuzz``) is not installed.
    """
    import atheris

    target = TARGETS[name]
    folder = corpus or Path(tempfile.mkdtemp(prefix=f"newsparse-{name}-"))
    write_corpus(name, folder)
    words = folder.parent / f"{folder.name}.dict"
    words.write_text(
        "".join(f'"{_escaped(word.encode("utf-8"))}"\n' for word in target.dictionary), "ascii"
    )
    for function in functions_of(target, make(name)):
        atheris.instrument_func(function)
    options = [
        sys.argv[0],
        str(folder),
        f"-dict={words}",
        f"-max_total_time={seconds}",
        "-max_len=20000",
        "-timeout=60",
        "-print_final_stats=1",
        f"-artifact_prefix={folder}{os.sep}defect-",
    ]
    atheris.Setup(options, target.run)
    atheris.Fuzz()


def functions_of(target: Target, seeds: list[bytes]) -> Iterator[FunctionType]:
    """Yield the functions of newsparse that a target may come to.

    Coverage is that of newsparse alone. Its stages are imported when they are first
    needed, so the target runs on its seeds before the functions are counted.
    """
    for seed in seeds:
        target.run(seed)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            package, _, rest = (thing.__module__ or "").partition(".")
            if package == "newsparse" and not rest.startswith("testing"):
                yield thing


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)
