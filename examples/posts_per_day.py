"""A plot of posts a day and source, as an SVG file.

    python examples/posts_per_day.py ARCHIVE posts.svg

Posts without a date are counted on standard error.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import matplotlib

import newsparse

matplotlib.use("svg")

from matplotlib import pyplot as plt


def counted(archive: Path) -> tuple[Counter[tuple[dt.date, str]], int]:
    """Return the number of posts by day (UTC) and source, and how many had no date."""
    counts: Counter[tuple[dt.date, str]] = Counter()
    undated = 0
    for post in sorted(p for p in archive.rglob("*") if p.suffix in (".md", ".txt", ".html")):
        try:
            article = newsparse.parse_file(post)
        except newsparse.NewsparseError as error:
            print(error, file=sys.stderr)
            continue
        if article.published is None:
            undated += 1
        else:
            day = article.published.astimezone(dt.UTC).date()
            counts[day, article.source] += 1
    return counts, undated


def draw(counts: Counter[tuple[dt.date, str]], target: Path) -> None:
    """Draw one bar a day, the sources stacked, the largest source at the bottom."""
    totals: Counter[str] = Counter()
    for (_, source), count in counts.items():
        totals[source] += count
    days = sorted({day for day, _ in counts})
    figure, axes = plt.subplots(figsize=(9, 4), layout="constrained")
    floor = [0] * len(days)
    for source, _ in totals.most_common():
        heights = [counts[day, source] for day in days]
        axes.bar([day.isoformat() for day in days], heights, bottom=floor, label=source)
        floor = [low + high for low, high in zip(floor, heights, strict=True)]
    axes.set_ylabel("posts")
    axes.tick_params(axis="x", rotation=60)
    axes.legend(frameon=False)
    figure.savefig(target)
    plt.close(figure)


def main(arguments: Sequence[str] | None = None) -> int:
    archive, target = sys.argv[1:] if arguments is None else arguments
    counts, undated = counted(Path(archive))
    if undated:
        print(f"{undated} posts without a date", file=sys.stderr)
    draw(counts, Path(target))
    print(f"{sum(counts.values())} posts in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
