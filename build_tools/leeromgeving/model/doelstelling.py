"""Doelstelling: a goal of the ontwerp, and the figures that tell whether it is met (level 4).

Each indicator has a norm that was fixed beforehand. There are no weights and no merged score: the
judgement stays the stuurgroep's (ontwerp §7, level 4).
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from .base import (
    TAG_PREFIX,
    Aantal,
    Bestand,
    Getal,
    Model,
    Percentage,
    Regel,
    Slug,
    soort_tag,
)
from .module import Vaststelling
from .vragenlijst import Moment

FEWEST = 10
"""Under ten answers a report shows no percentage or mean, so nothing can be judged."""
Eenheid = Literal["aantal", "percentage", "getal"]
"""In what a norm is written: a count, whole percents, or a number with one decimal."""


class EenIndicator(Model):
    """What every indicator has."""

    eenheid: ClassVar[Eenheid]
    id: Slug = Field(description="Korte naam, uniek binnen deze doelstelling.")
    titel: Regel = Field(description="Wat je meet, in een gewone zin.")
    waarom: Regel = Field(description="Waarom dit iets zegt over het doel, en waarom deze norm.")


class UitAntwoorden(EenIndicator):
    """A share or a mean of answers: with few of them it tells nothing."""

    minstens: Annotated[Aantal, Field(ge=FEWEST)] = Field(
        description=f"Bij minder antwoorden geen oordeel. Minstens {FEWEST}."
    )


class Aandeel(UitAntwoorden):
    """The share of answers on a scale from one choice upwards, over all modules."""

    eenheid = "percentage"
    soort: Literal["aandeel"] = Field(description="Welk deel kiest op een schaal dit of hoger.")
    vraag: Slug = Field(description="Id van een stelling uit een vragenlijst.")
    vanaf: Annotated[Aantal, Field(ge=2)] = Field(
        description="Telt mee vanaf deze keuze, van laag naar hoog; 4 is de vierde."
    )
    norm: Percentage = Field(description="Minstens dit percentage.")


class Goed(UitAntwoorden):
    """The share of right answers on all kennisvragen together."""

    eenheid = "percentage"
    soort: Literal["goed"] = Field(description="Welk deel van de kennisvragen goed is.")
    norm: Percentage = Field(description="Minstens dit percentage.")


class Verschil(UitAntwoorden):
    """The mean of now minus before, over all leerdoelen of all modules, in steps of the scale."""

    eenheid = "getal"
    soort: Literal["verschil"] = Field(description="Het gemiddelde verschil tussen vóór en nu.")
    vraag: Slug = Field(description="Id van een vraag voor-en-na uit een vragenlijst.")
    norm: Getal = Field(description="Minstens zoveel stappen op de schaal, zoals 0.5.")


class Bezoek(EenIndicator):
    """Views of pages."""

    eenheid = "aantal"
    soort: Literal["bezoek"] = Field(description="Hoe vaak pagina's bekeken zijn.")
    pad: Regel | None = Field(
        None, description="Alleen adressen die zo beginnen, zoals modules/. Weg = de hele site."
    )
    norm: Aantal = Field(description="Minstens zoveel weergaven per half jaar.")


class Antwoorden(EenIndicator):
    """Filled-in questionnaires."""

    eenheid = "aantal"
    soort: Literal["antwoorden"] = Field(description="Hoeveel vragenlijsten ingevuld zijn.")
    moment: Moment | None = Field(
        None, description="Alleen na-de-module of na-acht-weken. Weg = alle."
    )
    doelgroep: Slug | None = Field(
        None, description="Alleen van deze groep uit catalog/leeromgeving.yml. Weg = van iedereen."
    )
    norm: Aantal = Field(description="Minstens zoveel per half jaar.")


class Inhoud(EenIndicator):
    """What the site holds when the report is made."""

    eenheid = "aantal"
    soort: Literal["inhoud"] = Field(description="Hoeveel er op de site staat.")
    telt: Literal["modules", "vastgesteld", "leerroutes", "aanbod"] = Field(
        description="modules, vastgesteld (vastgestelde modules), leerroutes of aanbod."
    )
    norm: Aantal = Field(description="Minstens zoveel op de site als je het rapport maakt.")


class Bijgewerkt(EenIndicator):
    """The share of modules with a review date that has not passed on the last day of the period."""

    eenheid = "percentage"
    soort: Literal["bijgewerkt"] = Field(
        description="Welk deel van de modules een dag bij herzien_voor heeft die nog komt."
    )
    norm: Percentage = Field(description="Minstens dit percentage van alle modules.")


Indicator = Annotated[
    Annotated[Aandeel, Tag(f"{TAG_PREFIX}aandeel")]
    | Annotated[Goed, Tag(f"{TAG_PREFIX}goed")]
    | Annotated[Verschil, Tag(f"{TAG_PREFIX}verschil")]
    | Annotated[Bezoek, Tag(f"{TAG_PREFIX}bezoek")]
    | Annotated[Antwoorden, Tag(f"{TAG_PREFIX}antwoorden")]
    | Annotated[Inhoud, Tag(f"{TAG_PREFIX}inhoud")]
    | Annotated[Bijgewerkt, Tag(f"{TAG_PREFIX}bijgewerkt")],
    Discriminator(soort_tag),
]


class Doelstelling(Model):
    """A goal or an added value that the ontwerp names."""

    id: Slug = Field(description="Korte naam, uniek in dit bestand.")
    titel: Regel = Field(description="Het doel, in een eigen zin.")
    bron: Regel = Field(description="Waar het ontwerp dit noemt.")
    indicatoren: Annotated[tuple[Indicator, ...], Field(min_length=1, max_length=4)] = Field(
        description="Een tot vier cijfers die er iets over zeggen."
    )
    vastgesteld: Vaststelling | None = Field(
        None, description="Wanneer en door wie de normen zijn vastgesteld. Weg = voorstel."
    )


class NietGemeten(Model):
    """A goal of the ontwerp that our figures tell nothing about."""

    titel: Regel = Field(description="Het doel, in een eigen zin.")
    bron: Regel = Field(description="Waar het ontwerp dit noemt.")
    waarom: Regel = Field(description="Waarom onze cijfers hier niets over zeggen.")


class Doelstellingen(Bestand):
    """`evaluation/doelstellingen.yml`: what the leeromgeving is for, and what we can't measure."""

    doelstellingen: Annotated[tuple[Doelstelling, ...], Field(min_length=1, max_length=12)] = Field(
        description="De doelen, in de volgorde van het rapport."
    )
    niet_gemeten: tuple[NietGemeten, ...] = Field(
        (), description="Doelen van het ontwerp die we niet kunnen meten."
    )
