"""A report as plain blocks: `evaluate` writes them, `report` shows them in five ways.

Everything in here may be published: small groups are hidden before a block is made.
"""

from dataclasses import dataclass
from typing import Literal

Waarde = str | int | float
"""A cell: a number as the column's `soort` says, or words instead of one (`VERBORGEN`, '–')."""
VERBORGEN = "verborgen"
"""What a cell says about a group that is too small."""


@dataclass(frozen=True)
class Kolom:
    """A column of a table."""

    titel: str
    soort: Literal["tekst", "aantal", "percentage", "getal"] = "tekst"
    """aantal: whole number; percentage: 0–1, shown as 64 %; getal: one decimal, shown as 3,8."""


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
    """A whole report; the first chapter is the front page."""

    titel: str
    ondertitel: str
    """The period in words: `Evaluatie over heel 2026`."""
    periode: str
    """`2026` or `2026-1`: part of every file name."""
    fictief: bool
    """Made-up data: then every page, chart and file name says so."""
    hoofdstukken: tuple[Hoofdstuk, ...]
