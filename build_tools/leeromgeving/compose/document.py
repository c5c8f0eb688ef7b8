"""A report as plain blocks: `compose` writes them, `report` shows them in five ways.

Everything in here may be published: small groups are hidden before a block is made.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

Waarde = str | int | float
"""A cell: a number as the column's `soort` says, or words instead of one (`VERBORGEN`, '–')."""
VERBORGEN = "verborgen"
"""What a cell says about a group that is too small."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Kolom:
    """A column of a table."""

    titel: str
    soort: Literal["tekst", "aantal", "percentage", "getal"] = "tekst"
    """aantal: whole number; percentage: 0–1, shown as 64 %; getal: two decimals, shown as 3,84."""


@dataclass(frozen=True)
class Tabel:
    """A table; each also becomes a sheet and a CSV file."""

    id: str
    """Slug, unique in the report: name of the sheet, the file and the anchor."""
    titel: str
    kolommen: tuple[Kolom, ...]
    """The first column names the row."""
    rijen: tuple[tuple[Waarde, ...], ...]
    noot: str = ""
    """What stands under it: n, period, what is missing, source."""


@dataclass(frozen=True)
class Likert:
    """Diverging stacked bars, one per row; its numbers stand in `tabel` too."""

    id: str
    titel: str
    schaal: tuple[str, ...]
    """The choices, from low to high."""
    rijen: tuple[tuple[str, tuple[int, ...]], ...]
    """(label, how many chose each); only groups that may be shown."""
    tabel: Tabel


@dataclass(frozen=True)
class Staven:
    """Horizontal bars with an interval if there is one; the numbers stand in `tabel` too."""

    id: str
    titel: str
    soort: Literal["aantal", "percentage", "getal"]
    rijen: tuple[tuple[str, float, tuple[float, float] | None], ...]
    """(label, value, (low, high) or None)."""
    tabel: Tabel
    norm: float | None = None
    """A line at this value."""


@dataclass(frozen=True)
class Kop:
    """A heading inside a chapter."""

    id: str
    tekst: str


@dataclass(frozen=True)
class Alinea:
    """A paragraph of plain text."""

    tekst: str


@dataclass(frozen=True)
class Lijst:
    """A list of plain sentences."""

    items: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True)
class Citaten:
    """What deelnemers wrote, read by the Borgbureau before."""

    items: tuple[str, ...]


Blok = Kop | Alinea | Lijst | Citaten | Tabel | Likert | Staven


@dataclass(frozen=True)
class Hoofdstuk:
    """A chapter: a page of its own on the site, a bookmark in the PDF."""

    id: str
    """Slug, unique in the report."""
    titel: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True)
class Rapport:
    """A whole report; the first chapter is the front page.

    Raises ValueError when an id can't be (part of) a file name and an address, or is used twice.
    """

    titel: str
    ondertitel: str
    """The period in words: `Evaluatie over heel 2026`."""
    periode: str
    """`2026` or `2026-1`: part of every file name."""
    fictief: bool
    """Made-up data: then every page, chart and file name says so."""
    hoofdstukken: tuple[Hoofdstuk, ...]

    def __post_init__(self) -> None:
        for ids in (
            [hoofdstuk.id for hoofdstuk in self.hoofdstukken],
            [tabel.id for tabel in self.tabellen],
        ):
            if wrong := [id for id, times in Counter(ids).items() if times > 1]:
                raise ValueError(f"used twice: {wrong}")
            if wrong := [id for id in (*ids, self.periode) if not SLUG.fullmatch(id)]:
                raise ValueError(f"not a slug: {wrong}")

    @property
    def tabellen(self) -> tuple[Tabel, ...]:
        """Every table in order, those of the charts too."""
        blokken = (blok for hoofdstuk in self.hoofdstukken for blok in hoofdstuk.blokken)
        return tuple(
            blok if isinstance(blok, Tabel) else blok.tabel
            for blok in blokken
            if isinstance(blok, Tabel | Likert | Staven)
        )
