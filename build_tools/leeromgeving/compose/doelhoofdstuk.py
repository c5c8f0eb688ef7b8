"""The chapter on level 4: does the leeromgeving do what the ontwerp wants? (ontwerp §7)."""

from collections.abc import Iterator

from ..evaluate.cijfers import Cijfers
from ..evaluate.doelen import Doeluitkomst, Indicatoruitkomst
from ..evaluate.periode import Periode
from ..model import Doelstelling, Doelstellingen
from ..model.doelstelling import Antwoorden, Bezoek
from ..pages import wording
from .blokken import GEEN
from .document import Alinea, Blok, Hoofdstuk, Kolom, Kop, Lijst, Tabel, Waarde
from .format import interval, number

OVER = (
    "Percentages en verschillen gaan over de modules met genoeg antwoorden. Wat de site bevat, is "
    "geteld toen dit rapport gemaakt is."
)
VOORSTEL = "De normen zijn een voorstel, tot de stuurgroep ze heeft vastgesteld."


def doelhoofdstuk(
    cijfers: Cijfers, doelstellingen: Doelstellingen | None, uitkomsten: tuple[Doeluitkomst, ...]
) -> Hoofdstuk:
    """A row per doelstelling; then each with its indicators, norms and outcomes."""
    blokken: list[Blok] = [
        Alinea("Sluit de leeromgeving aan bij de doelstellingen?"),
        Alinea(OVER),
    ]
    if any(u.doelstelling.vastgesteld is None for u in uitkomsten):
        blokken.append(Alinea(VOORSTEL))
    blokken += [_overview(uitkomsten), *_each(uitkomsten, cijfers.periode)]
    if doelstellingen and doelstellingen.niet_gemeten:
        blokken.append(Kop("niet-gemeten", "Doelen die deze cijfers niet kunnen meten"))
        items = (
            f"{doel.titel} {doel.waarom} ({doel.bron})" for doel in doelstellingen.niet_gemeten
        )
        blokken.append(Lijst(tuple(items)))
    return Hoofdstuk("resultaat", "Niveau 4: resultaat", tuple(blokken))


def _overview(uitkomsten: tuple[Doeluitkomst, ...]) -> Tabel:
    rows = tuple((u.doelstelling.titel, u.oordeel) for u in uitkomsten)
    noot = (
        "Gehaald: alle indicatoren halen hun norm. Niet gehaald: geen enkele. Er is geen "
        "totaalcijfer: het oordeel is aan de stuurgroep."
    )
    kolommen = (Kolom("doelstelling"), Kolom("uitkomst"))
    return Tabel("doelstellingen", "Alle doelstellingen", kolommen, rows, noot)


def _each(uitkomsten: tuple[Doeluitkomst, ...], periode: Periode) -> Iterator[Blok]:
    kolommen = (
        Kolom("indicator"),
        Kolom("norm"),
        Kolom("uitkomst"),
        Kolom("marge"),
        Kolom("n", "aantal"),
        Kolom("oordeel"),
    )
    for uitkomst in uitkomsten:
        doel = uitkomst.doelstelling
        yield Kop(f"doel-{doel.id}", doel.titel)
        yield Alinea(f"{doel.bron}. {_standing(doel, periode)} Uitkomst: {uitkomst.oordeel}.")
        rows = tuple(_row(indicator) for indicator in uitkomst.indicatoren)
        yield Tabel(f"doel-{doel.id}-indicatoren", "Indicatoren", kolommen, rows)
        yield Lijst(tuple(_reason(i, periode) for i in uitkomst.indicatoren))


def _standing(doel: Doelstelling, periode: Periode) -> str:
    """By whom the norm was set, and whether that was beforehand."""
    if doel.vastgesteld is None:
        return "De norm is een voorstel."
    day, door = doel.vastgesteld.datum, doel.vastgesteld.door
    late = " Dat is na het begin van deze periode." if day.isoformat() > periode.van else ""
    return f"De norm is vastgesteld op {wording.day(day)} door {door}.{late}"


def _reason(uitkomst: Indicatoruitkomst, periode: Periode) -> str:
    indicator = uitkomst.indicator
    twice = isinstance(indicator, Bezoek | Antwoorden) and len(periode.halfjaren) == 2
    per_year = " De norm is hier twee keer zo hoog: dit rapport gaat over een heel jaar."
    return f"{indicator.titel} {indicator.waarom}{per_year if twice else ''}"


def _row(uitkomst: Indicatoruitkomst) -> tuple[Waarde, ...]:
    meting, eenheid = uitkomst.meting, uitkomst.indicator.eenheid
    value = margin = GEEN
    n: Waarde = GEEN
    if uitkomst.oordeel != "te weinig gegevens" and meting.waarde is not None:
        value = number(meting.waarde, eenheid)
        if value == number(uitkomst.norm, eenheid) and uitkomst.oordeel == "niet gehaald":
            value = number(meting.waarde, eenheid, digits=3 if eenheid == "getal" else 1)
        margin = interval(*meting.interval, eenheid) if meting.interval else GEEN
        n = GEEN if meting.n is None else meting.n
    oordeel = f"{uitkomst.oordeel} (de norm ligt binnen de marge)"
    return (
        uitkomst.indicator.titel,
        f"minstens {number(uitkomst.norm, eenheid)}",
        value,
        margin,
        n,
        oordeel if uitkomst.onzeker else uitkomst.oordeel,
    )
