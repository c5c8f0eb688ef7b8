"""Counts and sources of a period → the whole `Rapport`."""

from collections.abc import Iterator
from typing import Literal

from ..evaluate.bezoekcijfers import Bezoekcijfers
from ..evaluate.bronnen import Bronnen
from ..evaluate.cijfers import Cijfers
from ..evaluate.doelen import Doeluitkomst, judge
from ..evaluate.meten import measure
from ..evaluate.periode import Periode
from ..evaluate.tellingen import Tellingen
from ..model import Leeromgeving
from .bezoekhoofdstuk import bezoekhoofdstuk, leveringentabel, voor_periode
from .document import VERBORGEN, Alinea, Blok, Hoofdstuk, Kolom, Kop, Lijst, Rapport, Tabel, Waarde
from .doelhoofdstuk import doelhoofdstuk
from .methode import methode
from .modules import modulehoofdstuk
from .niveaus import niveauhoofdstuk
from .samenvatting import Samenvatting
from .verbeteren import has_figures, verbeterpunten

UIT_EXPORT = (
    "Dit rapport is geteld uit een export. Eigen teksten van deelnemers en wat er van ingelezen "
    "bestanden is weggelaten, staan er daarom niet in."
)
Aard = Literal["definitief", "voorlopig", "fictief"]
"""Over a period that has ended; over one that still runs; made up."""


def compose_rapport(
    leeromgeving: Leeromgeving,
    tellingen: Tellingen,
    bronnen: Bronnen,
    periode: Periode,
    aard: Aard = "definitief",
) -> Rapport:
    """The report: the same counts give the same blocks."""
    cijfers = Cijfers(leeromgeving, tellingen, periode)
    bezoek = voor_periode(cijfers)
    doelen = _judged(cijfers, bezoek, aard != "voorlopig")
    modules = leeromgeving.modules.values()
    punten = {module.id: verbeterpunten(cijfers, bezoek, module) for module in modules}
    by_title = {module.titel: punten[module.id] for module in modules}
    note = ", voorlopig: deze periode loopt nog" if aard == "voorlopig" else ""
    return Rapport(
        titel=f"Evaluatie {leeromgeving.basisgegevens.titel}",
        ondertitel=f"Over {periode.woorden}{note}",
        periode=str(periode),
        fictief=aard == "fictief",
        hoofdstukken=(
            Samenvatting(cijfers, bezoek, doelen, by_title, bronnen).hoofdstuk(),
            *(niveauhoofdstuk(cijfers, niveau) for niveau in ("1", "2", "3")),
            doelhoofdstuk(cijfers, leeromgeving.doelstellingen, doelen),
            bezoekhoofdstuk(cijfers, bezoek),
            _improvements(cijfers, bezoek, punten),
            *(
                modulehoofdstuk(cijfers, bezoek, module, bronnen.teksten, punten[module.id])
                for module in modules
            ),
            methode(cijfers.klein, _accounts(cijfers, bronnen)),
        ),
    )


def _judged(cijfers: Cijfers, bezoek: Bezoekcijfers, is_ended: bool) -> tuple[Doeluitkomst, ...]:
    doelstellingen = cijfers.leeromgeving.doelstellingen
    return tuple(
        judge(
            doel, [measure(i, cijfers, bezoek, is_ended) for i in doel.indicatoren], cijfers.periode
        )
        for doel in (doelstellingen.doelstellingen if doelstellingen else ())
    )


def _improvements(
    cijfers: Cijfers, bezoek: Bezoekcijfers, punten: dict[str, tuple[str, ...]]
) -> Hoofdstuk:
    blokken: list[Blok] = [
        Alinea(
            "Dit wijzen de cijfers aan, voor de ontwikkelgroep van elke module. Het zijn "
            "aanwijzingen om naar te kijken, geen oordeel."
        )
    ]
    for module in cijfers.leeromgeving.modules.values():
        blokken.append(Kop(f"beter-{module.id}", module.titel))
        if punten[module.id]:
            blokken.append(Lijst(punten[module.id]))
        elif has_figures(cijfers, bezoek, module):
            blokken.append(Alinea("Bij wat we konden meten, valt niets op."))
        else:
            blokken.append(
                Alinea("Er zijn te weinig antwoorden en bezoeken om iets aan te wijzen.")
            )
    return Hoofdstuk("wat-kan-beter", "Wat kan beter", tuple(blokken))


def _accounts(cijfers: Cijfers, bronnen: Bronnen) -> tuple[Blok, ...]:
    """What the report rests on: forms, questions that are gone, imported files."""
    rows = tuple(_forms(cijfers))
    kolommen = (Kolom("vragenlijst"), Kolom("ingevuld", "aantal"), Kolom("let op"))
    blokken: list[Blok] = [Tabel("ingevuld", "Ingevulde vragenlijsten", kolommen, rows)]
    if gone := cijfers.verdwenen():
        blokken.append(_gone(cijfers, gone))
    if bronnen.uit_export:
        blokken.append(Alinea(UIT_EXPORT))
    elif bronnen.leveringen:
        blokken.append(leveringentabel(cijfers, bronnen.leveringen))
    return tuple(blokken)


def _gone(cijfers: Cijfers, gone: list[tuple[str, str, str, int | None]]) -> Tabel:
    rows = tuple(
        (f"{cijfers.titel_van(module)}: {veld}", editie, VERBORGEN if n is None else n)
        for editie, module, veld, n in gone
    )
    kolommen = (Kolom("vraag"), Kolom("vragenlijst"), Kolom("beantwoord", "aantal"))
    noot = "Deze antwoorden tellen niet mee in de hoofdstukken over leren, gedrag en modules."
    return Tabel("verdwenen", "Vragen en modules die er niet meer zijn", kolommen, rows, noot)


def _forms(cijfers: Cijfers) -> Iterator[tuple[Waarde, ...]]:
    for vragenlijst in cijfers.edities:
        forms = cijfers.inzendingen(vragenlijst.editie, cijfers.groep)
        note = "concept" if vragenlijst.status == "concept" else ""
        yield vragenlijst.editie, VERBORGEN if forms is None else forms, note
