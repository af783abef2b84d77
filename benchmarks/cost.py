"""What a post costs, against the floor of its two parsers.

    python benchmarks/cost.py               the table, then where the time goes
    python benchmarks/cost.py --rounds 5    quicker, less exact
    python benchmarks/cost.py FILE…         other posts
    python benchmarks/cost.py seeds/*.txt --rounds 300 --markdown   the table of the README

The floor is what nobody who uses these parsers can go below: front matter
through ``frontmatter.parse`` (PyYAML's C loader, its default) and one parse of
the rest by Lexbor. Front matter that YAML refuses is mended for the floor, and
for the floor only.

Every round goes through all posts and, for each, all contenders, a few calls
each, so that the calls of one are spread over the whole run: a machine with
other work is fast and slow by turns. A figure is the fastest call of all, in
microseconds; a ratio is the quotient of two figures. As in timeit, the cyclic
garbage collector rests.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
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
from newsparse.frozenmap import thaw

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus" / "rsshub"
BURST = 5
"""Calls of one contender before it is the next one's turn; the first warms the caches."""

LONG = 0.002
"""Seconds from which on a call is made once a turn."""

Call = Callable[[], object]


@attrs.frozen
class Post:
    """A document to measure with; `whole` is its text with readable front matter."""

    name: str
    text: str
    whole: str
    html: str

    @property
    def damaged(self) -> bool:
        """Whether its front matter had to be mended for the floor."""
        return self.whole is not self.text


def load(path: Path) -> Post:
    text = whole = path.read_text(encoding="utf-8")
    try:
        html = frontmatter.parse(text)[1]
    except yaml.YAMLError:
        document = newsparse.Parser().read(text)
        html = document.html
        matter = yaml.safe_dump(thaw(document.matter), allow_unicode=True)
        whole = f"---\n{matter}---\n{html}"
    return Post(path.name[:28], text, whole, html)


def contenders(post: Post) -> dict[str, Call]:
    parser = newsparse.Parser()
    calls: dict[str, Call] = {
        "floor": lambda: LexborHTMLParser(frontmatter.parse(post.whole)[1]),
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


def settle_the_heap() -> list[bytes]:
    """Keep the allocators from asking the system for memory in every call, or not, by chance.

    Where a heap happens to end just below what a call needs, the call maps pages
    and gives them back, each time: a factor of two to four on the floor. Freeing
    a large block raises glibc's threshold (mallopt(3), M_MMAP_THRESHOLD, dynamic);
    a small object in each of a dozen of Python's arenas keeps those, for as long
    as the returned list lives.
    """
    block = bytearray(16 * 2**20)
    del block
    return [bytes(40) for _ in range(200_000)][::5_000]


Times = dict[str, float]


def measure(posts: Sequence[Post], rounds: int) -> list[Times]:
    """Return for each post the seconds of the fastest call of each contender."""
    calls = [contenders(post) for post in posts]
    best = [{name: _clock(call) for name, call in those.items()} for those in calls]
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for those, times in zip(calls, best, strict=True):
                for name, call in those.items():
                    for _ in range(1 if times[name] > LONG else BURST):
                        times[name] = min(times[name], _clock(call))
    finally:
        gc.enable()
    return best


def _clock(call: Call) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start


def table(posts: Sequence[Post], best: Sequence[Times]) -> dict[str, list[float]]:
    """Print a line a post; return the ratios to the floor of each contender."""
    names = [name for name in best[0] if name != "floor"]
    ratios: dict[str, list[float]] = {name: [] for name in names}
    cells = "".join(f"{name:>13} {'ratio':>6}" for name in names)
    print(f"{'post':<29}{'bytes':>6} {'floor':>7} {cells}")
    for post, times in zip(posts, best, strict=True):
        floor = times["floor"]
        line = f"{post.name:<29}{len(post.text.encode()):>6} {floor * 1e6:>7.0f}"
        line += "*" if post.damaged else " "
        for name in names:
            if name == "trafilatura" and finds_nothing(post):
                line += f"{'-':>20}"
                continue
            ratios[name].append(times[name] / floor)
            line += f"{times[name] * 1e6:>13.0f} {times[name] / floor:>6.2f}"
        print(line)
    if any(post.damaged for post in posts):
        print("* front matter that YAML refuses: the floor is that of the mended post")
    if "trafilatura" in names:
        print("- it finds nothing in the post, and ends early")
    return ratios


def as_markdown(times: Times) -> str:
    """Return the table of the README for one post."""
    floor = times["floor"]
    lines = ["| | microseconds | times the floor |", "| --- | --- | --- |"]
    for name, seconds in times.items():
        called = {"floor": "the floor: its two parsers alone"}.get(name, f"newsparse.{name}")
        if name == "trafilatura":
            called = f"Trafilatura {version(name)}, the HTML alone"
        lines.append(f"| {called} | {seconds * 1e6:,.0f} | {seconds / floor:.1f} |")
    return "\n".join(lines)


def finds_nothing(post: Post) -> bool:
    return contenders(post)["trafilatura"]() is None


def summary(ratios: dict[str, list[float]]) -> None:
    print()
    for name, values in ratios.items():
        if not values:
            continue
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
    "map rules": ((pipeline, "map_matter"), (pipeline, "map_elements")),
    "source's functions": ((pipeline, "_call"),),
    "build blocks": ((BlockBuilder, "build"),),
    "text rules": ((pipeline, "apply_text_rules"),),
    "check": ((pipeline, "check"),),
    "build the article": ((pipeline, "build"),),
}
"""The stages of the pipeline and the functions that they are, none inside another."""


def where_the_time_goes(post: Post, rounds: int) -> None:
    """Print the microseconds of each stage in the fastest call, by a clock around its functions."""
    spent = dict.fromkeys(STAGES, 0.0)
    best, total = dict(spent), float("inf")
    saved = [(o, n, getattr(o, n)) for functions in STAGES.values() for o, n in functions]
    parser = newsparse.Parser()
    parser.parse(post.text)
    gc.collect()
    gc.disable()
    try:
        for stage, functions in STAGES.items():
            for owner, name in functions:
                setattr(owner, name, _clocked(getattr(owner, name), spent, stage))
        for _ in range(rounds * 10):
            spent.update(dict.fromkeys(STAGES, 0.0))
            took = _clock(lambda: parser.parse(post.text))
            if took < total:
                best, total = dict(spent), took
    finally:
        gc.enable()
        for owner, name, function in saved:
            setattr(owner, name, function)
    best["the rest, and the clocks"] = total - sum(best.values())
    best["all"] = total
    for stage, seconds in best.items():
        print(f"  {stage:<32}{seconds * 1e6:>7.1f}  {seconds / total:>5.0%}")


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
    options.add_argument("--markdown", action="store_true", help="the first post, as in the README")
    chosen = options.parse_args(arguments)
    paths = chosen.files or [*(ROOT / "seeds").glob("*.txt"), *sorted(SHARED.glob("*.md"))]
    posts = [load(path) for path in paths]
    pins = settle_the_heap()
    if chosen.markdown:
        print(as_markdown(measure(posts[:1], chosen.rounds)[0]))
        del pins
        return 0
    print(
        f"newsparse {newsparse.__version__}, Python {sys.version.split()[0]}, microseconds\n",
        flush=True,
    )
    ratios = table(posts, measure(posts, chosen.rounds))
    summary(ratios)
    print(f"\nwhere the time of parse() goes, {posts[0].name}")
    where_the_time_goes(posts[0], chosen.rounds)
    del pins
    return 0


if __name__ == "__main__":
    sys.exit(main())
