"""The content model: frozen types, a YAML key is a field (see ARCHITECTURE.md, glossary)."""

from . import adres
from .base import FROM_PLACE, TAG_PREFIX, Bestand, Model
from .blok import Audio, Blok, Download, Link, Tekst, Video, block_anchors
from .catalogus import (
    Aanbieder,
    Aanbod,
    AanbodStap,
    Basisgegevens,
    Leerroute,
    ModuleStap,
    PraktijkStap,
    Thema,
    Themas,
)
from .leeromgeving import EenModule, Leeromgeving, Mediabestand
from .module import Basismodule, Bron, Module, Onderdeel, SpecialistischeModule, Verder
from .oefening import Antwoord, JuistOnjuist, Meerkeuze, Meervoudig, Oefening

__all__ = [
    "FROM_PLACE",
    "TAG_PREFIX",
    "Aanbieder",
    "Aanbod",
    "AanbodStap",
    "Antwoord",
    "Audio",
    "Basisgegevens",
    "Basismodule",
    "Bestand",
    "Blok",
    "Bron",
    "Download",
    "EenModule",
    "JuistOnjuist",
    "Leeromgeving",
    "Leerroute",
    "Link",
    "Mediabestand",
    "Meerkeuze",
    "Meervoudig",
    "Model",
    "Module",
    "ModuleStap",
    "Oefening",
    "Onderdeel",
    "PraktijkStap",
    "SpecialistischeModule",
    "Tekst",
    "Thema",
    "Themas",
    "Verder",
    "Video",
    "adres",
    "block_anchors",
]
