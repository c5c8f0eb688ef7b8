"""Former addresses (`voorheen`), and a page at each of them, so that old links keep working."""

from collections.abc import Iterator

from ..model import (
    EenModule,
    Leeromgeving,
    Leerroute,
    Onderdeel,
    SpecialistischeModule,
    adres,
)
from .page import Page, make_page

Move = tuple[str, str, str, str]
"""Old address, new address, title of the page, YAML file."""


def redirect_pages(leeromgeving: Leeromgeving) -> Iterator[Page]:
    """One page per former address; its front matter `naar` holds the new address."""
    for old, new, titel, source in (
        *_moved_modules(leeromgeving),
        *_moved_leerroutes(leeromgeving),
    ):
        yield make_page(
            old,
            "verhuisd.md.j2",
            source,
            title=titel,
            description=f"Deze pagina is verhuisd. Ga naar {titel}.",
            soort="verhuisd",
            more={"naar": new, "zoeken": False},
            nieuw_uri=new,
        )


def module_uris(module: EenModule) -> tuple[str, ...]:
    """The address of a module, then its former ones."""
    return tuple(adres.module_uri(slug) for slug in (module.id, *module.voorheen))


def onderdeel_uris(module: SpecialistischeModule, onderdeel: Onderdeel) -> tuple[str, ...]:
    """The address of an onderdeel, then all it had under former names of itself or its module."""
    return tuple(
        adres.onderdeel_uri(folder, slug)
        for slug in (onderdeel.id, *onderdeel.voorheen)
        for folder in (module.id, *module.voorheen)
    )


def leerroute_uris(leerroute: Leerroute) -> tuple[str, ...]:
    """The address of a leerroute, then its former ones."""
    return tuple(adres.leerroute_uri(slug) for slug in (leerroute.id, *leerroute.voorheen))


def _moved_modules(leeromgeving: Leeromgeving) -> Iterator[Move]:
    """Former names of modules, with all their pages, and former names of onderdelen."""
    for module in leeromgeving.modules.values():
        yield from _moves(module_uris(module), module)
        for moment, vragenlijst in leeromgeving.vragenlijsten.items():
            new = adres.vragenlijst_uri(module.id, moment)  # may stand in somebody's calendar
            for slug in module.voorheen:
                old = adres.vragenlijst_uri(slug, moment)
                yield old, new, vragenlijst.titel, vragenlijst.pad
        if isinstance(module, SpecialistischeModule):
            for onderdeel in leeromgeving.onderdelen_van(module):
                yield from _moves(onderdeel_uris(module, onderdeel), onderdeel)


def _moved_leerroutes(leeromgeving: Leeromgeving) -> Iterator[Move]:
    for leerroute in leeromgeving.leerroutes.values():
        yield from _moves(leerroute_uris(leerroute), leerroute)


def _moves(uris: tuple[str, ...], moved: EenModule | Onderdeel | Leerroute) -> Iterator[Move]:
    new, *former = uris
    for old in former:
        yield old, new, moved.titel, moved.pad
