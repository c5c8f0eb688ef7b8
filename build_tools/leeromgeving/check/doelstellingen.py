"""Rules about doelstellingen: what an indicator counts exists (ontwerp §7, level 4)."""

from collections.abc import Iterator
from itertools import accumulate

from ..findings import Finding
from ..load import DOELSTELLINGEN
from ..model import Vragenlijst, adres
from ..model.doelstelling import Aandeel, Bezoek, Doelstellingen, Indicator, Verschil
from ..model.vragenlijst import EenVraag, Stelling, VoorEnNa
from .context import Context, Loc, choice

NEEDED: dict[type, tuple[type, str]] = {
    Aandeel: (Stelling, "een vraag van soort stelling"),
    Verschil: (VoorEnNa, "een vraag van soort voor-en-na"),
}
"""The kind of indicator → the kind of question that it counts, and what a message calls that."""


def _indicatoren(context: Context) -> Iterator[tuple[Loc, Indicator]]:
    bestand = context.loaded.bestanden.get(DOELSTELLINGEN)
    if isinstance(bestand, Doelstellingen):
        for place, doelstelling in enumerate(bestand.doelstellingen):
            for index, indicator in enumerate(doelstelling.indicatoren):
                yield ("doelstellingen", place, "indicatoren", index), indicator


def _vragen(context: Context) -> list[tuple[Vragenlijst, EenVraag]] | None:
    """The questions of all editions; None when one of them can't be understood."""
    paths = [path for path in context.loaded.paths if path.startswith("evaluation/vragenlijsten/")]
    found = [context.loaded.bestanden.get(path) for path in paths]
    if None in found:
        return None
    edities = [bestand for bestand in found if isinstance(bestand, Vragenlijst)]
    return [(editie, vraag) for editie in edities for vraag in editie.vragen]


def questions_can_be_counted(context: Context) -> Iterator[Finding]:
    """E840, E841: an indicator's question is of the right kind, its choice is on the scale."""
    vragen = _vragen(context)
    if vragen is None:
        return
    for loc, indicator in _indicatoren(context):
        if not isinstance(indicator, Aandeel | Verschil):
            continue
        soort, nodig = NEEDED[type(indicator)]
        ids = list(dict.fromkeys(vraag.id for _, vraag in vragen if isinstance(vraag, soort)))
        if indicator.vraag not in ids:
            values = choice(indicator.vraag, ids) | {"nodig": nodig}
            yield context.finding(DOELSTELLINGEN, (*loc, "vraag"), "E840", **values)
        elif isinstance(indicator, Aandeel):
            yield from _choice_is_on_the_scale(context, loc, indicator, vragen)


def _choice_is_on_the_scale(
    context: Context, loc: Loc, indicator: Aandeel, vragen: list[tuple[Vragenlijst, EenVraag]]
) -> Iterator[Finding]:
    for editie, vraag in vragen:
        if isinstance(vraag, Stelling) and vraag.id == indicator.vraag:
            aantal = len(editie.schalen.get(vraag.schaal, ()))
            if 0 < aantal < indicator.vanaf:
                values = {"vraag": vraag.id, "pad": editie.pad, "aantal": str(aantal)}
                waarde = str(indicator.vanaf)
                place = (*loc, "vanaf")
                yield context.finding(DOELSTELLINGEN, place, "E841", **values, waarde=waarde)


def addresses_exist(context: Context) -> Iterator[Finding]:
    """E842: the pages whose views are counted exist; `modules/sgg/` is the start of nine."""
    starts = dict.fromkeys(start for uri in context.anchors for start in _starts(uri))
    for loc, indicator in _indicatoren(context):
        if isinstance(indicator, Bezoek) and indicator.pad is not None:
            if indicator.pad in starts or _may_be_a_thema(context, indicator.pad):
                continue
            values = choice(indicator.pad, starts)
            values["keuzes"] = ", ".join(start for start in starts if start.count("/") == 1)
            yield context.finding(DOELSTELLINGEN, (*loc, "pad"), "E842", **values)


def _may_be_a_thema(context: Context, pad: str) -> bool:
    return pad.startswith(adres.THEMAS) and "catalog/themas.yml" in context.unreadable


def _starts(uri: str) -> Iterator[str]:
    """`modules/sgg/` → `modules/`, `modules/sgg/`; the start page has none."""
    return accumulate(f"{part}/" for part in uri.split("/")[:-1])
