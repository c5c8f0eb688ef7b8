"""A chapter per module: everything that is known about it, for its ontwikkelgroep."""

from collections.abc import Iterator

from ..evaluate.bezoekcijfers import Bezoekcijfers
from ..evaluate.bronnen import GelezenTekst
from ..evaluate.cijfers import Cijfers
from ..evaluate.formules import Respons
from ..evaluate.verbergen import Groep
from ..model import EenModule, adres
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
        blokken += [Kop(f"{module.id}-beter", "Wat kan beter"), Lijst(verbeterpunten)]
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
    """Views of the module, forms that came in, and forms against first views of their page."""
    rows: list[tuple[Waarde, ...]] = [
        ("Weergaven van de module", bezoek.van_module(module) if bezoek.bron else "–", "–", "–")
    ]
    groep = Groep(str(cijfers.periode), module=module.id)
    for vragenlijst in cijfers.edities:
        forms = cijfers.inzendingen(vragenlijst.editie, groep)
        pad = adres.vragenlijst_uri(module.id, vragenlijst.moment)
        views = bezoek.eerste.get(pad, 0) if bezoek.eerste is not None else None
        rows.append(
            (
                f"Vragenlijst {vragenlijst.editie}",
                VERBORGEN if forms is None else forms,
                "–" if views is None else views,
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
        "Respons: ingevuld gedeeld door de eerste keer dat de vragenlijst in een sessie openging."
    )
    return Tabel(f"respons-{module.id}", "Bezoek en respons", kolommen, tuple(rows), noot)


def _share(forms: int | None, views: int | None) -> Waarde:
    if forms is None:
        return VERBORGEN
    if views is None:
        return "–"
    respons = Respons(forms, views)
    return "kan niet: weergaven gemist" if respons.kan_niet else respons.aandeel or "–"


def _trend(cijfers: Cijfers, module: EenModule) -> Iterator[Blok]:
    halves = [(half, Groep(half, module=module.id)) for half in cijfers.halfjaren()]
    for vragenlijst in cijfers.edities:
        for niveau in TITELS:
            vragen = Vragen(cijfers, vragenlijst, niveau, module)
            yield from vragen.vergelijking("trend", "Per half jaar", "half jaar", halves)
