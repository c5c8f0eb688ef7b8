"""The pages on which a deelnemer fills in what we ask about a module (ontwerp §7, levels 1 to 3).

The fields are those of `model.formulier`; the page only says how they stand together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..model import Antwoord, EenModule, Leeromgeving, Veld, Vragenlijst, adres, velden
from ..model.vragenlijst import MAX_OPEN, EenVraag, VoorEnNa
from .cards import kleur_of
from .page import Crumb, Page, make_page
from .site import PRIVACY, ontvanger_url

FIRST, LATER = adres.VRAGENLIJSTEN
"""The two moments at which we ask."""
MOMENTS = ("Vóór de module", "Nu")
"""Names of the two fields that a question of before and now has per leerdoel."""
ENDPOINT = "/antwoorden"
"""Where the receiver takes answers, below its address."""


@dataclass(frozen=True)
class Field:
    """One field, ready for the template."""

    veld: Veld
    anchor: str
    """The id of its first input."""
    naam: str
    """What its own group of choices is called, when the text above it says less; else empty."""
    uitleg: tuple[Antwoord, ...]
    """For a kennisvraag: its answers with their feedback."""


@dataclass(frozen=True)
class Question:
    """One question with its fields, in parts that belong together (a leerdoel: before and now)."""

    vraag: EenVraag
    parts: tuple[tuple[Field, ...], ...]


def after_module_uri(leeromgeving: Leeromgeving, module: EenModule) -> str:
    """The questionnaire that a module ends with; empty when there is none."""
    return adres.vragenlijst_uri(module.id, FIRST) if FIRST in leeromgeving.vragenlijsten else ""


def vragenlijst_pages(leeromgeving: Leeromgeving) -> Iterator[Page]:
    """For every module one page per questionnaire; out of search and of all overviews."""
    for module in leeromgeving.modules.values():
        for vragenlijst in leeromgeving.vragenlijsten.values():
            yield _page(leeromgeving, module, vragenlijst)


def _page(leeromgeving: Leeromgeving, module: EenModule, vragenlijst: Vragenlijst) -> Page:
    gegevens = leeromgeving.basisgegevens
    asks_again = vragenlijst.moment == FIRST and LATER in leeromgeving.vragenlijsten
    return make_page(
        adres.vragenlijst_uri(module.id, vragenlijst.moment),
        "vragenlijst.md.j2",
        vragenlijst.pad,
        title=f"{vragenlijst.titel} – {module.titel}",
        description=f"Vragenlijst over de module {module.titel}. Je naam vragen we niet.",
        soort="vragenlijst",
        kleur=kleur_of(leeromgeving, module),
        kruimels=(
            Crumb("Modules", adres.MODULES),
            Crumb(module.titel, adres.module_uri(module.id)),
        ),
        more={"scripts": _scripts(bool(gegevens.ontvanger), asks_again), "zoeken": False},
        module=module,
        vragenlijst=vragenlijst,
        editie=vragenlijst.editie,
        questions=list(_questions(leeromgeving, module, vragenlijst)),
        max_open=MAX_OPEN,
        gegevens=gegevens,
        ontvanger=ontvanger_url(gegevens, ENDPOINT),
        contact_uri=adres.CONTACT,
        privacy_uri=PRIVACY,
        later_uri=adres.vragenlijst_uri(module.id, LATER) if asks_again else "",
    )


def _scripts(is_sent: bool, asks_again: bool) -> list[str]:
    """In this order: the form listens to what the others tell."""
    scripts = ["vragenlijst", "concept", "bewaren"]
    return scripts + ["verzenden"] * is_sent + ["herinnering"] * asks_again


def _questions(
    leeromgeving: Leeromgeving, module: EenModule, vragenlijst: Vragenlijst
) -> Iterator[Question]:
    """The questions that have fields: without kennisvragen there is none of that kind."""
    vragen = {vraag.id: vraag for vraag in vragenlijst.vragen}
    uitleg = {item.id: item.antwoorden for item in module.kennisvragen}
    numbered = enumerate(velden(vragenlijst, module, leeromgeving.basisgegevens), 1)
    for name, fields in groupby(numbered, key=lambda item: item[1].vraag):
        vraag = vragen[name]
        parts = groupby(fields, key=lambda item: item[1].onderwerp)
        yield Question(vraag, tuple(tuple(_fields(vraag, list(part), uitleg)) for _, part in parts))


def _fields(
    vraag: EenVraag, part: list[tuple[int, Veld]], uitleg: dict[str, tuple[Antwoord, ...]]
) -> Iterator[Field]:
    for position, (number, veld) in enumerate(part):
        naam = MOMENTS[position] if isinstance(vraag, VoorEnNa) else ""
        antwoorden = uitleg[veld.onderwerp] if veld.goed and veld.onderwerp else ()
        yield Field(veld, f"veld-{number}", naam, antwoorden)
