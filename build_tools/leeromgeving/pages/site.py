"""What the frame around every page needs: names, addresses, menu and footer."""

from typing import Any

from ..model import Basisgegevens, Leeromgeving, adres

OVER = "over/"
TOEGANKELIJKHEID = "toegankelijkheid/"
PRIVACY = "privacy/"
AUTEURSRECHT = "auteursrecht/"
"""Hand-written pages in `docs/`."""
VIEWS = "/bezoek"
"""Where the receiver counts page views, below its address."""
MENU = (
    ("Modules", adres.MODULES),
    ("Leerroutes", adres.LEERROUTES),
    ("Opleidingsaanbod", adres.OPLEIDINGSAANBOD),
    ("Thema's", adres.THEMAS),
    ("Mijn voortgang", adres.MIJN_VOORTGANG),
    ("Over", OVER),
)
VOET = (
    ("Begrippen", adres.BEGRIPPEN),
    ("Contact", adres.CONTACT),
    ("Toegankelijkheid", TOEGANKELIJKHEID),
    ("Privacy", PRIVACY),
    ("Auteursrecht", AUTEURSRECHT),
)


def ontvanger_url(gegevens: Basisgegevens, endpoint: str) -> str:
    """Where the receiver takes something; empty without a receiver."""
    return gegevens.ontvanger.rstrip("/") + endpoint if gegevens.ontvanger else ""


def site_extra(leeromgeving: Leeromgeving, is_preview: bool) -> dict[str, Any]:
    """The theme's `config.extra.leeromgeving`; in a preview nobody counts and nothing is kept."""
    gegevens = leeromgeving.basisgegevens
    return {
        "titel": gegevens.titel,
        "ondertitel": gegevens.ondertitel,
        "organisatie": gegevens.organisatie,
        "website": gegevens.website,
        "email": gegevens.email,
        "feedback_onderwerp": gegevens.feedback_onderwerp,
        "auteursrecht": gegevens.auteursrecht,
        "offline": not is_preview,
        "bezoek": "" if is_preview else ontvanger_url(gegevens, VIEWS),
        "menu": [{"titel": titel, "uri": uri} for titel, uri in MENU],
        "voet": [{"titel": titel, "uri": uri} for titel, uri in VOET],
    }
