"""Mijn voortgang: the page that a script fills with what stands on the deelnemer's own device."""

from ..model import Leeromgeving, adres
from .page import Page, make_page
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
        organisatie=gegevens.organisatie,
        modules_uri=adres.MODULES,
        privacy_uri=PRIVACY,
        offline_uri=adres.OFFLINE,
    )
