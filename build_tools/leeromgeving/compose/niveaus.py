"""The chapters on levels 1, 2 and 3: all modules together and side by side (ontwerp §7)."""

from collections import Counter
from collections.abc import Iterator, Mapping

from ..evaluate.cijfers import Cijfers
from ..evaluate.formules import gemiddelde
from ..evaluate.tellingen import Oefencel
from ..evaluate.uitkomsten import kennis_samen, schaal_samen, verschil_samen, vragen_van
from ..evaluate.verbergen import Groep
from ..model import Vragenlijst
from ..model.vragenlijst import Kennisvragen, Stelling, VoorEnNa
from .blokken import MARGE, VERSCHIL, deelrij, schaalblok, staven, tabelblok, verschilcellen
from .document import VERBORGEN, Alinea, Blok, Hoofdstuk, Kolom, Kop, Tabel, Waarde
from .vragen import Vragen

TITELS = {
    "1": ("reactie", "Niveau 1: reactie", "Hoe hebben deelnemers de modules ervaren?"),
    "2": ("leren", "Niveau 2: leren", "Wat hebben deelnemers geleerd?"),
    "3": ("gedrag", "Niveau 3: gedrag", "Wat doen deelnemers ermee in hun werk?"),
}
"""Id, title and question of each level."""


def niveauhoofdstuk(cijfers: Cijfers, niveau: str) -> Hoofdstuk:
    """The chapter on a level."""
    id, titel, vraag = TITELS[niveau]
    blokken: list[Blok] = [Alinea(vraag)]
    for vragenlijst in cijfers.edities:
        if any(vraag.niveau == niveau for vraag in vragenlijst.vragen):
            blokken += _of_edition(cijfers, vragenlijst, niveau)
    if niveau == "2":
        blokken += [*_knowledge(cijfers), *_differences(cijfers), *_exercises(cijfers)]
    if niveau == "3":
        blokken += _behaviour(cijfers)
    return Hoofdstuk(id, titel, tuple(blokken))


def _of_edition(cijfers: Cijfers, vragenlijst: Vragenlijst, niveau: str) -> Iterator[Blok]:
    """What is asked once per form: everybody, and compared by module, instelling and half year."""
    vragen = Vragen(cijfers, vragenlijst, niveau)
    blokken = list(vragen.blokken())
    if not blokken:
        return
    periode, leeromgeving = str(cijfers.periode), cijfers.leeromgeving
    forms = cijfers.inzendingen(vragenlijst.editie, cijfers.groep)
    yield Kop(f"{vragenlijst.editie.replace('/', '-')}-niveau-{niveau}", vragenlijst.titel)
    yield Alinea(
        f"Vragenlijst {vragenlijst.editie}, {cijfers.periode.woorden}: "
        + (f"{forms} keer ingevuld." if forms is not None else "te weinig antwoorden om te tonen.")
    )
    yield from blokken
    modules = [
        (module.titel, Groep(periode, module=module.id)) for module in leeromgeving.modules.values()
    ]
    yield from vragen.vergelijking("per-module", "Per module", "module", modules)
    instellingen = [
        (instelling.titel, Groep(periode, instelling=instelling.id))
        for instelling in leeromgeving.basisgegevens.instellingen
    ]
    instellingen.append(("niet ingevuld", Groep(periode, instelling="")))
    yield from vragen.vergelijking("per-instelling", "Per instelling", "instelling", instellingen)
    halves = [(half, Groep(half)) for half in cijfers.halfjaren()]
    yield from vragen.vergelijking("per-half-jaar", "Per half jaar", "half jaar", halves)


def _knowledge(cijfers: Cijfers) -> Iterator[Blok]:
    modules = [m for m in cijfers.leeromgeving.modules.values() if m.kennisvragen]
    if not any(True for _ in vragen_van(cijfers, Kennisvragen)) or not modules:
        return
    rows = [(module.titel, kennis_samen(cijfers, [module])) for module in modules]
    kolommen = (Kolom("module"), Kolom("n", "aantal"), Kolom("goed", "percentage"), *MARGE)
    cells = tuple(deelrij(label, share) for label, share in rows)
    noot = "n telt antwoorden op kennisvragen; een deelnemer geeft er meer dan één."
    titel = "Welk deel van de kennisvragen is goed?"
    yield Kop("kennisvragen", "Kennisvragen")
    tabel = Tabel("kennisvragen-per-module", titel, kolommen, cells, noot)
    yield staven(tabel, rows)


