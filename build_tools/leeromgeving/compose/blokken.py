"""From published counts to blocks: every table and chart of answers is made here.

`per_code` is always None for a group that stays hidden.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..evaluate.formules import (
    AANTALLEN_TOT,
    INDICATIEF_TOT,
    Aandeel,
    Verdeling,
    Verschil,
    aandeel,
    eens,
    kwartielen,
    verdeling,
)
from ..model.formulier import NVT, Optie
from .document import VERBORGEN, Alinea, Kolom, Likert, Staven, Tabel, Waarde

PerCode = Mapping[str, int] | None
WEINIG = "te weinig"
"""Instead of a percentage of fewer than ten answers."""
GEEN = "–"
"""Instead of a figure that does not exist."""
MARGE = (Kolom("van", "percentage"), Kolom("tot", "percentage"), Kolom("let op"))


def deelrij(label: str, share: Aandeel | None) -> tuple[Waarde, ...]:
    """A row: label, n, share and `MARGE`; None is a share that stays hidden."""
    if share is None:
        return (label, *[VERBORGEN] * 4, "")
    if share.n < AANTALLEN_TOT:
        return label, share.n, WEINIG, WEINIG, WEINIG, ""
    return label, share.n, share.aandeel, share.laag, share.hoog, let_op(share.n)


def let_op(n: int) -> str:
    """The warning beside a figure of n answers."""
    return "indicatief" if n < INDICATIEF_TOT else ""


def tabelblok(tabel: Tabel) -> Tabel | Alinea:
    """A table; one sentence where all of it stays hidden."""
    figures = {
        cell
        for rij in tabel.rijen
        for kolom, cell in zip(tabel.kolommen, rij, strict=True)
        if kolom.soort != "tekst"
    }
    if figures == {VERBORGEN}:
        return Alinea(f"{tabel.titel.rstrip('.?')}: te weinig antwoorden om te tonen.")
    return tabel


@dataclass(frozen=True)
class Schaal:
    """A scale, and from which point on it counts."""

    keuzes: tuple[str, ...]
    """From low to high."""
    vanaf: int
    """From 1."""

    def eens(self, per_code: Mapping[str, int]) -> Aandeel | None:
        """The share that chose `vanaf` or higher."""
        return eens(self.verdeling(per_code).aantallen, self.vanaf)

    def verdeling(self, per_code: Mapping[str, int]) -> Verdeling:
        """How many chose each point."""
        return verdeling(per_code, [str(number) for number in range(1, len(self.keuzes) + 1)])

    @property
    def kolom(self) -> Kolom:
        """The column of the share."""
        return Kolom(f"‘{self.keuzes[self.vanaf - 1]}’ of hoger", "percentage")

    @property
    def punten(self) -> str:
        """What the points are, for a note."""
        return f"Mediaan: 1 is ‘{self.keuzes[0]}’, {len(self.keuzes)} is ‘{self.keuzes[-1]}’."

    def midden(self, found: Verdeling) -> tuple[str, str]:
        """The median, and between which points the middle half of the answers lies."""
        quartiles = kwartielen(found.aantallen)
        if quartiles is None:
            return GEEN, GEEN
        low, middle, high = (f"{point:g}".replace(".", ",") for point in quartiles)
        return middle, f"{low} tot {high}"


def schaalblok(
    id: str,
    titel: str,
    schaal: Schaal,
    rows: Sequence[tuple[str, PerCode]],
    forms: int | None = None,
    noot: str = "",
) -> Likert | Tabel | Alinea:
    """Answers on a scale, one row per statement: a chart with its table.

    `forms` is how many forms could have held an answer; None when that can't be said.
    """
    kolommen = (
        Kolom("vraag"),
        Kolom("n", "aantal"),
        schaal.kolom,
        *MARGE,
        *(Kolom(keuze, "aantal") for keuze in schaal.keuzes),
        Kolom("n.v.t.", "aantal"),
        Kolom("niet ingevuld", "aantal"),
        Kolom("mediaan"),
        Kolom("middelste helft"),
    )
    cells = tuple((label, *_scale_cells(per_code, schaal, forms)) for label, per_code in rows)
    tabel = Tabel(id, titel, kolommen, cells, f"{noot} {schaal.punten}".strip())
    shown = tuple(
        (label, found.aantallen)
        for label, per_code in rows
        if per_code is not None and (found := schaal.verdeling(per_code)).n
    )
    return Likert(f"{id}-figuur", titel, schaal.keuzes, shown, tabel) if shown else tabelblok(tabel)


def _scale_cells(per_code: PerCode, schaal: Schaal, forms: int | None) -> tuple[Waarde, ...]:
    if per_code is None:
        return (*[VERBORGEN] * 4, "", *[VERBORGEN] * (len(schaal.keuzes) + 4))
    found = schaal.verdeling(per_code)
    none = (GEEN, GEEN, GEEN, "geen antwoorden")
    share = deelrij("", schaal.eens(per_code))[2:] if found.n else none
    missing = GEEN if forms is None else forms - found.n - found.nvt
    return (found.n, *share, *found.aantallen, found.nvt, missing, *schaal.midden(found))


def keuzeblok(
    id: str,
    titel: str,
    opties: Iterable[Optie],
    per_code: PerCode,
    beantwoord: int | None,
    noot: str = "",
) -> Staven | Tabel | Alinea:
    """Answers to a question with choices, as shares of the forms that answered it."""
    if per_code is None or beantwoord is None:
        return Alinea(f"{titel} Te weinig antwoorden om te tonen.")
    kolommen = (Kolom("antwoord"), Kolom("aantal", "aantal"), Kolom("deel", "percentage"), *MARGE)
    rows = [
        (optie.tekst, aandeel(per_code.get(optie.code, 0), beantwoord))
        for optie in opties
        if optie.code != NVT
    ]
    cells = tuple(
        (label, share.aantal if share else 0, *deelrij(label, share)[2:]) for label, share in rows
    )
    told = f"n\xa0=\xa0{beantwoord}. {noot}".strip()
    return staven(Tabel(id, titel, kolommen, cells, told), rows)


def staven(tabel: Tabel, rows: Iterable[tuple[str, Aandeel | None]]) -> Staven | Tabel | Alinea:
    """Bars of the shares that may be shown, with their table; without any only the table."""
    shown = tuple(
        (label, share.aandeel, (share.laag, share.hoog))
        for label, share in rows
        if share and share.n >= AANTALLEN_TOT
    )
    if not shown:
        return tabelblok(tabel)
    return Staven(f"{tabel.id}-figuur", tabel.titel, "percentage", shown, tabel)


VERSCHIL = (
    Kolom("n", "aantal"),
    Kolom("gemiddeld verschil", "getal"),
    Kolom("van", "getal"),
    Kolom("tot", "getal"),
    Kolom("beter", "aantal"),
    Kolom("gelijk", "aantal"),
    Kolom("slechter", "aantal"),
    Kolom("let op"),
)


def verschilcellen(found: Verschil | None) -> tuple[Waarde, ...]:
    """Cells for `VERSCHIL`; None stays hidden."""
    if found is None:
        return (*[VERBORGEN] * (len(VERSCHIL) - 1), "")
    counts = (found.beter, found.gelijk, found.slechter)
    if found.interval is None or found.n < AANTALLEN_TOT:
        return found.n, WEINIG, WEINIG, WEINIG, *counts, ""
    return found.n, found.gemiddelde, *found.interval, *counts, let_op(found.n)
