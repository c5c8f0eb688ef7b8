"""Building, editing and visiting a site of any size, against other programs on the same text.

`python benchmarks/bouwen.py [pages …]` prints a page in Markdown; 50, 500 and 2,000 without any.
The text is made up (`corpus.py`); `peers.py` says what the others get and how they are started.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median

from figures import ROUNDS, SLOW, Figures, measure
from peers import BUILDERS, MATERIAL, OURS, PRUNED, ZENSICAL
from waiting import EDITS

SIZES = (50, 500, 2_000)
OTHERS = {
    "tellen": "counting answers in large files, against Polars and pandas",
    "bezoek": "counting views in a web server log, against GoAccess",
    "ontvanger": "taking answers: a thousand kills, and load",
    "spark": "the same SQL on Spark",
    "lighthouse": "Lighthouse on a phone",
}
"""The other proofs, each on a page of its own."""
Row = tuple[str, ...]


def _against_zensical(figures: Figures) -> float:
    best = min(
        run.cpu for name in (ZENSICAL.name, ZENSICAL.name + PRUNED)
        for run in figures.builds[name, 2_000]
    )  # fmt: skip
    return figures.cpu(OURS.name, 2_000) / best


TARGETS: tuple[tuple[str, float, Callable[[Figures], float]], ...] = (
    (
        "growth of CPU from 500 to 2,000 pages, exponent",
        1.05,
        lambda figures: figures.growth(OURS.name, 500, 2_000),
    ),
    (
        "memory at 2,000 pages, MB",
        150,
        lambda figures: max(run.megabytes for run in figures.builds[OURS.name, 2_000]),
    ),
    (
        "CPU at 2,000 pages, of that of Material, pruned",
        0.5,
        lambda figures: median(figures.ratios(OURS.name, MATERIAL.name + PRUNED, 2_000)),
    ),
    ("CPU at 2,000 pages, of that of Zensical at its best", 1, _against_zensical),
    ("our own part of the build at 2,000 pages, %", 15, lambda figures: 100 * figures.share(2_000)),
    (
        "reading a YAML file, with validation and line numbers, ms",
        1,
        lambda figures: 1000 * figures.own[2_000].reading / figures.own[2_000].files,
    ),
    ("edit to served at 50 pages, s", 0.7, lambda figures: median(figures.edits[OURS.name, 50])),
    ("edit to served at 500 pages, s", 1, lambda figures: median(figures.edits[OURS.name, 500])),
    (
        "first visit at any size, kB",
        55,
        lambda figures: max(first for first, _ in figures.weights_of(OURS.name)) / 1000,
    ),
    (
        "another page at any size, kB",
        15,
        lambda figures: max(later for _, later in figures.weights_of(OURS.name)) / 1000,
    ),
)
"""What a target is about, the most that it may be, and how it follows."""
METHOD = f"""\
Every program builds the same text: modules of ten pages with about 500 words and three oefeningen
each, made by `corpus.py`; for us as YAML, for the others as Markdown in the same folders. Their
settings are in `peers/`: as they come, in Dutch, without fonts of others. Of Zensical the newest
version is taken of which the registry has all parts. Hugo, which brings no theme, gets a small one
without search, so no visit to it is weighed.

Each build starts from nothing (*again*: with all that the build before it left) in processes of its
own, by turns, {ROUNDS} rounds; what takes longer than {SLOW:.0f} seconds is built once. CPU is user
and system time of all processes; memory is that of the largest of them. Medians, with
lowest–highest.
"""
NOT_MET = "**no**"
MISSED = """\

Why what isn't met isn't: of the CPU a quarter is Pagefind, and our pages hold more than those of
the others: each oefening is a form with its own explanations, where the others get a list, and the
rules read every text. Our own part is as large as it is because the rest became small: HTML isn't
parsed twice and the frame is light. The memory is Pagefind's, which holds its whole index; ours
alone is about 260 MB at 2,000 pages, for MkDocs renders all pages before it writes the first.
"""
VISITS = """\
gzip kB (of 1,000 bytes) that Chromium fetches until a second after `load`: a page with oefeningen
on a first visit, and another page of the same module after it. What our service worker fetches
for later is not in it.
"""


def main(sizes: list[int]) -> None:
    """Measure and print the page."""
    print("\n".join(page(measure(sizes), sizes)))


def page(figures: Figures, sizes: list[int]) -> Iterator[str]:
    """The lines of the page: targets first, then all figures."""
    yield "# Benchmarks\n"
    yield f"{date.today()}, {machine()}; made by `benchmarks/bouwen.py`.\n"
    yield METHOD
    yield "\n".join(versions(figures))
    yield "\n## Targets\n"
    reached = list(targets(figures))
    yield from table(("", "at most", "is", "met"), reached)
    if any(NOT_MET in row for row in reached):
        yield MISSED
    for pages in sizes:
        yield f"\n## Building {pages:,} pages\n"
        head = ("", "CPU s", "ms per page", "pages per CPU s", "CPU against ours", "s", "peak MB")
        yield from table(head, build_rows(figures, pages))
    if steps := list(pairwise(sizes)):
        yield "\n## Growth\n\nExponent of total CPU: 1 is in proportion; starting up is in it.\n"
        growth = (f"{few:,} → {many:,} pages" for few, many in steps)
        yield from table(("", *growth), growth_rows(figures, steps))
    yield f"\n## From a saved file to a served page\n\nSeconds, {EDITS} edits.\n"
    edited = [pages for pages in sizes if (OURS.name, pages) in figures.edits]
    yield from table(("", *counted(edited)), edit_rows(figures, edited))
    yield f"\n## A visit\n\n{VISITS}"
    yield from table(("", *counted(sizes)), visit_rows(figures, sizes))
    yield "\n## Our own part\n\nFrom YAML to pages in CPU time, without starting Python.\n"
    parts = ("", "s", "of the build", "reading, ms per YAML file", "lines per YAML file")
    yield from table(parts, own_rows(figures))
    yield "\n## The other proofs\n"
    yield from (f"- [{name}]({name}.md): {text}" for name, text in OTHERS.items())


def machine() -> str:
    """What this ran on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    model = models[0] if models else platform.machine()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, {platform.python_version()}"


