"""The receiver's own pages: real HTML without scripts, in Dutch."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from ..model import Antwoord, Basisgegevens, adres
from ..pages import text
from ..pages.links import HTML_TARGET
from ..pages.render import html_environment
from .accept import Form
from .site import Site


@dataclass(frozen=True)
class Uitleg:
    """A kennisvraag with the answers worth showing: what was chosen and what is right."""

    vraag: str
    gekozen: Antwoord | None
    goed: Antwoord


@dataclass(frozen=True)
class Html:
    """Makes the pages, with the site's name and links."""

    site: Site
    gegevens: Basisgegevens

    def message(self, titel: str, *alineas: str, depth: int = 0) -> str:
        """A page that says something; `depth` is how many folders its address is deep."""
        return self._render("melding.html.j2", depth, titel=titel, alineas=alineas)

    def received(self, form: Form | None, chosen: dict[str, str]) -> str:
        """The page after sending; `chosen` holds field → code."""
        uitleg = list(explanations(form, chosen)) if form else []
        module_url = self.site.url(adres.module_uri(form.module.id)) if form else ""
        return self._render("ontvangen.html.j2", 1, form=form, uitleg=uitleg, module_url=module_url)

    def _render(self, template: str, depth: int, **context: object) -> str:
        page = _environment().get_template(template)
        return page.render(site=self.site, gegevens=self.gegevens, up="../" * depth, **context)


def explanations(form: Form, chosen: dict[str, str]) -> Iterator[Uitleg]:
    """Every kennisvraag of a form with its explanation."""
    antwoorden = {vraag.id: vraag.antwoorden for vraag in form.module.kennisvragen}
    for veld in form.velden.values():
        if veld.goed and veld.onderwerp:
            by_code = dict(
                zip((o.code for o in veld.opties), antwoorden[veld.onderwerp], strict=True)
            )
            yield Uitleg(veld.tekst, by_code.get(chosen.get(veld.naam, "")), by_code[veld.goed])


@cache
def style() -> str:
    """The stylesheet of all pages."""
    return (files("leeromgeving.receive") / "templates" / "stijl.css").read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = html_environment("leeromgeving.receive")
    environment.filters |= {"inline": _inline, "paragraphs": _paragraphs}
    return environment


def _inline(value: str, site: Site) -> Markup:
    return _linked(text.inline(value), site)


def _paragraphs(value: str, site: Site) -> Markup:
    return _linked(text.paragraphs(value), site)


def _linked(html: Markup, site: Site) -> Markup:
    """Site paths lead to the site."""
    return Markup(HTML_TARGET.sub(lambda match: match[1] + site.url(match[2]), html))
