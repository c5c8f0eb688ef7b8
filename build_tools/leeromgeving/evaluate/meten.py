"""What each indicator of a doelstelling came to in a period (ontwerp §7, level 4)."""

from datetime import date

from ..model import Indicator
from ..model.doelstelling import (
    Aandeel,
    Antwoorden,
    Bezoek,
    Bijgewerkt,
    Goed,
    Inhoud,
    Verschil,
)
from ..model.vragenlijst import Keuze
from . import formules
from .bezoekcijfers import Bezoekcijfers
from .cijfers import Cijfers
from .doelen import Meting, norm_of
from .uitkomsten import aandeel_samen, kennis_samen, verschil_samen


def measure(
    indicator: Indicator, cijfers: Cijfers, bezoek: Bezoekcijfers, is_ended: bool
) -> Meting:
    """Measure an indicator from what may be shown; `is_ended`: the period has passed.

    What is counted is a lower bound while the period runs, or where part of it was not counted or
    stays hidden: under the norm that tells nothing, so then it is not known.
    """
    modules = cijfers.leeromgeving.modules.values()
    if isinstance(indicator, Aandeel):
        return _share(aandeel_samen(cijfers, indicator.vraag, indicator.vanaf))
    if isinstance(indicator, Goed):
        return _share(kennis_samen(cijfers, modules))
    if isinstance(indicator, Verschil):
        found = verschil_samen(cijfers, modules, indicator.vraag)
        return Meting(found.gemiddelde, found.n, found.interval) if found else Meting(None)
    if isinstance(indicator, Inhoud | Bijgewerkt):
        return Meting(_content(indicator, cijfers))
    if isinstance(indicator, Bezoek):
        counted, is_whole = bezoek.onder(indicator.pad or ""), bezoek.is_heel(cijfers.periode)
    else:
        counted, is_whole = _forms(indicator, cijfers)
    is_certain = counted >= norm_of(indicator, cijfers.periode) or (is_whole and is_ended)
    return Meting(counted if is_certain else None)


def _share(share: formules.Aandeel | None) -> Meting:
    if share is None:
        return Meting(None)
    return Meting(share.aandeel, share.n, (share.laag, share.hoog))


def _forms(indicator: Antwoorden, cijfers: Cijfers) -> tuple[int, bool]:
    """Forms of all modules that may be shown, and whether those are all."""
    edities = [
        vragenlijst
        for vragenlijst in cijfers.beantwoorde_edities
        if indicator.moment in (None, vragenlijst.moment)
    ]
    if indicator.doelgroep:
        found = [
            cijfers.van_code(vragenlijst.editie, vraag.id, indicator.doelgroep)
            for vragenlijst in edities
            for vraag in vragenlijst.vragen
            if isinstance(vraag, Keuze) and vraag.keuzes == "doelgroepen"
        ]
    else:
        found = [cijfers.inzendingen(v.editie, cijfers.groep) for v in edities]
    return sum(n or 0 for n in found), None not in found


def _content(indicator: Inhoud | Bijgewerkt, cijfers: Cijfers) -> float:
    leeromgeving = cijfers.leeromgeving
    ontwikkelingen = [module.ontwikkeling for module in leeromgeving.modules.values()]
    if isinstance(indicator, Bijgewerkt):
        last = date.fromisoformat(cijfers.periode.tot)
        fresh = [o for o in ontwikkelingen if o.herzien_voor and o.herzien_voor > last]
        return len(fresh) / len(ontwikkelingen) if ontwikkelingen else 0.0
    return {
        "modules": len(leeromgeving.modules),
        "vastgesteld": sum(o.status == "vastgesteld" for o in ontwikkelingen),
        "leerroutes": len(leeromgeving.leerroutes),
        "aanbod": len(leeromgeving.aanbod),
    }[indicator.telt]
