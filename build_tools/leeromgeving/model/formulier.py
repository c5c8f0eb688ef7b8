"""Formulier: a vragenlijst worked out for one module, as flat fields with coded answers.

Pages show these fields, the receiver accepts only these, and the evaluation counts these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .catalogus import Basisgegevens, Benoemd
from .module import ModuleGegevens
from .vragenlijst import (
    Cijfer,
    EenVraag,
    JaNee,
    Kennisvragen,
    Keuze,
    MeerKeuzes,
    Open,
    Stelling,
    VoorEnNa,
    Vragenlijst,
)

NVT = "nvt"
"""Code of 'niet van toepassing'; never counted in a distribution."""


@dataclass(frozen=True)
class Optie:
    """One answer to choose."""

    code: str
    """What is stored and counted: a digit from 1 for scales and marks, else an id."""
    tekst: str


@dataclass(frozen=True)
class Veld:
    """One field of the form."""

    naam: str
    """Unique in the form: `bruikbaar`, `leerdoel.beoordelen.voor`, `kennis.zwijgen`."""
    vraag: str
    """The id of the question that it belongs to."""
    invoer: Literal["een", "meer", "open"]
    """One choice, any number of choices, or own words."""
    tekst: str
    niveau: str | None
    opties: tuple[Optie, ...] = ()
    onderwerp: str | None = None
    """The id of the leerdoel or kennisvraag that it is about."""
    goed: str | None = None
    """Code of the right answer of a kennisvraag."""


def velden(
    vragenlijst: Vragenlijst, module: ModuleGegevens, basisgegevens: Basisgegevens
) -> tuple[Veld, ...]:
    """The fields of a questionnaire for a module, in the order of the form."""
    return tuple(
        veld
        for vraag in vragenlijst.vragen
        for veld in _fields_of(vraag, vragenlijst, module, basisgegevens)
    )


def _fields_of(
    vraag: EenVraag, vragenlijst: Vragenlijst, module: ModuleGegevens, gegevens: Basisgegevens
) -> Iterator[Veld]:
    if isinstance(vraag, VoorEnNa):
        yield from _before_and_now(vraag, vragenlijst, module)
    elif isinstance(vraag, Kennisvragen):
        yield from _knowledge(vraag, module)
    elif isinstance(vraag, Stelling):
        yield from _statements(vraag, vragenlijst, module)
    elif isinstance(vraag, Open):
        yield Veld(vraag.id, vraag.id, "open", vraag.tekst, vraag.niveau)
    elif isinstance(vraag, MeerKeuzes):
        opties = _named(vraag.keuzes)
        yield Veld(vraag.id, vraag.id, "meer", vraag.tekst, vraag.niveau, opties)
    else:
        opties = _options(vraag, gegevens)
        yield Veld(vraag.id, vraag.id, "een", vraag.tekst, vraag.niveau, opties)


def _options(vraag: Cijfer | Keuze | JaNee, gegevens: Basisgegevens) -> tuple[Optie, ...]:
    if isinstance(vraag, Cijfer):
        return tuple(Optie(str(cijfer), str(cijfer)) for cijfer in range(1, 11))
    if isinstance(vraag, JaNee):
        return (Optie("ja", "Ja"), Optie("nee", "Nee"))
    if isinstance(vraag.keuzes, str):
        return _named(getattr(gegevens, vraag.keuzes))
    return _named(vraag.keuzes)


def _statements(
    vraag: Stelling, vragenlijst: Vragenlijst, module: ModuleGegevens
) -> Iterator[Veld]:
    opties = _scale(vragenlijst, vraag.schaal)
    if vraag.nvt:
        opties += (Optie(NVT, "niet van toepassing"),)
    if vraag.per is None:
        yield Veld(vraag.id, vraag.id, "een", vraag.tekst, vraag.niveau, opties)
        return
    for leerdoel in module.leerdoelen:
        naam = f"{vraag.id}.{leerdoel.id}"
        tekst = leerdoel.gedrag if vragenlijst.moment == "na-acht-weken" else leerdoel.leren
        yield Veld(naam, vraag.id, "een", tekst, vraag.niveau, opties, leerdoel.id)


def _before_and_now(
    vraag: VoorEnNa, vragenlijst: Vragenlijst, module: ModuleGegevens
) -> Iterator[Veld]:
    opties = _scale(vragenlijst, vraag.schaal)
    for leerdoel in module.leerdoelen:
        for moment in ("voor", "na"):
            naam = f"{vraag.id}.{leerdoel.id}.{moment}"
            yield Veld(naam, vraag.id, "een", leerdoel.leren, vraag.niveau, opties, leerdoel.id)


def _knowledge(vraag: Kennisvragen, module: ModuleGegevens) -> Iterator[Veld]:
    for kennisvraag in module.kennisvragen:
        opties = tuple(
            Optie(str(number), antwoord.tekst)
            for number, antwoord in enumerate(kennisvraag.antwoorden, 1)
        )
        goed = next(
            str(number) for number, item in enumerate(kennisvraag.antwoorden, 1) if item.goed
        )
        naam = f"{vraag.id}.{kennisvraag.id}"
        yield Veld(
            naam, vraag.id, "een", kennisvraag.vraag, vraag.niveau, opties, kennisvraag.id, goed
        )


def _scale(vragenlijst: Vragenlijst, schaal: str) -> tuple[Optie, ...]:
    return tuple(
        Optie(str(number), tekst) for number, tekst in enumerate(vragenlijst.schalen[schaal], 1)
    )


def _named(keuzes: tuple[Benoemd, ...]) -> tuple[Optie, ...]:
    return tuple(Optie(keuze.id, keuze.titel) for keuze in keuzes)