def versions(figures: Figures) -> Iterator[str]:
    """What took part, and what has to be said about it."""
    for builder in BUILDERS:
        said = [figures.versions.get(builder.name, ""), *figures.notes.get(builder.name, ())]
        yield f"- {builder.name}: {'; '.join(filter(None, said))}"


def table(head: Row, rows: Iterable[Row]) -> Iterator[str]:
    """A table in Markdown."""
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def counted(sizes: Iterable[int]) -> Row:
    """The heads of columns per size."""
    return tuple(f"{pages:,} pages" for pages in sizes)


def spread(values: list[float], form: str) -> str:
    """The median, with lowest and highest."""
    low, middle, high = (f"{v:{form}}" for v in (min(values), median(values), max(values)))
    return middle if len(values) == 1 else f"{middle} ({low}–{high})"


def targets(figures: Figures) -> Iterator[Row]:
    """Each target with what came of it."""
    for text, most, figure in TARGETS:
        try:
            value = figure(figures)
            yield text, f"{most:g}", f"{value:.2f}", "yes" if value <= most else NOT_MET
        except (KeyError, ValueError):
            yield text, f"{most:g}", "not measured", ""


def build_rows(figures: Figures, pages: int) -> Iterator[Row]:
    """CPU, clock and memory of every builder at one size."""
    for builder in BUILDERS:
        runs = figures.builds.get((builder.name, pages))
        if not runs:
            yield builder.name, "not available, see above", "", "", "", "", ""
            continue
        cpu = figures.cpu(builder.name, pages)
        yield (
            builder.name,
            spread([run.cpu for run in runs], ".2f"),
            f"{1000 * cpu / pages:.1f}",
            f"{pages / cpu:.0f}",
            spread(figures.ratios(builder.name, OURS.name, pages), ".2f"),
            spread([run.wall for run in runs], ".1f"),
            f"{max(run.megabytes for run in runs):.0f}",
        )


def growth_rows(figures: Figures, steps: list[tuple[int, int]]) -> Iterator[Row]:
    """How CPU grows from one size to the next."""
    for name in figures.versions:
        made = [all(figures.builds.get((name, pages)) for pages in step) for step in steps]
        shown = zip(steps, made, strict=True)
        yield name, *(f"{figures.growth(name, *step):.2f}" if both else "–" for step, both in shown)


def edit_rows(figures: Figures, sizes: list[int]) -> Iterator[Row]:
    """Seconds until an edit shows."""
    for name in dict.fromkeys(name for name, _ in figures.edits):
        found = (figures.edits.get((name, pages)) for pages in sizes)
        yield name, *(spread(seconds, ".2f") if seconds else "–" for seconds in found)


def visit_rows(figures: Figures, sizes: list[int]) -> Iterator[Row]:
    """What a first visit weighs, and what comes with the next page."""
    for name in dict.fromkeys(name for name, _ in figures.weights):
        found = (figures.weights.get((name, pages)) for pages in sizes)
        yield name, *(f"{w[0] / 1000:.1f} + {w[1] / 1000:.1f}" if w else "–" for w in found)


def own_rows(figures: Figures) -> Iterator[Row]:
    """What comes before the engine."""
    for pages, own in figures.own.items():
        yield (
            f"{pages:,} pages",
            f"{own.cpu:.2f}",
            f"{100 * figures.share(pages):.0f} %",
            f"{1000 * own.reading / own.files:.2f}",
            f"{own.lines / own.files:.0f}",
        )


if __name__ == "__main__":
    main([int(pages) for pages in sys.argv[1:]] or list(SIZES))
