"""What each indicator of a doelstelling came to in a period (ontwerp §7, level 4)."""

from collections import Counter
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
from ..model.formulier import NVT
from ..model.vragenlijst import Keuze, Stelling
from .bezoekcijfers import Bezoekcijfers
from .cijfers import Cijfers
from .doelen import Meting
from .formules import aandeel
from .uitkomsten import kennis_samen, schaal_samen, verschil_samen, vragen_van


def meet(indicator: Indicator, cijfers: Cijfers, bezoek: Bezoekcijfers) -> Meting:
    """Measure an indicator from what may be shown."""
    modules = cijfers.leeromgeving.modules.values()
    if isinstance(indicator, Aandeel):
        return _share_from(indicator, cijfers)
    if isinstance(indicator, Goed):
        share = kennis_samen(cijfers, modules)
        if share is None:
            return Meting(None)
        return Meting(share.aandeel, share.n, (share.laag, share.hoog))
    if isinstance(indicator, Verschil):
        found = verschil_samen(cijfers, modules, indicator.vraag)
        return Meting(found.gemiddelde, found.n, found.interval) if found else Meting(None)
    if isinstance(indicator, Bezoek):
        return Meting(bezoek.onder(indicator.pad or "") if bezoek.bron else None)
    if isinstance(indicator, Antwoorden):
        return Meting(_forms(indicator, cijfers))
    return Meting(_content(indicator, cijfers))


def _share_from(indicator: Aandeel, cijfers: Cijfers) -> Meting:
    """Of all editions that ask it, and of all modules."""
    samen: Counter[str] = Counter()
    for vragenlijst, vraag in vragen_van(cijfers, Stelling):
        if vraag.id == indicator.vraag and vraag.per is None:
            samen.update(cijfers.antwoorden(vragenlijst.editie, vraag.id, cijfers.groep) or {})
        elif vraag.id == indicator.vraag:
            modules = cijfers.leeromgeving.modules.values()
            samen.update(schaal_samen(cijfers, vragenlijst, vraag, modules))
    del samen[NVT]
    high = sum(n for code, n in samen.items() if int(code) >= indicator.vanaf)
    share = aandeel(high, samen.total())
    return Meting(share.aandeel, share.n, (share.laag, share.hoog)) if share else Meting(None)


def _forms(indicator: Antwoorden, cijfers: Cijfers) -> int | None:
    """Forms of all modules; None when those of any half year are too few to show."""
    if indicator.doelgroep:
        asked = {v.id for _, v in vragen_van(cijfers, Keuze) if v.keuzes == "doelgroepen"}
        found = [cijfers.van_code(id, indicator.doelgroep, str(cijfers.periode)) for id in asked]
    else:
        found = [
            cijfers.inzendingen(vragenlijst.editie, cijfers.groep)
            for vragenlijst in cijfers.edities
            if indicator.moment in (None, vragenlijst.moment)
        ]
    shown = [n for n in found if n is not None]
    return sum(shown) if shown else None


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
