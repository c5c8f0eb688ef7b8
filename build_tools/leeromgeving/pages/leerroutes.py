"""Leerroutes: steps on this site, with others and at work, and the time they take together."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import (
    AanbodStap,
    Leeromgeving,
    Leerroute,
    ModuleStap,
    PraktijkStap,
    SpecialistischeModule,
    adres,
)
from .cards import Card, aanbod_card, kleur_of, leerroute_card, module_card, onderdeel_card
from .labels import doelgroep_text, thema_names
from .page import Crumb, Page, make_page
from .redirects import leerroute_uris
from .zoekfilters import zoekfilters

EenStap = ModuleStap | AanbodStap | PraktijkStap


@dataclass(frozen=True)
class StapView:
    """One step of a leerroute as its page shows it."""

    soort: str
    icoon: str
    kleur: str
    titel: str
    """Plain name of what you do; empty for a task at work, which is a text of its own."""
    uri: str
    opdracht: str
    """The task at work, Markdown; empty for other steps."""
    onderdelen: tuple[Card, ...]
    """The onderdelen to do, when the step isn't the whole module."""
    duur: int | None
    """Minutes; None when an external provider doesn't say."""
    waarom: str
    te_doen: tuple[str, ...] = ()
    """What is done on this site, as `Card.onderdelen`."""


def leerroute_pages(leeromgeving: Leeromgeving) -> Iterator[Page]:
    """The overview, then every leerroute."""
    leerroutes = leeromgeving.leerroutes.values()
    yield make_page(
        adres.LEERROUTES,
        "leerroutes.md.j2",
        leeromgeving.basisgegevens.pad,
        title="Leerroutes",
        description="Stappen op een rij: op deze site, bij anderen en op je werk.",
        soort="overzicht",
        cards=[leerroute_card(leeromgeving, leerroute) for leerroute in leerroutes],
        modules_uri=adres.MODULES,
    )
    for leerroute in leerroutes:
        yield _leerroute_page(leeromgeving, leerroute)


def _leerroute_page(leeromgeving: Leeromgeving, leerroute: Leerroute) -> Page:
    stappen = [_view_stap(leeromgeving, stap) for stap in leerroute.stappen]
    known = [view.duur for view in stappen if view.duur is not None]
    return make_page(
        adres.leerroute_uri(leerroute.id),
        "leerroute.md.j2",
        leerroute.pad,
        title=leerroute.titel,
        description=leerroute.samenvatting,
        soort="leerroute",
        kruimels=(Crumb("Leerroutes", adres.LEERROUTES),),
        more={
            "zoekfilters": zoekfilters(
                "Leerroute",
                thema_names(leeromgeving, _themas(leeromgeving, leerroute)),
                [sum(known)] if len(known) == len(stappen) else [],
            ),
            "scripts": ["afgerond"],
            "voorheen": leerroute_uris(leerroute)[1:],
        },
        leerroute=leerroute,
        voor_wie=doelgroep_text(leeromgeving, leerroute.doelgroep),
        te_doen=leerroute_card(leeromgeving, leerroute).onderdelen,
        stappen=stappen,
        totaal=sum(known),
        onbekend=len(stappen) - len(known),
    )


def _themas(leeromgeving: Leeromgeving, leerroute: Leerroute) -> Iterator[str]:
    """The themes of all steps."""
    for stap in leerroute.stappen:
        if isinstance(stap, ModuleStap):
            yield leeromgeving.modules[stap.module].thema or ""
        elif isinstance(stap, AanbodStap):
            yield from leeromgeving.aanbod[stap.aanbod][1].themas


def _view_stap(leeromgeving: Leeromgeving, stap: EenStap) -> StapView:
    match stap:
        case ModuleStap():
            return _view_module(leeromgeving, stap)
        case AanbodStap():
            return _view_aanbod(leeromgeving, stap)
        case PraktijkStap():
            return StapView(
                "Op je werk", "mensen", "oker", "", "", stap.praktijk, (), stap.duur, stap.waarom
            )


def _view_module(leeromgeving: Leeromgeving, stap: ModuleStap) -> StapView:
    module = leeromgeving.modules[stap.module]
    card = module_card(leeromgeving, module)
    cards: tuple[Card, ...] = ()
    if isinstance(module, SpecialistischeModule):
        cards = tuple(
            onderdeel_card(leeromgeving, module, onderdeel)
            for onderdeel in leeromgeving.onderdelen_van(module)
            if onderdeel.id in stap.onderdelen
        )
    return StapView(
        card.soort,
        module.icoon,
        kleur_of(leeromgeving, module),
        module.titel,
        card.uri,
        "",
        cards,
        leeromgeving.duur_van(stap),
        stap.waarom,
        tuple(uris for part in cards for uris in part.onderdelen) or card.onderdelen,
    )


def _view_aanbod(leeromgeving: Leeromgeving, stap: AanbodStap) -> StapView:
    aanbieder, aanbod = leeromgeving.aanbod[stap.aanbod]
    card = aanbod_card(aanbieder, aanbod)
    return StapView(
        f"Extern aanbod van {aanbieder.titel}",
        card.icoon,
        "blauw",
        aanbod.titel,
        card.uri,
        "",
        (),
        leeromgeving.duur_van(stap),
        stap.waarom,
    )
