"""The six building blocks of a page (ontwerp §4.2): tekst, audio, video, oefening, download, link.

`soort` decides which block a list item is. The forms of oefening are kinds of their own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from . import adres
from .base import TAG_PREFIX, Datum, Mediapad, Minuten, Model, Regel, Webadres, Zin, soort_tag
from .base import Tekst as Markdown
from .oefening import (
    Casus,
    Flitskaarten,
    Invullen,
    JuistOnjuist,
    Koppelen,
    Meerkeuze,
    Meervoudig,
    Oefening,
    Reflectie,
    Volgorde,
)


class Tekst(Model):
    """Running text."""

    soort: Literal["tekst"] = Field(description="Een stuk tekst.")
    titel: Regel | None = Field(None, description="Kop boven de tekst. Mag weg.")
    tekst: Markdown = Field(
        description="Gewone tekst met Markdown. Koppen in de tekst beginnen met ###."
    )


class Audio(Model):
    """A recording to listen to, or a placeholder (`volgt`) for one."""

    soort: Literal["audio"] = Field(description="Een geluidsopname.")
    titel: Regel = Field(description="Waar de opname over gaat.")
    bestand: Mediapad | None = Field(None, description="Bijvoorbeeld media/gesprek.mp3.")
    transcript: Mediapad | None = Field(
        None, description="Tekstbestand (.txt) met alles wat te horen is."
    )
    datum: Datum | None = Field(
        None, description="Bij `bestand`: de dag van de opname, zoals 2026-11-22; voor de podcast."
    )
    volgt: Zin | None = Field(None, description="Nog geen opname? Schrijf hier wat er komt.")


class Video(Model):
    """A film: an own file, an external one (`url`), or a placeholder (`volgt`)."""

    soort: Literal["video"] = Field(description="Een film.")
    titel: Regel = Field(description="Waar de film over gaat.")
    bestand: Mediapad | None = Field(None, description="Eigen film, bijvoorbeeld media/film.mp4.")
    poster: Mediapad | None = Field(None, description="Stilstaand beeld voor de film start.")
    ondertiteling: Mediapad | None = Field(None, description="Ondertitels (.vtt).")
    transcript: Mediapad | None = Field(
        None, description="Tekstbestand (.txt) met wat te horen en te zien is."
    )
    url: Webadres | None = Field(
        None, description="Film bij een ander bedrijf: het adres om in te bedden."
    )
    bedrijf: Regel | None = Field(None, description="Bij `url`: het bedrijf dat de film toont.")
    duur: Minuten | None = Field(None, description="Bij `url`: de lengte in hele minuten.")
    volgt: Zin | None = Field(None, description="Nog geen film? Schrijf hier wat er komt.")


class Download(Model):
    """A file to keep or print, or a placeholder (`volgt`) for one."""

    soort: Literal["download"] = Field(description="Een bestand om te bewaren.")
    titel: Regel = Field(description="Wat het bestand is.")
    bestand: Mediapad | None = Field(None, description="Bijvoorbeeld media/kaart.pdf.")
    tekst: Zin | None = Field(None, description="Waarvoor je het gebruikt. Mag weg.")
    volgt: Zin | None = Field(None, description="Nog geen bestand? Schrijf hier wat er komt.")


class Link(Model):
    """An address outside the leeromgeving."""

    soort: Literal["link"] = Field(description="Een link naar buiten.")
    titel: Regel = Field(description="De naam van de link: waar kom je uit?")
    url: Webadres = Field(description="Het volledige adres, met https://.")
    waarheen: Literal["deborg", "kennisvindplaats", "externe-module", "overig"] = Field(
        description="Naar De Borg, een kennisvindplaats, een externe module of iets anders."
    )
    tekst: Zin | None = Field(None, description="Waarom deze link? Mag weg.")


Blok = Annotated[
    Annotated[Tekst, Tag(f"{TAG_PREFIX}tekst")]
    | Annotated[Audio, Tag(f"{TAG_PREFIX}audio")]
    | Annotated[Video, Tag(f"{TAG_PREFIX}video")]
    | Annotated[Download, Tag(f"{TAG_PREFIX}download")]
    | Annotated[Link, Tag(f"{TAG_PREFIX}link")]
    | Annotated[Meerkeuze, Tag(f"{TAG_PREFIX}meerkeuze")]
    | Annotated[Meervoudig, Tag(f"{TAG_PREFIX}meervoudig")]
    | Annotated[JuistOnjuist, Tag(f"{TAG_PREFIX}juist-onjuist")]
    | Annotated[Volgorde, Tag(f"{TAG_PREFIX}volgorde")]
    | Annotated[Koppelen, Tag(f"{TAG_PREFIX}koppelen")]
    | Annotated[Invullen, Tag(f"{TAG_PREFIX}invullen")]
    | Annotated[Casus, Tag(f"{TAG_PREFIX}casus")]
    | Annotated[Reflectie, Tag(f"{TAG_PREFIX}reflectie")]
    | Annotated[Flitskaarten, Tag(f"{TAG_PREFIX}flitskaarten")],
    Discriminator(soort_tag),
]
Inhoud = Annotated[tuple[Blok, ...], Field(min_length=1)]


def block_anchors(inhoud: Iterable[Blok]) -> Iterator[str]:
    """The id of the heading of each block, unique on the page; empty for one without heading.

    A title that is taken gets `-2`, then `-3`.
    """
    taken = Counter((*adres.MODULE_ANCHORS, *adres.FRAME_ANCHORS))
    for blok in inhoud:
        if isinstance(blok, Oefening):
            yield adres.oefening_anchor(blok.id)
        elif blok.titel:
            anchor = adres.anchor(blok.titel)
            taken[anchor] += 1
            yield anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
        else:
            yield ""
