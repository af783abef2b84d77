"""Whether parsing slows down with the number of sources.

    python benchmarks/detection.py            5 sources against 500
    python benchmarks/detection.py --many 5000

Two parsers, with few and with many invented sources besides the built-in ones, parse the
same post by turns; a figure is the fastest call. What counts is the ratio.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import newsparse
from newsparse.hookspecs import hookimpl
from newsparse.rules import css, key, strip, take, text
from newsparse.source import Source, domain, meta, site

SEED = next((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
GOAL = 1.1


class Invented:
    """A plugin with `count` sources, each with matchers and rules like a real one."""

    def __init__(self, count: int) -> None:
        self.count = count

    @hookimpl
    def newsparse_sources(self) -> list[Source]:
        return [
            Source(
                id=f"invented-{number}",
                title=f"The Invented Paper {number}",
                matches=(
                    site(f"The Invented Paper {number}"),
                    domain(f"paper{number}.example"),
                    meta("application-name", f"Paper {number}"),
                ),
                inherits=("chinese-news",),
                strip=(strip("advert", css(f"div.advert-{number}"), "an advert"),),
                map=(
                    take("votes", key(f"votes_{number}"), "votes", to="extra.votes"),
                    take("desk", text(rf"^Desk {number}: (?P<authors>.+)$"), "who wrote it"),
                ),
            )
            for number in range(self.count)
        ]


def measure(few: int, many: int, rounds: int) -> tuple[float, float]:
    """Return seconds of the fastest call with `few` and with `many` sources."""
    post = SEED.read_bytes()
    parsers = [newsparse.Parser(plugins=(Invented(count),)) for count in (few, many)]
    best = [float("inf"), float("inf")]
    expected = newsparse.parse(post)
    for parser in parsers:
        assert parser.parse(post) == expected
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for number, parser in enumerate(parsers):
                for _ in range(5):
                    start = perf_counter()
                    parser.parse(post)
                    best[number] = min(best[number], perf_counter() - start)
    finally:
        gc.enable()
    return best[0], best[1]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--few", type=int, default=5)
    parser.add_argument("--many", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=400)
    options = parser.parse_args(arguments)
    few, many = measure(options.few, options.many, options.rounds)
    print(f"{options.few:>6} sources  {few * 1e6:7.0f} microseconds a post")
    print(f"{options.many:>6} sources  {many * 1e6:7.0f} microseconds a post")
    print(f"ratio {many / few:.3f} (goal: at most {GOAL})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
