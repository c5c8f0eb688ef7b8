"""The catalogue: what modules refer to (ontwerp §4.1, §5.2, §6)."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from .base import (
    TAG_PREFIX,
    Aantal,
    Bestand,
    Datum,
    Minuten,
    Model,
    Regel,
    Samenvatting,
    Slug,
    Tekst,
    Webadres,
    Zin,
    key_tag,
)
from .module import Bron

Kleur = Literal["koraal", "blauw", "groen", "paars", "oker", "petrol"]
Fase = Literal["inventariseren", "ontwikkelen", "in-gebruik", "evalueren"]


class Benoemd(Model):
    """Something chosen from a fixed list: an id and the name that users see."""

    id: Slug = Field(description="Korte naam, uniek in deze lijst.")
    titel: Regel = Field(description="De naam zoals de deelnemer die ziet.")


class Basisgegevens(Bestand):
    """`catalog/leeromgeving.yml`: name, addresses and fixed texts of the site."""

    titel: Regel = Field(description="Naam van de leeromgeving.")
    ondertitel: Regel = Field(description="Eén regel onder de naam.")
    inleiding: Tekst = Field(description="Introductie op de startpagina.")
    organisatie: Regel = Field(description="Naam van de organisatie.")
    website: Webadres = Field(description="Website van de organisatie.")
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] = Field(
        description="Adres voor vragen en feedback."
    )
    telefoon: Regel | None = Field(None, description="Telefoonnummer. Mag weg.")
    contact_bron: Zin | None = Field(None, description="Waar deze gegevens vandaan komen.")
    ontvanger: Webadres | None = Field(
        None, description="Adres dat ingevulde vragenlijsten ontvangt. Weg = nog geen."
    )
    feedback_onderwerp: Regel = Field(
        description="Onderwerp van een mail met feedback; {pagina} wordt de naam van de pagina."
    )
    auteursrecht: Regel = Field(description="Regel over auteursrecht onder elke pagina.")
    concept_melding: Tekst = Field(description="Melding op modules met status concept.")
    doelgroepen: Annotated[tuple[Benoemd, ...], Field(min_length=1)] = Field(
        description="Voor wie modules en aanbod kunnen zijn."
    )
    instellingen: Annotated[tuple[Benoemd, ...], Field(min_length=1)] = Field(
        description="De instellingen van De Borg."
    )
    kleine_groep: Aantal = Field(description="Groepen kleiner dan dit getal blijven verborgen.")


class Thema(Benoemd):
    """A theme of the overzichtskaart; the phase belongs to the theme (ontwerp §6)."""

    samenvatting: Samenvatting = Field(description="Eén regel over het thema.")
    kleur: Kleur = Field(description="Kleur uit de huisstijl.")
    icoon: Slug = Field(description="Naam van een van onze iconen.")
    werkgroep: Regel | None = Field(None, description="De werkgroep bij dit thema.")
    fase: Fase = Field(description="Fase van het thema in deze leeromgeving.")
    bron: Regel = Field(description="Waar de fase op gebaseerd is.")


class Themas(Bestand):
    """`catalog/themas.yml`: the themes in the site's order."""

    themas: Annotated[tuple[Thema, ...], Field(min_length=1)] = Field(
        description="De thema's, in volgorde."
    )


class Aanbod(Model):
    """One course or platform of a provider."""

    id: Slug = Field(description="Korte naam, uniek in dit bestand.")
    titel: Regel = Field(description="Naam van het aanbod.")
    samenvatting: Tekst | None = Field(None, description="Wat het is, in een paar zinnen.")
    werkvorm: Literal["e-learning", "leergang", "training", "leerplatform"] = Field(
        description="De vorm van leren."
    )
    doelgroep: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="Voor wie: namen uit catalog/leeromgeving.yml."
    )
    themas: tuple[Slug, ...] = Field(
        (), description="Thema's uit catalog/themas.yml. Leeg = algemeen."
    )
    inhoudsopgave: Annotated[tuple[Zin, ...], Field(min_length=1)] = Field(
        description="Wat erin zit, per regel."
    )
    link: Webadres | None = Field(None, description="Adres van het aanbod. Mag weg.")
    duur: Minuten | None = Field(None, description="Minuten, alleen als dat bekend is.")
    status: Literal["beschikbaar", "in-ontwikkeling"] = Field(description="Is het er al?")
    gecontroleerd: Datum | None = Field(None, description="Dag waarop iemand de link bekeek.")


class Aanbieder(Bestand):
    """A provider of external offer (ontwerp §4.1)."""

    titel: Regel = Field(description="Naam van de aanbieder.")
    samenvatting: Samenvatting = Field(description="Eén regel over de aanbieder.")
    website: Webadres | None = Field(None, description="Website van de aanbieder.")
    toegang: Literal["vrij", "lidmaatschap", "aanmelden", "intern", "onbekend"] = Field(
        description="Hoe je toegang krijgt."
    )
    toelichting_toegang: Zin | None = Field(None, description="Uitleg bij de toegang. Mag weg.")
    auteursrecht: Regel = Field(description="Van wie het aanbod is (ontwerp §8.1).")
    bronnen: Annotated[tuple[Bron, ...], Field(min_length=1)] = Field(
        description="Waar deze gegevens vandaan komen."
    )
    aanbod: Annotated[tuple[Aanbod, ...], Field(min_length=1)] = Field(
        description="Wat de aanbieder biedt."
    )


class Stap(Model):
    """What every step of a leerroute has."""

    waarom: Zin = Field(description="Waarom staat deze stap hier?")


class ModuleStap(Stap):
    """A step: an own module, or some of its onderdelen."""

    module: Slug = Field(description="Map van een eigen module.")
    onderdelen: tuple[Slug, ...] = Field(
        (), description="Alleen deze onderdelen. Weg = hele module."
    )


class AanbodStap(Stap):
    """A step: external offer."""

    aanbod: Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")] = Field(
        description="Extern aanbod: aanbieder/aanbod."
    )


class PraktijkStap(Stap):
    """A step: a task at work (blended learning, ontwerp §5.2)."""

    praktijk: Tekst = Field(description="De opdracht op het werk.")
    duur: Minuten = Field(description="Minuten die de opdracht kost.")


class Leerroute(Bestand):
    """An ordered path of own modules, tasks at work and external offer (ontwerp §5.2)."""

    titel: Regel = Field(description="Naam van de leerroute.")
    samenvatting: Samenvatting = Field(description="Eén regel over de leerroute.")
    icoon: Slug = Field(description="Naam van een van onze iconen.")
    doelgroep: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="Voor wie: namen uit catalog/leeromgeving.yml."
    )
    stappen: Annotated[
        tuple[
            Annotated[
                Annotated[ModuleStap, Tag(f"{TAG_PREFIX}module")]
                | Annotated[AanbodStap, Tag(f"{TAG_PREFIX}aanbod")]
                | Annotated[PraktijkStap, Tag(f"{TAG_PREFIX}praktijk")],
                Discriminator(key_tag("module", "aanbod", "praktijk")),
            ],
            ...,
        ],
        Field(min_length=1),
    ] = Field(description="De stappen, in volgorde: module, aanbod of praktijk.")
    voorheen: tuple[Slug, ...] = Field((), description="Vroegere namen van dit bestand.")
