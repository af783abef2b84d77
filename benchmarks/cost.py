"""What a post costs, against the floor of its two parsers.

    python benchmarks/cost.py               the table, then where the time goes
    python benchmarks/cost.py --rounds 5    quicker, less exact
    python benchmarks/cost.py FILE…         other posts

The floor is what nobody who uses these parsers can go below: front matter
through ``frontmatter.parse`` (PyYAML's C loader, its default) and one parse of
the rest by Lexbor. Contenders take turns in every round, so that whatever else
the machine does hits all of them; a figure is the best of the rounds, a ratio
the quotient of two bests. As in timeit, the cyclic garbage collector rests.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import Any

import attrs
import frontmatter
import yaml
from selectolax.lexbor import LexborHTMLParser

import newsparse
from newsparse import intake, pipeline
from newsparse.extract.blocks import BlockBuilder

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus" / "rsshub"
BATCH_SECONDS = 0.004
"""How long one measurement of one contender on one post should take."""

Call = Callable[[], object]


@attrs.frozen
class Post:
    """A document to measure with."""

    name: str
    text: str
    html: str
    damaged: bool


def load(path: Path) -> Post:
    text = path.read_text(encoding="utf-8")
    try:
        html = frontmatter.parse(text)[1]
        damaged = False
    except yaml.YAMLError:
        html = text.split("---", 2)[-1]
        damaged = True
    return Post(path.name[:28], text, html, damaged)


def floor(post: Post) -> Call:
    """Return the two parsers as one call that makes nothing of what they give."""

    def both() -> object:
        return LexborHTMLParser(frontmatter.parse(post.text)[1])

    def until_the_error() -> object:
        with suppress(yaml.YAMLError):
            frontmatter.parse(post.text)
        return LexborHTMLParser(post.html)

    return until_the_error if post.damaged else both


def contenders(post: Post) -> dict[str, Call]:
    parser = newsparse.Parser()
    calls: dict[str, Call] = {
        "floor": floor(post),
        "parse": lambda: parser.parse(post.text),
        "explain": lambda: parser.explain(post.text),
    }
    try:
        import trafilatura
    except ModuleNotFoundError:
        pass
    else:
        calls["trafilatura"] = lambda: trafilatura.bare_extraction(post.html, with_metadata=True)
    return calls


def measure(calls: dict[str, Call], rounds: int) -> dict[str, float]:
    """Return the microseconds a call of each contender, the best of `rounds` in turns."""
    repeats = {name: _repeats(call) for name, call in calls.items()}
    best = dict.fromkeys(calls, float("inf"))
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, call in calls.items():
                start = perf_counter()
                for _ in range(repeats[name]):
                    call()
                best[name] = min(best[name], (perf_counter() - start) / repeats[name])
    finally:
        gc.enable()
    return {name: seconds * 1e6 for name, seconds in best.items()}


def _repeats(call: Call) -> int:
    call()  # caches fill, modules load
    start = perf_counter()
    call()
    return max(1, int(BATCH_SECONDS / max(perf_counter() - start, 1e-6)))


def table(posts: Sequence[Post], rounds: int) -> dict[str, list[float]]:
    """Print a line a post; return the ratios to the floor of each contender."""
    ratios: dict[str, list[float]] = {}
    header: list[str] = []
    for post in posts:
        times = measure(contenders(post), rounds)
        if not header:
            header = list(times)
            cells = [f"{'floor':>8}", *(f"{name:>11} {'ratio':>6}" for name in header[1:])]
            print(f"{'post':<30}{'bytes':>7}  " + "".join(cells))
        mark = "*" if post.damaged else " "
        cells = [f"{times['floor']:>7.0f}{mark}"]
        for name in header[1:]:
            ratio = times[name] / times["floor"]
            ratios.setdefault(name, []).append(ratio)
            cells.append(f"{times[name]:>11.0f} {ratio:>6.2f}")
        print(f"{post.name:<30}{len(post.text.encode()):>7}  " + "".join(cells), flush=True)
    return ratios


def summary(ratios: dict[str, list[float]]) -> None:
    print()
    for name, values in ratios.items():
        print(
            f"{name:<12} ratio to the floor: first {values[0]:.2f}, "
            f"median {statistics.median(values):.2f}, worst {max(values):.2f}"
        )


STAGES: dict[str, tuple[tuple[Any, str], ...]] = {
    "check the characters": ((intake, "clean_text"),),
    "split, front matter (a parser)": ((intake, "split"),),
    "guard, shape": ((intake, "guard"), (intake, "shape_of"), (intake, "refuse_foreign")),
    "parse HTML (a parser)": ((pipeline, "parse_html"),),
    "detect": ((pipeline, "detect"),),
    "strip rules": ((pipeline, "strip_elements"),),
    "map rules": ((pipeline, "map_matter"), (pipeline, "map_elements"), (pipeline, "roles")),
    "source's functions": ((pipeline, "_call"),),
    "build blocks": ((BlockBuilder, "build"),),
    "text rules": ((pipeline, "apply_text_rules"),),
    "check": ((pipeline, "check"),),
    "build the article": ((pipeline, "build"),),
}
"""The stages of the pipeline and the functions that they are, none inside another."""


def where_the_time_goes(post: Post, rounds: int) -> None:
    """Print the microseconds of each stage, measured by a clock around its functions."""
    spent = dict.fromkeys(STAGES, 0.0)
    saved = [(o, n, getattr(o, n)) for functions in STAGES.values() for o, n in functions]
    best: dict[str, float] = {}
    total = float("inf")
    parser = newsparse.Parser()
    parser.parse(post.text)
    try:
        for stage, functions in STAGES.items():
            for owner, name in functions:
                setattr(owner, name, _clocked(getattr(owner, name), spent, stage))
        gc.disable()
        for _ in range(rounds * 10):
            spent.update(dict.fromkeys(STAGES, 0.0))
            start = perf_counter()
            parser.parse(post.text)
            took = perf_counter() - start
            if took < total:
                total, best = took, dict(spent)
    finally:
        gc.enable()
        for owner, name, function in saved:
            setattr(owner, name, function)
    best["the rest, and the clocks"] = total - sum(best.values())
    for stage, seconds in best.items():
        print(f"  {stage:<32}{seconds * 1e6:>7.1f}  {seconds / total:>5.0%}")
    print(f"  {'all':<32}{total * 1e6:>7.1f}")


def _clocked(
    function: Callable[..., Any], spent: dict[str, float], stage: str
) -> Callable[..., Any]:
    def clocked(*arguments: Any, **named: Any) -> Any:
        start = perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += perf_counter() - start

    return clocked


def main(arguments: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options.add_argument("--rounds", type=int, default=40, help="40 where not given")
    chosen = options.parse_args(arguments)
    paths = chosen.files or [*(ROOT / "seeds").glob("*.txt"), *sorted(SHARED.glob("*.md"))]
    posts = [load(path) for path in paths]
    print(f"newsparse {newsparse.__version__}, Python {sys.version.split()[0]}, microseconds\n")
    ratios = table(posts, chosen.rounds)
    if any(post.damaged for post in posts):
        print("* front matter that YAML refuses: the floor ends with the error")
    summary(ratios)
    print(f"\nwhere the time of parse() goes, {posts[0].name}")
    where_the_time_goes(posts[0], chosen.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
