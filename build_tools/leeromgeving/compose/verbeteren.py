"""What the figures of a module point at, for its ontwikkelgroep: hints, not verdicts.

The bounds are ours: each sentence names its figure and n, so that a reader can judge.
"""

from collections.abc import Iterator

from ..evaluate.bezoekcijfers import Bezoekcijfers
from ..evaluate.cijfers import Cijfers
from ..evaluate.formules import AANTALLEN_TOT, verschil
from ..evaluate.uitkomsten import kennis, verschillen, vragen_van
from ..evaluate.verbergen import Groep
from ..model import EenModule, SpecialistischeModule, adres
from ..model.vragenlijst import Kennisvragen, Stelling, VoorEnNa
from .format import interval, number
from .vragen import Vragen

HALF = 0.5
"""A kennisvraag that fewer get right, or a statement that fewer agree with, deserves a look."""
FEW = 0.25
"""An onderdeel opened less often than this share of the views of its module's start page."""
ENOUGH_VIEWS = 20
"""Under so many views of the start page nothing follows from those of an onderdeel."""


def verbeterpunten(cijfers: Cijfers, bezoek: Bezoekcijfers, module: EenModule) -> tuple[str, ...]:
    """Plain sentences, each with its figure and n; empty when nothing stands out."""
    return (
        *_hard_questions(cijfers, module),
        *_no_gain(cijfers, module),
        *_little_agreement(cijfers, module),
        *_rarely_opened(cijfers, bezoek, module),
    )


def has_figures(cijfers: Cijfers, bezoek: Bezoekcijfers, module: EenModule) -> bool:
    """Whether there is anything to point at."""
    groep = Groep(str(cijfers.periode), module=module.id)
    forms = (cijfers.inzendingen(v.editie, groep) for v in cijfers.edities)
    return any(forms) or bezoek.van_module(module) >= ENOUGH_VIEWS


def _hard_questions(cijfers: Cijfers, module: EenModule) -> Iterator[str]:
    for vragenlijst, vraag in vragen_van(cijfers, Kennisvragen):
        for veld, share in kennis(cijfers, vragenlijst, vraag, module):
            if share and share.n >= AANTALLEN_TOT and share.aandeel < HALF:
                right = number(share.aandeel, "percentage")
                yield (
                    f"De meeste deelnemers hebben deze kennisvraag fout: ‘{veld.tekst}’ ({right} "
                    f"goed, n\xa0=\xa0{share.n}). Is de vraag duidelijk, en legt de module dit "
                    "goed uit?"
                )


def _no_gain(cijfers: Cijfers, module: EenModule) -> Iterator[str]:
    for vragenlijst, vraag in vragen_van(cijfers, VoorEnNa):
        for leren, paren in verschillen(cijfers, vragenlijst, vraag, module):
            found = verschil(paren or {})
            if found and found.interval and found.n >= AANTALLEN_TOT and found.interval[0] <= 0:
                step, margin = number(found.gemiddelde, "getal"), interval(*found.interval, "getal")
                yield (
                    f"Geen duidelijke vooruitgang bij het leerdoel ‘{leren}’ (gemiddeld verschil "
                    f"{step}, marge {margin}, n\xa0=\xa0{found.n}). Konden deelnemers dit al, of "
                    "mist er uitleg of oefening?"
                )


def _little_agreement(cijfers: Cijfers, module: EenModule) -> Iterator[str]:
    groep = Groep(str(cijfers.periode), module=module.id)
    for vragenlijst, vraag in vragen_van(cijfers, Stelling):
        if vraag.per is not None or vraag.niveau != "1":
            continue
        share = Vragen(cijfers, vragenlijst, "1", module).eens(vraag, groep)
        if share and share.n >= AANTALLEN_TOT and share.aandeel < HALF:
            yield (
                f"Minder dan de helft is het eens met ‘{vraag.tekst}’ "
                f"({number(share.aandeel, 'percentage')}, n\xa0=\xa0{share.n})."
            )


def _rarely_opened(cijfers: Cijfers, bezoek: Bezoekcijfers, module: EenModule) -> Iterator[str]:
    start = bezoek.weergaven.get(adres.module_uri(module.id), 0)
    if not isinstance(module, SpecialistischeModule) or start < ENOUGH_VIEWS:
        return
    for onderdeel in cijfers.leeromgeving.onderdelen_van(module):
        views = bezoek.weergaven.get(adres.onderdeel_uri(module.id, onderdeel.id), 0)
        if views < FEW * start:
            yield (
                f"Weinig mensen openen het onderdeel ‘{onderdeel.titel}’: {views} weergaven, tegen "
                f"{start} van de startpagina van de module. Past de titel, en staat het op een "
                "logische plek?"
            )
