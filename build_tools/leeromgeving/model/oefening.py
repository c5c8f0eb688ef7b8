"""Oefeningen: an author's question with feedback of its own for every answer.

Three forms for now; a further form is a class here, a name in `blok.py` and a template
(see ARCHITECTURE.md, "A new form of oefening").
"""

from typing import Annotated, Literal

from pydantic import Field

from .base import Model, Regel, Slug, Tekst, WaarOnwaar


class Antwoord(Model):
    """One answer to choose, with what the deelnemer reads after choosing it."""

    tekst: Regel = Field(description="Het antwoord zoals de deelnemer het ziet.")
    goed: WaarOnwaar = Field(False, description="Zet `goed: true` bij een goed antwoord.")
    feedback: Tekst = Field(
        description="Wat de deelnemer leest na deze keuze: waarom klopt dit wel of niet?"
    )


class Keuzeoefening(Model):
    """What the forms with a list of answers share."""

    id: Slug = Field(description="Korte naam, uniek in dit bestand. Verander hem later niet meer.")
    vraag: Regel = Field(description="De vraag.")
    antwoorden: Annotated[tuple[Antwoord, ...], Field(min_length=2, max_length=10)] = Field(
        description="Twee tot tien antwoorden, elk met eigen feedback."
    )
    hints: tuple[Regel, ...] = Field((), description="Hints, van klein naar groot. Mag weg.")


class Meerkeuze(Keuzeoefening):
    """A question with exactly one right answer."""

    soort: Literal["meerkeuze"] = Field(description="Eén antwoord is goed.")


class Meervoudig(Keuzeoefening):
    """A question with one or more right answers."""

    soort: Literal["meervoudig"] = Field(description="Meer antwoorden kunnen goed zijn.")


class StellingFeedback(Model):
    """What the deelnemer reads after each of the two choices."""

    juist: Tekst = Field(description="Feedback voor wie 'juist' kiest.")
    onjuist: Tekst = Field(description="Feedback voor wie 'onjuist' kiest.")


class JuistOnjuist(Model):
    """A statement that is true or not."""

    soort: Literal["juist-onjuist"] = Field(description="Een stelling die klopt of niet.")
    id: Slug = Field(description="Korte naam, uniek in dit bestand. Verander hem later niet meer.")
    stelling: Regel = Field(description="De stelling.")
    antwoord: Literal["juist", "onjuist"] = Field(description="Is de stelling juist of onjuist?")
    feedback: StellingFeedback = Field(description="Uitleg voor beide keuzes.")
    hints: tuple[Regel, ...] = Field((), description="Hints, van klein naar groot. Mag weg.")


Oefening = Meerkeuze | Meervoudig | JuistOnjuist
