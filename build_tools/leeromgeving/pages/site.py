"""What the frame around every page needs: names, addresses, menu and footer."""

from typing import Any

from ..model import Leeromgeving, adres

OVER = "over/"
TOEGANKELIJKHEID = "toegankelijkheid/"
PRIVACY = "privacy/"
AUTEURSRECHT = "auteursrecht/"
"""Hand-written pages in `docs/`."""
MENU = (
    ("Modules", adres.MODULES),
    ("Leerroutes", adres.LEERROUTES),
    ("Opleidingsaanbod", adres.OPLEIDINGSAANBOD),
    ("Thema's", adres.THEMAS),
    ("Over", OVER),
)
VOET = (
    ("Contact", adres.CONTACT),
    ("Toegankelijkheid", TOEGANKELIJKHEID),
    ("Privacy", PRIVACY),
    ("Auteursrecht", AUTEURSRECHT),
)


def site_extra(leeromgeving: Leeromgeving) -> dict[str, Any]:
    """The theme's `config.extra.leeromgeving`."""
    gegevens = leeromgeving.basisgegevens
    return {
        "titel": gegevens.titel,
        "ondertitel": gegevens.ondertitel,
        "organisatie": gegevens.organisatie,
        "website": gegevens.website,
        "email": gegevens.email,
        "feedback_onderwerp": gegevens.feedback_onderwerp,
        "auteursrecht": gegevens.auteursrecht,
        "menu": [{"titel": titel, "uri": uri} for titel, uri in MENU],
        "voet": [{"titel": titel, "uri": uri} for titel, uri in VOET],
    }
