"""Module and onderdeel: what a deelnemer works through (ontwerp §4.2, §5)."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from .analyse import Analyse
from .base import (
    TAG_PREFIX,
    Bestand,
    Datum,
    Jaartal,
    Minuten,
    Model,
    Regel,
    Samenvatting,
    Slug,
    Tekst,
    Webadres,
    Zin,
    soort_tag,
)
from .blok import Inhoud
from .oefening import Antwoord


class Leerdoel(Model):
    """What a deelnemer can do afterwards, and does at work (Kirkpatrick levels 2 and 3)."""

    id: Slug = Field(description="Korte naam, uniek in dit bestand.")
    leren: Zin = Field(description="Ik kan …: wat de deelnemer leert (niveau 2).")
    gedrag: Zin = Field(description="Ik …: wat de deelnemer daarna op het werk doet (niveau 3).")


class Kennisvraag(Model):
    """A question that shows what somebody learned; only in the questionnaire (level 2)."""

    id: Slug = Field(description="Korte naam, uniek in dit bestand.")
    vraag: Zin = Field(description="De vraag; precies één antwoord is goed.")
    antwoorden: Annotated[tuple[Antwoord, ...], Field(min_length=2, max_length=6)] = Field(
        description="Twee tot zes antwoorden, elk met eigen feedback."
    )


class Bron(Model):
    """Where the facts come from."""

    titel: Regel = Field(description="Titel van de bron.")
    auteur: Regel | None = Field(None, description="Wie het schreef. Mag weg.")
    uitgever: Regel | None = Field(None, description="Wie het uitgaf. Mag weg.")
    jaar: Jaartal | None = Field(None, description="Jaar van uitgave. Mag weg.")
    url: Webadres | None = Field(None, description="Adres van de bron. Mag weg.")


class Vaststelling(Model):
    """Who adopted the module, and when; only when true."""

    datum: Datum = Field(description="Dag van vaststelling, bijvoorbeeld 2027-09-01.")
    door: Regel = Field(description="Wie de module vaststelde.")


class Ontwikkeling(Model):
    """Where the module stands in its making (ontwerp §6)."""

    status: Literal["voorstel", "concept", "vastgesteld"] = Field(
        description="Een voorstel, een concept of vastgesteld."
    )
    ontwikkelgroep: Regel = Field(description="De groep die de module maakt (ontwerp §8.1).")
    herzien_voor: Datum | None = Field(
        None, description="Voor welke dag de inhoud opnieuw wordt bekeken."
    )
    vastgesteld: Vaststelling | None = Field(None, description="Alleen bij status vastgesteld.")


class Verder(Model):
    """One suggestion of what to do next: exactly one of a module, aanbod or leerroute."""

    module: Slug | None = Field(None, description="Map van een eigen module.")
    aanbod: Regel | None = Field(None, description="Extern aanbod: aanbieder/aanbod.")
    leerroute: Slug | None = Field(None, description="Naam van een leerroute.")
    waarom: Zin = Field(description="Waarom past dit hierna?")


class ModuleGegevens(Bestand):
    """What both kinds of module share."""

    titel: Regel = Field(description="De titel zoals de deelnemer die ziet.")
    samenvatting: Samenvatting = Field(description="Eén regel voor overzichten en zoekmachines.")
    icoon: Slug = Field(description="Naam van een van onze iconen.")
    thema: Slug | None = Field(None, description="Thema uit catalog/themas.yml. Weg = algemeen.")
    doelgroep: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="Voor wie: namen uit catalog/leeromgeving.yml."
    )
    duur: Minuten = Field(description="Beloofde tijd in hele minuten, alles erbij (ontwerp §4.2).")
    leerdoelen: Annotated[tuple[Leerdoel, ...], Field(min_length=1, max_length=6)] = Field(
        description="Een tot zes leerdoelen."
    )
    kennisvragen: Annotated[tuple[Kennisvraag, ...], Field(max_length=4)] = Field(
        (), description="Twee tot vier vragen voor de vragenlijst (niveau 2)."
    )
    inleiding: Tekst | None = Field(None, description="Welkom boven de module. Mag weg.")
    volgende_dienst: Zin | None = Field(
        None, description="Eén ding om in je volgende dienst te doen."
    )
    verder: Annotated[tuple[Verder, ...], Field(max_length=3)] = Field(
        (), description="Wat past hierna? Hoogstens drie."
    )
    analyse: tuple[Analyse, ...] = Field(
        (), description="Wat de ontwikkelgroep weet en nog uitzoekt, per analysevraag."
    )
    ontwikkeling: Ontwikkeling = Field(description="Status en makers.")
    bronnen: Annotated[tuple[Bron, ...], Field(min_length=1)] = Field(
        description="Waar de feiten vandaan komen."
    )
    voorheen: tuple[Slug, ...] = Field((), description="Vroegere namen van deze map.")


class Basismodule(ModuleGegevens):
    """A module on one page."""

    soort: Literal["basis"] = Field(description="Basismodule: één pagina.")
    inhoud: Inhoud = Field(description="De blokken van de pagina, in volgorde.")


class SpecialistischeModule(ModuleGegevens):
    """A module with a start page and a page per onderdeel."""

    soort: Literal["specialistisch"] = Field(
        description="Specialistische module: een startpagina en een pagina per onderdeel."
    )
    onderdelen: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="Namen van de bestanden naast dit bestand, in volgorde."
    )


class Onderdeel(Bestand):
    """A part of a specialist module: one page."""

    titel: Regel = Field(description="De titel zoals de deelnemer die ziet.")
    samenvatting: Samenvatting = Field(description="Eén regel voor overzichten en zoekmachines.")
    icoon: Slug = Field(description="Naam van een van onze iconen.")
    duur: Minuten = Field(description="Beloofde tijd in hele minuten, alles erbij.")
    inhoud: Inhoud = Field(description="De blokken van de pagina, in volgorde.")
    voorheen: tuple[Slug, ...] = Field((), description="Vroegere namen van dit bestand.")


Module = Annotated[
    Annotated[Basismodule, Tag(f"{TAG_PREFIX}basis")]
    | Annotated[SpecialistischeModule, Tag(f"{TAG_PREFIX}specialistisch")],
    Discriminator(soort_tag),
]
