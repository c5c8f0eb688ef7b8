"""What `bouwen.py` measures, and the figures that follow from it."""

import math
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from builds import Build, BuildError, build, missing, own_part
from peers import BUILDERS, OURS, Builder, UnavailableError
from waiting import edits, weigh

ROUNDS = 3
SLOW = 120.0
"""Seconds on the clock: what takes longer is built once."""
LARGEST_EDITED = 500
"""Pages of the largest site on which edits are measured."""
At = tuple[str, int]
"""The name of a builder, and the number of pages."""


@dataclass(frozen=True)
class OwnPart:
    """What comes before the engine: from YAML to pages."""

    reading: float
    """CPU seconds of reading and validating YAML."""
    cpu: float
    """Seconds."""
    files: int
    """YAML files."""
    lines: int
    """In all of them."""


@dataclass
class Figures:
    """Everything that one run measures."""

    versions: dict[str, str] = field(default_factory=dict)
    """Of every builder that is there."""
    notes: dict[str, list[str]] = field(default_factory=dict)
    """What a builder lacks, or what went wrong."""
    builds: dict[At, list[Build]] = field(default_factory=dict)
    """A build per round."""
    edits: dict[At, list[float]] = field(default_factory=dict)
    """Seconds from saved to served, per edit."""
    weights: dict[At, tuple[int, int]] = field(default_factory=dict)
    """Bytes of a first visit, and of another page after it."""
    own: dict[int, OwnPart] = field(default_factory=dict)
    """By the number of pages."""

    def cpu(self, name: str, pages: int) -> float:
        """CPU seconds of a build: the median of its rounds."""
        return median(one.cpu for one in self.builds[name, pages])

    def ratios(self, name: str, other: str, pages: int) -> list[float]:
        """CPU of a builder against another's, in every round that both took part in."""
        both = zip(self.builds[name, pages], self.builds[other, pages], strict=False)
        return [one.cpu / two.cpu for one, two in both]

    def growth(self, name: str, few: int, many: int) -> float:
        """The exponent by which CPU grows with pages, starting up included: 1 is in proportion."""
        return math.log(self.cpu(name, many) / self.cpu(name, few)) / math.log(many / few)

    def share(self, pages: int) -> float:
        """Our own part of a build."""
        return self.own[pages].cpu / self.cpu(OURS.name, pages)

    def weights_of(self, name: str) -> list[tuple[int, int]]:
        """What a visit to a builder's pages weighs, at every size."""
        return [weight for (other, _), weight in self.weights.items() if other == name]

    def note(self, name: str, text: str) -> None:
        """Remember what has to be said about a builder."""
        self.notes.setdefault(name, []).append(text)


def measure(sizes: list[int]) -> Figures:
    """Measure everything, at every size; says on stderr how far it is."""
    figures = Figures()
    there = []
    for builder in BUILDERS:
        try:
            figures.versions[builder.name] = builder.install()
            there.append(builder)
        except UnavailableError as error:
            figures.note(builder.name, f"not available: {error}")
    for pages in sizes:
        with tempfile.TemporaryDirectory() as folder:
            _measure(figures, Path(folder), pages, there)
    return figures


def _measure(figures: Figures, folder: Path, pages: int, builders: list[Builder]) -> None:
    """Measure at one size: builds by turns first, then what people wait for."""
    projects: dict[str, Path] = {}
    for builder in builders:
        projects[builder.name] = folder / (builder.repeats or builder).name
        if not builder.repeats:
            builder.write(projects[builder.name], pages)
    for number in range(ROUNDS):
        for builder in builders:
            done = figures.builds.setdefault((builder.name, pages), [])
            if len(done) == number and not (done and done[0].wall > SLOW):
                _say(f"{pages} pages, round {number + 1}: {builder.name}")
                try:
                    done.append(build(builder, projects[builder.name]))
                except BuildError as error:
                    if builder is OURS:
                        raise
                    figures.note(builder.name, f"failed at {pages} pages: {error}")
    for builder in builders:
        if figures.builds[builder.name, pages]:
            _use(figures, builder, projects[builder.name], pages)
    files = list(projects[OURS.name].glob("*/**/*.yml"))
    lines = sum(file.read_text("utf-8").count("\n") for file in files)
    reading, cpu = map(
        median, zip(*(own_part(projects[OURS.name]) for _ in range(ROUNDS)), strict=True)
    )
    figures.own[pages] = OwnPart(reading, cpu, len(files), lines)


def _use(figures: Figures, builder: Builder, project: Path, pages: int) -> None:
    """Look at what was built, visit it, and edit it."""
    site = project / builder.site
    if lacks := missing(site, pages):
        figures.note(builder.name, f"at {pages} pages {lacks}")
    if builder.is_weighed:
        _say(f"{pages} pages, visit: {builder.name}")
        figures.weights[builder.name, pages] = weigh(site)
    if builder.serve and pages <= LARGEST_EDITED:
        _say(f"{pages} pages, edit: {builder.name}")
        try:
            figures.edits[builder.name, pages] = edits(builder, project)
        except TimeoutError as error:
            figures.note(builder.name, f"at {pages} pages {error}")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
