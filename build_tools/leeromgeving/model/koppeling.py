"""Koppeling: how one file that other software exported is read; its `soort` says which software.

Sources of answers stand here, those of visits in `bezoekkoppeling.py`. Columns are named in the
koppeling and never guessed by language: headings differ per version and per language.
"""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from .base import TAG_PREFIX, Bestand, Model, Regel, Slug, soort_tag
from .bezoekkoppeling import Ga4, GoatCounter, Matomo, Plausible, Webserver

Code = Annotated[
    str, Field(min_length=1, max_length=100, json_schema_extra={"type": ["string", "integer"]})
]
"""Code of an answer in our own questionnaire: `5`, `ja`, `lezen`."""
Volgorde = Literal["dag-maand-jaar", "maand-dag-jaar", "jaar-maand-dag"]


class Veldkolom(Model):
    """Where one veld of our questionnaire stands in the file."""

    veld: Regel = Field(description="Naam van het veld, bijvoorbeeld bruikbaar of kennis.stilte.")
    kolom: Regel | None = Field(None, description="De kolom met het antwoord.")
    kolommen: dict[Regel, Code] = Field(
        default_factory=dict,
        description="Meerkeuze in losse kolommen: de kolom en de keuze waar zij voor staat.",
    )
    lijst: Slug | None = Field(
        None, description="Naam van de lijst die zegt wat de antwoorden betekenen. Mag weg."
    )


class ModuleKolom(Model):
    """A column that says which module a row is about."""

    kolom: Regel = Field(description="De kolom waarin staat over welke module het gaat.")
    namen: Annotated[dict[Regel, Slug], Field(min_length=1)] = Field(
        description="De naam in het bestand en de map van de module."
    )


class Antwoordkoppeling(Bestand):
    """What every source of answers says: one row is one filled-in form."""

    vragenlijst: Regel = Field(description="De editie, bijvoorbeeld module/v1.")
    module: Slug | None = Field(None, description="Map van de module, als alles daarover gaat.")
    modules: ModuleKolom | None = Field(
        None, description="In plaats van module: de kolom die zegt welke module het is."
    )
    sleutel: Regel | None = Field(
        None, description="De kolom met het nummer van het antwoord. Mag weg als die er niet is."
    )
    dag: Regel = Field(description="De kolom met de dag waarop het antwoord binnenkwam.")
    volgorde: Volgorde = Field(
        "jaar-maand-dag", description="De volgorde in de datum: 31-12-2027 is dag-maand-jaar."
    )
    leeg: tuple[Regel, ...] = Field(
        (), description="Teksten die 'geen antwoord' betekenen, bijvoorbeeld N/A."
    )
    lijsten: dict[Slug, Annotated[dict[Regel, Code], Field(min_length=1)]] = Field(
        default_factory=dict,
        description="Lijsten: wat er in het bestand staat en welke code dat bij ons is.",
    )
    velden: Annotated[tuple[Veldkolom, ...], Field(min_length=1)] = Field(
        description="Welk veld in welke kolom staat."
    )
    negeer: tuple[Regel, ...] = Field(
        (), description="Kolommen die je niet wilt lezen. Een * staat voor elke tekst."
    )


class LimeSurvey(Antwoordkoppeling):
    """CSV with codes or full text; a row without `dag` was not finished."""

    soort: Literal["limesurvey"] = Field(description="Een CSV-bestand van LimeSurvey.")


class MicrosoftForms(Antwoordkoppeling):
    """The XLSX workbook with responses."""

    soort: Literal["microsoft-forms"] = Field(description="Een Excel-bestand van Microsoft Forms.")


class GoogleForms(Antwoordkoppeling):
    """CSV of the form or of its sheet."""

    soort: Literal["google-forms"] = Field(description="Een CSV-bestand van Google Formulieren.")


class Moodle(Antwoordkoppeling):
    """CSV of the activity Feedback; values are HTML-escaped."""

    soort: Literal["moodle"] = Field(description="Een CSV-bestand van Feedback in Moodle.")


class Oefenobject(Model):
    """One or more xAPI activities, and which exercise that is for us: exactly one of the first two.

    xAPI 1.0.3, Data 2.4.4.1: an activity's id is an IRI.
    """

    object: Regel | None = Field(None, description="Het hele adres (object id) van de oefening.")
    begint_met: Regel | None = Field(None, description="Of: hoe de adressen beginnen.")
    module: Slug = Field(description="Map van de module waar de oefening bij hoort.")
    oefening: Regel = Field(description="Hoe de oefening in het rapport heet.")


class Xapi(Bestand):
    """xAPI statements: results of exercises elsewhere, never mixed with answers."""

    soort: Literal["xapi"] = Field(description="xAPI-statements (JSON) van een LRS of H5P.")
    oefeningen: Annotated[tuple[Oefenobject, ...], Field(min_length=1)] = Field(
        description="Welk object welke oefening is."
    )


Koppeling = Annotated[
    Annotated[LimeSurvey, Tag(f"{TAG_PREFIX}limesurvey")]
    | Annotated[MicrosoftForms, Tag(f"{TAG_PREFIX}microsoft-forms")]
    | Annotated[GoogleForms, Tag(f"{TAG_PREFIX}google-forms")]
    | Annotated[Moodle, Tag(f"{TAG_PREFIX}moodle")]
    | Annotated[Xapi, Tag(f"{TAG_PREFIX}xapi")]
    | Annotated[Webserver, Tag(f"{TAG_PREFIX}webserver")]
    | Annotated[Matomo, Tag(f"{TAG_PREFIX}matomo")]
    | Annotated[Plausible, Tag(f"{TAG_PREFIX}plausible")]
    | Annotated[GoatCounter, Tag(f"{TAG_PREFIX}goatcounter")]
    | Annotated[Ga4, Tag(f"{TAG_PREFIX}ga4")],
    Discriminator(soort_tag),
]
"""`evaluation/koppelingen/*.yml`."""
