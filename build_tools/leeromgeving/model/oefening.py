"""Oefeningen: learning by doing, with feedback of its own for every answer (ontwerp §4.2).

Nine forms; how each works on a page: the design's `oefeningen.md`. A further form is a class here,
a name in `blok.py` and a template (see ARCHITECTURE.md, "A new form of oefening").
"""

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import Field

from .base import Model, Regel, Slug, Tekst, WaarOnwaar, Zin

GAT = re.compile(r"_{3,}")
"""Where a word is missing in the sentence of an invuloefening."""
NO_WORD = re.compile(r"[\W_]+")
Id = Annotated[
    Slug, Field(description="Korte naam, uniek in dit bestand. Verander hem later niet meer.")
]
Hints = Annotated[tuple[Zin, ...], Field(description="Hints, van klein naar groot. Mag weg.")]


class Antwoord(Model):
    """One answer to choose, with what the deelnemer reads after choosing it."""

    tekst: Zin = Field(description="Het antwoord zoals de deelnemer het ziet.")
    goed: WaarOnwaar = Field(False, description="Zet `goed: true` bij een goed antwoord.")
    feedback: Tekst = Field(
        description="Wat de deelnemer leest na deze keuze: waarom klopt dit wel of niet?"
    )


class Keuzeoefening(Model):
    """What the forms with a list of answers share."""

    id: Id
    vraag: Zin = Field(description="De vraag.")
    antwoorden: Annotated[tuple[Antwoord, ...], Field(min_length=2, max_length=10)] = Field(
        description="Twee tot tien antwoorden, elk met eigen feedback."
    )
    husselen: WaarOnwaar = Field(
        False, description="`true`: de antwoorden staan bij elk bezoek in een andere volgorde."
    )
    hints: Hints = ()


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
    id: Id
    stelling: Zin = Field(description="De stelling.")
    antwoord: Literal["juist", "onjuist"] = Field(description="Is de stelling juist of onjuist?")
    feedback: StellingFeedback = Field(description="Uitleg voor beide keuzes.")
    hints: Hints = ()


class Uitgelegd(Model):
    """Something to put in its place, with why it belongs there."""

    tekst: Zin = Field(description="De tekst zoals de deelnemer die ziet.")
    feedback: Tekst = Field(description="Waarom hoort dit zo?")


class Volgorde(Model):
    """Steps to put in their right order."""

    soort: Literal["volgorde"] = Field(description="Stappen die in een volgorde horen.")
    id: Id
    vraag: Zin = Field(description="De vraag.")
    stappen: Annotated[tuple[Uitgelegd, ...], Field(min_length=2, max_length=8)] = Field(
        description="Twee tot acht stappen, hier in de goede volgorde; de site husselt ze."
    )
    hints: Hints = ()


class Paar(Model):
    """Two things that belong together, and why."""

    links: Zin = Field(description="Wat de deelnemer een plek geeft.")
    rechts: Zin = Field(description="Wat daarbij hoort.")
    feedback: Tekst = Field(description="Waarom horen ze bij elkaar?")


class Koppelen(Model):
    """Things to match."""

    soort: Literal["koppelen"] = Field(description="Dingen die bij elkaar horen.")
    id: Id
    vraag: Zin = Field(description="De vraag.")
    paren: Annotated[tuple[Paar, ...], Field(min_length=2, max_length=8)] = Field(
        description="Twee tot acht paren."
    )
    afleiders: Annotated[tuple[Zin, ...], Field(max_length=4)] = Field(
        (), description="Keuzes die nergens bij horen. Mag weg."
    )
    hints: Hints = ()


class Gat(Model):
    """One missing word of a sentence."""

    goed: Annotated[tuple[Regel, ...], Field(min_length=1)] = Field(
        description="Woorden die goed zijn; hoofdletters, spaties en accenten maken niet uit."
    )
    feedback: Tekst = Field(description="Waarom is dit het woord?")
    anders: tuple[Uitgelegd, ...] = Field(
        (), description="Woorden die niet goed zijn, elk met eigen feedback. Mag weg."
    )


class Invullen(Model):
    """A sentence with missing words to type."""

    soort: Literal["invullen"] = Field(description="Een zin waarin een woord ontbreekt.")
    id: Id
    zin: Zin = Field(description="De zin, met ___ op elke plek waar een woord ontbreekt.")
    gaten: Annotated[tuple[Gat, ...], Field(min_length=1, max_length=5)] = Field(
        description="Een tot vijf gaten, in de volgorde van de zin."
    )
    hints: Hints = ()


def plain_word(text: str) -> str:
    """What counts of a word that was typed: no case, diacritics, spaces or signs.

    The script invullen.js does the same.
    """
    letters = unicodedata.normalize("NFD", text.casefold())
    return NO_WORD.sub("", "".join(c for c in letters if not unicodedata.combining(c)))


class Keuze(Model):
    """One choice in a casus: it has a consequence and leads on."""

    tekst: Zin = Field(description="Wat de deelnemer kan doen.")
    gevolg: Tekst = Field(description="Wat er dan gebeurt.")
    naar: Slug = Field(description="De `id` van de stap die volgt.")


class Einde(Model):
    """How a casus ends: what went well on this way, and what could be better."""

    ging_goed: Tekst = Field(description="Wat ging er goed op deze weg?")
    kan_beter: Tekst = Field(description="Wat kan er beter, of waar let je de volgende keer op?")


class Casusstap(Model):
    """One moment of a casus: a question with choices, or an end."""

    id: Slug = Field(description="Korte naam, uniek in deze casus.")
    tekst: Tekst = Field(description="Wat er gebeurt.")
    vraag: Zin | None = Field(None, description="Wat doet de deelnemer? Niet bij een einde.")
    keuzes: Annotated[tuple[Keuze, ...], Field(max_length=5)] = Field(
        (), description="Twee tot vijf keuzes. Niet bij een einde."
    )
    einde: Einde | None = Field(None, description="Alleen waar de casus eindigt.")


class Casus(Model):
    """A story in steps: every choice has a consequence and leads on, to one of its ends."""

    soort: Literal["casus"] = Field(description="Een verhaal met keuzes en gevolgen.")
    id: Id
    titel: Regel = Field(description="Waar de casus over gaat.")
    stappen: Annotated[tuple[Casusstap, ...], Field(min_length=2, max_length=20)] = Field(
        description="De stappen; de eerste is het begin."
    )


class Reflectie(Model):
    """A question to answer in own words, which stay on the deelnemer's device."""

    soort: Literal["reflectie"] = Field(description="Een vraag om zelf over na te denken.")
    id: Id
    vraag: Zin = Field(description="De vraag.")
    voorbeeld: Tekst | None = Field(None, description="Een voorbeeld van een antwoord. Mag weg.")


class Flitskaart(Model):
    """Two sides of a card."""

    voor: Zin = Field(description="Wat de deelnemer eerst ziet.")
    achter: Tekst = Field(description="Wat er op de achterkant staat.")


class Flitskaarten(Model):
    """Cards to turn, to remember words and facts."""

    soort: Literal["flitskaarten"] = Field(description="Kaarten om woorden te onthouden.")
    id: Id
    kaarten: Annotated[tuple[Flitskaart, ...], Field(min_length=2, max_length=20)] = Field(
        description="Twee tot twintig kaarten."
    )


Oefening = (
    Meerkeuze
    | Meervoudig
    | JuistOnjuist
    | Volgorde
    | Koppelen
    | Invullen
    | Casus
    | Reflectie
    | Flitskaarten
)
