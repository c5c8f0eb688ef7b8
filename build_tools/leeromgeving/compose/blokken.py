"""From published counts to blocks: every table and chart of answers is made here.

`per_code` is always None for a group that stays hidden.
"""

from collections.abc import Iterable, Mapping, Sequence

from ..evaluate.formules import (
    INDICATIEF_TOT,
    Aandeel,
    Verschil,
    aandeel,
    eens,
    hoogste,
    kwartielen,
    precisie,
    verdeling,
)
from ..model.formulier import NVT, Optie
from .document import VERBORGEN, Kolom, Likert, Staven, Tabel, Waarde

PerCode = Mapping[str, int] | None
WEINIG = "te weinig"
"""Instead of a percentage of fewer than ten answers."""
GEEN = "–"
"""Instead of a figure that does not exist."""
MARGE = (Kolom("van", "percentage"), Kolom("tot", "percentage"), Kolom("let op"))


def deelrij(label: str, share: Aandeel | None, klein: int) -> tuple[Waarde, ...]:
    """A row: label, n, share and `MARGE`; None is a share that stays hidden."""
    if share is None:
        return (label, *[VERBORGEN] * 4, "")
    if precisie(share.n, klein) in ("niets", "aantallen"):
        return label, share.n, WEINIG, WEINIG, WEINIG, ""
    note = "indicatief" if share.n < INDICATIEF_TOT else ""
    return label, share.n, share.aandeel, share.laag, share.hoog, note


def eens_met(per_code: Mapping[str, int], schaal: Sequence[str]) -> Aandeel | None:
    """The share that chose the highest choices of a scale."""
    return eens(verdeling(per_code, _codes(schaal)).aantallen)


def schaalblok(
    id: str,
    titel: str,
    schaal: Sequence[str],
    rows: Sequence[tuple[str, PerCode]],
    klein: int,
    forms: int | None = None,
    noot: str = "",
) -> Likert | Tabel:
    """Answers on a scale, one row per statement: a chart with its table.

    `forms` is how many forms could have held an answer; None when that can't be said.
    """
    kolommen = (
        Kolom("vraag"),
        Kolom("n", "aantal"),
        Kolom(f"‘{schaal[-hoogste(schaal)]}’ of hoger", "percentage"),
        *MARGE,
        Kolom("mediaan", "getal"),
        *(Kolom(keuze, "aantal") for keuze in schaal),
        Kolom("n.v.t.", "aantal"),
        Kolom("niet ingevuld", "aantal"),
    )
    cells = tuple(
        (label, *_scale_cells(per_code, schaal, klein, forms)) for label, per_code in rows
    )
    tabel = Tabel(id, titel, kolommen, cells, noot)
    found = [
        (label, verdeling(per_code, _codes(schaal)))
        for label, per_code in rows
        if per_code is not None
    ]
    shown = tuple((label, row.aantallen) for label, row in found if row.n)
    return Likert(f"{id}-figuur", titel, tuple(schaal), shown, tabel) if shown else tabel


def _scale_cells(
    per_code: PerCode, schaal: Sequence[str], klein: int, forms: int | None
) -> tuple[Waarde, ...]:
    if per_code is None:
        return (*[VERBORGEN] * 4, "", *[VERBORGEN] * (len(schaal) + 3))
    found = verdeling(per_code, _codes(schaal))
    middle = kwartielen(found.aantallen)
    none = (GEEN, GEEN, GEEN, "geen antwoorden")
    share = deelrij("", eens_met(per_code, schaal), klein)[2:] if found.n else none
    missing = GEEN if forms is None else forms - found.n - found.nvt
    mediaan = middle[1] if middle else GEEN
    return (found.n, *share, mediaan, *found.aantallen, found.nvt, missing)


def keuzeblok(
    id: str,
    titel: str,
    opties: Iterable[Optie],
    per_code: PerCode,
    beantwoord: int | None,
    klein: int,
    noot: str = "",
) -> Staven | Tabel:
    """Answers to a question with choices, as shares of the forms that answered it."""
    kolommen = (Kolom("antwoord"), Kolom("aantal", "aantal"), Kolom("deel", "percentage"), *MARGE)
    named = [optie for optie in opties if optie.code != NVT]
    if per_code is None or beantwoord is None:
        hidden = tuple((optie.tekst, *[VERBORGEN] * 4, "") for optie in named)
        return Tabel(id, titel, kolommen, hidden, noot)
    rows = [(optie.tekst, aandeel(per_code.get(optie.code, 0), beantwoord)) for optie in named]
    cells = tuple(
        (label, share.aantal if share else 0, *deelrij(label, share, klein)[2:])
        for label, share in rows
    )
    return staven(
        Tabel(id, titel, kolommen, cells, f"n\xa0=\xa0{beantwoord}. {noot}".strip()), rows, klein
    )


def staven(tabel: Tabel, rows: Iterable[tuple[str, Aandeel | None]], klein: int) -> Staven | Tabel:
    """Bars of the shares that may be shown, with their table; without any only the table."""
    shown = tuple(
        (label, share.aandeel, (share.laag, share.hoog))
        for label, share in rows
        if share and precisie(share.n, klein) not in ("niets", "aantallen")
    )
    if not shown:
        return tabel
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


def verschilcellen(found: Verschil | None, klein: int) -> tuple[Waarde, ...]:
    """Cells for `VERSCHIL`; None stays hidden."""
    if found is None:
        return (*[VERBORGEN] * (len(VERSCHIL) - 1), "")
    counts = (found.beter, found.gelijk, found.slechter)
    if found.interval is None or precisie(found.n, klein) in ("niets", "aantallen"):
        return found.n, WEINIG, WEINIG, WEINIG, *counts, ""
    note = "indicatief" if found.n < INDICATIEF_TOT else ""
    return found.n, found.gemiddelde, *found.interval, *counts, note


def _codes(schaal: Sequence[str]) -> list[str]:
    return [str(number) for number in range(1, len(schaal) + 1)]
