"""Pages that are there whatever the content is: contact, the list of all pages, offline."""

from collections.abc import Iterator
from urllib.parse import quote

from ..model import Aanbieder, EenModule, Leeromgeving, SpecialistischeModule, adres
from .cards import aanbod_anchor
from .page import Crumb, Page, make_page
from .site import MENU, VOET

Entry = tuple[Crumb, list[Crumb]]
"""A page, and what belongs under it."""


def fixed_pages(leeromgeving: Leeromgeving) -> Iterator[Page]:
    """Contact, zoeken, and what to do without internet."""
    gegevens = leeromgeving.basisgegevens
    onderwerp = gegevens.feedback_onderwerp.replace("{pagina}", "Contact")
    yield make_page(
        adres.CONTACT,
        "contact.md.j2",
        gegevens.pad,
        title="Contact",
        description="Stel je vraag of geef je reactie op de leeromgeving. We lezen graag mee.",
        soort="contact",
        gegevens=gegevens,
        mail=f"mailto:{gegevens.email}?subject={quote(onderwerp)}",
    )
    yield make_page(
        adres.ZOEKEN,
        "zoeken.md.j2",
        gegevens.pad,
        title="Zoeken",
        description="Alle pagina's van de leeromgeving op een rij.",
        soort="zoeken",
        more={"zoeken": False},
        groups=_all_pages(leeromgeving),
    )
    yield make_page(
        adres.OFFLINE,
        "offline.md.j2",
        gegevens.pad,
        title="Zonder internet",
        description="Wat je zonder internet kunt lezen, en wat er op dit apparaat bewaard is.",
        soort="offline",
        more={"zoeken": False, "scripts": ["offline-pagina", "offline-modules"]},
    )


def _all_pages(leeromgeving: Leeromgeving) -> list[tuple[str, list[Entry]]]:
    """Every page for learners, by kind."""
    menu = [(Crumb(titel, uri), list[Crumb]()) for titel, uri in (*MENU, *VOET)]
    groups: list[tuple[str, list[Entry]]] = [
        ("Modules", [_module_entry(leeromgeving, m) for m in leeromgeving.modules.values()]),
        (
            "Thema's",
            [(Crumb(t.titel, adres.thema_uri(t.id)), []) for t in leeromgeving.themas.values()],
        ),
        (
            "Leerroutes",
            [
                (Crumb(r.titel, adres.leerroute_uri(r.id)), [])
                for r in leeromgeving.leerroutes.values()
            ],
        ),
        ("Opleidingsaanbod", [_aanbieder_entry(a) for a in leeromgeving.aanbieders.values()]),
        ("Overzichten en informatie", menu),
    ]
    return [(name, entries) for name, entries in groups if entries]


def _module_entry(leeromgeving: Leeromgeving, module: EenModule) -> Entry:
    onderdelen = (
        leeromgeving.onderdelen_van(module) if isinstance(module, SpecialistischeModule) else ()
    )
    return (
        Crumb(module.titel, adres.module_uri(module.id)),
        [Crumb(o.titel, adres.onderdeel_uri(module.id, o.id)) for o in onderdelen],
    )


def _aanbieder_entry(aanbieder: Aanbieder) -> Entry:
    uri = adres.aanbieder_uri(aanbieder.id)
    aanbod = [Crumb(a.titel, f"{uri}#{aanbod_anchor(a)}") for a in aanbieder.aanbod]
    return Crumb(aanbieder.titel, uri), aanbod
