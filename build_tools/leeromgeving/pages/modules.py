"""The pages of modules and the overviews of them (ontwerp §4.2, §5)."""

from collections.abc import Iterator
from typing import Any

from ..model import (
    Basismodule,
    EenModule,
    Leeromgeving,
    Onderdeel,
    SpecialistischeModule,
    adres,
)
from .blocks import needed_scripts, render_blocks, werkvormen
from .cards import Card, kleur_of, module_card, onderdeel_card, onderdelen_of, verder_cards
from .labels import SOORTEN, STATUSSEN, doelgroep_text, thema_names
from .page import Crumb, Page, make_page
from .pictures import with_pictures
from .podcast import module_feed, site_feed
from .redirects import module_uris, onderdeel_uris
from .vragenlijsten import after_module_uri
from .zoekfilters import zoekfilters

BLOCKS_SCRIPTS = ("snelheid", "lees-voor", "afgerond")
"""What a page with blocks needs, whatever they are; `audio` builds on `snelheid`."""
MODULE_SCRIPTS = ("doel", "herinnering", "offline-modules")
"""What the own page of a module needs; its onderdelen don't."""
MODULES_CRUMB = Crumb("Modules", adres.MODULES)
MODULES_TEXT = "Alle modules op een rij. Kies wat bij je werk past en hoeveel tijd je hebt."
KINDS = {
    "basis": (
        "Basismodules",
        adres.BASISMODULES,
        "Een basismodule staat op één pagina. Je leest, kijkt, luistert en oefent.",
    ),
    "specialistisch": (
        "Specialistische modules",
        adres.SPECIALISTISCHE_MODULES,
        "Een specialistische module gaat dieper in op één thema. "
        "Elk onderdeel heeft een eigen pagina.",
    ),
}
"""By `soort`: name, address and text of the overview."""
Group = tuple[str, str, list[Card]]
"""Modules of one kind: name, text, cards."""


def module_pages(leeromgeving: Leeromgeving) -> Iterator[Page]:
    """Overviews, then every module followed by its onderdelen."""
    yield from _overviews(leeromgeving)
    for module in leeromgeving.modules.values():
        if isinstance(module, Basismodule):
            yield _basismodule_page(leeromgeving, module)
        else:
            yield from _specialist_pages(leeromgeving, module)


def _overviews(leeromgeving: Leeromgeving) -> Iterator[Page]:
    """One page with all modules and one per kind, from the same template."""
    groups = [
        (name, text, _cards_of(leeromgeving, soort)) for soort, (name, _, text) in KINDS.items()
    ]
    yield _overview(leeromgeving, adres.MODULES, MODULES_CRUMB.titel, MODULES_TEXT, groups)
    for group, (name, uri, text) in zip(groups, KINDS.values(), strict=True):
        yield _overview(leeromgeving, uri, name, text, [group])


def _overview(
    leeromgeving: Leeromgeving, uri: str, title: str, text: str, groups: list[Group]
) -> Page:
    feed = site_feed(leeromgeving) if uri == adres.MODULES else ""
    return make_page(
        uri,
        "modules.md.j2",
        leeromgeving.basisgegevens.pad,
        title=title,
        description=text,
        soort="overzicht",
        kruimels=() if uri == adres.MODULES else (MODULES_CRUMB,),
        more=_podcast(leeromgeving.basisgegevens.titel, feed),
        inleiding=text,
        groups=groups,
        podcast_uri=feed,
    )


def _cards_of(leeromgeving: Leeromgeving, soort: str) -> list[Card]:
    return [
        module_card(leeromgeving, module)
        for module in leeromgeving.modules.values()
        if module.soort == soort
    ]


def _basismodule_page(leeromgeving: Leeromgeving, module: Basismodule) -> Page:
    return make_page(
        adres.module_uri(module.id),
        "basismodule.md.j2",
        module.pad,
        title=module.titel,
        description=module.samenvatting,
        soort="basismodule",
        kleur=kleur_of(leeromgeving, module),
        kruimels=(MODULES_CRUMB,),
        more={
            "zoekfilters": _zoekfilters(leeromgeving, module, "Module", module.duur),
            "scripts": [*BLOCKS_SCRIPTS, *needed_scripts(module.inhoud), *MODULE_SCRIPTS],
            "voorheen": module_uris(module)[1:],
            **_podcast(module.titel, module_feed(leeromgeving, module)),
        },
        blokken=render_blocks(leeromgeving, module, adres.module_uri(module.id)),
        **_module_context(leeromgeving, module, werkvormen(module.inhoud)),
    )


