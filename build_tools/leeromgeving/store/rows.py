"""What the store holds, as values. No person: no name, no address, no exact time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

FORMULIER = "formulier"
"""The `bron` of what came in through the form and the beacon of the site itself."""
Herkomst = Literal["direct", "intern", "zoekmachine", "elders", "onbekend"]
"""Where a visit came from: typed in, this site, a search engine, another site, nobody says."""
Staat = Literal["nieuw", "opzij", "beoordeeld"]
"""A free text: not read yet; not read yet and put aside by the scan; read, so it may be shown."""


@dataclass(frozen=True)
class OpenTekst:
    """A free text in an inzending."""

    veld: str
    tekst: str
    redenen: tuple[str, ...] = ()
    """Why the scan puts it aside: `e-mailadres`, `telefoonnummer`, `bsn`, `geboortedatum`."""


@dataclass(frozen=True)
class Inzending:
    """The answers of one filled-in form, checked against its edition."""

    sleutel: str
    """The form's own key (a UUID), or one derived from an imported row: counts once."""
    vragenlijst: str
    """The edition: `module/v1`."""
    module: str
    dag: str
    """ISO date, the day on which it came in (Europe/Amsterdam)."""
    instelling: str = ""
    """Code of the instelling that was chosen; empty without one."""
    bron: str = FORMULIER
    """`formulier`, or the name of the koppeling that it was imported by."""
    antwoorden: tuple[tuple[str, str], ...] = ()
    """(veld, code) for every choice; a field with several choices stands there several times."""
    teksten: tuple[OpenTekst, ...] = ()


@dataclass(frozen=True, slots=True)  # a log of half a year gives hundreds of thousands
class Bezoek:
    """Views of one page on one day."""

    dag: str
    """ISO date."""
    pad: str
    """Address of the page: without leading slash, with a slash at the end; the start page is ''."""
    herkomst: Herkomst
    weergaven: int
    eerste: int | None
    """Of those, first views of this page in a session; None when the source can't say."""


@dataclass(frozen=True)
class Oefenresultaat:
    """The result of an exercise elsewhere (xAPI)."""

    sleutel: str
    dag: str
    module: str
    oefening: str
    """What the koppeling calls it."""
    gehaald: bool | None
    score: float | None
    """0–1."""


@dataclass(frozen=True)
class Levering:
    """One imported file, and what was done with its rows or lines."""

    sleutel: str
    """Hash that tells that a file is the same as one before."""
    bron: str
    """Name of the koppeling."""
    bestand: str
    """File name, without its folder."""
    dag: str
    """ISO date of the import."""
    van: str
    """ISO date of the first day that it tells about; empty without rows."""
    tot: str
    """ISO date of the last day."""
    gelezen: int
    """Rows or lines."""
    geteld: int
    weggelaten: Mapping[str, int] = field(default_factory=dict)
    """Why rows or lines were left out (Dutch, `bots`) → how many."""
