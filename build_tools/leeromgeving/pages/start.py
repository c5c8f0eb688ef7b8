"""The start page: what this is, what fits in your time, and the fixed tiles (ontwerp §5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Basismodule, Leeromgeving, SpecialistischeModule, adres
from .cards import Card, leerroute_card, module_card, onderdeel_card, thema_card
from .labels import TIMES
from .page import Page, make_page
from .wording import amount

PER_TIME = 3
"""Suggestions for each of them."""


@dataclass(frozen=True)
class TimeChoice:
    """What one can do in so many minutes."""

    minuten: int
    cards: list[Card]
    fits: bool
    """False when nothing is short enough: `cards` then holds the shortest there is."""


def start_page(leeromgeving: Leeromgeving) -> Page:
    """The page at the empty address."""
    gegevens = leeromgeving.basisgegevens
    return make_page(
        "",
        "start.md.j2",
        gegevens.pad,
        title=gegevens.titel,
        description=gegevens.ondertitel,
        soort="start",
        more={"scripts": ["verder"]},
        gegevens=gegevens,
        modules_uri=adres.MODULES,
        contact_uri=adres.CONTACT,
        themas_uri=adres.THEMAS,
        times=_time_choices(leeromgeving),
        tiles=_tiles(leeromgeving),
        themas=[thema_card(thema) for thema in leeromgeving.themas.values()],
    )


def _time_choices(leeromgeving: Leeromgeving) -> list[TimeChoice]:
    """For each time first what fills it best: longer than the time before; then what is left."""
    candidates = list(_candidates(leeromgeving))
    shortest = min((duur for duur, _ in candidates), default=0)
    choices: list[TimeChoice] = []
    shown: set[str] = set()
    previous = 0
    for minuten in TIMES:
        best = [card for duur, card in candidates if previous < duur <= minuten]
        rest = [card for duur, card in candidates if duur <= previous and card.uri not in shown]
        cards = (best + rest)[:PER_TIME]
        fits = bool(cards)
        if not fits:
            cards = [card for duur, card in candidates if duur == shortest][:PER_TIME]
        choices.append(TimeChoice(minuten, cards, fits))
        shown |= {card.uri for card in cards}
        previous = minuten
    return choices


def _candidates(leeromgeving: Leeromgeving) -> Iterator[tuple[int, Card]]:
    """Minutes and card of all that stands on one page: basismodules, then onderdelen.

    Of the onderdelen the first of every module come before the second: a beginning is a better
    suggestion than a middle.
    """
    onderdelen = []
    for module in leeromgeving.modules.values():
        if isinstance(module, Basismodule):
            yield module.duur, module_card(leeromgeving, module)
        else:
            onderdelen += list(enumerate(_parts(leeromgeving, module)))
    for _, part in sorted(onderdelen, key=lambda numbered: numbered[0]):
        yield part


def _parts(leeromgeving: Leeromgeving, module: SpecialistischeModule) -> Iterator[tuple[int, Card]]:
    for onderdeel in leeromgeving.onderdelen_van(module):
        yield onderdeel.duur, onderdeel_card(leeromgeving, module, onderdeel)


def _tiles(leeromgeving: Leeromgeving) -> list[Card]:
    """The fixed coloured tiles, always the same five, with how much is behind each."""
    modules = leeromgeving.modules.values()
    basis = [module_card(leeromgeving, m) for m in modules if m.soort == "basis"]
    specialistisch = [module_card(leeromgeving, m) for m in modules if m.soort == "specialistisch"]
    leerroutes = [leerroute_card(leeromgeving, route) for route in leeromgeving.leerroutes.values()]
    return [
        _tile(
            "Basismodules",
            adres.BASISMODULES,
            "Wat iedereen moet weten, op één pagina.",
            "boek",
            "petrol",
            amount(len(basis), "module", "modules"),
            basis,
        ),
        _tile(
            "Specialistische modules",
            adres.SPECIALISTISCHE_MODULES,
            "Eén thema helemaal uitgewerkt, in korte onderdelen.",
            "puzzel",
            "koraal",
            amount(len(specialistisch), "module", "modules"),
            specialistisch,
        ),
        _tile(
            "Leerroutes",
            adres.LEERROUTES,
            "Stap voor stap: leren op deze site en op je werk.",
            "route",
            "groen",
            amount(len(leerroutes), "route", "routes"),
            leerroutes,
        ),
        _tile(
            "Opleidingsaanbod",
            adres.OPLEIDINGSAANBOD,
            "Wat andere organisaties te bieden hebben.",
            "kompas",
            "blauw",
            amount(len(leeromgeving.aanbieders), "aanbieder", "aanbieders"),
        ),
        _tile(
            "Mijn voortgang",
            adres.MIJN_VOORTGANG,
            "Zie wat je hebt afgerond, met je doelen en notities.",
            "vlag",
            "paars",
            "Alleen op dit apparaat",
        ),
    ]


def _tile(
    titel: str,
    uri: str,
    tekst: str,
    icoon: str,
    kleur: str,
    feit: str,
    behind: Sequence[Card] = (),
) -> Card:
    onderdelen = tuple(uris for card in behind for uris in card.onderdelen)
    return Card("", titel, uri, tekst, icoon, kleur, (feit,), onderdelen)