def _differences(cijfers: Cijfers) -> Iterator[Blok]:
    if not any(True for _ in vragen_van(cijfers, VoorEnNa)):
        return
    rows = tuple(
        (module.titel, *verschilcellen(verschil_samen(cijfers, [module])))
        for module in cijfers.leeromgeving.modules.values()
    )
    noot = (
        "n telt leerdoelen: een deelnemer beoordeelt er meer dan één. Wat mensen over zichzelf "
        "zeggen, hangt maar weinig samen met wat een toets meet. Tel dit dus niet op bij de "
        "kennisvragen."
    )
    yield Kop("voor-en-na", "Wat deelnemers zelf zeggen over hun leren")
    titel = "Vóór de module en nu, alle leerdoelen samen"
    tabel = Tabel("voor-en-na-per-module", titel, (Kolom("module"), *VERSCHIL), rows, noot)
    yield tabelblok(tabel)


def _exercises(cijfers: Cijfers) -> Iterator[Blok]:
    """Results from elsewhere (xAPI): shown apart, as other people made them in another place."""
    results = cijfers.oefenresultaten()
    if not results:
        return
    rows = tuple(
        (f"{cijfers.titel_van(module)}: {oefening}", *_result_cells(counts, cijfers.klein))
        for (module, oefening), counts in results.items()
    )
    kolommen = (
        Kolom("oefening"),
        Kolom("n", "aantal"),
        Kolom("gehaald", "aantal"),
        Kolom("gemiddelde score", "percentage"),
    )
    yield Kop("oefenresultaten-kop", "Oefeningen in een leersysteem")
    yield Alinea(
        "Deze resultaten komen uit een leersysteem van een instelling. Ze tellen nergens anders in "
        "mee. Wat iemand op de site zelf oefent, blijft op het eigen apparaat."
    )
    noot = "Uit ingelezen xAPI-bestanden."
    yield Tabel("oefenresultaten", "Resultaten per oefening", kolommen, rows, noot)


def _result_cells(counts: Mapping[Oefencel, int] | None, klein: int) -> tuple[Waarde, ...]:
    """Results, how many were passed, mean score; each only of enough, and hiding no few."""
    if counts is None:
        return VERBORGEN, VERBORGEN, VERBORGEN
    total = sum(counts.values())

    def is_shown(known: int) -> bool:
        return known >= klein and not 0 < total - known < klein

    scores: Counter[float] = Counter()
    judged: Counter[int] = Counter()
    for cel, n in counts.items():
        if cel.score is not None:
            scores[cel.score] += n
        if cel.gehaald is not None:
            judged[cel.gehaald] += n
    mean = gemiddelde(scores) if is_shown(scores.total()) else None
    passed = judged[1] if is_shown(judged.total()) else VERBORGEN
    return total, passed, VERBORGEN if mean is None else mean


def _behaviour(cijfers: Cijfers) -> Iterator[Blok]:
    modules = cijfers.leeromgeving.modules.values()
    for vragenlijst, vraag in vragen_van(cijfers, Stelling):
        if vraag.niveau != "3" or vraag.per is None:
            continue
        rows = []
        for module in modules:
            samen = schaal_samen(cijfers, vragenlijst, vraag, [module])
            rows.append((module.titel, samen or None))
        id = f"{vragenlijst.editie.replace('/', '-')}-{vraag.id}-per-module"
        schaal = Vragen(cijfers, vragenlijst, "3").schaal(vraag)
        yield Kop(f"{id}-kop", "Gedrag per module")
        yield Alinea(vraag.tekst)
        noot = "Alle leerdoelen van een module samen; een deelnemer beoordeelt er meer dan één."
        yield schaalblok(
            id, "Hoe vaak doen deelnemers dit?", schaal, rows, cijfers.klein, noot=noot
        )
