"""Vragenlijst: what a deelnemer is asked about a module (ontwerp §7, levels 1 to 3).

A questionnaire stands in editions (`v1.yml`, `v2.yml`); one that is in use never changes.
"""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from .base import TAG_PREFIX, Aantal, Bestand, Model, Regel, Slug, Tekst, WaarOnwaar, Zin, soort_tag
from .catalogus import Benoemd

Niveau = Annotated[Literal["1", "2", "3"], Field(json_schema_extra={"enum": [1, 2, 3]})]
"""Kirkpatrick's level that an answer tells about: reactie, leren, gedrag."""
Moment = Literal["na-de-module", "na-acht-weken"]
"""When we ask."""
MAX_OPEN = 1_000
"""Characters of a free text."""


class Vraag(Model):
    """What every question has."""

    id: Slug = Field(description="Korte naam, uniek in deze vragenlijst.")
    niveau: Niveau | None = Field(
        None, description="1 = reactie, 2 = leren, 3 = gedrag. Weg = achtergrond."
    )
    tekst: Zin = Field(description="De vraag zoals de deelnemer die leest.")


class Stelling(Vraag):
    """A statement with a scale of its own; once per leerdoel when asked."""

    soort: Literal["stelling"] = Field(description="Een stelling met een schaal.")
    schaal: Slug = Field(description="Naam van een schaal uit deze vragenlijst.")
    per: Literal["leerdoel"] | None = Field(None, description="leerdoel = voor elk leerdoel.")
    nvt: WaarOnwaar = Field(
        False, description="Zet `nvt: true` voor de keuze 'niet van toepassing'."
    )


class VoorEnNa(Vraag):
    """Per leerdoel: before the module and now, asked together (retrospective pre-post)."""

    soort: Literal["voor-en-na"] = Field(description="Per leerdoel: vóór de module en nu.")
    per: Literal["leerdoel"] = Field(description="Altijd leerdoel.")
    schaal: Slug = Field(description="Naam van een schaal uit deze vragenlijst.")


class Cijfer(Vraag):
    """A mark from 1 to 10."""

    soort: Literal["cijfer"] = Field(description="Een rapportcijfer van 1 tot en met 10.")


class Keuze(Vraag):
    """One choice of a list."""

    soort: Literal["keuze"] = Field(description="Eén keuze uit een lijst.")
    keuzes: (
        Literal["instellingen", "doelgroepen"] | Annotated[tuple[Benoemd, ...], Field(min_length=2)]
    ) = Field(description="instellingen, doelgroepen (uit catalog/leeromgeving.yml), of een lijst.")


class MeerKeuzes(Vraag):
    """Any number of choices of a list."""

    soort: Literal["meerkeuze"] = Field(description="Meer keuzes uit een lijst.")
    keuzes: Annotated[tuple[Benoemd, ...], Field(min_length=2)] = Field(
        description="De keuzes, elk met id en titel."
    )


class JaNee(Vraag):
    """Yes or no."""

    soort: Literal["ja-nee"] = Field(description="Ja of nee.")


class Open(Vraag):
    """Own words, at most `MAX_OPEN` characters."""

    soort: Literal["open"] = Field(description="Eigen woorden.")


class Kennisvragen(Vraag):
    """The kennisvragen of the module."""

    soort: Literal["kennisvraag"] = Field(description="De kennisvragen van de module.")
    per: Literal["kennisvraag"] = Field(description="Altijd kennisvraag.")


EenVraag = Annotated[
    Annotated[Stelling, Tag(f"{TAG_PREFIX}stelling")]
    | Annotated[VoorEnNa, Tag(f"{TAG_PREFIX}voor-en-na")]
    | Annotated[Cijfer, Tag(f"{TAG_PREFIX}cijfer")]
    | Annotated[Keuze, Tag(f"{TAG_PREFIX}keuze")]
    | Annotated[MeerKeuzes, Tag(f"{TAG_PREFIX}meerkeuze")]
    | Annotated[JaNee, Tag(f"{TAG_PREFIX}ja-nee")]
    | Annotated[Open, Tag(f"{TAG_PREFIX}open")]
    | Annotated[Kennisvragen, Tag(f"{TAG_PREFIX}kennisvraag")],
    Discriminator(soort_tag),
]


class BevrorenEditie(Model):
    """An edition that is in use, and what it held when it was put into use."""

    bestand: Regel = Field(description="Pad van de editie.")
    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 van de inhoud. Niet zelf veranderen."
    )


class Gevraagd(Model):
    """A leerdoel or kennisvraag that was asked, and its words at that moment."""

    naam: Regel = Field(description="module/leerdoel/id of module/kennisvraag/id.")
    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 van de woorden. Niet zelf veranderen."
    )


class Bevroren(Bestand):
    """`evaluation/vragenlijsten/bevroren.yml`, written by `leeromgeving bevries`."""

    edities: tuple[BevrorenEditie, ...] = Field(description="De edities die in gebruik zijn.")
    gevraagd: tuple[Gevraagd, ...] = Field(
        (), description="De leerdoelen en kennisvragen waarover antwoorden binnenkomen."
    )


class Vragenlijst(Bestand):
    """One edition of a questionnaire."""

    @property
    def editie(self) -> str:
        """The name that answers refer to: folder and edition, `module/v1`."""
        return f"{self.pad.split('/')[-2]}/{self.id}"

    titel: Regel = Field(description="Titel boven de vragenlijst.")
    inleiding: Tekst | None = Field(None, description="Uitleg boven de vragen. Mag weg.")
    moment: Moment = Field(description="Wanneer je dit vraagt.")
    status: Literal["concept", "in-gebruik"] = Field(
        description="in-gebruik maak je alleen met `leeromgeving bevries`."
    )
    bewaren: Aantal = Field(description="Hoeveel maanden antwoorden bewaard blijven.")
    schalen: dict[Slug, Annotated[tuple[Regel, ...], Field(min_length=2, max_length=7)]] = Field(
        default_factory=dict, description="Schalen: een naam met de keuzes, van laag naar hoog."
    )
    vragen: Annotated[tuple[EenVraag, ...], Field(min_length=1, max_length=30)] = Field(
        description="De vragen, in volgorde."
    )
