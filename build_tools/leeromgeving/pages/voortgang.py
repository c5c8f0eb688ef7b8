"""Mijn voortgang: the page that a script fills with what stands on the deelnemer's own device."""

from ..model import EenModule, Leeromgeving, SpecialistischeModule, adres
from .page import Page, make_page
from .redirects import module_uris, onderdeel_uris
from .site import PRIVACY


def voortgang_page(leeromgeving: Leeromgeving) -> Page:
    """The page of `<borg-mijn-voortgang>`; without JavaScript it says what would stand there."""
    gegevens = leeromgeving.basisgegevens
    return make_page(
        adres.MIJN_VOORTGANG,
        "mijn-voortgang.md.j2",
        gegevens.pad,
        title="Mijn voortgang",
        description="Wat je hebt afgerond, je doelen en je notities. Alleen op je eigen apparaat.",
        soort="voortgang",
        more={"scripts": ["mijn-voortgang", "offline-modules"]},
        modules={
            adres.module_uri(module.id): _onderdelen(leeromgeving, module)
            for module in leeromgeving.modules.values()
        },
        organisatie=gegevens.organisatie,
        modules_uri=adres.MODULES,
        privacy_uri=PRIVACY,
        offline_uri=adres.OFFLINE,
    )


def _onderdelen(leeromgeving: Leeromgeving, module: EenModule) -> list[tuple[str, ...]]:
    """What there is to do in a module, each with its former addresses behind it."""
    if not isinstance(module, SpecialistischeModule):
        return [module_uris(module)]
    return [onderdeel_uris(module, each) for each in leeromgeving.onderdelen_van(module)]
