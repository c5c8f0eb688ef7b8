"""What modules came to on levels 2 and 3, from what may be shown and nothing else.

What stands for several leerdoelen, kennisvragen or modules together is the sum of parts that are
shown themselves, so that no hidden part follows from it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeGuard, TypeVar

from ..model import EenModule, Indicator, Leeromgeving, Veld, Vragenlijst
from ..model.doelstelling import Aandeel as AandeelIndicator
from ..model.formulier import NVT
from ..model.vragenlijst import EenVraag, Kennisvragen, Stelling, VoorEnNa
from .cijfers import Cijfers, Paar
from .formules import Aandeel, Verschil, aandeel, boven_het_midden, verschil
from .verbergen import Groep

Soort = TypeVar("Soort")


def vragen_van(cijfers: Cijfers, soort: type[Soort]) -> Iterator[tuple[Vragenlijst, Soort]]:
    """The questions of a kind in all editions that the report is about."""
    for vragenlijst in cijfers.edities:
        for vraag in vragenlijst.vragen:
            if isinstance(vraag, soort):
                yield vragenlijst, vraag


def grens(leeromgeving: Leeromgeving, vraag: Stelling, schaal: Sequence[str]) -> int:
    """The lowest point that counts as agreeing, or as doing it: what a doelstelling says of it.

    Of a statement that no doelstelling is about: what lies above the middle of its scale.
    """
    doelen = leeromgeving.doelstellingen.doelstellingen if leeromgeving.doelstellingen else ()
    said = (i.vanaf for doel in doelen for i in doel.indicatoren if _is_about(i, vraag))
    return next(said, boven_het_midden(schaal))


def _is_about(indicator: Indicator, vraag: Stelling) -> TypeGuard[AandeelIndicator]:
    return isinstance(indicator, AandeelIndicator) and indicator.vraag == vraag.id


def per_leerdoel(
    cijfers: Cijfers, vragenlijst: Vragenlijst, vraag: EenVraag, module: EenModule
) -> list[tuple[Veld, Mapping[str, int] | None]]:
    """The fields of a question in the form of a module, with how many chose each code."""
    groep = Groep(str(cijfers.periode), module=module.id)
    return [
        (veld, cijfers.antwoorden(vragenlijst.editie, veld.naam, groep))
        for veld in cijfers.velden(vragenlijst, module.id).values()
        if veld.vraag == vraag.id
    ]


def kennis(
    cijfers: Cijfers, vragenlijst: Vragenlijst, vraag: Kennisvragen, module: EenModule
) -> list[tuple[Veld, Aandeel | None]]:
    """Each kennisvraag of a module with the share of right answers; None when hidden."""
    return [
        (veld, None if per_code is None else _right(veld, per_code))
        for veld, per_code in per_leerdoel(cijfers, vragenlijst, vraag, module)
    ]


def _right(veld: Veld, per_code: Mapping[str, int]) -> Aandeel | None:
    return aandeel(per_code.get(str(veld.goed), 0), sum(per_code.values()))


def verschillen(
    cijfers: Cijfers, vragenlijst: Vragenlijst, vraag: VoorEnNa, module: EenModule
) -> list[tuple[str, Mapping[Paar, int] | None]]:
    """The words of each leerdoel of a module with its pairs of before and now; None when hidden."""
    groep = Groep(str(cijfers.periode), module=module.id)
    return [
        (leerdoel.leren, cijfers.paren(vragenlijst.editie, f"{vraag.id}.{leerdoel.id}", groep))
        for leerdoel in module.leerdoelen
    ]


def kennis_samen(cijfers: Cijfers, modules: Iterable[EenModule]) -> Aandeel | None:
    """The share right of all kennisvragen of some modules that may be shown."""
    shown = [
        share
        for module in modules
        for vragenlijst, vraag in vragen_van(cijfers, Kennisvragen)
        for _, share in kennis(cijfers, vragenlijst, vraag, module)
        if share
    ]
    return aandeel(sum(share.aantal for share in shown), sum(share.n for share in shown))


def verschil_samen(
    cijfers: Cijfers, modules: Iterable[EenModule], id: str | None = None
) -> Verschil | None:
    """Before and now of all leerdoelen of some modules that may be shown; of question `id` only."""
    samen: Counter[Paar] = Counter()
    for module in modules:
        for vragenlijst, vraag in vragen_van(cijfers, VoorEnNa):
            if id in (None, vraag.id):
                for _, paren in verschillen(cijfers, vragenlijst, vraag, module):
                    samen.update(paren or {})
    return verschil(samen)


def schaal_samen(
    cijfers: Cijfers, vragenlijst: Vragenlijst, vraag: Stelling, modules: Iterable[EenModule]
) -> Counter[str]:
    """How many chose each code at a statement per leerdoel, of all that may be shown."""
    samen: Counter[str] = Counter()
    for module in modules:
        for _, per_code in per_leerdoel(cijfers, vragenlijst, vraag, module):
            samen.update(per_code or {})
    return samen


def aandeel_samen(cijfers: Cijfers, vraag: str, vanaf: int) -> Aandeel | None:
    """The share from a point upwards, of all editions that ask a statement and all modules."""
    modules = cijfers.leeromgeving.modules.values()
    samen: Counter[str] = Counter()
    for vragenlijst, stelling in vragen_van(cijfers, Stelling):
        if stelling.id == vraag and stelling.per is None:
            samen.update(cijfers.antwoorden(vragenlijst.editie, vraag, cijfers.groep) or {})
        elif stelling.id == vraag:
            samen.update(schaal_samen(cijfers, vragenlijst, stelling, modules))
    del samen[NVT]
    return aandeel(sum(n for code, n in samen.items() if int(code) >= vanaf), samen.total())
