"""The overzichtskaart of themes by phase (ontwerp §6, §10) and a page per theme."""

from collections.abc import Iterator

from ..model import Leeromgeving, Thema, adres
from .cards import aanbod_card, module_card, thema_card
from .labels import FASE_UITLEG, FASEN
from .page import Crumb, Page, make_page
from .zoekfilters import zoekfilters

THEMAS_YML = "catalog/themas.yml"


def thema_pages(leeromgeving: Leeromgeving) -> Iterator[Page]:
    """The map, then the themes in the site's order."""
    themas = leeromgeving.themas.values()
    yield make_page(
        adres.THEMAS,
        "themas.md.j2",
        THEMAS_YML,
        title="Thema's",
        description="De overzichtskaart: alle thema's en de fase waarin elk thema is.",
        soort="overzicht",
        fasen=[
            (
                naam,
                FASE_UITLEG[fase],
                [thema_card(thema) for thema in themas if thema.fase == fase],
            )
            for fase, naam in FASEN.items()
        ],
    )
    for thema in themas:
        yield _thema_page(leeromgeving, thema)


def _thema_page(leeromgeving: Leeromgeving, thema: Thema) -> Page:
    return make_page(
        adres.thema_uri(thema.id),
        "thema.md.j2",
        THEMAS_YML,
        title=thema.titel,
        description=thema.samenvatting,
        soort="thema",
        kleur=thema.kleur,
        kruimels=(Crumb("Thema's", adres.THEMAS),),
        more={"zoekfilters": zoekfilters("Thema", [thema.titel])},
        thema=thema,
        fasen=[(naam, fase == thema.fase) for fase, naam in FASEN.items()],
        fase_uitleg=FASE_UITLEG[thema.fase],
        modules=[
            module_card(leeromgeving, module)
            for module in leeromgeving.modules.values()
            if module.thema == thema.id
        ],
        aanbod=[
            aanbod_card(aanbieder, aanbod)
            for aanbieder, aanbod in leeromgeving.aanbod.values()
            if thema.id in aanbod.themas
        ],
        aanbod_uri=adres.OPLEIDINGSAANBOD,
        contact_uri=adres.CONTACT,
    )