def _specialist_pages(leeromgeving: Leeromgeving, module: SpecialistischeModule) -> Iterator[Page]:
    onderdelen = leeromgeving.onderdelen_van(module)
    blocks = [blok for onderdeel in onderdelen for blok in onderdeel.inhoud]
    yield make_page(
        adres.module_uri(module.id),
        "specialistische-module.md.j2",
        module.pad,
        title=module.titel,
        description=module.samenvatting,
        soort="specialistische-module",
        kleur=kleur_of(leeromgeving, module),
        kruimels=(MODULES_CRUMB,),
        more={
            "navigatie": _navigation(module, onderdelen, None),
            "zoekfilters": _zoekfilters(leeromgeving, module, "Module", module.duur),
            "scripts": ["verder", *MODULE_SCRIPTS],
            "voorheen": module_uris(module)[1:],
            **_podcast(module.titel, module_feed(leeromgeving, module)),
        },
        cards=[onderdeel_card(leeromgeving, module, onderdeel) for onderdeel in onderdelen],
        **_module_context(leeromgeving, module, werkvormen(blocks)),
    )
    for position in range(len(onderdelen)):
        yield _onderdeel_page(leeromgeving, module, onderdelen, position)


def _onderdeel_page(
    leeromgeving: Leeromgeving,
    module: SpecialistischeModule,
    onderdelen: tuple[Onderdeel, ...],
    position: int,
) -> Page:
    onderdeel = onderdelen[position]
    more: dict[str, Any] = {
        "navigatie": _navigation(module, onderdelen, onderdeel),
        "zoekfilters": _zoekfilters(leeromgeving, module, "Onderdeel", onderdeel.duur),
        "scripts": [*BLOCKS_SCRIPTS, *needed_scripts(onderdeel.inhoud)],
        "voorheen": onderdeel_uris(module, onderdeel)[1:],
    }
    if position > 0:
        more["vorige"] = _target(module, onderdelen[position - 1])
    if position + 1 < len(onderdelen):
        more["volgende"] = _target(module, onderdelen[position + 1])
    return make_page(
        adres.onderdeel_uri(module.id, onderdeel.id),
        "onderdeel.md.j2",
        onderdeel.pad,
        title=onderdeel.titel,
        description=onderdeel.samenvatting,
        soort="onderdeel",
        kleur=kleur_of(leeromgeving, module),
        kruimels=(MODULES_CRUMB, Crumb(module.titel, adres.module_uri(module.id))),
        more=more,
        onderdeel=onderdeel,
        module=module,
        module_uri=adres.module_uri(module.id),
        te_doen=("|".join(onderdeel_uris(module, onderdeel)),),
        nummer=position + 1,
        aantal=len(onderdelen),
        vervolg=[
            {"titel": other.titel, "uris": onderdeel_uris(module, other)}
            for other in (*onderdelen[position + 1 :], *onderdelen[:position])
        ],
        werkvormen=werkvormen(onderdeel.inhoud),
        status=STATUSSEN[module.ontwikkeling.status],
        blokken=render_blocks(
            leeromgeving, onderdeel, adres.onderdeel_uri(module.id, onderdeel.id)
        ),
        verder=verder_cards(leeromgeving, module) if position + 1 == len(onderdelen) else [],
        vragenlijst_uri=after_module_uri(leeromgeving, module),
    )


def _zoekfilters(
    leeromgeving: Leeromgeving, module: EenModule, soort: str, duur: int
) -> dict[str, list[str]]:
    """What a module, or an onderdeel of it, is found by."""
    themas = [module.thema] if module.thema else []
    return zoekfilters(soort, thema_names(leeromgeving, themas), [duur])


def _podcast(titel: str, feed: str) -> dict[str, Any]:
    """Front matter that tells programs of a feed; nothing without one."""
    return {"podcast": {"titel": titel, "uri": feed}} if feed else {}


def _module_context(leeromgeving: Leeromgeving, module: EenModule, forms: str) -> dict[str, Any]:
    """What the templates of both kinds of module need."""
    return {
        "module": module,
        "te_doen": onderdelen_of(leeromgeving, module),
        "inleiding": with_pictures(
            leeromgeving, module, module.inleiding or "", adres.module_uri(module.id)
        ),
        "podcast_uri": module_feed(leeromgeving, module),
        "soort_module": SOORTEN[module.soort],
        "voor_wie": doelgroep_text(leeromgeving, module.doelgroep),
        "werkvormen": forms,
        "status": STATUSSEN[module.ontwikkeling.status],
        "melding": leeromgeving.basisgegevens.concept_melding,
        "thema": leeromgeving.themas.get(module.thema or ""),
        "thema_uri": adres.thema_uri(module.thema) if module.thema else "",
        "analyse_uri": adres.analyse_uri(module.id) if module.analyse else "",
        "organisatie": leeromgeving.basisgegevens.organisatie,
        "verder": verder_cards(leeromgeving, module),
        "vragenlijst_uri": after_module_uri(leeromgeving, module),
    }


def _navigation(
    module: SpecialistischeModule, onderdelen: tuple[Onderdeel, ...], active: Onderdeel | None
) -> dict[str, Any]:
    """The navigation inside a module, for the theme."""
    return {
        "titel": module.titel,
        "uri": adres.module_uri(module.id),
        "items": [
            _target(module, onderdeel)
            | {
                "actief": onderdeel is active,
                "uris": "|".join(onderdeel_uris(module, onderdeel)),
            }
            for onderdeel in onderdelen
        ],
    }


def _target(module: SpecialistischeModule, onderdeel: Onderdeel) -> dict[str, Any]:
    return {"titel": onderdeel.titel, "uri": adres.onderdeel_uri(module.id, onderdeel.id)}
