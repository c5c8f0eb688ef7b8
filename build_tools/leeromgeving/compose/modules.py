"""A chapter per module: everything that is known about it, for its ontwikkelgroep."""

from collections.abc import Iterator

from ..evaluate.bezoekcijfers import Bezoekcijfers, bezoekcijfers
from ..evaluate.bronnen import GelezenTekst
from ..evaluate.cijfers import Cijfers
from ..evaluate.formules import Respons
from ..evaluate.verbergen import Groep
from ..model import EenModule, adres
from ..store.rows import FORMULIER
from .blokken import GEEN
from .document import VERBORGEN, Alinea, Blok, Hoofdstuk, Kolom, Kop, Lijst, Tabel, Waarde
from .niveaus import TITELS
from .vragen import Vragen


def modulehoofdstuk(
    cijfers: Cijfers,
    bezoek: Bezoekcijfers,
    module: EenModule,
    teksten: tuple[GelezenTekst, ...],
    verbeterpunten: tuple[str, ...],
) -> Hoofdstuk:
    """The chapter of a module."""
    blokken: list[Blok] = [Alinea(module.samenvatting)]
    if verbeterpunten:
        blokken += [Kop(f"{module.id}-beter", "Waar de cijfers naar wijzen"), Lijst(verbeterpunten)]
    blokken.append(_response(cijfers, bezoek, module))
    for niveau, (_, titel, _) in TITELS.items():
        own = [
            blok
            for vragenlijst in cijfers.edities
            for blok in Vragen(cijfers, vragenlijst, niveau, module, teksten).blokken()
        ]
        if own:
            blokken += [Kop(f"{module.id}-niveau-{niveau}", titel), *own]
    blokken += _trend(cijfers, module)
    return Hoofdstuk(f"module-{module.id}", f"Module: {module.titel}", tuple(blokken))


def _response(cijfers: Cijfers, bezoek: Bezoekcijfers, module: EenModule) -> Tabel:
    """Views of the module; forms of the site itself against first views of their page.

    Only the site's own count knows first views, whatever source the other visits are from.
    """
    eerste = bezoekcijfers(cijfers.tellingen, cijfers.periode, FORMULIER).eerste
    groep = Groep(str(cijfers.periode), module=module.id)
    rows: list[tuple[Waarde, ...]] = [
        ("Weergaven van de module", bezoek.van_module(module) if bezoek.bron else GEEN, GEEN, GEEN)
    ]
    for moment, vragenlijst in cijfers.leeromgeving.vragenlijsten.items():
        forms = cijfers.van_de_site(moment, groep)
        views = None if eerste is None else eerste.get(adres.vragenlijst_uri(module.id, moment), 0)
        rows.append(
            (
                f"Vragenlijst: {vragenlijst.titel}",
                VERBORGEN if forms is None else forms,
                GEEN if views is None else views,
                _share(forms, views),
            )
        )
    kolommen = (
        Kolom("wat"),
        Kolom("aantal", "aantal"),
        Kolom("vragenlijst geopend", "aantal"),
        Kolom("respons", "percentage"),
    )
    noot = (
        "Respons: op de site ingevuld, gedeeld door hoe vaak de vragenlijst in een sessie is "
        "geopend. Wat is ingelezen, telt hier niet mee."
    )
    return Tabel(f"respons-{module.id}", "Bezoek en respons", kolommen, tuple(rows), noot)


def _share(forms: int | None, views: int | None) -> Waarde:
    if forms is None:
        return VERBORGEN
    respons = Respons(forms, views or 0)
    if respons.kan_niet and views:
        return "kan niet: weergaven gemist"
    return GEEN if respons.aandeel is None else respons.aandeel


def _trend(cijfers: Cijfers, module: EenModule) -> Iterator[Blok]:
    halves = [(half, Groep(half, module=module.id)) for half in cijfers.halfjaren()]
    for vragenlijst in cijfers.edities:
        for niveau in TITELS:
            vragen = Vragen(cijfers, vragenlijst, niveau, module)
            yield from vragen.vergelijking("trend", "Per half jaar", "half jaar", halves)
