"""One plain sentence per level, with its n: the front page, and nowhere another figure for it."""

from collections.abc import Iterable
from typing import TypeGuard

from ..evaluate.cijfers import Cijfers
from ..evaluate.doelen import Doeluitkomst, Oordeel
from ..evaluate.formules import AANTALLEN_TOT, Aandeel
from ..evaluate.uitkomsten import (
    aandeel_samen,
    kennis_samen,
    schaal_samen,
    verschil_samen,
    vragen_van,
)
from ..model import EenModule, Vragenlijst
from ..model.vragenlijst import Stelling
from ..pages import wording
from .blokken import Schaal
from .format import interval, number
from .vragen import Vragen

TE_WEINIG = "er zijn te weinig antwoorden om iets te zeggen"
ORDER: tuple[Oordeel, ...] = ("gehaald", "deels gehaald", "niet gehaald")
TE_WEINIG_GEGEVENS: Oordeel = "te weinig gegevens"


def reactie(cijfers: Cijfers) -> str:
    """Of the first statement of level 1, which is the one on usefulness."""
    for _, vraag, schaal in stellingen(cijfers, "1"):
        share = aandeel_samen(cijfers, vraag.id, schaal.vanaf)
        if vraag.per is None and is_enough(share):
            return f"{percent(share)} van de deelnemers is het eens met ‘{bare(vraag.tekst)}’."
    return f"Over wat deelnemers van de modules vonden: {TE_WEINIG}."


def leren(cijfers: Cijfers) -> str:
    """What was right, and what people say of themselves: two figures, never merged."""
    modules = cijfers.leeromgeving.modules.values()
    share = kennis_samen(cijfers, modules)
    if not is_enough(share):
        return f"Over wat deelnemers leerden: {TE_WEINIG}."
    asked = [module for module in modules if module.kennisvragen]
    only = _only(asked, [module for module in asked if kennis_samen(cijfers, [module])])
    return f"{percent(share)} van de antwoorden op kennisvragen is goed.{only}{_zelf(cijfers)}"


def _zelf(cijfers: Cijfers) -> str:
    found = verschil_samen(cijfers, cijfers.leeromgeving.modules.values())
    if found is None or found.interval is None or found.n < AANTALLEN_TOT:
        return ""
    way = "hoger" if found.gemiddelde >= 0 else "lager"
    return (
        f" Zelf geven deelnemers hun leerdoelen nu gemiddeld "
        f"{number(abs(found.gemiddelde), 'getal')} stap {way} dan vóór de module "
        f"(marge van het verschil {interval(*found.interval, 'getal')}, n\xa0=\xa0{found.n})."
    )


def gedrag(cijfers: Cijfers) -> str:
    """Of the first statement of level 3 that is asked per leerdoel."""
    modules = list(cijfers.leeromgeving.modules.values())
    for vragenlijst, vraag, schaal in stellingen(cijfers, "3"):
        share = aandeel_samen(cijfers, vraag.id, schaal.vanaf)
        if vraag.per and is_enough(share):
            told = [m for m in modules if schaal_samen(cijfers, vragenlijst, vraag, [m])]
            return (
                f"In {percent(share)} van de gevallen zeggen deelnemers na acht weken dat zij "
                f"‘{schaal.keuzes[schaal.vanaf - 1]}’ of vaker doen wat ze leerden."
                f"{_only(modules, told)}"
            )
    return f"Over wat deelnemers in hun werk doen: {TE_WEINIG}."


def resultaat(doelen: Iterable[Doeluitkomst]) -> str:
    """How many doelstellingen came out how."""
    oordelen = [doel.oordeel for doel in doelen]
    if not oordelen:
        return "Er zijn nog geen doelstellingen om aan te toetsen."
    told = [f"{oordelen.count(words)} {words}" for words in ORDER if words in oordelen]
    if not told:
        return "Over geen enkele doelstelling zijn er genoeg gegevens."
    thin = oordelen.count(TE_WEINIG_GEGEVENS)
    others = f"; over {thin} zijn er te weinig gegevens" if thin else ""
    return f"Van de {len(oordelen)} doelstellingen zijn er {wording.listed(told)}{others}."


def stellingen(cijfers: Cijfers, niveau: str) -> list[tuple[Vragenlijst, Stelling, Schaal]]:
    """The statements of a level in all editions that the report is about."""
    return [
        (vragenlijst, vraag, Vragen(cijfers, vragenlijst, niveau).schaal(vraag))
        for vragenlijst, vraag in vragen_van(cijfers, Stelling)
        if vraag.niveau == niveau
    ]


def percent(share: Aandeel) -> str:
    """A share in a sentence, with its margin and n."""
    margin = interval(share.laag, share.hoog, "percentage")
    return f"{number(share.aandeel, 'percentage')} (marge {margin}, n\xa0=\xa0{share.n})"


def is_enough(share: Aandeel | None) -> TypeGuard[Aandeel]:
    """Whether a sentence may tell a percentage."""
    return share is not None and share.n >= AANTALLEN_TOT


def bare(sentence: str) -> str:
    """A sentence without its full stop, to stand in another."""
    return sentence.rstrip(".")


def _only(all_modules: list[EenModule], told: list[EenModule]) -> str:
    """Which modules a figure is about, when others had too few answers."""
    if len(told) == len(all_modules):
        return ""
    titels = ", ".join(f"‘{module.titel}’" for module in told)
    return f" Dit gaat alleen over {titels}: van andere modules zijn er te weinig antwoorden."
