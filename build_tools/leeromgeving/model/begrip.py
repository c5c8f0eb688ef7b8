"""The learners' glossary: words and abbreviations that a new colleague may not know."""

from typing import Annotated

from pydantic import Field

from .base import Bestand, Model, Regel, Slug, Zin


class Begrip(Model):
    """A word or abbreviation, and what it means in plain language."""

    id: Slug = Field(description="Korte naam, uniek in dit bestand.")
    term: Regel = Field(description="Het woord of de afkorting, zoals die in de teksten staat.")
    voluit: Regel | None = Field(None, description="Alleen bij een afkorting: waar die voor staat.")
    ook: tuple[Regel, ...] = Field(
        (), description="Andere vormen in de teksten, zoals het meervoud. Mag weg."
    )
    uitleg: Zin = Field(description="Wat het betekent, in een of twee korte zinnen.")
    bron: Regel | None = Field(None, description="Waar de uitleg op steunt. Mag weg.")

    @property
    def vormen(self) -> tuple[str, ...]:
        """How it may stand in a text: also with the capital that begins a sentence."""
        own = (self.term, *self.ook)
        return (*own, *(form[0].upper() + form[1:] for form in own))


class Begrippen(Bestand):
    """`catalog/begrippen.yml`: the glossary; a project may do without."""

    begrippen: Annotated[tuple[Begrip, ...], Field(min_length=1)] = Field(
        description="De begrippen; de site zet ze op alfabet."
    )
