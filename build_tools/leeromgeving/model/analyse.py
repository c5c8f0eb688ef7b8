"""Analysevraag: what every ontwikkelgroep finds out before it makes a module (ontwerp §4.2)."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from .base import TAG_PREFIX, Bestand, Model, Regel, Slug, Zin, key_tag


class Analysevraag(Model):
    """One of the fixed questions."""

    id: Slug = Field(description="Korte naam, uniek in dit bestand.")
    vraag: Zin = Field(description="De vraag aan de ontwikkelgroep.")
    waarom: Zin = Field(description="Wat de ontwikkelgroep met het antwoord doet.")
    bron: Regel = Field(description="Waar de vraag op steunt.")


class Analysevragen(Bestand):
    """`catalog/analysevragen.yml`: the questions, in the order of their page."""

    status: Literal["voorstel", "vastgesteld"] = Field(
        description="Een voorstel, of vastgesteld door de stuurgroep."
    )
    analysevragen: Annotated[tuple[Analysevraag, ...], Field(min_length=1)] = Field(
        description="De vragen, in volgorde."
    )


class Beantwoord(Model):
    """A question that the sources answer for this module."""

    vraag: Slug = Field(description="Naam van een vraag uit catalog/analysevragen.yml.")
    antwoord: Zin = Field(description="Het antwoord, voor zover de bronnen het geven.")
    bron: Regel = Field(description="Welke bron dit zegt.")


class NogOpen(Model):
    """A question that is still to be answered."""

    vraag: Slug = Field(description="Naam van een vraag uit catalog/analysevragen.yml.")
    open: Zin = Field(description="Wat nog uitgezocht moet worden, en bij wie.")


Analyse = Annotated[
    Annotated[Beantwoord, Tag(f"{TAG_PREFIX}antwoord")]
    | Annotated[NogOpen, Tag(f"{TAG_PREFIX}open")],
    Discriminator(key_tag("antwoord", "open")),
]
"""What a module says on one question: an answer and its source, or what is still open."""
