"""A report as pages: plain HTML with the look of the site, without scripts or an engine.

Links end in `index.html`, so that the pages work from a folder on a disk too.
"""

from functools import cache
from importlib.resources import files

from jinja2 import Environment

from .. import static
from ..compose.document import Blok, Hoofdstuk, Rapport
from ..pages.render import html_environment
from .charts import chart
from .format import cell
from .names import csv_name, document_name, page_name

NARROW, WIDE = 288, 640
"""Pixels: a chart is drawn for a phone of 320 px and for a wide screen; the stylesheet chooses."""


def page(rapport: Rapport, hoofdstuk: Hoofdstuk) -> str:
    """The page of a chapter, as HTML."""
    place = rapport.hoofdstukken.index(hoofdstuk)
    return (
        _environment()
        .get_template("pagina.html.j2")
        .render(
            rapport=rapport,
            hoofdstuk=hoofdstuk,
            nummer=place,
            vorige=rapport.hoofdstukken[place - 1] if place else None,
            volgende=next(iter(rapport.hoofdstukken[place + 1 :]), None),
            up="../" if place else "",
        )
    )


def stylesheet() -> str:
    """The styles of the site, and on top those of a report."""
    own = files("leeromgeving.report") / "templates" / "rapport.css"
    return f"{static.stylesheet()}\n{own.read_text(encoding='utf-8')}"


@cache
def _environment() -> Environment:
    environment = html_environment("leeromgeving.report")
    environment.globals |= {
        "cell": cell,
        "chart": chart,
        "widths": {"smal": NARROW, "breed": WIDE},
        "csv_name": csv_name,
        "document_name": document_name,
        "page_name": page_name,
        "soort": _soort,
    }
    return environment


def _soort(blok: Blok) -> str:
    return type(blok).__name__.lower()
