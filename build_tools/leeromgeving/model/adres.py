"""Where every concept stands on the site: paths without leading slash, with a slash at the end.

The addresses are fixed by the design's content model; `RESERVED` names what an onderdeel may not
be called because the questionnaires of a module stand there.
"""

from functools import lru_cache

from markdown.extensions.toc import slugify

MODULES = "modules/"
BASISMODULES = "basismodules/"
SPECIALISTISCHE_MODULES = "specialistische-modules/"
THEMAS = "themas/"
LEERROUTES = "leerroutes/"
OPLEIDINGSAANBOD = "opleidingsaanbod/"
CONTACT = "contact/"
ZOEKEN = "zoeken/"
MIJN_VOORTGANG = "mijn-voortgang/"
OFFLINE = "offline/"
BEGRIPPEN = "begrippen/"
OVERVIEWS = (
    "",
    MODULES,
    BASISMODULES,
    SPECIALISTISCHE_MODULES,
    THEMAS,
    LEERROUTES,
    OPLEIDINGSAANBOD,
    CONTACT,
    ZOEKEN,
    MIJN_VOORTGANG,
    OFFLINE,
    BEGRIPPEN,
)
"""Generated pages that exist whatever the content is; the start page is the empty path."""
ANALYSEVRAGEN = "analysevragen/"
"""Only there when the project has questions for its ontwikkelgroepen."""
VRAGENLIJSTEN = {"na-de-module": "vragenlijst", "na-acht-weken": "na-acht-weken"}
"""The last part of the address of a questionnaire, by its `moment`."""
RESERVED = frozenset({"module", "media", *VRAGENLIJSTEN.values()})
MODULE_ANCHORS = {
    "kort": "duur",
    "over": "inleiding",
    "leerdoelen": "leerdoelen",
    "onderdelen": "onderdelen",
    "volgende-dienst": "volgende_dienst",
    "hierna": "verder",
    "bronnen": "bronnen",
    "makers": "ontwikkeling",
}
"""Ids of headings that templates give the page of a module → the key that each is about."""
FRAME_ANCHORS = ("inhoud", "hoofdmenu", "zoekvenster", "zoekvenster-titel", "zoekveld", "mening")
"""Ids in the frame around every page, and of the card that asks what you thought of a module."""


def module_uri(module: str) -> str:
    """The page of a basismodule, or the start page of a specialistische module."""
    return f"{MODULES}{module}/"


def analyse_uri(module: str) -> str:
    """What the ontwikkelgroep of a module knows and still finds out."""
    return f"{ANALYSEVRAGEN}#module-{module}"


def onderdeel_uri(module: str, onderdeel: str) -> str:
    """The page of one onderdeel."""
    return f"{MODULES}{module}/{onderdeel}/"


def vragenlijst_uri(module: str, moment: str) -> str:
    """The page where a module's questionnaire of that moment is filled in."""
    return f"{MODULES}{module}/{VRAGENLIJSTEN[moment]}/"


def thema_uri(thema: str) -> str:
    """The page of one thema."""
    return f"{THEMAS}{thema}/"


def leerroute_uri(leerroute: str) -> str:
    """The page of one leerroute."""
    return f"{LEERROUTES}{leerroute}/"


def aanbieder_uri(aanbieder: str) -> str:
    """The page of one aanbieder."""
    return f"{OPLEIDINGSAANBOD}{aanbieder}/"


def from_site_path(path: str) -> str:
    """The address that an author writes as a site path: `/modules/sgg` is `modules/sgg/`.

    The slash at the end is easily forgotten.
    """
    uri = path.removeprefix("/")
    return uri if not uri or uri.endswith("/") else f"{uri}/"


def of_markdown(path: str) -> str:
    """The address of the page in a Markdown file; `index` and `README` stand for their folder."""
    folder, _, name = f"/{path.removesuffix('.md')}".rpartition("/")
    return f"{folder}/{'' if name in ('index', 'README') else f'{name}/'}".removeprefix("/")


@lru_cache(maxsize=100_000)
def anchor(titel: str) -> str:
    """The id of a heading, as Python-Markdown's table of contents makes it."""
    return slugify(titel, "-")


def oefening_anchor(oefening: str) -> str:
    """The id of the heading of an oefening."""
    return f"oefening-{oefening}"
