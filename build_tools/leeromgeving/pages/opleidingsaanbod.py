"""External offer (ontwerp §4.1): everything with filters, and a page per aanbieder."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Aanbieder, Aanbod, Leeromgeving, adres
from .cards import aanbod_anchor
from .labels import (
    AANBOD_STATUS,
    TOEGANG,
    WERKVORMEN,
    doelgroep_names,
    doelgroep_text,
    thema_names,
)
from .page import Crumb, Page, make_page
from .zoekfilters import ELDERS, zoekfilters

FILTERS = (
    ("thema", "Thema", "Alle thema's"),
    ("doelgroep", "Voor wie", "Iedereen"),
    ("werkvorm", "Werkvorm", "Alle werkvormen"),
    ("toegang", "Toegang", "Maakt niet uit"),
    ("aanbieder", "Aanbieder", "Alle aanbieders"),
)
"""What the offer is filtered by: name, title, and the choice that leaves everything."""


@dataclass(frozen=True)
class AanbodView:
    """One offer with the words to show and to filter by."""

    aanbieder: Aanbieder
    aanbod: Aanbod
    uri: str
    anchor: str
    themas: list[str]
    """Names of the themes; `Algemeen` for offer without one."""
    doelgroep: list[str]
    voor_wie: str
    """The same as one phrase."""
    werkvorm: str
    toegang: str
    status: str

    def words(self, filter: str) -> list[str]:
        """The words that it goes by, for the name of a filter."""
        return {
            "thema": self.themas,
            "doelgroep": self.doelgroep,
            "werkvorm": [self.werkvorm],
            "toegang": [self.toegang],
            "aanbieder": [self.aanbieder.titel],
        }[filter]


def opleidingsaanbod_pages(leeromgeving: Leeromgeving) -> Iterator[Page]:
    """The overview, then every aanbieder."""
    views = [_view(leeromgeving, *pair) for pair in leeromgeving.aanbod.values()]
    yield make_page(
        adres.OPLEIDINGSAANBOD,
        "opleidingsaanbod.md.j2",
        leeromgeving.basisgegevens.pad,
        title="Opleidingsaanbod",
        description="Opleidingen en leerplatforms van andere organisaties die passen bij je werk.",
        soort="overzicht",
        more={"scripts": ["filter"]},
        views=views,
        filters=[
            (name, title, everything, sorted({word for view in views for word in view.words(name)}))
            for name, title, everything in FILTERS
        ],
        aanbieders=[
            (aanbieder.titel, adres.aanbieder_uri(aanbieder.id), aanbieder.samenvatting)
            for aanbieder in leeromgeving.aanbieders.values()
        ],
        contact_uri=adres.CONTACT,
    )
    for aanbieder in leeromgeving.aanbieders.values():
        views = [_view(leeromgeving, aanbieder, aanbod) for aanbod in aanbieder.aanbod]
        yield make_page(
            adres.aanbieder_uri(aanbieder.id),
            "aanbieder.md.j2",
            aanbieder.pad,
            title=aanbieder.titel,
            description=aanbieder.samenvatting,
            soort="aanbod",
            kruimels=(Crumb("Opleidingsaanbod", adres.OPLEIDINGSAANBOD),),
            more={
                "zoekfilters": zoekfilters(
                    "Opleidingsaanbod",
                    [naam for view in views for naam in view.themas],
                    [aanbod.duur for aanbod in aanbieder.aanbod if aanbod.duur],
                    ELDERS,
                )
            },
            aanbieder=aanbieder,
            toegang=TOEGANG[aanbieder.toegang],
            views=views,
        )


def _view(leeromgeving: Leeromgeving, aanbieder: Aanbieder, aanbod: Aanbod) -> AanbodView:
    return AanbodView(
        aanbieder,
        aanbod,
        adres.aanbieder_uri(aanbieder.id),
        aanbod_anchor(aanbod),
        thema_names(leeromgeving, aanbod.themas),
        doelgroep_names(leeromgeving, aanbod.doelgroep),
        doelgroep_text(leeromgeving, aanbod.doelgroep),
        WERKVORMEN[aanbod.werkvorm],
        TOEGANG[aanbieder.toegang],
        AANBOD_STATUS[aanbod.status],
    )
