"""Pages at former addresses (`voorheen`), so that old links keep working."""

from collections.abc import Iterator

from ..model import Leeromgeving, SpecialistischeModule, adres
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


def _moved_modules(leeromgeving: Leeromgeving) -> Iterator[Move]:
    """Former names of modules, with all their pages, and former names of onderdelen."""
    for module in leeromgeving.modules.values():
        for old in module.voorheen:
            yield adres.module_uri(old), adres.module_uri(module.id), module.titel, module.pad
            for moment, vragenlijst in leeromgeving.vragenlijsten.items():
                new = adres.vragenlijst_uri(module.id, moment)  # may stand in somebody's calendar
                yield adres.vragenlijst_uri(old, moment), new, vragenlijst.titel, vragenlijst.pad
        if not isinstance(module, SpecialistischeModule):
            continue
        for onderdeel in leeromgeving.onderdelen_van(module):
            new = adres.onderdeel_uri(module.id, onderdeel.id)
            for slug in (onderdeel.id, *onderdeel.voorheen):
                for folder in (module.id, *module.voorheen):
                    if (slug, folder) != (onderdeel.id, module.id):
                        old = adres.onderdeel_uri(folder, slug)
                        yield old, new, onderdeel.titel, onderdeel.pad


def _moved_leerroutes(leeromgeving: Leeromgeving) -> Iterator[Move]:
    for leerroute in leeromgeving.leerroutes.values():
        new = adres.leerroute_uri(leerroute.id)
        for old in leerroute.voorheen:
            yield adres.leerroute_uri(old), new, leerroute.titel, leerroute.pad
