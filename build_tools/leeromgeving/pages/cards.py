"""Cards: how a page shows another page, in overviews and as what to do next."""

from dataclasses import dataclass, replace

from ..model import (
    Aanbieder,
    Aanbod,
    EenModule,
    Leeromgeving,
    Leerroute,
    Onderdeel,
    SpecialistischeModule,
    Thema,
    Verder,
    adres,
)
from .labels import FASEN, SOORTEN, STATUSSEN, TOEGANG, WERKVORMEN, doelgroep_text
from .redirects import leerroute_uris, module_uris, onderdeel_uris
from .wording import amount, minutes


@dataclass(frozen=True)
class Card:
    """A link to a page with what you need to know to choose it."""

    soort: str
    """What kind of thing it is, in words."""
    titel: str
    uri: str
    tekst: str
    icoon: str
    kleur: str
    feiten: tuple[str, ...] = ()
    """A few facts, most important first."""
    onderdelen: tuple[str, ...] = ()
    """What there is to do behind it: per page its address, with its former ones after `|`."""


def kleur_of(leeromgeving: Leeromgeving, module: EenModule) -> str:
    """The colour of a module is that of its theme."""
    thema = leeromgeving.themas.get(module.thema or "")
    return thema.kleur if thema else "merk"


def module_card(leeromgeving: Leeromgeving, module: EenModule) -> Card:
    """A module: minutes, size, status when it isn't adopted yet, and for whom."""
    feiten = [minutes(module.duur)]
    if isinstance(module, SpecialistischeModule):
        feiten.append(amount(len(module.onderdelen), "onderdeel", "onderdelen"))
    if module.ontwikkeling.status != "vastgesteld":
        feiten.append(STATUSSEN[module.ontwikkeling.status])
    feiten.append(doelgroep_text(leeromgeving, module.doelgroep))
    return Card(
        SOORTEN[module.soort],
        module.titel,
        adres.module_uri(module.id),
        module.samenvatting,
        module.icoon,
        kleur_of(leeromgeving, module),
        tuple(feiten),
        onderdelen_of(leeromgeving, module),
    )


def onderdelen_of(leeromgeving: Leeromgeving, module: EenModule) -> tuple[str, ...]:
    """The pages to do of a module, as `Card.onderdelen`."""
    if not isinstance(module, SpecialistischeModule):
        return ("|".join(module_uris(module)),)
    return tuple(
        "|".join(onderdeel_uris(module, onderdeel))
        for onderdeel in leeromgeving.onderdelen_van(module)
    )


def onderdeel_card(
    leeromgeving: Leeromgeving, module: SpecialistischeModule, onderdeel: Onderdeel
) -> Card:
    """A part of a specialist module."""
    return Card(
        module.titel,
        onderdeel.titel,
        adres.onderdeel_uri(module.id, onderdeel.id),
        onderdeel.samenvatting,
        onderdeel.icoon,
        kleur_of(leeromgeving, module),
        (minutes(onderdeel.duur),),
        ("|".join(onderdeel_uris(module, onderdeel)),),
    )


def aanbod_card(aanbieder: Aanbieder, aanbod: Aanbod) -> Card:
    """External offer, on the page of its provider."""
    feiten = [aanbieder.titel, WERKVORMEN[aanbod.werkvorm]]
    if aanbieder.toegang != "onbekend":
        feiten.append(TOEGANG[aanbieder.toegang])
    return Card(
        "Extern aanbod",
        aanbod.titel,
        f"{adres.aanbieder_uri(aanbieder.id)}#{aanbod_anchor(aanbod)}",
        aanbod.samenvatting or aanbieder.samenvatting,
        "ui/extern",
        "merk",
        tuple(feiten),
    )


def aanbod_anchor(aanbod: Aanbod) -> str:
    """The id of the heading of one offer on the page of its provider."""
    return f"aanbod-{aanbod.id}"


def leerroute_card(leeromgeving: Leeromgeving, leerroute: Leerroute) -> Card:
    """A leerroute: known minutes, steps, and for whom."""
    known = sum(leeromgeving.duur_van(stap) or 0 for stap in leerroute.stappen)
    return Card(
        "Leerroute",
        leerroute.titel,
        adres.leerroute_uri(leerroute.id),
        leerroute.samenvatting,
        leerroute.icoon,
        "merk",
        (
            minutes(known),
            amount(len(leerroute.stappen), "stap", "stappen"),
            doelgroep_text(leeromgeving, leerroute.doelgroep),
        ),
        ("|".join(leerroute_uris(leerroute)),),
    )


def thema_card(thema: Thema) -> Card:
    """A theme with its phase."""
    return Card(
        "Thema",
        thema.titel,
        adres.thema_uri(thema.id),
        thema.samenvatting,
        thema.icoon,
        thema.kleur,
        (FASEN[thema.fase],),
    )


def verder_cards(leeromgeving: Leeromgeving, module: EenModule) -> list[Card]:
    """What to do next, each with its reason."""
    return [
        replace(_target_card(leeromgeving, verder), tekst=verder.waarom) for verder in module.verder
    ]


def _target_card(leeromgeving: Leeromgeving, verder: Verder) -> Card:
    if verder.module:
        return module_card(leeromgeving, leeromgeving.modules[verder.module])
    if verder.aanbod:
        return aanbod_card(*leeromgeving.aanbod[verder.aanbod])
    assert verder.leerroute, "the check lets only suggestions through that name one thing"
    return leerroute_card(leeromgeving, leeromgeving.leerroutes[verder.leerroute])
