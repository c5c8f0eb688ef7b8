"""Counts and sources of a period → the whole `Rapport`."""

from collections.abc import Iterator
from typing import Literal

from sqlalchemy import Engine

from ..evaluate.bezoekcijfers import Bezoekcijfers
from ..evaluate.bronnen import Bronnen, lees_bronnen
from ..evaluate.cijfers import Cijfers
from ..evaluate.doelen import Doeluitkomst, judge
from ..evaluate.meten import meet
from ..evaluate.periode import Periode
from ..evaluate.tellingen import Tellingen, tel
from ..model import Leeromgeving
from .bezoekhoofdstuk import bezoekhoofdstuk, leveringentabel, voor_periode
from .document import Alinea, Blok, Hoofdstuk, Kolom, Kop, Lijst, Rapport, Tabel, Waarde
from .doelhoofdstuk import doelhoofdstuk
from .methode import methode
from .modules import modulehoofdstuk
from .niveaus import niveauhoofdstuk
from .samenvatting import Samenvatting
from .verbeteren import verbeterpunten

Aard = Literal["definitief", "voorlopig", "fictief"]
"""Over a period that has ended; over one that still runs; made up."""


def evaluate(
    engine: Engine, leeromgeving: Leeromgeving, periode: Periode, aard: Aard = "definitief"
) -> Rapport:
    """Count what a store holds and write the report on a period; raises SQLAlchemyError."""
    bronnen = lees_bronnen(engine, periode)
    return opstellen(leeromgeving, tel(engine), bronnen, periode, aard)


def opstellen(
    leeromgeving: Leeromgeving,
    tellingen: Tellingen,
    bronnen: Bronnen,
    periode: Periode,
    aard: Aard = "definitief",
) -> Rapport:
    """The report: the same counts give the same blocks."""
    cijfers = Cijfers(leeromgeving, tellingen, periode)
    bezoek = voor_periode(periode, cijfers)
    doelen = _judged(cijfers, bezoek)
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
            Samenvatting(cijfers, bezoek, doelen, by_title, bronnen.ongelezen).hoofdstuk(),
            *(niveauhoofdstuk(cijfers, niveau) for niveau in ("1", "2", "3")),
            doelhoofdstuk(cijfers, leeromgeving.doelstellingen, doelen),
            bezoekhoofdstuk(cijfers, bezoek),
            _improvements(by_title),
            *(
                modulehoofdstuk(cijfers, bezoek, module, bronnen.teksten, punten[module.id])
                for module in modules
            ),
            methode(cijfers.klein, _accounts(cijfers, bronnen)),
        ),
    )


def _judged(cijfers: Cijfers, bezoek: Bezoekcijfers) -> tuple[Doeluitkomst, ...]:
    doelstellingen = cijfers.leeromgeving.doelstellingen
    return tuple(
        judge(doel, [meet(i, cijfers, bezoek) for i in doel.indicatoren], cijfers.periode)
        for doel in (doelstellingen.doelstellingen if doelstellingen else ())
    )


def _improvements(by_title: dict[str, tuple[str, ...]]) -> Hoofdstuk:
    blokken: list[Blok] = [
        Alinea(
            "Dit wijzen de cijfers aan, voor de ontwikkelgroep van elke module. Het zijn "
            "aanwijzingen om naar te kijken, geen oordeel."
        )
    ]
    for number, (titel, punten) in enumerate(by_title.items(), 1):
        blokken.append(Kop(f"beter-{number}", titel))
        blokken.append(Lijst(punten) if punten else Alinea("De cijfers wijzen niets aan."))
    return Hoofdstuk("wat-kan-beter", "Wat kan beter", tuple(blokken))


def _accounts(cijfers: Cijfers, bronnen: Bronnen) -> tuple[Tabel, ...]:
    """What the report rests on: forms by where they came from, and imported files."""
    rows = tuple(_forms(cijfers))
    kolommen = (Kolom("vragenlijst"), Kolom("ingevuld", "aantal"), Kolom("let op"))
    forms = Tabel("ingevuld", "Ingevulde vragenlijsten", kolommen, rows)
    if not bronnen.leveringen:
        return (forms,)
    return forms, leveringentabel(bronnen.leveringen)


def _forms(cijfers: Cijfers) -> Iterator[tuple[Waarde, ...]]:
    known = {vragenlijst.editie for vragenlijst in cijfers.edities}
    for vragenlijst in cijfers.edities:
        forms = cijfers.inzendingen(vragenlijst.editie, cijfers.groep)
        note = "concept" if vragenlijst.status == "concept" else ""
        yield vragenlijst.editie, "verborgen" if forms is None else forms, note
    counted = cijfers.tellingen.inzendingen
    lost = {cel.vragenlijst for cel in counted if cel.periode in cijfers.periode.halfjaren} - known
    for editie in sorted(lost):
        forms = cijfers.inzendingen(editie, cijfers.groep)
        note = "het bestand van deze vragenlijst is er niet meer: niet in de tabellen"
        yield editie, "verborgen" if forms is None else forms, note
