"""Leeromgeving → pages: every generated page of the site as Markdown, the same for each engine."""

from ..model import Leeromgeving
from .analysevragen import analysevragen_pages
from .begrippen import begrippen_page, explainer
from .broken import findings_pages
from .leerroutes import leerroute_pages
from .modules import module_pages
from .opleidingsaanbod import opleidingsaanbod_pages
from .page import Page
from .pictures import published_media
from .podcast import feeds
from .redirects import redirect_pages
from .site import site_extra
from .sitemap import sitemap
from .start import start_page
from .themas import thema_pages
from .vast import fixed_pages
from .voortgang import voortgang_page
from .vragenlijsten import vragenlijst_pages

__all__ = [
    "Page",
    "feeds",
    "findings_pages",
    "make_pages",
    "published_media",
    "site_extra",
    "sitemap",
]


def make_pages(leeromgeving: Leeromgeving) -> list[Page]:
    """All generated pages; the same content gives the same pages in the same order."""
    explained = map(
        explainer(leeromgeving.begrippen),
        (
            start_page(leeromgeving),
            *module_pages(leeromgeving),
            *thema_pages(leeromgeving),
            *leerroute_pages(leeromgeving),
            *opleidingsaanbod_pages(leeromgeving),
        ),
    )
    return [
        *explained,
        *vragenlijst_pages(leeromgeving),
        begrippen_page(leeromgeving),
        *analysevragen_pages(leeromgeving),
        voortgang_page(leeromgeving),
        *fixed_pages(leeromgeving),
        *redirect_pages(leeromgeving),
    ]
