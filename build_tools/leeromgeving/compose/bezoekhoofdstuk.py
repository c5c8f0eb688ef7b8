"""The chapter on visits: the whole site and per thema (ontwerp §7)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ..evaluate.bezoekcijfers import Bezoekcijfers, bezoekcijfers, bronnen_van
from ..evaluate.cijfers import Cijfers
from ..model import EenModule, Leeromgeving, SpecialistischeModule, adres
from ..pages import wording
from ..store import Levering
from ..store.rows import FORMULIER
from .document import VERBORGEN, Alinea, Blok, Hoofdstuk, Kolom, Kop, Staven, Tabel, Waarde
from .format import number

MOST_HALVES = 4
ALGEMEEN = "algemeen (basismodules)"
HERKOMSTEN = {
    "direct": "direct, of de browser zegt het niet",
    "intern": "van een andere pagina van de site",
    "zoekmachine": "van een zoekmachine",
    "elders": "van een andere website",
    "onbekend": "onbekend",
}


def naam_van(bron: str) -> str:
    """What a source of visits is called."""
    return "de telling van de site zelf" if bron == FORMULIER else f"ingelezen: {bron}"


def bezoekhoofdstuk(cijfers: Cijfers, bezoek: Bezoekcijfers) -> Hoofdstuk:
    """How often the site was visited, from one source; other sources beside it, never added up."""
    titel = "Bezoek"
    if not bezoek.bron:
        return Hoofdstuk("bezoek", titel, (Alinea("Niemand heeft in deze periode bezoek geteld."),))
    blokken: list[Blok] = [
        Alinea(
            f"De pagina's zijn {number(bezoek.totaal, 'aantal')} keer bekeken in "
            f"{cijfers.periode.woorden}. Bron: {naam_van(bezoek.bron)}, met cijfers van "
            f"{len(bezoek.dagen)} dagen. Een weergave is geen persoon."
        ),
        _per_thema(cijfers.leeromgeving, bezoek),
        _per_module(cijfers.leeromgeving, bezoek),
        _per_half_year(cijfers, bezoek.bron),
        _herkomst(bezoek),
    ]
    for module in cijfers.leeromgeving.modules.values():
        if isinstance(module, SpecialistischeModule):
            blokken.append(_per_onderdeel(cijfers.leeromgeving, module, bezoek))
    blokken += _sources(cijfers)
    return Hoofdstuk("bezoek", titel, tuple(blokken))


def _bars(id: str, titel: str, eerste: str, rows: list[tuple[str, int]], noot: str = "") -> Staven:
    cells: tuple[tuple[Waarde, ...], ...] = tuple(rows)
    tabel = Tabel(id, titel, (Kolom(eerste), Kolom("weergaven", "aantal")), cells, noot)
    bars = tuple((label, float(n), None) for label, n in rows)
    return Staven(f"{id}-figuur", titel, "aantal", bars, tabel)


def _per_thema(leeromgeving: Leeromgeving, bezoek: Bezoekcijfers) -> Staven:
    themas: dict[str | None, list[EenModule]] = {thema: [] for thema in leeromgeving.themas}
    for module in leeromgeving.modules.values():
        themas.setdefault(module.thema, []).append(module)
    rows = []
    for thema, modules in themas.items():
        titel = leeromgeving.themas[thema].titel if thema else ALGEMEEN
        of_modules = sum(bezoek.van_module(module) for module in modules)
        rows.append((titel, of_modules + bezoek.weergaven.get(_page_of(thema), 0)))
    noot = "De modules van het thema met al hun onderdelen, en de pagina van het thema zelf."
    return _bars("bezoek-per-thema", "Bezoek per thema", "thema", rows, noot)


def _page_of(thema: str | None) -> str:
    return adres.thema_uri(thema) if thema else adres.BASISMODULES


def _per_module(leeromgeving: Leeromgeving, bezoek: Bezoekcijfers) -> Staven:
    rows = [(m.titel, bezoek.van_module(m)) for m in leeromgeving.modules.values()]
    return _bars("bezoek-per-module", "Bezoek per module", "module", rows)


def _per_onderdeel(
    leeromgeving: Leeromgeving, module: SpecialistischeModule, bezoek: Bezoekcijfers
) -> Staven:
    rows = [("startpagina", bezoek.weergaven.get(adres.module_uri(module.id), 0))]
    rows += [
        (onderdeel.titel, bezoek.weergaven.get(adres.onderdeel_uri(module.id, onderdeel.id), 0))
        for onderdeel in leeromgeving.onderdelen_van(module)
    ]
    titel = f"Bezoek per onderdeel: {module.titel}"
    return _bars(f"bezoek-onderdelen-{module.id}", titel, "onderdeel", rows)


def _per_half_year(cijfers: Cijfers, bron: str) -> Staven:
    """Only of half years in which this source counted: no figure is not zero."""
    ends = cijfers.periode.halfjaren[-1]
    weergaven: Counter[str] = Counter()
    for cel, n in cijfers.tellingen.weergaven.items():
        if cel.bron == bron and cel.periode <= ends:
            weergaven[cel.periode] += n
    rows = sorted(weergaven.items())[-MOST_HALVES:]
    return _bars("bezoek-per-half-jaar", "Bezoek per half jaar", "half jaar", rows)


def _herkomst(bezoek: Bezoekcijfers) -> Staven:
    rows = [(words, bezoek.herkomst.get(code, 0)) for code, words in HERKOMSTEN.items()]
    return _bars("bezoek-herkomst", "Waar bezoek vandaan komt", "herkomst", rows)


def _sources(cijfers: Cijfers) -> Iterator[Blok]:
    """All sources side by side."""
    sources = bronnen_van(cijfers.tellingen, cijfers.periode)
    if len(sources) < 2:
        return
    rows = tuple(
        (naam_van(bron), dagen, bezoekcijfers(cijfers.tellingen, cijfers.periode, bron).totaal)
        for bron, dagen in sources.items()
    )
    kolommen = (Kolom("bron"), Kolom("dagen", "aantal"), Kolom("weergaven", "aantal"))
    yield Kop("bezoek-bronnen-kop", "Andere bronnen over hetzelfde bezoek")
    noot = "Dit zijn verschillende tellingen van hetzelfde bezoek. Tel ze niet bij elkaar op."
    yield Tabel("bezoek-bronnen", "Bezoek per bron", kolommen, rows, noot)


def leveringentabel(cijfers: Cijfers, leveringen: tuple[Levering, ...]) -> Tabel:
    """What was imported, what was counted, and what was left out and why.

    Only of visits: the rows of a file with answers are people, few perhaps. No name of a file:
    who exported it may have put a name in it.
    """
    of_visits = {cel.bron for cel in cijfers.tellingen.bezoekdagen}
    rows = tuple(
        (levering.bron, *(_account(levering) if levering.bron in of_visits else [VERBORGEN] * 4))
        for levering in leveringen
    )
    kolommen = (
        Kolom("koppeling"),
        Kolom("dagen"),
        Kolom("gelezen", "aantal"),
        Kolom("geteld", "aantal"),
        Kolom("weggelaten"),
    )
    noot = "Van ingelezen antwoorden staat hier geen aantal: dat kan een kleine groep zijn."
    return Tabel("leveringen", "Ingelezen bestanden", kolommen, rows, noot)


def _account(levering: Levering) -> tuple[Waarde, ...]:
    van, tot = (wording.day(date.fromisoformat(dag)) for dag in (levering.van, levering.tot))
    left_out = (f"{why}: {number(n, 'aantal')}" for why, n in sorted(levering.weggelaten.items()))
    return f"{van} tot en met {tot}", levering.gelezen, levering.geteld, ", ".join(left_out) or "–"


def voor_periode(cijfers: Cijfers) -> Bezoekcijfers:
    """The visits of the period by the source to report on."""
    bron = next(iter(bronnen_van(cijfers.tellingen, cijfers.periode)), "")
    return bezoekcijfers(cijfers.tellingen, cijfers.periode, bron)
